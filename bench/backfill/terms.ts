import type { StoryOptions } from '../../src/server/sample/story-of';

/** What both backfills have in common: two years of a US shop, read at noon of the day after. */
export const FIRST_DAY = '2024-01-01';
export const NOW = Date.UTC(2026, 0, 1, 12);
export const HOUR = 3_600_000;
export const LATENCY_MS = 300;
/** Requests a second that TikTok lets pass; it tells nobody, and the add-on does not know. */
export const PER_SECOND = 5;
/** Of a consumer account. */
const CALLS_A_DAY = 20_000;
const TRIGGER_MINUTES_A_DAY = 90;

export const shopOf = (orders: number): StoryOptions => ({
  seed: 'past',
  shops: ['US'],
  orders,
  since: FIRST_DAY,
  until: '2026-01-01',
});

/** What one dispatch has taken. */
export interface Hour {
  calls: number;
  triggerMinutes: number;
}
/** What a backfill has taken. */
export interface Taken extends Hour {
  days: number;
}

const sumOf = (hours: readonly Hour[]): Hour => ({
  calls: hours.reduce((sum, hour) => sum + hour.calls, 0),
  triggerMinutes: hours.reduce((sum, hour) => sum + hour.triggerMinutes, 0),
});

/** All hours together. Throws where more was taken in any 24 of them than Google gives a consumer account. */
export function takenBy(hours: readonly Hour[], end: number): Taken {
  hours.forEach((_, first) => {
    const { calls, triggerMinutes } = sumOf(hours.slice(first, first + 24));
    if (calls > CALLS_A_DAY || triggerMinutes > TRIGGER_MINUTES_A_DAY)
      throw new Error(`${calls} calls and ${triggerMinutes} trigger minutes in a day`);
  });
  return { ...sumOf(hours), days: (end - NOW) / (24 * HOUR) };
}
