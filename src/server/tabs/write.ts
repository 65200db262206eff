import type { Cell, Grid, GridColumn } from '../core/ports';
import { runsOf } from './area';
import { cutFills, fillDown } from './fills';
import { type Block, columnText, type Mark, markColumn, markRow, type Sheet } from './marks';

/** Cells in one call: large enough to be quick, small enough for the service. */
const CHUNK = 40_000;

/** A column of the report, where it goes in the tab, and whether it is there for the first time. */
interface Put extends GridColumn {
  column: number;
  index: number;
  fresh: boolean;
}

/**
 * Writes a table in place of what stands, in this order: marks of what will be the table's, cells, what is left over of
 * before, notes, marks of what it now is. A run that is killed in between leaves a note, and the next one completes it.
 */
export function writeTable(block: Block, places: readonly number[], grid: Grid): void {
  const { sheet, mark, top } = block;
  const bottom = top + (grid.kept?.height ?? grid.rows.length);
  const puts = grid.columns.map((column, index): Put => {
    const at = places[index] as number;
    const fresh =
      mark.state === 'new' ||
      !block.columns.some((one) => one.column === at && one.id === column.id && one.state === 'kept');
    return { ...column, column: at, index, fresh };
  });
  makeRoom(sheet, bottom + 1, Math.max(...places));
  claimLines(block, puts, bottom);
  sheet
    .getRange(top, places[0] as number)
    .setNote('This report is being written. If this note stays, refresh once more to complete it.');
  SpreadsheetApp.flush();
  for (const { first, count } of runsOf(places)) sheet.getRange(top, first, 1, count).setNumberFormat('@');
  eachRun(puts, (column, run) =>
    sheet.getRange(top, column, 1, run.length).setValues([run.map(({ header }) => header)]),
  );
  setFormats(block, puts, bottom);
  writeRows(sheet, top, puts, grid);
  fillDown(block, places, bottom);
  clearLeft(block, places, bottom);
  setLooks(sheet, top, puts, mark);
  SpreadsheetApp.flush();
  eachRun(puts, (column, run) =>
    sheet.getRange(top, column, 1, run.length).setNotes([run.map(({ note }) => note)]),
  );
  settleLines(block, puts, bottom);
}

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

/** Puts that stand side by side, in the order of the tab. */
function eachRun(puts: readonly Put[], work: (column: number, run: Put[]) => void): void {
  for (const { first, count } of runsOf(puts.map(({ column }) => column)))
    work(
      first,
      Array.from({ length: count }, (_, i) => puts.find(({ column }) => column === first + i) as Put),
    );
}

/** From here on all that will be written is the table's. */
function claimLines(block: Block, puts: readonly Put[], bottom: number): void {
  for (const mark of block.loose) mark.remove();
  if (!block.rows.has('top')) markRow(block, block.top, 'top');
  if (bottom > block.bottom && !block.rows.has('was') && block.columns.length > 0)
    markRow(block, block.bottom, 'was');
  for (const { column, index, id, fresh } of puts) {
    const known = block.columns.find((one) => one.column === column);
    const state = fresh && block.mark.state !== 'new' ? 'new' : 'kept';
    const text = columnText({ state, index, id });
    if (!known?.metadata) markColumn(block, column, text);
    else if (columnText(known) !== text) known.metadata.setValue(text);
  }
  for (const known of block.columns)
    if (known.state !== 'over' && !puts.some(({ column }) => column === known.column)) {
      const text = columnText({ ...known, state: 'over' });
      if (known.metadata) known.metadata.setValue(text);
      else markColumn(block, known.column, text);
    }
  moveRowMark(block, 'end', Math.max(bottom, block.bottom));
}

function moveRowMark(block: Block, kind: 'end' | 'fence', row: number): void {
  const mark = block.rows.get(kind);
  const { sheet } = block;
  if (!mark) markRow(block, row, kind);
  else if (mark.getLocation().getRow()?.getRow() !== row)
    mark.moveToRow(sheet.getRange(row, 1, 1, sheet.getMaxColumns()));
}

