import type { Area } from './state';

/** 1 → 'A', 27 → 'AA'. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function areaToA1({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1
    ? first
    : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** `'My tab'!A1:B2` → tab name and the rest. */
export function splitTabName(reference: string): { tab: string | null; rest: string } {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.*)$/s.exec(reference);
  if (!match) return { tab: null, rest: reference };
  return { tab: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, rest: match[3] ?? '' };
}

/** 'B2', 'A1:C3', 'A:C', '2:5' or 'B2:C' within a tab of the given size; null if it is no reference. */
export function parseA1(text: string, size: { maxRows: number; maxColumns: number }): Area | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(text.trim());
  if (!match || text.trim() === '') return null;
  const [, fromLetters = '', fromDigits = '', toLetters, toDigits] = match;
  const single = toLetters === undefined && toDigits === undefined;
  if (single && (!fromLetters || !fromDigits)) return null;
  const left = fromLetters ? columnNumber(fromLetters) : 1;
  const top = fromDigits ? Number(fromDigits) : 1;
  const right = single ? left : toLetters ? columnNumber(toLetters) : size.maxColumns;
  const bottom = single ? top : toDigits ? Number(toDigits) : size.maxRows;
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}
