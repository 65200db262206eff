import type { Filter } from '../../shared/filter';
import type { Label } from './dimension-codes';

const text = (label: Label): string => (label === null ? '' : String(label));

/** Smaller, equal, greater: numbers by value, all else as text (ISO days and times sort as text). */
export function compareLabels(a: Label, b: Label): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const x = text(a);
  const y = text(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A day asked of a time means that whole day: the time is then compared by its day alone. */
const sameGrain = (label: Label, value: string): Label =>
  typeof label === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && /^\d{4}-\d{2}-\d{2}T/.test(label)
    ? label.slice(0, 10)
    : label;

const isNumber = (value: string) => value.trim() !== '' && Number.isFinite(Number(value));

type Test = (label: Label) => boolean;

/** Whether a dimension's value passes a filter; an empty filter value stands for a missing one. */
export function labelTest({ operator, values }: Filter): Test {
  const first = values[0] as string;
  const ordered = (accept: (difference: number) => boolean) => (label: Label) => {
    if (label === null) return false;
    const other: Label = typeof label === 'number' && isNumber(first) ? Number(first) : first;
    return accept(compareLabels(sameGrain(label, first), other));
  };
  switch (operator) {
    case '=':
      return (label) => values.some((value) => text(sameGrain(label, value)) === value);
    case '!=':
      return (label) => !values.some((value) => text(sameGrain(label, value)) === value);
    case '>=':
      return ordered((difference) => difference >= 0);
    case '<=':
      return ordered((difference) => difference <= 0);
    case '>':
      return ordered((difference) => difference > 0);
    case '<':
      return ordered((difference) => difference < 0);
    case '~':
      return (label) => text(label).toLowerCase().includes(first.toLowerCase());
    case '!~':
      return (label) => !text(label).toLowerCase().includes(first.toLowerCase());
    case '=~': {
      const pattern = new RegExp(first, 'i');
      return (label) => pattern.test(text(label));
    }
    case '><': {
      const [from, to] = values.map((value, i) =>
        labelTest({ field: '', operator: i === 0 ? '>=' : '<=', values: [value] }),
      ) as [Test, Test];
      return (label) => from(label) && to(label);
    }
    case '^=':
      return (label) => text(label).toLowerCase().startsWith(first.toLowerCase());
  }
}

/** Whether a metric's value passes a filter; only comparisons make sense. */
export function numberTest({ operator, values }: Filter): (value: number | null) => boolean {
  const numbers = values.map(Number);
  const first = numbers[0] as number;
  return (value) => {
    if (value === null) return operator === '!=';
    switch (operator) {
      case '=':
        return numbers.includes(value);
      case '!=':
        return !numbers.includes(value);
      case '>=':
        return value >= first;
      case '<=':
        return value <= first;
      case '>':
        return value > first;
      case '<':
        return value < first;
      case '><':
        return value >= first && value <= (numbers[1] as number);
      default:
        return false;
    }
  };
}
