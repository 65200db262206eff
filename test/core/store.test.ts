import fc from 'fast-check';
import { encodePartition } from '../../src/server/core/codec';
import { compareIds, partitionOf, Store } from '../../src/server/core/store';
import type { Stream } from '../../src/server/core/stream';
import { MemoryRows } from './memory-rows';
import { named, type Parcel, parcels, plainHash, things } from './parcels';
import { storedRows } from './stored-rows';

const JANUARY = Date.UTC(2026, 0, 15) / 1000;
const STREAMS = [parcels, things];
const put = (
  rows: MemoryRows,
  records: readonly unknown[],
  notes = {},
  streams: readonly Stream[] = STREAMS,
) => new Store(rows).put('shop', streams, records, notes, plainHash);

/** Forms of a few parcels at several times: the same id and time is always the same form. */
const forms = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }))
  .map(([number, version]): Parcel => {
    const created = JANUARY + number * 900_000;
    return {
      id: `57646141303878575${number}`,
      created,
      updated: created + version * 40_000,
      sender: `buyer ${number % 2}`,
      weight: version,
      label: { title: `Parcel ${number}, form ${version}`, price: `${number}.${version}0` },
      things: Array.from({ length: (number + version) % 3 }, (_, i) => ({
        id: `${number}000${i}`,
        price: `${version}.5`,
      })),
    };
  });

test('a record becomes one row, and one for each thing in it', () => {
  const rows = new MemoryRows();
  put(rows, [
    {
      id: '576461413038785752',
      created: JANUARY,
      updated: JANUARY + 5,
      sender: '7494107674655066',
      weight: '12',
      insured: true,
      rate: '0.0725',
      label: { title: '1E5', price: '21.30' },
      things: [
        { id: '9', price: '1.00' },
        { id: '10', price: '-0.50' },
      ],
    },
  ]);
  expect(storedRows(rows, parcels).map(named)).toEqual([
    {
      parcel_id: '576461413038785752',
      created: JANUARY,
      updated: JANUARY + 5,
      title: '1E5',
      sender: '#7494107674655066',
      weight: 12,
      insured: true,
      rate: '0.0725',
      price: '21.3',
      never: null,
    },
  ]);
  expect(storedRows(rows, things)).toEqual([
    ['9', '576461413038785752', JANUARY + 5, '1E5', '1'],
    ['10', '576461413038785752', JANUARY + 5, '1E5', '-0.5'],
  ]);
});

test('the same records in any order, in any portions, over any executions make the same store', () => {
  fc.assert(
    fc.property(
      fc
        .array(forms, { minLength: 1, maxLength: 25 })
        .chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
            fc.array(fc.nat({ max: 6 }), { maxLength: 8 }),
          ),
        ),
      (([all, shuffled, portions]) => {
        const atOnce = new MemoryRows();
        put(atOnce, all);
        const bitByBit = new MemoryRows();
        const store = new Store(bitByBit);
        const rest = [...shuffled];
        for (const size of portions) store.put('shop', STREAMS, rest.splice(0, size), {}, plainHash);
        put(bitByBit, rest);
        expect(bitByBit.contents()).toEqual(atOnce.contents());
      }) as (input: [Parcel[], Parcel[], number[]]) => void,
    ),
    { numRuns: 150 },
  );
});

test('the newest form of each record is kept, its things replaced together', () => {
  fc.assert(
    fc.property(fc.array(fc.array(forms, { maxLength: 8 }), { maxLength: 5 }), (batches) => {
      const rows = new MemoryRows();
      const newest = new Map<string, Parcel>();
      for (const batch of batches) {
        put(rows, batch);
        for (const form of batch)
          if ((newest.get(form.id)?.updated ?? 0) <= form.updated) newest.set(form.id, form);
      }
      const kept = [...newest.values()].sort((a, b) => compareIds(a.id, b.id));
      const stored = storedRows(rows, parcels).map(named);
      expect(stored.map((row) => [row['parcel_id'], row['updated'], row['title']])).toEqual(
        kept.map(({ id, updated, label }) => [id, updated, label!.title]),
      );
      expect(storedRows(rows, things)).toHaveLength(
        kept.reduce((sum, parcel) => sum + parcel.things!.length, 0),
      );
    }),
    { numRuns: 150 },
  );
});

test('putting the same again changes nothing, whether ids are texts or numbers', () => {
  for (const id of ['576461413038785752', '12', 12]) {
    const record = { id, created: JANUARY, updated: JANUARY, things: [{ id: 7, price: '1' }] };
    const rows = new MemoryRows();
    put(rows, [record]);
    const once = rows.contents();
    put(rows, [record, record]);
    expect(rows.contents()).toEqual(once);
    expect(storedRows(rows, parcels)).toHaveLength(1);
    expect(storedRows(rows, things)).toHaveLength(1);
  }
});

