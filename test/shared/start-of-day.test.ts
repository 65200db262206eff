import fc from 'fast-check';
import { dayOf, isoDay, localDay, parseDay, startOfDay, timesOf } from '../../src/shared/day';
import { dateOnTheWall, offsetByIntl, ZONES } from './wall-clock';

const FROM = dayOf(2024, 7, 1);
const TO = dayOf(2027, 1, 1);
const HOUR = 3600;

test.each(ZONES)('in %s every day of thirty months begins at the first instant with its date', (zone) => {
  const offset = offsetByIntl(zone);
  const lengths = new Set<number>();
  let before = startOfDay(FROM - 1, offset);
  for (let day = FROM; day < TO; day++) {
    const start = startOfDay(day, offset);
    expect([isoDay(day), dateOnTheWall(start, zone)]).toEqual([isoDay(day), isoDay(day)]);
    expect(dateOnTheWall(start - 1, zone)).toBe(isoDay(day - 1));
    lengths.add((start - before) / HOUR);
    before = start;
  }
  for (const length of lengths) expect(length).toBeGreaterThanOrEqual(23);
  for (const length of lengths) expect(length).toBeLessThanOrEqual(25);
});

test.each([
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Europe/London', '2026-03-29', 23],
  ['Europe/London', '2026-10-25', 25],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Asia/Jakarta', '2026-03-29', 24],
  // Midnight itself is skipped: the day begins at 01:00.
  ['America/Santiago', '2026-09-06', 23],
  ['Asia/Beirut', '2026-03-29', 23],
  ['America/Sao_Paulo', '2018-11-04', 23],
  // Midnight comes twice: the day begins at the first.
  ['America/Havana', '2026-11-01', 25],
])('in %s the %s has %d hours', (zone, text, hours) => {
  const day = parseDay(text)!;
  const { since, until } = timesOf({ since: day, until: day + 1 }, offsetByIntl(zone));
  expect((until - since) / HOUR).toBe(hours);
});

test('the day that Samoa skipped is empty, and the days around it meet', () => {
  const offset = offsetByIntl('Pacific/Apia');
  const skipped = parseDay('2011-12-30')!;
  const { since, until } = timesOf({ since: skipped, until: skipped + 1 }, offset);
  expect(until).toBe(since);
  expect(dateOnTheWall(since - 1, 'Pacific/Apia')).toBe('2011-12-29');
  expect(dateOnTheWall(until, 'Pacific/Apia')).toBe('2011-12-31');
});

test('an instant lies in the times of a range exactly when its date on the wall does', () => {
  const times = fc.integer({ min: FROM * 86_400, max: TO * 86_400 });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), times, fc.integer({ min: 0, max: 40 }), (zone, time, more) => {
      const offset = offsetByIntl(zone);
      const day = parseDay(dateOnTheWall(time, zone))!;
      expect(localDay(time, offset)).toBe(day);
      const inside = timesOf({ since: day - more, until: day + 1 }, offset);
      expect(time >= inside.since && time < inside.until).toBe(true);
      const after = timesOf({ since: day + 1, until: day + 2 + more }, offset);
      expect(time >= after.since).toBe(false);
    }),
    { numRuns: 400 },
  );
});
