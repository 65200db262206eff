// Formulas as Sheets writes them in R1C1: references by their distance, so that a formula filled down stays the same text.
import { columnLetters, columnNumber } from './a1';

const A1 = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w(])/g;
const R1C1 = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\w.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w(])/g;

export const toR1C1 = (formula: string, row: number, column: number): string =>
  formula.replaceAll(
    A1,
    (whole, dollarColumn?: string, letters?: string, dollarRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return whole;
      const [atRow, atColumn] = [Number(digits), columnNumber(letters)];
      return `R${dollarRow ? atRow : `[${atRow - row}]`}C${dollarColumn ? atColumn : `[${atColumn - column}]`}`;
    },
  );

/** A reference beyond the first row or column is #REF!. */
export const fromR1C1 = (formula: string, row: number, column: number): string =>
  formula.replaceAll(R1C1, (whole, rowPart?: string, columnPart?: string) => {
    if (whole.startsWith('"') || whole.startsWith("'")) return whole;
    const line = (part: string | undefined, home: number): [dollar: string, line: number] =>
      part === undefined || part.startsWith('[')
        ? ['', home + Number(part?.slice(1, -1) ?? 0)]
        : ['$', Number(part)];
    const [dollarRow, atRow] = line(rowPart, row);
    const [dollarColumn, atColumn] = line(columnPart, column);
    return atRow < 1 || atColumn < 1
      ? '#REF!'
      : `${dollarColumn}${columnLetters(atColumn)}${dollarRow}${atRow}`;
  });