/** Marks of the table as it stands, once all is written. Read anew: some of them have just been made. */
function settleLines(block: Block, puts: readonly Put[], bottom: number): void {
  const { sheet, mark, metadata } = block;
  const key = `${metadata.getKey()}.${mark.report}`;
  const columns = new Map(puts.map((put) => [columnText({ ...put, state: 'new' }), put]));
  for (const line of sheet.createDeveloperMetadataFinder().withKey(key).find()) {
    const value = line.getValue() ?? '';
    const whole = sheet.getMaxColumns();
    const put = columns.get(value);
    if (put) line.setValue(columnText({ ...put, state: 'kept' }));
    else if (value === 'was' || value.startsWith('over ')) line.remove();
    else if (value === 'end' && line.getLocation().getRow()?.getRow() !== bottom)
      line.moveToRow(sheet.getRange(bottom, 1, 1, whole));
  }
  moveRowMark(block, 'fence', bottom + 1);
  if (mark.state !== 'done' || mark.rows !== undefined) {
    const { rows: _, columns: __, ...rest } = mark;
    metadata.setValue(JSON.stringify({ ...rest, sheet: sheet.getSheetId(), state: 'done' } satisfies Mark));
  }
}

/** Columns that are new get their formats; in the others new rows take those of the row before. Texts always stay texts. */
function setFormats({ sheet, top, was }: Block, puts: readonly Put[], bottom: number): void {
  if (bottom === top) return;
  for (const { column, format, fresh } of puts) {
    if (fresh || format === '@') {
      sheet.getRange(top + 1, column, bottom - top, 1).setNumberFormat(format);
      continue;
    }
    if (bottom <= was) continue;
    const like = sheet.getRange(Math.max(was, top + 1), column).getNumberFormat();
    const usual = was > top || !/^(general)?$/i.test(like);
    sheet.getRange(was + 1, column, bottom - was, 1).setNumberFormat(usual ? like : format);
  }
}

const risky = (cell: Cell): boolean => typeof cell === 'string' && /^[=+\-@'\t\r\n]/.test(cell);

/** Rows in chunks; texts that might be taken for formulas go in as rich text, which is never parsed. */
function writeRows(sheet: Sheet, top: number, puts: readonly Put[], { rows, kept }: Grid): void {
  const step = Math.max(1, Math.floor(CHUNK / puts.length));
  let done = 0;
  for (const { first, count } of runsOf(kept?.at ?? rows.map((_, i) => i))) {
    const part = rows.slice(done, done + count);
    done += count;
    for (let start = 0; start < count; start += step) {
      const chunk = part.slice(start, start + step);
      eachRun(puts, (column, run) => writeChunk(sheet, top + 1 + first + start, column, run, chunk));
      SpreadsheetApp.flush();
    }
  }
}

function writeChunk(sheet: Sheet, row: number, column: number, run: readonly Put[], chunk: Cell[][]): void {
  const cellOf = (line: Cell[], { index }: Put): Cell => line[index] ?? null;
  sheet.getRange(row, column, chunk.length, run.length).setValues(
    chunk.map((line) =>
      run.map((put) => {
        const cell = cellOf(line, put);
        return cell === null || risky(cell) ? '' : cell;
      }),
    ),
  );
  for (const put of run) {
    if (!chunk.some((line) => risky(cellOf(line, put)))) continue;
    const texts = chunk.map((line) => [
      SpreadsheetApp.newRichTextValue()
        .setText(String(cellOf(line, put) ?? ''))
        .build(),
    ]);
    sheet.getRange(row, put.column, chunk.length, 1).setRichTextValues(texts);
  }
}

/** Empties what the last run wrote beyond this one's table. */
function clearLeft(block: Block, places: readonly number[], bottom: number): void {
  const { sheet, top, bottom: last, columns } = block;
  cutFills(block, bottom);
  const own = columns.map(({ column }) => column);
  for (const { first, count } of runsOf(own))
    if (last > bottom) sheet.getRange(bottom + 1, first, last - bottom, count).clearContent();
  for (const { first, count } of runsOf(own.filter((column) => !places.includes(column))))
    sheet
      .getRange(top, first, last - top + 1, count)
      .clearContent()
      .clearNote();
}

/** How new columns look; a tab that was made for the report is set up when it is first written. */
function setLooks(sheet: Sheet, top: number, puts: readonly Put[], { own, state }: Mark): void {
  const fresh = puts.filter((put) => put.fresh);
  for (const { first, count } of runsOf(fresh.map(({ column }) => column)))
    sheet.getRange(top, first, 1, count).setFontWeight('bold');
  if (!own || state === 'done') return;
  sheet.setFrozenRows(1);
  for (const { column, width } of fresh) if (width !== 100) sheet.setColumnWidth(column, width);
}
