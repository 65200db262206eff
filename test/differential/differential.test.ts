// Any report, drawn by lot, is what DuckDB makes of TikTok's own records with SQL written from the formulas' words.
import fc from 'fast-check';
import { answerReport } from '../../src/server/app/answer';
import type { Deps } from '../../src/server/app/deps';
import { aggregate } from '../../src/server/core/aggregate';
import type { Catalog, Metric } from '../../src/server/core/metric';
import { planOf } from '../../src/server/core/plan';
import type { Rows as StoredRows } from '../../src/server/core/ports';
import { type Result, resultOf } from '../../src/server/core/result';
import { Store } from '../../src/server/core/store';
import { type Offset, offsetTable, parseDay, resolveComparison, timesOf } from '../../src/shared/day';
import { type AskedReport, parseReport } from '../../src/shared/report';
import { queryOf } from '../core/query';
import { type Database, databaseOf, type Shop } from './database';
import { type Expected, expectedOf } from './expected';
import { catalog } from './made-up';
import type { Question } from './question';
import { madeUpQuestion, realQuestion } from './random-question';
import { madeUpRows, shopsOf, storeOf } from './shops';

const ORDERS = 60;
/** Reports drawn in each test; `RUNS` sets another number. */
const RUNS = Number(process.env['RUNS'] ?? 350);
/** A test must not end before its last report is answered: the next one asks the same database. */
const PATIENCE = 3_600_000;
const NOW = Date.UTC(2026, 9, 1);

let shops: Shop[];
let rows: StoredRows;
let database: Database;

beforeAll(async () => {
  shops = shopsOf(ORDERS);
  const made = madeUpRows(shops);
  rows = storeOf(shops, made);
  database = await databaseOf(shops, made);
});
afterAll(() => database.close());

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Seconds that a zone is ahead of UTC, by Intl. */
function offsetOf(zone: string, time: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const two = '2-digit' as const;
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(
    clock.formatToParts(time * 1000).map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  return (
    Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) /
      1000 -
    time
  );
}

/** The add-on's answer, by its own catalogue. */
function answered({ first, last, ...question }: Question): Result {
  const parsed = parseReport({ name: 'Any', range: `${first}..${last}`, ...question });
  if (!('report' in parsed)) throw new Error(parsed.issues.join('; '));
  const deps = { rows, clock: { now: () => NOW }, zones: { offset: offsetOf } } as unknown as Deps;
  return answerReport(deps, new Store(rows), parsed.report as AskedReport);
}

/** The engine's answer by another catalogue. */
function answeredBy(other: Catalog, { first, last, compare, ...question }: Question): Result {
  const days = { since: parseDay(first)!, until: parseDay(last)! + 1 };
  const compared = compare && resolveComparison(compare.to, days, days.until);
  const near = [...Object.values(days), ...Object.values(compared?.days ?? {})].map((day) => day * 86_400);
  const offset: Offset = offsetTable(
    (time) => offsetOf(question.zone, time),
    Math.min(...near) - 9e6,
    Math.max(...near) + 9e6,
  );
  const query = queryOf({
    ...(question as object),
    days,
    range: timesOf(days, offset),
    comparison: compared ? { ...compared, range: timesOf(compared.days, offset) } : null,
    changes: (compare?.show ?? []) as [],
  });
  const plan = planOf(other, query);
  const facts = question.shops.map((id) => shops.find((shop) => shop.id === id)!);
  return resultOf(other, plan, aggregate(other, plan, new Store(rows), facts, offset));
}

/** Every cell; figures that are no money and no counts, to the twelfth place. */
function expectSame(found: Result, expected: Expected): void {
  expect(found.columns.map(({ label: _, ...column }) => column)).toEqual(expected.columns);
  const inexact = expected.columns.map(({ type }) => type === 'decimal' || type === 'percent');
  const text = (list: readonly unknown[]) =>
    list.map((cell, n) => (typeof cell === 'number' && inexact[n] ? cell.toPrecision(12) : cell));
  const wanted = expected.rows.map(text);
  const given = found.rows.map(text);
  const differs = wanted.findIndex((row, n) => row.some((cell, m) => !Object.is(cell, given[n]?.[m])));
  if (differs >= 0)
    expect({ row: differs, cells: given[differs] }).toEqual({ row: differs, cells: wanted[differs] });
  expect(given.length).toBe(wanted.length);
}

