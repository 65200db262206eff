import { decimalIn, type Quotient, quotientOf } from './decimal';
import type { Cell } from './fields';

export type Filter = {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
};

const text = (cell: Cell): string => (cell === null ? '' : String(cell));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a dimension's cell passes. An empty value means a missing one; a day asked of a time, that whole day. */
export function passes(exact: Cell, { operator, values }: Filter): boolean {
  const [first = ''] = values;
  const compares = ['=', '!=', '>=', '<=', '>', '<'].includes(operator);
  const cell =
    compares && DAY.test(first) && /^\d{4}-\d{2}-\d{2}T/.test(text(exact)) ? text(exact).slice(0, 10) : exact;
  const lower = text(cell).toLowerCase();
  switch (operator) {
    case '=':
      return values.some((value) => value === text(cell));
    case '!=':
      return values.every((value) => value !== text(cell));
    case '~':
      return lower.indexOf(first.toLowerCase()) >= 0;
    case '!~':
      return lower.indexOf(first.toLowerCase()) < 0;
    case '^=':
      return lower.indexOf(first.toLowerCase()) === 0;
    default:
      if (cell === null) return false;
      return typeof cell === 'number'
        ? ordered(operator, Math.sign(cell - Number(first)))
        : ordered(operator, text(cell) < first ? -1 : text(cell) > first ? 1 : 0);
  }
}

/** Whether a metric's exact value passes; a quotient without denominator only ever is "not". */
export function metricPasses(value: Quotient | null, { operator, values }: Filter): boolean {
  if (value === null) return operator === '!=';
  const differences = values.map((wanted) => comparedWith(value, wanted));
  if (operator === '=') return differences.includes(0);
  if (operator === '!=') return !differences.includes(0);
  return ordered(operator, differences[0]!);
}

function comparedWith(value: Quotient, wanted: string): number {
  const number = decimalIn(wanted);
  if (!number) throw new Error(`no number to compare with: ${wanted}`);
  return compared(value, quotientOf(number, { units: 1n, scale: 0 })!);
}

export function compared(a: Quotient, b: Quotient): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function ordered(operator: string, difference: number): boolean {
  switch (operator) {
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
    case '>=':
      return difference >= 0;
    case '<=':
      return difference <= 0;
    default:
      throw new Error(`no operator ${operator}`);
  }
}
