import type { Quotient } from './decimal';
import type { Cell } from './fields';
import { compared } from './filters';
import type { Group } from './groups';
import { WEEKDAYS } from './local-time';
import type { Question } from './question';

type Comparison = (a: Group, b: Group) => number;

/** What the report asks for first, then the dimensions ascending, then the currency. Missing values come last. */
export function rowOrder(
  question: Question,
  metric: (group: Group, id: string) => Quotient | null,
): Comparison {
  const { dimensions, sort = [] } = question;
  const byDimension = (place: number, descending: boolean): Comparison => {
    const days = dimensions[place] === 'day_of_week';
    const key = (group: Group): Cell =>
      days ? WEEKDAYS.indexOf(String(group.cells[place])) : group.cells[place]!;
    return (a, b) => missingLast(key(a), key(b), descending, compareCells);
  };
  const asked = sort.map(({ field, descending }): Comparison => {
    const place = dimensions.indexOf(field);
    if (place >= 0) return byDimension(place, descending);
    return (a, b) => missingLast(metric(a, field), metric(b, field), descending, compared);
  });
  const steps = [...asked, ...dimensions.map((_, place) => byDimension(place, false))];
  return (a, b) => {
    for (const step of steps) {
      const difference = step(a, b);
      if (difference !== 0) return difference;
    }
    return compareCells(a.currency ?? '', b.currency ?? '');
  };
}

function missingLast<T>(
  a: T | null,
  b: T | null,
  descending: boolean,
  compare: (a: T, b: T) => number,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return descending ? compare(b, a) : compare(a, b);
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
