import fc from 'fast-check';
import { dueAt, timed } from '../../src/server/app/due';
import type { Schedule } from '../../src/shared/report';
import { offsetByIntl, ZONES } from '../shared/wall-clock';

type Timed = Exclude<Schedule, string>;

/** Every zone of the markets changes its clocks, if at all, at a quarter of an hour. */
const QUARTER = 900;
const HOUR = 3600;
const FROM = Date.UTC(2026, 0, 1) / 1000;
const TO = Date.UTC(2027, 1, 1) / 1000;

const offsets = new Map(ZONES.map((zone) => [zone, offsetByIntl(zone)]));
const offsetOf = (zone: string, time: number) => offsets.get(zone)!(time);

/** What a person would say looking at calendar and clock on the wall. */
function isItsDay(schedule: Timed, wall: Date): boolean {
  switch (schedule.every) {
    case 'hour':
    case 'day':
      return true;
    case 'week':
      return (wall.getUTCDay() + 6) % 7 === schedule.weekday;
    case 'month': {
      const tomorrow = new Date(wall.getTime() + 86_400_000);
      return schedule.day === 'last' ? tomorrow.getUTCDate() === 1 : wall.getUTCDate() === schedule.day;
    }
  }
}

/** Walks through thirteen months: the first moment of each of its days at which the clock shows its hour or later. */
function walked(schedule: Timed): number[] {
  const moments: number[] = [];
  let done = '';
  for (let time = FROM; time < TO; time += QUARTER) {
    if (schedule.every === 'hour') {
      if (time % HOUR === 0) moments.push(time);
      continue;
    }
    const wall = new Date((time + offsetOf(schedule.zone, time)) * 1000);
    const date = wall.toISOString().slice(0, 10);
    if (date <= done || wall.getUTCHours() < schedule.hour || !isItsDay(schedule, wall)) continue;
    moments.push(time);
    done = date;
  }
  // The walk may have begun in the middle of a day.
  return moments.filter((time) => time > FROM + 2 * 86_400);
}

const at = { hour: fc.integer({ min: 0, max: 23 }), zone: fc.constantFrom(...ZONES) };
const anySchedule: fc.Arbitrary<Timed> = fc.oneof(
  fc.record({ every: fc.constant('hour' as const) }),
  fc.record({ every: fc.constant('day' as const), ...at }),
  fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 0, max: 6 }), ...at }),
  fc.record({
    every: fc.constant('month' as const),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
    ...at,
  }),
);

test('due and next moments are those of a walk along the wall clock, in any zone and over every change of clocks', () => {
  fc.assert(
    fc.property(anySchedule, fc.array(fc.nat(), { minLength: 20, maxLength: 40 }), (schedule, picks) => {
      const moments = walked(schedule);
      for (const pick of picks) {
        const i = 1 + (pick % (moments.length - 2));
        const [last, next] = [moments[i]!, moments[i + 1]!];
        for (const now of [last, last + 1, last + (pick % (next - last)), next - 1]) {
          expect(dueAt(schedule, last, now, offsetOf)).toEqual({ due: false, at: next });
          expect(dueAt(schedule, last - 1, now, offsetOf)).toEqual({ due: true, at: last });
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** Days on which the hour is skipped or comes twice. */
test.each([
  ['America/New_York', 2, '2026-03-08T07:00Z', 'skipped: the first moment after the gap'],
  ['America/New_York', 1, '2026-11-01T05:00Z', 'twice: the first time'],
  ['Europe/London', 1, '2026-03-29T01:00Z', 'skipped'],
  ['America/Santiago', 0, '2026-09-06T04:00Z', 'midnight skipped'],
  ['Australia/Lord_Howe', 2, '2026-10-03T15:30Z', 'half an hour skipped'],
])('in %s, hour %d falls on %s (%s)', (zone, hour, expected) => {
  const moment = Date.parse(expected.replace('Z', ':00Z')) / 1000;
  const offset = offsetByIntl(zone);
  const answer = dueAt({ every: 'day', hour, zone }, moment - 1, moment, (_, time) => offset(time));
  expect(answer).toEqual({ due: true, at: moment });
  expect(
    dueAt({ every: 'day', hour, zone }, moment - 9000, moment - 1, (_, time) => offset(time)).at,
  ).not.toBe(moment - 1);
});

test('ten missed hours are due once', () => {
  const now = FROM + 10 * HOUR + 60;
  expect(dueAt({ every: 'hour' }, FROM + 5, now, offsetOf)).toEqual({ due: true, at: FROM + 10 * HOUR });
  expect(dueAt({ every: 'hour' }, now, now + 1, offsetOf)).toEqual({ due: false, at: FROM + 11 * HOUR });
});

test('what the first version saved is midnight in the report’s zone', () => {
  expect(timed('daily', 'Asia/Jakarta')).toEqual({ every: 'day', hour: 0, zone: 'Asia/Jakarta' });
  expect(timed('none', 'UTC')).toBeNull();
});
