import { VERSION_NAME } from '../../shared/formula-text';
import { ProblemError } from '../../shared/problem';
import type { Cell, Grid, Sheets, SheetTab } from '../core/ports';
import { KEY, type Mark } from './report-mark';

/** The tabs that hold reports. A tab carries the report's id, the size of its block and its state as developer metadata. */

const MAX_CELLS = 10_000_000;
/** Cells in one call: large enough to be quick, small enough for the service. */
const CHUNK = 40_000;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

const marks = (): { metadata: Metadata; mark: Mark; sheet: Sheet }[] =>
  SpreadsheetApp.getActiveSpreadsheet()
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .find()
    .map((metadata) => ({
      metadata,
      mark: JSON.parse(metadata.getValue() ?? '{}') as Mark,
      sheet: metadata.getLocation().getSheet(),
    }))
    .filter((one): one is { metadata: Metadata; mark: Mark; sheet: Sheet } => one.sheet !== null);

const markOf = (reportId: string) => marks().find(({ mark }) => mark.report === reportId);

/** A tab name that Sheets accepts. */
const tabName = (wanted: string): string =>
  wanted
    .replace(/[[\]*?:/\\']/g, ' ')
    .trim()
    .slice(0, 90) || 'TikTok Shop';

/** The empty tab of the report's name that a run left behind which was killed before it could mark it. */
function leftEmpty(name: string): Sheet | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tabName(name));
  if (!sheet || sheet.getLastRow() > 0) return null;
  return marks().some((one) => one.sheet.getSheetId() === sheet.getSheetId()) ? null : sheet;
}

