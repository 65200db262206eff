import { type Day, localDay, monthStart, startOfDay, weekStart } from '../../shared/day';
import type { Schedule } from '../../shared/report';

/** When schedules fall due. All times are unix seconds. */

type Calendar = Exclude<Schedule, string | { every: 'hour' }>;
type OffsetOf = (zone: string, time: number) => number;

const HOUR = 3600;

/** The last day of the schedule at or before a day. */
function dayBefore(schedule: Calendar, day: Day): Day {
  if (schedule.every === 'day') return day;
  if (schedule.every === 'week') return weekStart(day, schedule.weekday);
  const found = dayOfMonth(schedule.day, day, 0);
  return found <= day ? found : dayOfMonth(schedule.day, day, -1);
}

/** The schedule's day after one of its days. */
function dayAfter(schedule: Calendar, day: Day): Day {
  if (schedule.every === 'day') return day + 1;
  return schedule.every === 'week' ? day + 7 : dayOfMonth(schedule.day, day, 1);
}

const dayOfMonth = (wanted: number | 'last', day: Day, ahead: number): Day =>
  wanted === 'last' ? monthStart(day, ahead + 1) - 1 : monthStart(day, ahead) + wanted - 1;

/** The last moment of the schedule at or before `now`, and the first after it. */
function momentsAround(schedule: Exclude<Schedule, string>, now: number, offsetOf: OffsetOf) {
  if (schedule.every === 'hour') {
    const last = Math.floor(now / HOUR) * HOUR;
    return { last, next: last + HOUR };
  }
  // A day that began `hour` hours later: where the clock skips that hour the first moment after the gap, where it
  // strikes twice the first time.
  const shifted = (time: number) => offsetOf(schedule.zone, time) - schedule.hour * HOUR;
  const moment = (day: Day) => startOfDay(day, shifted);
  let day = dayBefore(schedule, localDay(now, shifted));
  if (moment(day) > now) day = dayBefore(schedule, day - 1);
  return { last: moment(day), next: moment(dayAfter(schedule, day)) };
}

/**
 * Whether a report is due that was last begun, or switched on, at `begun`; and the moment that it missed, else the
 * next one. Moments missed meanwhile count as one.
 */
export function dueAt(
  schedule: Exclude<Schedule, string>,
  begun: number,
  now: number,
  offsetOf: OffsetOf,
): { due: boolean; at: number } {
  const { last, next } = momentsAround(schedule, now, offsetOf);
  return begun < last ? { due: true, at: last } : { due: false, at: next };
}

/** The schedule with its hour and zone; null for none. 'daily' is what the first version saved: midnight in the report's zone. */
export const timed = (schedule: Schedule, zone: string): Exclude<Schedule, string> | null =>
  schedule === 'none' ? null : schedule === 'daily' ? { every: 'day', hour: 0, zone } : schedule;
