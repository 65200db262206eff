import { type DayRange, isoDay, localDay, resolveRange, type TimeRange, timesOf } from '../../src/shared/day';
import { BadInput } from './bad-input';
import type { Request } from './request';

type Asked = Pick<Request, 'range' | 'zone' | 'now' | 'shape'>;

/**
 * The asked days as 'A..B', so that a run that goes on past midnight is still about the days of its beginning. Hours, and
 * all that is stored, are the add-on's to know.
 */
export function explicitRange(asked: Asked): string {
  if (asked.range === 'all' || asked.range.endsWith('_hours')) return asked.range;
  const { since, until } = daysIn(asked);
  return `${isoDay(since)}..${isoDay(until - 1)}`;
}

/** Unix seconds, half-open. */
export const timesIn = (asked: Asked): TimeRange => timesOf(daysIn(asked), offsetIn(asked.zone));

function daysIn({ range, zone, now, shape }: Asked): DayRange {
  const days = resolveRange(range, localDay(Math.floor(now / 1000), offsetIn(zone)), shape.weekStart);
  if (days) return days;
  throw new BadInput(
    `--range ${range} is not understood. Write 2026-01-01..2026-01-31, or a preset such as last_30_days.`,
  );
}

/** Seconds that a zone is ahead of UTC, from the machine's own time zone data. */
function offsetIn(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const parts = Object.fromEntries(
      format.formatToParts(time * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - time;
  };
}
