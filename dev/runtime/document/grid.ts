// Reading and changing the sparse rows of a tab. Rows and columns are 1-based here, arrays are 0-based inside.
import type { CellStyle } from '../types';
import { type Area, type Primitive, type RowState, rowProperties, type TabState } from './state';

interface CellProperties {
  values: Primitive;
  formats: string | null;
  formulas: string | null;
  notes: string | null;
  styles: CellStyle | null;
  errors: string | null;
  spilledFrom: string | null;
}

export function readCell<K extends keyof CellProperties>(
  tab: TabState,
  property: K,
  row: number,
  column: number,
): CellProperties[K] | null {
  const cells = tab.rows[row - 1]?.[property] as CellProperties[K][] | undefined;
  return cells?.[column - 1] ?? null;
}

function rowForWriting(tab: TabState, row: number): RowState {
  // No holes: JSON would turn them into null and two equal states would differ.
  while (tab.rows.length < row) tab.rows.push(null);
  let state = tab.rows[row - 1];
  if (!state) {
    state = { values: [] };
    tab.rows[row - 1] = state;
  }
  return state;
}

export function writeCell<K extends keyof CellProperties>(
  tab: TabState,
  property: K,
  row: number,
  column: number,
  value: CellProperties[K] | null,
): void {
  if (value === null && readCell(tab, property, row, column) === null) return;
  const state = rowForWriting(tab, row) as unknown as Record<K, (CellProperties[K] | null)[] | undefined>;
  let cells = state[property];
  if (!cells) {
    cells = [];
    state[property] = cells;
  }
  while (cells.length < column) cells.push(null);
  cells[column - 1] = value;
}

export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
}

/** One value per cell, row by row. */
export function mapArea<T>(area: Area, value: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => value(area.row + r, area.column + c)),
  );
}

const isFilled = (tab: TabState, row: number, column: number): boolean =>
  readCell(tab, 'values', row, column) !== null || readCell(tab, 'formulas', row, column) !== null;

export function lastRow(tab: TabState): number {
  for (let row = tab.rows.length; row > 0; row--) if (rowWidth(tab, row) > 0) return row;
  return 0;
}

export function lastColumn(tab: TabState): number {
  let last = 0;
  for (let row = 1; row <= tab.rows.length; row++) last = Math.max(last, rowWidth(tab, row));
  return last;
}

function rowWidth(tab: TabState, row: number): number {
  const state = tab.rows[row - 1];
  if (!state) return 0;
  const width = Math.max(state.values.length, state.formulas?.length ?? 0);
  for (let column = width; column > 0; column--) if (isFilled(tab, row, column)) return column;
  return 0;
}

/** Inserts rows so that the first new one is `before`; they take their formats from the neighbour `like`. */
export function insertRows(tab: TabState, before: number, count: number, like: number): void {
  tab.maxRows += count;
  const formats = tab.rows[like - 1]?.formats;
  const styles = tab.rows[like - 1]?.styles;
  const fresh = (): RowState | null =>
    formats || styles
      ? {
          values: [],
          ...(formats ? { formats: [...formats] } : {}),
          ...(styles ? { styles: styles.map((s) => (s ? { ...s } : null)) } : {}),
        }
      : null;
  if (before - 1 > tab.rows.length && !formats && !styles) return;
  while (tab.rows.length < before - 1) tab.rows.push(null);
  tab.rows.splice(before - 1, 0, ...Array.from({ length: count }, fresh));
}

export function deleteRows(tab: TabState, first: number, count: number): void {
  tab.maxRows -= count;
  tab.rows.splice(first - 1, count);
}

export function insertColumns(tab: TabState, before: number, count: number, like: number): void {
  tab.maxColumns += count;
  for (const row of tab.rows) {
    if (!row) continue;
    for (const property of rowProperties) {
      const cells = row[property] as unknown[] | undefined;
      if (!cells || cells.length < Math.min(before - 1, like)) continue;
      while (cells.length < before - 1) cells.push(null);
      const inherited = property === 'formats' || property === 'styles' ? (cells[like - 1] ?? null) : null;
      cells.splice(before - 1, 0, ...Array.from({ length: count }, () => structuredClone(inherited)));
    }
  }
  tab.widths = shiftKeys(tab.widths, before, count);
}

export function deleteColumns(tab: TabState, first: number, count: number): void {
  tab.maxColumns -= count;
  for (const row of tab.rows) {
    if (!row) continue;
    for (const property of rowProperties) (row[property] as unknown[] | undefined)?.splice(first - 1, count);
  }
  tab.widths = shiftKeys(tab.widths, first, -count);
}

/** Takes columns out and puts them in before another. */
export function moveColumns(tab: TabState, first: number, count: number, before: number): void {
  const start = (before > first ? before - count : before) - 1;
  const move = <T>(cells: (T | null)[]): void => {
    while (cells.length < Math.max(first + count, before) - 1) cells.push(null);
    cells.splice(start, 0, ...cells.splice(first - 1, count));
  };
  for (const row of tab.rows)
    if (row)
      for (const property of rowProperties) {
        const cells = row[property] as (unknown | null)[] | undefined;
        if (cells) move(cells);
      }
  const widths = Array.from({ length: tab.maxColumns }, (_, i) => tab.widths[i + 1] ?? null);
  move(widths);
  tab.widths = Object.fromEntries(widths.flatMap((width, i) => (width === null ? [] : [[i + 1, width]])));
}

function shiftKeys(widths: Record<number, number>, from: number, by: number): Record<number, number> {
  const shifted: Record<number, number> = {};
  for (const [key, width] of Object.entries(widths)) {
    const column = Number(key);
    if (column < from) shifted[column] = width;
    else if (by > 0 || column >= from - by) shifted[column + by] = width;
  }
  return shifted;
}
