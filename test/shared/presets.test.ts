import fc from 'fast-check';
import {
  dayOf,
  isoDay,
  PRESETS,
  parseDay,
  resolveComparison,
  resolveHours,
  resolveRange,
} from '../../src/shared/day';

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
    ['last_2_weeks', '2026-11-02..2026-11-15'],
    ['last_3_months', '2026-08-01..2026-10-31'],
    ['last_30_days_to_date', '2026-10-23..2026-11-22'],
    ['last_1_quarters', '2026-07-01..2026-09-30'],
    ['last_2_years', '2024-01-01..2025-12-31'],
    ['this_week_whole', '2026-11-16..2026-11-22'],
    ['this_month_whole', '2026-11-01..2026-11-30'],
    ['this_quarter_whole', '2026-10-01..2026-12-31'],
    ['last_month_to_date', '2026-10-01..2026-10-22'],
    ['last_quarter_to_date', '2026-07-01..2026-08-22'],
    ['last_year_to_date', '2025-01-01..2025-11-22'],
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

test('weeks may begin on Sunday', () => {
  const range = (text: string) => {
    const found = resolveRange(text, parseDay('2026-11-22')!, 6)!;
    return `${isoDay(found.since)}..${isoDay(found.until - 1)}`;
  };
  expect(range('this_week')).toBe('2026-11-22..2026-11-22');
  expect(range('last_week')).toBe('2026-11-15..2026-11-21');
});

test('a month to date never reaches into the next one', () => {
  expect(days('last_month_to_date', '2026-03-31')).toBe('2026-02-01..2026-02-28');
});

test('hours are whole ones of the zone’s clock, before the present one', () => {
  const now = Date.UTC(2026, 10, 22, 9, 40) / 1000;
  const shown = (offset: number) => {
    const { since, until } = resolveHours('last_3_hours', now, () => offset)!;
    return [since, until].map((time) => new Date(time * 1000).toISOString().slice(11, 16)).join(' ');
  };
  expect(shown(0)).toBe('06:00 09:00');
  expect(shown(5.75 * 3600)).toBe('06:15 09:15');
  expect(resolveHours('last_3_days', now, () => 0)).toBeNull();
  expect(resolveHours('@100..200', now, () => 0)).toEqual({ since: 100, until: 200 });
});

test.each([
  ['previous_period', '2026-03-05..2026-03-10', '2026-02-27..2026-03-04', 'as many days'],
  ['previous_period', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28', 'a whole month'],
  ['previous_period', '2026-01-01..2026-03-31', '2025-10-01..2025-12-31', 'a whole quarter'],
  ['last_year', '2025-02-01..2025-02-28', '2024-02-01..2024-02-29', 'a leap February'],
  ['last_year', '2026-11-01..2026-11-22', '2025-11-01..2025-11-22', 'some days'],
  ['same_weekdays', '2026-11-16..2026-11-22', '2025-11-17..2025-11-23', 'Monday to Sunday'],
  ['2026-01-01..2026-01-06', '2026-03-05..2026-03-10', '2026-01-01..2026-01-06', 'days of one’s own'],
])('%s of %s is %s (%s)', (text, own, wanted) => {
  const range = resolveRange(own, 0)!;
  const found = resolveComparison(text, range, parseDay('2026-11-22')!)!.days;
  expect(`${isoDay(found.since)}..${isoDay(found.until - 1)}`).toBe(wanted);
});
