import fc from 'fast-check';
import { dayOf, type Offset, offsetTable } from '../../src/shared/day';
import { offsetByIntl, ZONES } from './wall-clock';

const SINCE = dayOf(2021, 6, 1) * 86_400;
const UNTIL = dayOf(2027, 2, 1) * 86_400;

/** Every whole hour at which the probe says something else than before, found day by day, then hour by hour. */
function changes(probe: Offset): number[] {
  const found: number[] = [];
  for (let day = SINCE; day < UNTIL; day += 86_400) {
    if (probe(day) === probe(day + 86_400)) continue;
    for (let time = day + 3600; time <= day + 86_400; time += 3600)
      if (probe(time) !== probe(time - 3600)) found.push(time);
  }
  return found;
}

test.each(ZONES)('in %s the table says what the zone says, to the second around every change', (zone) => {
  const probe = offsetByIntl(zone);
  const table = offsetTable(probe, SINCE, UNTIL);
  for (const change of changes(probe))
    for (const time of [change - 3601, change - 3600, change - 1, change, change + 1, change + 3600])
      expect(table(time)).toBe(probe(time));
});

test('the table says what the zone says at any time, asked in any order', () => {
  const tables = new Map(ZONES.map((zone) => [zone, offsetTable(offsetByIntl(zone), SINCE, UNTIL)]));
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: SINCE, max: UNTIL - 1 }), (zone, time) => {
      expect(tables.get(zone)!(time)).toBe(offsetByIntl(zone)(time));
    }),
    { numRuns: 2000 },
  );
});

test('changes may stand anywhere, also on the borders of the span', () => {
  const change = fc.integer({ min: 15, max: 300 });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.array(fc.integer({ min: -48, max: 56 }), { minLength: 7, maxLength: 7 }),
      fc.integer({ min: 1, max: 2000 }),
      (gaps, quarters, days) => {
        const since = 1_600_000_000;
        const starts = gaps.map(
          (
            (at) => (gap: number) =>
              (at += gap * 86_400 + 7)
          )(since),
        );
        const probe: Offset = (time) => quarters[starts.filter((start) => start <= time).length]! * 900;
        const table = offsetTable(probe, since, since + days * 86_400);
        for (let time = since; time < since + days * 86_400; time += 40_000)
          expect(table(time)).toBe(probe(time));
      },
    ),
    { numRuns: 60 },
  );
});

test('a year costs tens of questions to the platform, not thousands', () => {
  let asked = 0;
  const probe = offsetByIntl('America/New_York');
  offsetTable(
    (time) => {
      asked++;
      return probe(time);
    },
    SINCE,
    SINCE + 365 * 86_400,
  );
  expect(asked).toBeLessThan(100);
});
