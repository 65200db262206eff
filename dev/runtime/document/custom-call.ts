// What travels between cells and a custom function: arguments as the script gets them, results as cells.
import { valueForScript } from './cells';
import { type CellReference, errorValue, type RangeReference } from './formula-parser';
import { readCell } from './grid';
import type { DocumentState, TabState } from './state';
import { dateToSerial } from './zone';

/** Results of about half a million cells were refused; the exact limit is unknown. */
const MOST_RESULT_CELLS = 400_000;
const MOST_CHARACTERS = 50_000;

export const isVolatile = (formula: string): boolean => /\b(NOW|TODAY|RAND|RANDBETWEEN)\s*\(/i.test(formula);

/** A cell gives its value, a range rows of values, dates as instants; null where a formula is volatile. */
export function argumentFrom(
  document: DocumentState,
  tab: TabState,
  ref: CellReference | RangeReference,
): unknown {
  const from = 'from' in ref ? ref.from : ref;
  const to = 'to' in ref ? ref.to : ref;
  const rows: unknown[][] = [];
  for (let row = from.row; row <= Math.min(to.row, tab.maxRows); row++) {
    const cells: unknown[] = [];
    for (let column = from.col; column <= Math.min(to.col, tab.maxColumns); column++) {
      if (isVolatile(readCell(tab, 'formulas', row, column) ?? '')) return null;
      cells.push(valueForScript(document, tab, row, column));
    }
    rows.push(cells);
  }
  return 'from' in ref ? rows : (rows[0]?.[0] ?? '');
}

/** One value, a list (a column) or rows. Dates become serial numbers, remembered in `dates`. */
export function resultCells(document: DocumentState, result: unknown, dates: Set<number>): unknown {
  const cell = (value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    if (Object.prototype.toString.call(value) === '[object Date]') {
      const serial = dateToSerial(document.timeZone, Number(value));
      dates.add(serial);
      return serial;
    }
    if (typeof value === 'object') return errorValue('#ERROR!', 'The result is no value, list or table.');
    if (typeof value === 'string' && value.length > MOST_CHARACTERS)
      return errorValue('#ERROR!', 'Text result is too long.');
    return value;
  };
  if (!Array.isArray(result)) return cell(result) ?? '';
  if (result.length === 0) return '';
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row.map(cell) : [cell(row)]));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (rows.length * width > MOST_RESULT_CELLS) return errorValue('#ERROR!', 'Result too large.');
  for (const row of rows) while (row.length < width) row.push(null);
  return rows;
}
