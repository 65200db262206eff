import type { Area } from './area';
import { overlap, runsOf } from './area';
import { barredAreas } from './check';
import { type Block, markColumn, markRow } from './marks';

/** Formulas whose results fill cells by themselves. */
const SPILLS = /\b(ARRAYFORMULA|BYROW|FILTER|MAP|QUERY|SCAN|SEQUENCE|SORT|UNIQUE)\(|^=\{/i;

/**
 * Fills the formulas beside a table down into its new rows, as the row before them has them. Cells that hold anything stay;
 * a fill begins below them. Marked before it is written, so that a killed run leaves no fill that nobody knows of.
 */
export function fillDown(block: Block, columns: readonly number[], bottom: number): void {
  const { sheet, top, was } = block;
  const source = Math.max(was, top + 1);
  const count = bottom - source;
  if (bottom <= was || count < 1) return;
  const barred = barredAreas(sheet);
  for (const { column, formula } of formulasBeside(block, columns, source)) {
    const below = sheet.getRange(source + 1, column, count, 1);
    const formulas = below.getFormulas();
    const taken = below.getValues().map(([value], i) => value !== '' || formulas[i]?.[0] !== '');
    const start = source + 1 + taken.lastIndexOf(true) + 1;
    const area: Area = { row: start, column, rows: bottom - start + 1, columns: 1 };
    if (area.rows < 1 || barred.some((one) => overlap(one, area))) continue;
    const range = sheet.getRange(start, column, area.rows, 1);
    if (range.getMergedRanges().length > 0) continue;
    noteFill(block, column, start, formula, start === source + 1);
    range.setFormulaR1C1(formula);
  }
}

/** A fill that goes on keeps its beginning; any other one begins here, and what was filled before is the user's. */
function noteFill(block: Block, column: number, start: number, formula: string, follows: boolean): void {
  const known = block.fills.find((fill) => fill.column === column);
  if (known && follows && known.formula === formula && known.row <= start) return;
  for (const mark of known?.metadata ?? []) mark.remove();
  const names = block.fills.flatMap(({ metadata }) => metadata.map((mark) => mark.getId()));
  const name = `${start}-${column}-${Math.max(0, ...names)}`;
  markRow(block, start, `from ${name}`);
  markColumn(block, column, `fill ${name} ${formula}`);
}

/** Columns between those of the table and right beside them, up to the first empty one, with a formula in a row. */
function formulasBeside(
  { sheet, top, columns: known }: Block,
  columns: readonly number[],
  row: number,
): { column: number; formula: string }[] {
  const own = new Set([...columns, ...known.map(({ column }) => column)]);
  const width = sheet.getLastColumn();
  const heads = sheet.getRange(top, 1, 1, width).getValues()[0] ?? [];
  const line = sheet.getRange(row, 1, 1, width);
  const values = line.getValues()[0] ?? [];
  const formulas = line.getFormulasR1C1()[0] ?? [];
  const occupied = (column: number): boolean =>
    [heads, values, formulas].some((cells) => ![undefined, ''].includes(cells[column - 1] as string));
  const [from, to] = [Math.min(...own), Math.max(...own)];
  const beside: number[] = [];
  for (let column = from - 1; column >= 1 && occupied(column); column--) beside.push(column);
  for (let column = from; column <= to; column++) if (!own.has(column)) beside.push(column);
  for (let column = to + 1; column <= width && occupied(column); column++) beside.push(column);
  return beside.flatMap((column) => {
    const formula = formulas[column - 1] ?? '';
    return formula === '' || SPILLS.test(formula) ? [] : [{ column, formula }];
  });
}

/** Takes back what was filled down beside rows that are no longer there; formulas that the user changed stay. */
export function cutFills({ sheet, bottom: last, fills }: Block, bottom: number): void {
  for (const { column, row, formula, metadata } of fills) {
    const first = Math.max(row, bottom + 1);
    if (first > last) continue;
    const range = sheet.getRange(first, column, last - first + 1, 1);
    const ours = range.getFormulasR1C1().flatMap(([one], i) => (one === formula ? [first + i] : []));
    for (const run of runsOf(ours)) sheet.getRange(run.first, column, run.count, 1).clearContent();
    if (row > bottom) for (const mark of metadata) mark.remove();
  }
}
