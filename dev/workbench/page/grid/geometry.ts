import type { TabSummary } from '../../wire';
import type { Place } from './place';

export const ROW = 22;
export const HEAD = 24;
const GUTTER = 50;

/** Pixels as a style says them. */
export const px = (pixels: number): string => `${pixels}px`;

/** Where things are in the sheet, in pixels from its top left corner. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  widthOf(column: number): number;
  leftOf(column: number): number;
  topOf(row: number): number;
  /** Bottom of the frozen rows and right edge of the frozen columns, in the window. */
  readonly frozenBottom: number;
  readonly frozenRight: number;
}

export function geometryOf({ columnWidths, rows, frozenRows, frozenColumns }: TabSummary): Geometry {
  const lefts = [GUTTER];
  for (const width of columnWidths) lefts.push(lefts[lefts.length - 1]! + width);
  const leftOf = (column: number) => lefts[column - 1] ?? lefts[lefts.length - 1]!;
  const topOf = (row: number) => HEAD + (row - 1) * ROW;
  return {
    columns: columnWidths.length,
    rows,
    frozenRows,
    frozenColumns,
    width: lefts[lefts.length - 1]!,
    height: topOf(rows + 1),
    widthOf: (column) => columnWidths[column - 1] ?? 0,
    leftOf,
    topOf,
    frozenBottom: topOf(frozenRows + 1),
    frozenRight: leftOf(frozenColumns + 1),
  };
}

/** The part of the sheet that the window shows. */
export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** First and last of something, both included; empty if last < first. */
export type Span = readonly [first: number, last: number];

/** A few rows beyond the window, so that scrolling has something to show at once. */
const SPARE_ROWS = 12;

export function visibleRows({ rows, frozenRows }: Geometry, { top, height }: Viewport): Span {
  const first = Math.floor((top - HEAD) / ROW) + 1 - SPARE_ROWS;
  const last = Math.ceil((top + height - HEAD) / ROW) + 1 + SPARE_ROWS;
  return [Math.max(frozenRows + 1, first), Math.min(rows, last)];
}

export function visibleColumns(
  { columns, frozenColumns, leftOf }: Geometry,
  { left, width }: Viewport,
): Span {
  let first = frozenColumns + 1;
  while (first < columns && leftOf(first + 1) < left + GUTTER) first += 1;
  let last = first;
  while (last < columns && leftOf(last + 1) < left + width) last += 1;
  return [first, Math.min(columns, last)];
}

/** How far to scroll so that a cell is in the window, clear of heads and frozen parts. */
export function scrollTo(geometry: Geometry, { row, column }: Place, viewport: Viewport) {
  const { frozenRows, frozenColumns, frozenBottom, frozenRight, topOf, leftOf } = geometry;
  let { top, left } = viewport;
  if (row > frozenRows) {
    top = Math.min(top, topOf(row) - frozenBottom);
    top = Math.max(top, topOf(row + 1) - viewport.height);
  }
  if (column > frozenColumns) {
    left = Math.max(left, leftOf(column + 1) - viewport.width);
    left = Math.min(left, leftOf(column) - frozenRight);
  }
  return { top, left };
}
