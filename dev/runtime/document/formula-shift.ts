// References in formulas follow the cells they name when rows or columns come and go.
import { columnLetters, columnNumber } from './a1';

const token =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[A-Za-z_][\w.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\w(])/g;

/**
 * `own`: the formula stands on the tab that changed, so references without a tab name mean it. A reference to a line
 * that is gone becomes #REF!; a range keeps what is left of it.
 */
export function shiftFormula(
  formula: string,
  own: boolean,
  tabName: string,
  axis: 'row' | 'column',
  move: (line: number) => number | null,
): string {
  return formula.replaceAll(token, (whole, prefix: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return whole;
    const named = prefix?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    if (named === undefined ? !own : named !== tabName) return whole;
    const ends = reference.split(':');
    const [first = '', last] = ends.map((end) => shiftCell(end, axis, move));
    if (last === undefined) return first === null ? '#REF!' : (prefix ?? '') + first;
    return shiftRange(ends as [string, string], axis, move, prefix ?? '');
  });
}

const parts = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/;

function shiftCell(
  cell: string,
  axis: 'row' | 'column',
  move: (line: number) => number | null,
): string | null {
  const [, dollarColumn = '', letters = '', dollarRow = '', digits = ''] = parts.exec(cell) ?? [];
  const line = move(axis === 'row' ? Number(digits) : columnNumber(letters));
  if (line === null) return null;
  return axis === 'row'
    ? `${dollarColumn}${letters}${dollarRow}${line}`
    : `${dollarColumn}${columnLetters(line)}${dollarRow}${digits}`;
}

function shiftRange(
  [from, to]: [string, string],
  axis: 'row' | 'column',
  move: (line: number) => number | null,
  prefix: string,
): string {
  const lineOf = (cell: string): number => {
    const [, , letters = '', , digits = ''] = parts.exec(cell) ?? [];
    return axis === 'row' ? Number(digits) : columnNumber(letters);
  };
  let start = lineOf(from);
  let end = lineOf(to);
  while (start <= end && move(start) === null) start++;
  while (end >= start && move(end) === null) end--;
  if (start > end) return '#REF!';
  const at = (cell: string, line: number): string => shiftCell(cell, axis, () => move(line)) ?? '#REF!';
  return `${prefix}${at(from, start)}:${at(to, end)}`;
}