const anyShops = () =>
  fc.subarray(
    shops.map(({ id }) => id),
    { minLength: 1 },
  );

test.each([1, 2, 3, 4])(
  'any report about orders and items has the same cells (seed %d)',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(realQuestion, anyShops(), async (question, chosen) => {
        const asked = { ...question, shops: chosen };
        expectSame(answered(asked), await expectedOf(database, asked));
      }),
      { seed, numRuns: RUNS },
    );
  },
  PATIENCE,
);

test.each([1, 2])(
  'so has any report about stock, traffic and returns, beside orders or by themselves (seed %d)',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(madeUpQuestion, anyShops(), async (question, chosen) => {
        const asked = { ...question, shops: chosen };
        expectSame(answeredBy(catalog, asked), await expectedOf(database, asked));
      }),
      { seed, numRuns: RUNS },
    );
  },
  PATIENCE,
);

const ALL_DAYS = { first: '2026-01-01', last: '2026-04-30', zone: 'UTC' };
const changed = (id: string, change: object): Catalog => ({
  ...catalog,
  metrics: { ...catalog.metrics, [id]: { ...catalog.metrics[id], ...change } as Metric },
});

test.each<[kind: string, metric: string, change: object]>([
  ['a sum of another field', 'gmv', { terms: [{ field: 'sub_total', sign: 1 }] }],
  [
    'a sum with a wrong sign',
    'gross_revenue',
    {
      terms: [
        { field: 'sub_total', sign: 1 },
        { field: 'platform_discount', sign: -1 },
      ],
    },
  ],
  ['a sum placed by another time', 'gmv', { time: 'create_time' }],
  ['a sum of orders that do not count', 'payment_total_amount', { counted: 'sales_time' }],
  ['rows of the finer stream', 'paid_orders', { stream: 'line_items' }],
  ['different values of another field', 'customers', { fields: ['order_id'] }],
  ['half of a pair', 'sku_orders', { fields: ['sku_id'] }],
  ['the greatest in place of the least', 'least_price', { kind: 'max' }],
  ['the least in place of the greatest', 'most_available', { kind: 'min' }],
  ['a stock added up over days', 'stock', { kind: 'sum', terms: [{ field: 'available', sign: 1 }] }],
  ['a mean added up over days', 'visitors', { kind: 'sum', terms: [{ field: 'visitors', sign: 1 }] }],
  ['returning customers taken for new ones', 'new_customers', { kind: 'returning' }],
  [
    'all customers taken for returning ones',
    'returning_customers',
    { kind: 'distinct', fields: ['buyer_id'] },
  ],
  ['a quotient the other way round', 'aov', { of: ['paid_orders', 'gmv'] }],
  ['a quotient for one in place of a thousand', 'gmv_per_thousand', { per: undefined }],
  ['a quotient in place of a part', 'sold_part', { part: undefined }],
  ['a part in place of a quotient', 'items_per_order', { part: true }],
  ['seconds taken for hours', 'hours_to_ship', { per: undefined }],
  ['a total without one of its parts', 'gmv_beyond', { of: ['gmv'] }],
  ['a total that takes nothing away', 'gmv_beyond', { minus: [] }],
  ['a total that adds what it should take away', 'kept_gmv', { of: ['gmv', 'refunds'], minus: [] }],
  ['days with sales taken for all days', 'sales_days', { kind: 'distinct', fields: ['order_id'] }],
  ['what is not told taken for nothing', 'told_visitors', { told: undefined }],
])('%s is noticed (%s)', async (_fault, metric, change) => {
  const asked: Question = {
    ...ALL_DAYS,
    shops: [shops[0]!.id],
    metrics: [metric],
    dimensions: ['gmv', 'told_visitors'].includes(metric) ? ['date'] : [],
  };
  const expected = await expectedOf(database, asked);
  expectSame(answeredBy(catalog, asked), expected);
  expect(() => expectSame(answeredBy(changed(metric, change), asked), expected)).toThrow();
});
