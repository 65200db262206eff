/** The days that a range, and what it is compared to, mean today; null where only the server can tell. */
import type { Overview } from '../../shared/api';
import { type DayRange, parseDay, resolveComparison, resolveRange } from '../../shared/day';
import { isHours } from '../../shared/shape';
import { type Draft, rangeText } from './draft';

export function daysNow({ range, zone, options }: Draft, overview: Overview): DayRange | null {
  const today = parseDay(overview.today.slice(0, 10));
  const text = rangeText(range);
  // In other zones than UTC it may be another day just now.
  return today === null || zone !== 'UTC' || text === 'all' || isHours(text)
    ? null
    : resolveRange(text, today, options.weekStart);
}

export function daysCompared(draft: Draft, overview: Overview): DayRange | null {
  const now = daysNow(draft, overview);
  const { compare, options } = draft;
  const today = parseDay(overview.today.slice(0, 10));
  return now && today !== null
    ? (resolveComparison(rangeText(compare), now, today, options.weekStart)?.days ?? null)
    : null;
}
