import fc from 'fast-check';
import { dayOf, isoDay, PRESETS, parseDay, resolveRange } from '../../src/shared/day';

/** Both days included, as a reader would say it. */
function days(text: string, today: string): string | null {
  const range = resolveRange(text, parseDay(today)!);
  return range && `${isoDay(range.since)}..${isoDay(range.until - 1)}`;
}

describe('on a Sunday in the middle of a quarter', () => {
  test.each([
    ['today', '2026-11-22..2026-11-22'],
    ['yesterday', '2026-11-21..2026-11-21'],
    ['last_7_days', '2026-11-15..2026-11-21'],
    ['last_1_days', '2026-11-21..2026-11-21'],
    ['last_365_days', '2025-11-22..2026-11-21'],
    ['this_week', '2026-11-16..2026-11-22'],
    ['last_week', '2026-11-09..2026-11-15'],
    ['this_month', '2026-11-01..2026-11-22'],
    ['last_month', '2026-10-01..2026-10-31'],
    ['this_quarter', '2026-10-01..2026-11-22'],
    ['last_quarter', '2026-07-01..2026-09-30'],
    ['this_year', '2026-01-01..2026-11-22'],
    ['last_year', '2025-01-01..2025-12-31'],
  ])('%s is %s', (preset, wanted) => {
    expect(days(preset, '2026-11-22')).toBe(wanted);
  });
});

describe('at the borders', () => {
  test.each([
    ['this_week', '2026-11-23', '2026-11-23..2026-11-23', 'Monday: the week has one day'],
    ['last_week', '2026-01-01', '2025-12-22..2025-12-28', 'a Thursday that begins a year'],
    ['this_week', '2026-01-01', '2025-12-29..2026-01-01', 'a week that spans two years'],
    ['this_month', '2026-03-01', '2026-03-01..2026-03-01', 'first of a month'],
    ['last_month', '2026-03-31', '2026-02-01..2026-02-28', 'the month before is shorter'],
    ['last_month', '2024-03-31', '2024-02-01..2024-02-29', 'a leap February'],
    ['last_month', '2026-01-15', '2025-12-01..2025-12-31', 'across the year'],
    ['this_quarter', '2026-01-01', '2026-01-01..2026-01-01', 'first of a quarter'],
    ['last_quarter', '2026-03-31', '2025-10-01..2025-12-31', 'across the year'],
    ['last_quarter', '2026-12-31', '2026-07-01..2026-09-30', 'last day of a quarter'],
    ['this_year', '2026-01-01', '2026-01-01..2026-01-01', 'first of a year'],
    ['last_year', '2025-01-01', '2024-01-01..2024-12-31', 'a leap year of 366 days'],
    ['last_30_days', '2026-01-01', '2025-12-02..2025-12-31', 'ends yesterday, not today'],
  ])('%s on %s is %s (%s)', (preset, today, wanted) => {
    expect(days(preset, today)).toBe(wanted);
  });
});

test('every preset that the sidebar offers is understood on every day, is not empty and never reaches beyond today', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(PRESETS)),
      fc.integer({ min: dayOf(2019, 1, 1), max: dayOf(2040, 1, 1) }),
      (preset, today) => {
        const range = resolveRange(preset, today)!;
        expect(range.since).toBeLessThan(range.until);
        expect(range.until).toBeLessThanOrEqual(today + 1);
      },
    ),
  );
});

test('this and last tile time: the last one ends where this one begins', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('week', 'month', 'quarter', 'year'),
      fc.integer({ min: dayOf(2019, 1, 1), max: dayOf(2040, 1, 1) }),
      (unit, today) => {
        expect(resolveRange(`last_${unit}`, today)!.until).toBe(resolveRange(`this_${unit}`, today)!.since);
      },
    ),
  );
});

test('A..B includes both days, and blanks around them do not matter', () => {
  expect(days('2026-01-01..2026-01-31', '2026-11-22')).toBe('2026-01-01..2026-01-31');
  expect(days(' 2026-01-31 .. 2026-01-31 ', '2026-11-22')).toBe('2026-01-31..2026-01-31');
  expect(days('2026-01-31', '2026-11-22')).toBe('2026-01-31..2026-01-31');
});

test.each([
  '',
  '..',
  'last_0_days',
  'last_-1_days',
  'last_10000_days',
  'last_7_day',
  'Today',
  '2026-01-02..2026-01-01',
  '2026-01-01..',
  '..2026-01-01',
  '2026-01-01...2026-01-02',
  '2026-01-01..2026-01-02..2026-01-03',
  '2026-02-30..2026-03-01',
  'constructor',
  '__proto__',
])('%p is not understood', (text) => {
  expect(resolveRange(text, dayOf(2026, 11, 22))).toBeNull();
});
