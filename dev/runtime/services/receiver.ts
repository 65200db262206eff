// Checks of arguments, and the way from a handle's key to the document, tab and cells it stands for.

import { areaToA1 } from '../document/a1';
import { lastColumn, lastRow } from '../document/grid';
import type { Area, DocumentState, ProtectionState, TabState } from '../document/state';
import { type ExecutionContext, type Handle, handle } from '../execution-context';
import { ServiceError, signatureMismatch } from '../service-error';

export interface TabKey {
  document: string;
  tab: number;
}

export interface RangeKey extends TabKey, Area {}

export function documentOf(context: ExecutionContext, key: { document: string }): DocumentState {
  const document = context.state.documents[key.document];
  if (!document) throw new ServiceError(`Spreadsheet ${key.document} is missing.`);
  return document;
}

export function tabOf(context: ExecutionContext, key: TabKey): TabState {
  const tab = documentOf(context, key).tabs.find(({ id }) => id === key.tab);
  if (!tab) throw new ServiceError(`Sheet ${key.tab} not found`);
  return tab;
}

/** A range may have been left behind by deleted rows: Google then speaks of its coordinates. */
export function rangeTab(context: ExecutionContext, key: RangeKey): TabState {
  const tab = tabOf(context, key);
  if (key.row + key.rows - 1 > tab.maxRows || key.column + key.columns - 1 > tab.maxColumns)
    throw outsideError();
  return tab;
}

export const outsideError = (): ServiceError =>
  new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');

export const sheetHandle = (document: string, tab: number): Handle => handle('Sheet', { document, tab });

export function rangeHandle(document: string, tab: TabState, area: Area): Handle {
  if (area.row < 1 || area.column < 1) throw outsideError();
  if (area.rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (area.columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (area.row + area.rows - 1 > tab.maxRows || area.column + area.columns - 1 > tab.maxColumns)
    throw outsideError();
  const { row, column, rows, columns } = area;
  return handle('Range', { document, tab: tab.id, row, column, rows, columns });
}

/** A1 to the last filled cell, at least A1. */
export function dataArea(tab: TabState): Area {
  return { row: 1, column: 1, rows: Math.max(1, lastRow(tab)), columns: Math.max(1, lastColumn(tab)) };
}

export const overlap = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

export const mayEdit = (
  context: ExecutionContext,
  key: { document: string },
  { editors, warningOnly }: ProtectionState,
): boolean =>
  warningOnly ||
  editors === null ||
  editors.includes(context.user) ||
  documentOf(context, key).owner === context.user;

/** Throws where a protection keeps the user out, or where Google would silently drop what is written into merged cells. */
export function checkWritable(context: ExecutionContext, key: RangeKey): void {
  const tab = tabOf(context, key);
  for (const entry of tab.protections)
    if (!mayEdit(context, key, entry) && (entry.area === null || overlap(entry.area, key)))
      throw new ServiceError(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
  const merged = tab.merges.find((area) => overlap(area, key));
  if (merged)
    throw new ServiceError(`Cells ${areaToA1(merged)} are merged: what is written there would be lost.`);
}

/** 'Tab!A1:B2', or the tab's name alone; undefined for what is no part of a tab. */
export function placeText(context: ExecutionContext, key: unknown): string | undefined {
  const { document, tab: id, ...area } = (key ?? {}) as Partial<RangeKey>;
  if (typeof key !== 'object' || document === undefined || id === undefined) return undefined;
  const name = documentOf(context, { document }).tabs.find((tab) => tab.id === id)?.name;
  return name === undefined || area.row === undefined ? name : `${name}!${areaToA1(area as Area)}`;
}

export function text(value: unknown, method: string): string {
  if (typeof value !== 'string') throw signatureMismatch(method, [value]);
  return value;
}

export function whole(value: unknown, method: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw signatureMismatch(method, [value]);
  return value;
}

/** Any change makes the formulas of the document due. */
export function touch(document: DocumentState): void {
  document.stale = true;
}
