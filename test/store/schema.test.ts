import { coverageFrom, coverageText, cutBefore, lostSince } from '../../src/server/app/coverage';
import type { Coverage } from '../../src/server/app/sync-plan';
import { Store } from '../../src/server/core/store';
import type { Stream } from '../../src/server/core/stream';
import { MemoryRows } from '../core/memory-rows';
import { named, parcels, plainHash, things } from '../core/parcels';
import { storedRows } from '../core/stored-rows';

const JANUARY = Date.UTC(2026, 0, 15) / 1000;
const record = (id: string, price: string) => ({
  id,
  created: JANUARY,
  updated: JANUARY,
  weight: '3',
  label: { title: 'A', price },
});
/** The next version of the stream: a field more, and another one whose meaning has changed. */
const later: Stream = {
  ...parcels,
  schema: 2,
  fields: {
    ...parcels.fields,
    weight: { ...parcels.fields.weight, since: 2 },
    note: { ...parcels.fields.title, path: 'note', since: 2 },
  },
};

test('what an older add-on stored is read field by field: new ones and changed ones are missing, the others stand', () => {
  const rows = new MemoryRows();
  new Store(rows).put('shop', [parcels], [record('1', '9.5')], {}, plainHash);
  const [decoded] = new Store(rows).read(new Store(rows).index(), later);
  expect(decoded?.column('weight')).toBeNull();
  expect(decoded?.column('note')).toBeNull();
  expect(decoded?.column('price')).toMatchObject({ scale: 1 });
});

test('a record fetched again brings its new fields; those that are not keep what they had', () => {
  const rows = new MemoryRows();
  new Store(rows).put('shop', [parcels], [record('1', '9.5'), record('2', '7')], {}, plainHash);
  new Store(rows).put('shop', [later], [{ ...record('2', '7'), note: 'new' }], {}, plainHash);
  expect(rows.index().map(({ schema }) => schema)).toEqual([2]);
  expect(storedRows(rows, later).map((row) => ({ ...named(row), note: row[10] }))).toMatchObject([
    { parcel_id: '1', price: '9.5', weight: null, note: null },
    { parcel_id: '2', price: '7', weight: 3, note: 'new' },
  ]);
});

const coverage: Coverage = {
  covered: [
    [100, 200],
    [300, 400],
  ],
  watermark: 400,
  job: null,
};

test('after a change of schema nothing counts as loaded, so that it is fetched again; before it, all does', () => {
  const text = coverageText(coverage, [parcels, things]);
  expect(coverageFrom(text, [parcels, things])).toEqual(coverage);
  expect(coverageFrom(text, [later, things])).toEqual({ covered: [], watermark: 400, job: null });
});

test('damage takes back all that comes after its first day; a cut only what lies before it', () => {
  expect(lostSince(coverage, 350).covered).toEqual([
    [100, 200],
    [300, 350],
  ]);
  expect(lostSince(coverage, 150).covered).toEqual([[100, 150]]);
  expect(cutBefore(coverage, 150).covered).toEqual([
    [150, 200],
    [300, 400],
  ]);
  expect(cutBefore(coverage, 350).covered).toEqual([[350, 400]]);
});
