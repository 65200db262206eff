import { decimalIn, type Quotient, quotientOf } from './decimal';
import type { Cell } from './fields';

export type Filter = {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
};

const text = (cell: Cell): string => (cell === null ? '' : String(cell));

/** Whether a dimension's cell passes. An empty value of a filter means a missing one. */
export function passes(cell: Cell, { operator, values }: Filter): boolean {
  const [first = ''] = values;
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
