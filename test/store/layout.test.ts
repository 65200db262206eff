import fc from 'fast-check';
import { cutTo, daysOf, halvesOf, holds, monthOf, placeFor } from '../../src/server/core/layout';
import { Store } from '../../src/server/core/store';
import { MemoryRows } from '../core/memory-rows';
import { type Parcel, parcels, plainHash, things } from '../core/parcels';
import { storedRows } from '../core/stored-rows';

const DAY = 86_400;
const START = Date.UTC(2024, 1, 1) / 1000;
const STREAMS = [parcels, things];
/** Days of February of a leap year and March. */
const times = fc.integer({ min: START, max: START + 60 * DAY - 1 });

test('the halves of a partition cover its days, each once, down to single days', () => {
  const check = (partition: string): void => {
    const days = daysOf(partition)!;
    const halves = halvesOf(partition);
    if (halves.length === 0) {
      expect(days.until - days.since).toBe(1);
      return;
    }
    const [first, second] = halves.map((half) => daysOf(half)!);
    expect([first!.since, first!.until, second!.until]).toEqual([days.since, second!.since, days.until]);
    halves.forEach(check);
  };
  for (const month of ['2024-02', '2026-02', '2026-01', '2026-04']) check(month);
});

test('names that are none are no days', () => {
  for (const name of ['', '2026', '2026-1', '2026-01 damaged', 'orders']) expect(daysOf(name)).toBeNull();
});

test('a month is cut until no part has too many rows, and each time has one place in the parts', () => {
  fc.assert(
    fc.property(
      fc.array(times, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 10 }),
      (all, most) => {
        const month = monthOf(all[0]!);
        const own = all.filter((time) => monthOf(time) === month);
        const parts = cutTo(month, [own], most);
        for (const part of parts) {
          const inside = own.filter((time) => holds(part, time));
          if (halvesOf(part).length > 0) expect(inside.length).toBeLessThanOrEqual(most);
        }
        for (const time of own) {
          expect(parts.filter((part) => holds(part, time))).toHaveLength(1);
          expect(holds(placeFor(time, new Set(parts)), time)).toBe(true);
          expect(parts).toContain(placeFor(time, new Set(parts)));
        }
      },
    ),
  );
});

const parcel = fc.tuple(times, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(
  ([created, version, count]): Parcel => ({
    id: String(created),
    created,
    updated: created + version,
    label: { title: `form ${version}`, price: '1.5' },
    things: Array.from({ length: count }, (_, i) => ({ id: `${created}${i}`, price: String(version) })),
  }),
);

test('however months are cut on the way, the store holds the same rows, and no day is stored twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(parcel, { maxLength: 25 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 12 }),
      (batches, most) => {
        const cut = new MemoryRows();
        const whole = new MemoryRows();
        for (const batch of batches) {
          new Store(cut, most).put('shop', STREAMS, batch, {}, plainHash);
          new Store(whole).put('shop', STREAMS, batch, {}, plainHash);
        }
        for (const stream of STREAMS) {
          const sorted = (rows: MemoryRows) =>
            storedRows(rows, stream)
              .map((row) => JSON.stringify(row))
              .sort();
          expect(sorted(cut)).toEqual(sorted(whole));
        }
        const parts = new Set(cut.index().map(({ partition }) => partition));
        for (const one of parts)
          for (const other of parts)
            if (one !== other) {
              const [a, b] = [daysOf(one)!, daysOf(other)!];
              expect(a.until <= b.since || b.until <= a.since).toBe(true);
            }
      },
    ),
    { numRuns: 80 },
  );
});

test('a cut writes its parts and removes the whole in one writing: killed before it, nothing has changed', () => {
  const rows = new MemoryRows();
  const list = Array.from(
    { length: 20 },
    (_, i): Parcel => ({ id: `${100 + i}`, created: START + i * DAY, updated: START + i * DAY }),
  );
  new Store(rows, 15).put('shop', [parcels], list.slice(0, 14), {}, plainHash);
  const before = rows.contents();
  rows.failure = new Error('killed');
  expect(() => new Store(rows, 15).put('shop', [parcels], list, {}, plainHash)).toThrow('killed');
  expect(rows.contents()).toEqual(before);
  const writes = rows.writes;
  new Store(rows, 15).put('shop', [parcels], list, {}, plainHash);
  expect(rows.writes).toBe(writes + 1);
  expect(
    rows
      .index()
      .map(({ partition }) => partition)
      .sort(),
  ).toEqual(['2024-02-01..14', '2024-02-15..29']);
  expect(storedRows(rows, parcels)).toHaveLength(20);
});

test('a change to one day of a cut month writes only its part', () => {
  const rows = new MemoryRows();
  const list = Array.from(
    { length: 29 },
    (_, i): Parcel => ({ id: `${100 + i}`, created: START + i * DAY, updated: START + i * DAY }),
  );
  new Store(rows, 8).put('shop', [parcels], list, {}, plainHash);
  const before = new Map(rows.contents());
  new Store(rows, 8).put('shop', [parcels], [{ ...list[3]!, updated: START + 9 * DAY }], {}, plainHash);
  const changed = rows.contents().filter(([key, text]) => before.get(key) !== text);
  expect(changed.map(([key]) => JSON.parse(key)[2])).toEqual(['2024-02-01..07']);
});