test('an older form never replaces a newer one, neither in a batch nor after it', () => {
  const form = (updated: number, title: string) => ({ id: '1', created: 1, updated, label: { title } });
  const rows = new MemoryRows();
  put(rows, [form(9, 'new'), form(5, 'old')]);
  put(rows, [form(8, 'older')]);
  expect(storedRows(rows, parcels).map((row) => named(row)['title'])).toEqual(['new']);
});

test('of two forms with the same time, the one that came later stands: what changed need not move the time', () => {
  const form = (title: string) => ({ id: '1', created: 1, updated: 5, label: { title } });
  const rows = new MemoryRows();
  put(rows, [form('first')]);
  put(rows, [form('second'), form('third')]);
  expect(storedRows(rows, parcels).map((row) => named(row)['title'])).toEqual(['third']);
});

test('records go to the month of their creation in UTC, at its borders too', () => {
  const at = (...date: [number, number, number, number?, number?, number?]) => Date.UTC(...date) / 1000;
  expect(partitionOf(at(2026, 0, 31, 23, 59, 59))).toBe('2026-01');
  expect(partitionOf(at(2026, 1, 1))).toBe('2026-02');
  expect(partitionOf(at(2025, 11, 31, 23, 59, 59))).toBe('2025-12');
  expect(partitionOf(at(2026, 0, 1))).toBe('2026-01');
});

test('the index says of each partition how many rows it has and between which times they lie', () => {
  const rows = new MemoryRows();
  put(rows, [
    { id: '1', created: JANUARY, updated: JANUARY + 9 },
    { id: '2', created: JANUARY + 5, updated: JANUARY + 7 },
    { id: '3', created: JANUARY + 40 * 86_400, updated: JANUARY + 40 * 86_400 },
  ]);
  const infos = new Store(rows).index().filter(({ stream }) => stream === 'parcels');
  expect(infos.map(({ partition, rows: count, times }) => [partition, count, times])).toEqual([
    ['2026-01', 2, { created: [JANUARY, JANUARY + 5], updated: [JANUARY + 7, JANUARY + 9] }],
    [
      '2026-02',
      1,
      {
        created: [JANUARY + 40 * 86_400, JANUARY + 40 * 86_400],
        updated: [JANUARY + 40 * 86_400, JANUARY + 40 * 86_400],
      },
    ],
  ]);
});

test('one write carries records and notes: killed before it, neither is there, and the next run has both', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(forms, { maxLength: 5 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
      (batches) => {
        const rows = new MemoryRows();
        const unharmed = new MemoryRows();
        batches.forEach(([batch, killed], i) => {
          const notes = { checkpoint: String(i) };
          put(unharmed, batch, notes);
          if (killed) {
            const before = [rows.contents(), rows.note('checkpoint')];
            rows.failure = new Error('killed');
            expect(() => put(rows, batch, notes)).toThrow('killed');
            expect([rows.contents(), rows.note('checkpoint')]).toEqual(before);
          }
          const writes = rows.writes;
          put(rows, batch, notes);
          expect(rows.writes).toBe(writes + 1);
        });
        expect(rows.contents()).toEqual(unharmed.contents());
        expect(rows.note('checkpoint')).toBe(String(batches.length - 1));
      },
    ),
    { numRuns: 60 },
  );
});

test('a damaged partition is told, by shop, stream and days; its neighbours read as they are', () => {
  const rows = new MemoryRows();
  put(rows, [
    { id: '1', created: JANUARY, updated: JANUARY },
    { id: '2', created: JANUARY + 40 * 86_400, updated: JANUARY + 40 * 86_400 },
  ]);
  const key = (partition: string) => ({ shop: 'shop', stream: 'parcels', partition });
  rows.damage(key('2026-01'), (payload) => payload.replace(/.$/, '*'));
  const store = new Store(rows);
  expect(() => store.read([key('2026-01')])).toThrow('parcels of shop shop, 2026-01-01 to 2026-01-31');
  const [february, march] = store.read([key('2026-02'), key('2026-03')]);
  expect(february?.rows).toBe(1);
  expect(march).toBeNull();
});

test('a partition written by an execution is what a later one reads', () => {
  const rows = new MemoryRows();
  const store = new Store(rows);
  store.put('shop', STREAMS, [{ id: '1', created: JANUARY, updated: JANUARY }], {}, plainHash);
  const [piece] = rows.read([{ shop: 'shop', stream: 'parcels', partition: '2026-01' }]);
  expect(piece).toBe(encodePartition(parcels, storedRows(rows, parcels)));
});

test('ids are ordered by value, however long they are', () => {
  const ids = ['10', '9', '576461413038785752', '576461413038785751'];
  expect(ids.sort(compareIds)).toEqual(['9', '10', '576461413038785751', '576461413038785752']);
});
