import {
  coverageFrom,
  coverageText,
  dayCoverageFrom,
  dayCoverageText,
  streamsOf,
  textWithoutDays,
  textWithoutPast,
} from '../../src/server/app/coverage';
import type { DayCoverage } from '../../src/server/app/day-coverage';
import type { Coverage } from '../../src/server/app/sync-plan';
import { Store } from '../../src/server/core/store';
import type { Stream } from '../../src/server/core/stream';
import { streams } from '../../src/server/streams';
import { orderSearch } from '../../src/server/streams/orders-endpoint';
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

const DAY = 86_400;
/** Stretches of days as seconds. */
const stretches = (...days: [number, number][]): [number, number][] =>
  days.map(([since, until]) => [since * DAY, until * DAY]);
const coverage: Coverage = {
  covered: stretches([100, 200], [300, 400]),
  watermark: 400 * DAY,
  job: null,
};
const filled = streamsOf(orderSearch);

test('after a change of schema nothing counts as loaded, so that it is fetched again; before it, all does', () => {
  const text = coverageText(coverage, [parcels, things]);
  expect(coverageFrom(text, [parcels, things])).toEqual(coverage);
  expect(coverageFrom(text, [later, things])).toEqual({ covered: [], watermark: 400 * DAY, job: null });
});

test('of a list by time, damage takes back all that comes after its first day; a cut only what lies before it', () => {
  const text = coverageText(coverage, filled);
  const damaged = (since: number) =>
    coverageFrom(textWithoutDays(orderSearch, text, { since, until: since + 10 }), filled).covered;
  const cut = (before: number) => coverageFrom(textWithoutPast(orderSearch, text, before), filled).covered;
  expect(damaged(350)).toEqual(stretches([100, 200], [300, 350]));
  expect(damaged(150)).toEqual(stretches([100, 150]));
  expect(cut(150)).toEqual(stretches([150, 200], [300, 400]));
  expect(cut(350)).toEqual(stretches([350, 400]));
});

test('of figures by day, damage takes back its own days, a cut those before it, a change of schema all', () => {
  const { endpoint } = streams.shop_performance;
  const own = streamsOf(endpoint);
  const days: DayCoverage = { final: [[100, 200]], open: [[200, 203]], latest: 202, oldest: 90, readAt: 5 };
  const text = dayCoverageText(days, own);
  expect(dayCoverageFrom(text, own)).toEqual(days);
  expect(dayCoverageFrom(textWithoutDays(endpoint, text, { since: 150, until: 160 }), own)).toEqual({
    ...days,
    final: [
      [100, 150],
      [160, 200],
    ],
    readAt: 0,
  });
  expect(dayCoverageFrom(textWithoutPast(endpoint, text, 150), own).final).toEqual([[150, 200]]);
  expect(dayCoverageFrom(text, [{ ...own[0]!, schema: own[0]!.schema + 1 }])).toEqual({
    ...days,
    final: [],
    open: [],
    readAt: 0,
  });
});
