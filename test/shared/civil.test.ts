import fc from 'fast-check';
import {
  civil,
  dayOf,
  isoDay,
  isoLocal,
  monthStart,
  parseDay,
  quarterStart,
  WEEKDAYS,
  weekday,
  weekStart,
  yearStart,
} from '../../src/shared/day';

/** Days from 1600 to 2400: every rule of the Gregorian calendar occurs in them. */
const anyDay = fc.integer({ min: dayOf(1600, 1, 1), max: dayOf(2400, 12, 31) });
const utc = (day: number) => new Date(day * 86_400_000);

test('a day and its civil date are each other’s inverse, and agree with the platform’s calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { year, month, day: dayOfMonth } = civil(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
      const date = utc(day);
      expect([year, month, dayOfMonth]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
      ]);
    }),
    { numRuns: 2000 },
  );
});

test('every day of forty years follows the one before it', () => {
  for (let day = dayOf(1995, 1, 1); day < dayOf(2035, 1, 1); day++)
    expect(isoDay(day)).toBe(utc(day).toISOString().slice(0, 10));
});

test('a day is read back from its text', () => {
  fc.assert(fc.property(anyDay, (day) => parseDay(isoDay(day)) === day));
});

test.each([
  '2026-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-1',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '',
  '٢٠٢٦-٠١-٠١',
])('%p is no day', (text) => {
  expect(parseDay(text)).toBeNull();
});

test('29 February exists in leap years', () => {
  expect(parseDay('2024-02-29')).not.toBeNull();
  expect(parseDay('2000-02-29')).not.toBeNull();
});

test('weekdays are those of the platform’s calendar, Monday first', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekday(day)).toBe((utc(day).getUTCDay() + 6) % 7);
    }),
  );
  expect(WEEKDAYS[weekday(dayOf(2026, 11, 22))]).toBe('Sunday');
});

test('a week begins on its start, at most six days before', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (day, start) => {
      const first = weekStart(day, start);
      expect(weekday(first)).toBe(start);
      expect(day - first).toBeGreaterThanOrEqual(0);
      expect(day - first).toBeLessThan(7);
    }),
  );
});

test('months, quarters and years begin where the platform’s calendar says, also many of them ahead or back', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, ahead) => {
      const date = utc(day);
      const year = date.getUTCFullYear();
      const month = date.getUTCMonth();
      const first = (y: number, m: number) => Date.UTC(y, m, 1) / 86_400_000;
      expect(monthStart(day, ahead)).toBe(first(year, month + ahead));
      expect(quarterStart(day, ahead)).toBe(first(year, Math.floor(month / 3) * 3 + ahead * 3));
      expect(yearStart(day, ahead)).toBe(first(year + ahead, 0));
    }),
  );
});

test('local seconds are written as the platform writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
      expect(isoLocal(seconds)).toBe(new Date(seconds * 1000).toISOString().slice(0, 19));
    }),
  );
});
