// What may stand in a cell: the rules of data validation that refuse a value instead of only marking it.
import { ServiceError } from '../service-error';
import { areaToA1 } from './a1';
import type { Area, TabState } from './state';

export const covers = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** Throws Google's words where the cell's rule does not let the value in. An emptied cell breaks no rule. */
export function checkValid(tab: TabState, row: number, column: number, value: unknown): void {
  if (value === '' || value === null || value === undefined) return;
  const rule = tab.validations.find(({ area }) => covers(area, row, column));
  if (!rule || rule.allowInvalid) return;
  const fits = rule.list
    ? rule.list.includes(String(value))
    : Object.prototype.toString.call(value) === '[object Date]' || /^\d{4}-\d{2}-\d{2}$/.test(String(value));
  if (!fits)
    throw new ServiceError(
      `The data you entered in cell ${areaToA1({ row, column, rows: 1, columns: 1 })} violates the data validation rules set on this cell.`,
    );
}
