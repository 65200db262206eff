// Puts a formula's result into cells: an array covers the empty cells beside and below, or says what is in its way.
import { areaToA1 } from './a1';
import { formatOf } from './cells';
import { readError } from './formula-parser';
import { readCell, writeCell } from './grid';
import { isGeneral } from './number-format';
import type { Primitive, TabState } from './state';

export interface Place {
  tab: TabState;
  row: number;
  column: number;
  formula: string;
}

/** `dates`: serial numbers that are to be shown as dates. */
export function show(place: Place, result: unknown, dates: ReadonlySet<number>): void {
  const { tab, row, column } = place;
  clearSpillOf(place);
  const failed = readError(result);
  if (failed) put(tab, row, column, result, dates);
  else if (!Array.isArray(result)) put(tab, row, column, result, dates);
  else {
    const rows = result as unknown[][];
    const obstacle = obstacleOf(place, rows.length, rows[0]?.length ?? 1);
    if (obstacle === null) spill(place, rows, dates);
    else {
      writeCell(tab, 'values', row, column, '#REF!');
      writeCell(tab, 'errors', row, column, obstacle);
    }
  }
}

function spill({ tab, row, column }: Place, rows: readonly unknown[][], dates: ReadonlySet<number>): void {
  rows.forEach((cells, r) => {
    cells.forEach((value, c) => {
      put(tab, row + r, column + c, value, dates);
      if (r > 0 || c > 0) writeCell(tab, 'spilledFrom', row + r, column + c, `${row},${column}`);
    });
  });
}

function put(tab: TabState, row: number, column: number, value: unknown, dates: ReadonlySet<number>): void {
  const failed = readError(value);
  writeCell(tab, 'errors', row, column, failed?.message ?? null);
  writeCell(tab, 'values', row, column, failed ? failed.shown : ((value ?? null) as Primitive));
  if (typeof value === 'number' && dates.has(value) && isGeneral(formatOf(tab, row, column)))
    writeCell(tab, 'formats', row, column, Number.isInteger(value) ? 'm/d/yyyy' : 'm/d/yyyy h:mm:ss');
}

function obstacleOf({ tab, row, column }: Place, rows: number, columns: number): string | null {
  const missingRows = row + rows - 1 - tab.maxRows;
  if (missingRows > 0)
    return `Result was not automatically expanded, please insert more rows (${missingRows}).`;
  const missingColumns = column + columns - 1 - tab.maxColumns;
  if (missingColumns > 0)
    return `Result was not automatically expanded, please insert more columns (${missingColumns}).`;
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++) {
      if (r === row && c === column) continue;
      if (readCell(tab, 'values', r, c) !== null || readCell(tab, 'formulas', r, c) !== null)
        return `Array result was not expanded because it would overwrite data in ${areaToA1({ row: r, column: c, rows: 1, columns: 1 })}.`;
    }
  return null;
}

function clearSpillOf({ tab, row, column }: Place): void {
  const origin = `${row},${column}`;
  for (let r = row; r <= tab.rows.length; r++) {
    const cells = tab.rows[r - 1]?.spilledFrom;
    if (!cells?.includes(origin)) {
      if (r > row) return;
      continue;
    }
    cells.forEach((from, c) => {
      if (from === origin) clearCovered(tab, r, c + 1);
    });
  }
}

/** Of all formulas: covered cells are written anew from their formula, wherever it is by then. */
export function clearSpills(tab: TabState): void {
  tab.rows.forEach((row, r) => {
    row?.spilledFrom?.forEach((origin, c) => {
      if (origin !== null) clearCovered(tab, r + 1, c + 1);
    });
  });
}

function clearCovered(tab: TabState, row: number, column: number): void {
  writeCell(tab, 'spilledFrom', row, column, null);
  writeCell(tab, 'errors', row, column, null);
  writeCell(tab, 'values', row, column, null);
}
