import { civil, dayOf, isoDay, monthStart } from '../../shared/day';

/**
 * How a shop's rows are cut into partitions: by the UTC day of their creation, into months ("2026-01") and, where a
 * month is too large, into halves of it, halves of these, down to single days ("2026-01-01..15"). The names say
 * all, so any mix can be read; a day has one place in any mix, since a part never lies beside the whole.
 */
export interface Days {
  since: number;
  until: number;
}

const DAY = 86_400;
const MONTH = /^(\d{4})-(\d\d)$/;
const PART = /^(\d{4})-(\d\d)-(\d\d)\.\.(\d\d)$/;

/** Days that a partition covers; null for a name that is none. */
export function daysOf(partition: string): Days | null {
  const month = MONTH.exec(partition);
  if (month) {
    const since = dayOf(Number(month[1]), Number(month[2]), 1);
    return { since, until: monthStart(since, 1) };
  }
  const part = PART.exec(partition);
  if (!part) return null;
  const at = (text: string | undefined) => dayOf(Number(part[1]), Number(part[2]), Number(text));
  return { since: at(part[3]), until: at(part[4]) + 1 };
}

export const monthOf = (created: number): string => isoDay(Math.floor(created / DAY)).slice(0, 7);

const two = (value: number): string => String(value).padStart(2, '0');

/** The two halves of a partition, or none for a single day. */
export function halvesOf(partition: string): string[] {
  const days = daysOf(partition);
  if (!days || days.until - days.since < 2) return [];
  const middle = Math.floor((days.since + days.until) / 2);
  const name = (since: number, until: number) => `${isoDay(since)}..${two(civil(until - 1).day)}`;
  return [name(days.since, middle), name(middle, days.until)];
}

export function holds(partition: string, created: number): boolean {
  const days = daysOf(partition);
  const day = Math.floor(created / DAY);
  return days !== null && day >= days.since && day < days.until;
}

const within = (part: string, whole: string): boolean => {
  const inner = daysOf(part);
  const outer = daysOf(whole);
  return inner !== null && outer !== null && inner.since >= outer.since && inner.until <= outer.until;
};

/** The partition that a record created then belongs to, beside those that exist. */
export function placeFor(created: number, existing: ReadonlySet<string>): string {
  let place = monthOf(created);
  for (;;) {
    if (existing.has(place) || ![...existing].some((other) => within(other, place))) return place;
    const half = halvesOf(place).find((one) => holds(one, created));
    if (half === undefined) return place;
    place = half;
  }
}

/**
 * The parts of a partition in which no list has more than `most` entries, as far as days allow. Lists of the times of
 * creation: of orders, and of their line items.
 */
export function cutTo(partition: string, lists: readonly (readonly number[])[], most: number): string[] {
  const halves = halvesOf(partition);
  if (lists.every((times) => times.length <= most) || halves.length === 0) return [partition];
  return halves.flatMap((half) => {
    const inside = lists.map((times) => times.filter((time) => holds(half, time)));
    return inside.every((times) => times.length === 0) ? [] : cutTo(half, inside, most);
  });
}

/** First and last day in words. */
export function inWords(partition: string): string {
  const days = daysOf(partition);
  return days ? `${isoDay(days.since)} to ${isoDay(days.until - 1)}` : partition;
}
