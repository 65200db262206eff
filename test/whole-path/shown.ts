// What a reader of a tab must see for an exact value: the cell's value, and its text as displayed.
import type { CellValue, TabView } from '../../dev/runtime/types';
import type { Answer } from '../../src/shared/api';
import type { Cell } from '../differential/database';
import { decimalIn, decimalText, quotientOf, rounded } from '../differential/decimal';
import { digitsOf, type Expected } from '../differential/expected';

type Column = { readonly type: string; readonly currency?: string };

const grouped = (number: string): string => {
  const [whole = '', fraction] = number.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
};

/** A decimal number with a fixed number of decimals and commas, rounded half away from zero. */
function figure(text: string, digits: number): string {
  const exact = quotientOf(decimalIn(text)!, { units: 1n, scale: 0 })!;
  return grouped(decimalText(rounded(exact, digits), digits));
}

/** Plain decimals of a number as a spreadsheet reads it: 15 significant figures. */
const plain = (number: number): string => {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? number.toFixed(20).replace(/0+$/, '') : text;
};

function displayed(cell: Cell, { type, currency }: Column): string {
  if (cell === null) return '';
  switch (type) {
    case 'money':
      return figure(plain(Number(cell)), currency === undefined ? 2 : digitsOf(currency));
    case 'integer':
      return figure(plain(Number(cell)), 0);
    case 'decimal':
      return figure(plain(Number(cell)), 2);
    case 'percent': {
      // A hundredfold by moving the point: no float on the way.
      const { units, scale } = decimalIn(plain(Number(cell)))!;
      return `${figure(decimalText({ units: units * 100n, scale }, 0), 2)}%`;
    }
    case 'time':
      return String(cell).slice(0, 19).replace('T', ' ');
    case 'boolean':
      return cell === true ? 'TRUE' : 'FALSE';
    default:
      return String(cell);
  }
}

/** A cell's value in comparable form: dates and times by what the clock shows (the spreadsheet's zone is UTC). */
export function comparable(value: CellValue): CellValue {
  return value instanceof Date
    ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19)
    : value;
}

function valued(cell: Cell, { type }: Column): CellValue {
  if (cell === null) return '';
  if (['money', 'integer', 'decimal', 'percent'].includes(type)) return Number(cell);
  if (type === 'date') return `${cell}T00:00:00`;
  if (type === 'time') return String(cell).slice(0, 19);
  return cell;
}

/** Every cell of the answer is the expected one. */
export function expectAnswer(answer: Answer, expected: Expected): void {
  expect(answer.columns.map(({ label, ...column }) => column)).toEqual(expected.columns);
  expectRows(answer.rows, expected.rows);
}

/** Every cell of the tab has the expected value and is displayed as expected; there is nothing beside them. */
export function expectTab(tab: TabView, expected: Expected, answer: Answer): void {
  const headers = answer.columns.map(({ label, currency }) => (currency ? `${label} (${currency})` : label));
  const [head, ...values] = tab.values();
  expect(head).toEqual(headers);
  expectRows(
    values.map((row) => row.map(comparable)),
    expected.rows.map((row) => row.map((cell, i) => valued(cell, expected.columns[i]!))),
  );
  expectRows(
    tab.display().slice(1),
    expected.rows.map((row) => row.map((cell, i) => displayed(cell, expected.columns[i]!))),
  );
}

/** Like toEqual, but says only the first row that differs: there may be thousands. */
function expectRows(found: readonly (readonly unknown[])[], wanted: readonly (readonly unknown[])[]): void {
  const differs = wanted.findIndex((row, i) => row.some((cell, j) => !Object.is(cell, found[i]?.[j])));
  if (differs >= 0)
    expect({ row: differs, cells: found[differs] }).toEqual({ row: differs, cells: wanted[differs] });
  expect(found.length).toBe(wanted.length);
  expect(found.every((row, i) => row.length === wanted[i]!.length)).toBe(true);
}
