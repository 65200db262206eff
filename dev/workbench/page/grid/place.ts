import { columnName } from '../column-name';

/** A cell by row and column, both from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export const TOP_LEFT: Place = { row: 1, column: 1 };

export const a1Of = ({ row, column }: Place): string => columnName(column) + row;

/** What somebody typed into the name box; null if it is no cell. */
export function placeOf(a1: string): Place | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(a1.trim().toUpperCase()) ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