/** A tab name that nobody else has. */
function freeName(wanted: string): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const base = tabName(wanted);
  let name = base;
  for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${base} (${n})`;
  return name;
}

const tabOf = (sheet: Sheet): SheetTab => ({ sheetId: sheet.getSheetId(), name: sheet.getName() });

function sheetOf(tab: SheetTab): Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(tab.sheetId);
  if (!sheet) throw new ProblemError('bad_input', { what: `The tab “${tab.name}” is gone.` });
  return sheet;
}

export const sheets: Sheets = {
  find(reportId) {
    const found = markOf(reportId);
    return found ? tabOf(found.sheet) : null;
  },

  noteVersion(text) {
    const cell = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(VERSION_NAME);
    try {
      cell?.setValue(text);
    } catch {
      // A cell that is protected against this user: the formulas wait for the next run of somebody who may.
    }
    return cell !== null;
  },

  values(range) {
    try {
      return SpreadsheetApp.getActiveSpreadsheet().getRange(range).getValues();
    } catch {
      // Google tells a range that is not there only by an exception, in the user's language.
      return null;
    }
  },

  claim(reportId, sheetId, name) {
    const found = markOf(reportId);
    if (found) return tabOf(found.sheet);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const mark: Mark = { report: reportId, rows: 0, columns: 0, state: 'new' };
    const existing = sheetId === null ? null : spreadsheet.getSheetById(sheetId);
    if (sheetId !== null && !existing)
      throw new ProblemError('bad_input', { what: 'The tab chosen for the report is gone.' });
    if (existing && existing.getLastRow() > 0) {
      const other = marks().some(({ sheet }) => sheet.getSheetId() === sheetId);
      throw new ProblemError('cell_overlap', {
        cells: other ? 'another report’s cells' : 'cells',
        tab: existing.getName(),
      });
    }
    const sheet =
      existing ?? leftEmpty(name) ?? spreadsheet.insertSheet(freeName(name), spreadsheet.getNumSheets());
    sheet.addDeveloperMetadata(KEY, JSON.stringify(mark));
    return tabOf(sheet);
  },

  check(reportId, tab, rows, columns) {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    let used = 0;
    for (const sheet of spreadsheet.getSheets()) used += sheet.getMaxRows() * sheet.getMaxColumns();
    const own = tab ? sheetOf(tab) : null;
    const before = own ? own.getMaxRows() * own.getMaxColumns() : 0;
    const after = own
      ? Math.max(own.getMaxRows(), rows) * Math.max(own.getMaxColumns(), columns)
      : Math.max(1000, rows) * Math.max(26, columns);
    if (used - before + after > MAX_CELLS)
      throw new ProblemError('too_many_cells', {
        needed: String(rows * columns),
        left: String(Math.max(0, MAX_CELLS - used + before)),
      });
    if (!own) return;
    const blocked = own
      .getProtections(SpreadsheetApp.ProtectionType.SHEET)
      .some((protection) => !protection.canEdit() && !protection.isWarningOnly());
    if (blocked) throw new ProblemError('tab_protected', { tab: own.getName() });
    const mark = markOf(reportId)?.mark;
    // Cells right of or below the block are the user's: a block that grows must not swallow them.
    if (mark && (columns > mark.columns || rows > mark.rows)) {
      const height = Math.min(own.getLastRow(), Math.max(rows, mark.rows));
      const width = Math.min(own.getLastColumn(), Math.max(columns, mark.columns));
      if (height > 0 && width > 0) {
        const values = own.getRange(1, 1, height, width).getValues();
        let foreign = 0;
        values.forEach((row, r) => {
          row.forEach((value, c) => {
            const mine = r < mark.rows && c < mark.columns;
            if (!mine && r < rows && c < columns && value !== '') foreign++;
          });
        });
        if (foreign > 0 && mark.state !== 'writing')
          throw new ProblemError('cell_overlap', { cells: `${foreign} cells`, tab: own.getName() });
      }
    }
  },

  write(reportId, tab, grid) {
    const sheet = sheetOf(tab);
    const found = markOf(reportId);
    if (!found) throw new ProblemError('unknown_report', { report: reportId });
    const { mark, metadata } = found;
    const rows = grid.rows.length + 1;
    const columns = grid.columns.length;
    const isNew = mark.state === 'new' || mark.fresh === true;
    // From here to the end the tab is in between: the mark and the note on A1 say so, also if the run is killed.
    const area: Mark = {
      report: reportId,
      rows: Math.max(rows, mark.rows),
      columns: Math.max(columns, mark.columns),
      state: 'writing',
      fresh: isNew,
    };
    metadata.setValue(JSON.stringify(area));
    sheet
      .getRange(1, 1)
      .setNote('This report is being written. If this note stays, refresh once more to complete it.');
    SpreadsheetApp.flush();

    if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
    if (sheet.getMaxColumns() < columns)
      sheet.insertColumnsAfter(sheet.getMaxColumns(), columns - sheet.getMaxColumns());
    sheet
      .getRange(1, 1, 1, columns)
      .setNumberFormat('@')
      .setValues([grid.columns.map(({ header }) => header)]);
    if (rows > 1) {
      grid.columns.forEach((column, c) => {
        sheet.getRange(2, c + 1, rows - 1, 1).setNumberFormat(column.format);
      });
      writeRows(sheet, grid);
    }
    // What the last run wrote beyond this one's block.
    if (mark.rows > rows)
      sheet.getRange(rows + 1, 1, mark.rows - rows, Math.max(mark.columns, columns)).clearContent();
    if (mark.columns > columns)
      sheet
        .getRange(1, columns + 1, Math.min(rows, mark.rows), mark.columns - columns)
        .clearContent()
        .clearNote();
    if (isNew) {
      sheet.setFrozenRows(1);
      sheet.getRange(1, 1, 1, columns).setFontWeight('bold');
      grid.columns.forEach(({ width }, c) => {
        if (width !== 100) sheet.setColumnWidth(c + 1, width);
      });
    }
    SpreadsheetApp.flush();
    sheet.getRange(1, 1, 1, columns).setNotes([grid.columns.map(({ note }) => note)]);
    metadata.setValue(JSON.stringify({ report: reportId, rows, columns, state: 'done' } satisfies Mark));
  },

  show(tab) {
    SpreadsheetApp.getActiveSpreadsheet().setActiveSheet(sheetOf(tab));
  },
};

const risky = (cell: Cell): boolean => typeof cell === 'string' && /^[=+\-@'\t\r\n]/.test(cell);

/** Rows in chunks; texts that might be taken for formulas go in as rich text, which is never parsed. */
function writeRows(sheet: Sheet, grid: Grid): void {
  const columns = grid.columns.length;
  const step = Math.max(1, Math.floor(CHUNK / columns));
  for (let start = 0; start < grid.rows.length; start += step) {
    const chunk = grid.rows.slice(start, start + step);
    const values = chunk.map((row) => row.map((cell) => (cell === null || risky(cell) ? '' : cell)));
    sheet.getRange(start + 2, 1, chunk.length, columns).setValues(values);
    grid.columns.forEach((_, c) => {
      if (!chunk.some((row) => risky(row[c] ?? null))) return;
      const texts = chunk.map((row) => [
        SpreadsheetApp.newRichTextValue()
          .setText(String(row[c] ?? ''))
          .build(),
      ]);
      sheet.getRange(start + 2, c + 1, chunk.length, 1).setRichTextValues(texts);
    });
    SpreadsheetApp.flush();
  }
}
