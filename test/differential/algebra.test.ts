// What must hold of any report, whatever its figures are.
import fc from 'fast-check';
import { catalog } from '../../src/server/catalog';
import { aggregate } from '../../src/server/core/aggregate';
import { planOf, type Query } from '../../src/server/core/plan';
import type { Rows as StoredRows } from '../../src/server/core/ports';
import { type Result, resultOf } from '../../src/server/core/result';
import { Store } from '../../src/server/core/store';
import { streams } from '../../src/server/streams';
import { sumDecimals } from '../../src/shared/money';
import { MemoryRows } from '../core/memory-rows';
import { queryOf } from '../core/query';
import type { Shop } from './database';
import { shopsOf, storeOf } from './shops';

const DAY = 86_400;
const FIRST = Date.UTC(2026, 0, 1) / 1000 / DAY;
const DAYS = 100;
const RUNS = 60;

let shops: Shop[];
let rows: StoredRows;

beforeAll(() => {
  shops = shopsOf(80);
  rows = storeOf(shops, {});
});

function ask(asked: Partial<Query>, from: StoredRows = rows): Result {
  const query = queryOf({ shops: shops.map(({ id }) => id), ...asked });
  const plan = planOf(catalog, query);
  const facts = query.shops.map((id) => shops.find((shop) => shop.id === id)!);
  return resultOf(
    catalog,
    plan,
    aggregate(catalog, plan, new Store(from), facts, () => 0),
  );
}
const days = (since: number, until: number) => ({
  days: { since: FIRST + since, until: FIRST + until },
  range: { since: (FIRST + since) * DAY, until: (FIRST + until) * DAY },
});

const SUMS = [
  'gmv',
  'tax_amount',
  'sale_price',
  'payment_total_amount',
  'seller_discount',
  'item_tax_amount',
];
const COUNTS = ['orders', 'paid_orders', 'items_sold'];
const ANY = [
  ...SUMS,
  ...COUNTS,
  'customers',
  'sku_orders',
  'aov',
  'tax_rate',
  'new_customers',
  'returning_customers',
];
const FIELDS = [
  'order_status',
  'product_name',
  'shop_name',
  'month',
  'date',
  'recipient_state',
  'is_gift',
  'day_of_week',
];
const PIVOTS = ['payment_method_name', 'sku_type', 'week', 'fulfillment_type'];
const FILTERS = [
  { field: 'order_status', operator: '!=' as const, values: ['CANCELLED'] },
  { field: 'product_name', operator: '~' as const, values: ['e'] },
  { field: 'day_of_week', operator: '=' as const, values: ['Monday', 'Sunday'] },
  { field: 'is_gift', operator: '=' as const, values: ['false'] },
];
const some = (list: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: most });
const stretch = fc
  .uniqueArray(fc.integer({ min: 0, max: DAYS }), { minLength: 3, maxLength: 3 })
  .map((all) => [...all].sort((a, b) => a - b) as [number, number, number]);
const metricsOf = fc.tuple(some(SUMS, 2), some(COUNTS, 2)).map(([sums, counts]) => [...sums, ...counts]);

/** Figures added up over all rows of a currency, as text. */
function added({ columns, rows }: Result): Record<string, string> {
  const currency = columns.findIndex(({ id }) => id === 'currency');
  const sums: Record<string, string> = {};
  for (const row of rows)
    columns.forEach(({ id, type }, n) => {
      if (type !== 'money' && type !== 'integer') return;
      const key = `${row[currency]} ${id}`;
      sums[key] = sumDecimals([sums[key] ?? '0', String(row[n])])!;
    });
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== '0'));
}

test('the two parts of a range add up to the whole, to the last cent', () => {
  fc.assert(
    fc.property(
      stretch,
      metricsOf,
      some(['product_name', 'order_status', 'shop_name'], 2),
      ([a, b, c], metrics, dimensions) => {
        // Orders that several of their items show are no sum: they are asked for by themselves.
        const whole = dimensions.includes('product_name')
          ? metrics.filter((id) => !['orders', 'paid_orders'].includes(id))
          : metrics;
        const asked = { metrics: whole, dimensions: [...dimensions, 'currency'] };
        const parts = [ask({ ...asked, ...days(a, b) }), ask({ ...asked, ...days(b, c) })];
        const joined = { ...parts[0]!, rows: parts.flatMap((part) => part.rows) };
        expect(added(joined)).toEqual(added(ask({ ...asked, ...days(a, c) })));
      },
    ),
    { numRuns: RUNS },
  );
});

test('in whatever order partitions are found, and however they are cut, the answer is the same', () => {
  const recut = new MemoryRows();
  const store = new Store(recut, 90);
  for (const { id, records } of [...shops].reverse())
    store.put(id, [streams.line_items, streams.orders], [...records].reverse(), {}, (text) => text);
  fc.assert(
    fc.property(some(ANY, 4), some(FIELDS, 3), (metrics, dimensions) => {
      expect(ask({ metrics, dimensions }, recut)).toEqual(ask({ metrics, dimensions }));
    }),
    { numRuns: RUNS },
  );
});

test('filters commute', () => {
  fc.assert(
    fc.property(
      some(ANY, 4),
      some(FIELDS, 2),
      fc.shuffledSubarray(FILTERS),
      (metrics, dimensions, filters) => {
        const asked = { metrics, dimensions, totals: true };
        expect(ask({ ...asked, filters })).toEqual(ask({ ...asked, filters: [...filters].reverse() }));
      },
    ),
    { numRuns: RUNS },
  );
});

test('the total column of a pivot is the report without it', () => {
  fc.assert(
    fc.property(some(ANY, 3), some(FIELDS, 2), some(PIVOTS, 2), (metrics, dimensions, pivot) => {
      const asked = { metrics, dimensions, totals: true, subtotals: true };
      const plain = ask(asked);
      const pivoted = ask({ ...asked, pivot });
      const keys = plain.columns.length - metrics.length;
      expect(
        pivoted.rows.map((row) => [...row.slice(0, keys), ...row.slice(row.length - metrics.length)]),
      ).toEqual(plain.rows);
    }),
    { numRuns: RUNS },
  );
});

test('compared with itself, nothing changes', () => {
  fc.assert(
    fc.property(stretch, some(ANY, 3), some(FIELDS, 2), ([a, , c], metrics, dimensions) => {
      const period = days(a, c);
      const { columns, rows } = ask({
        ...period,
        metrics,
        dimensions,
        totals: true,
        comparison: { ...period, months: 0, ahead: 0 },
        changes: ['value', 'change', 'percent'],
      });
      for (const row of rows)
        columns.forEach(({ id }, n) => {
          if (id.endsWith(':compared')) expect(row[n]).toEqual(row[n - 1]);
          if (/:(change|percent)$/.test(id))
            expect([0, null]).toContain(row[n] === null ? null : Number(row[n]));
        });
    }),
    { numRuns: RUNS },
  );
});

test('new and returning customers together are the customers, in every row and total', () => {
  fc.assert(
    fc.property(stretch, some(FIELDS, 2), ([a, , c], dimensions) => {
      const metrics = ['customers', 'new_customers', 'returning_customers'];
      const { rows } = ask({ ...days(a, c), metrics, dimensions, totals: true, subtotals: true });
      for (const row of rows) {
        const [all, fresh, old] = row.slice(-3).map(Number);
        expect(fresh! + old!).toBe(all);
      }
    }),
    { numRuns: RUNS },
  );
});

test('dense days add rows of zeros, one for each day of the range, and change nothing else', () => {
  fc.assert(
    fc.property(
      stretch,
      metricsOf,
      fc.constantFrom('date', 'week', 'month', 'hour'),
      ([a, , c], metrics, part) => {
        const asked = { ...days(a, c), metrics, dimensions: [part], shops: [shops[0]!.id] };
        const thin = ask(asked).rows;
        const full = ask({ ...asked, dense: true }).rows;
        const isZero = (row: (typeof full)[number]) => row.slice(1).every((cell) => Number(cell) === 0);
        expect(full.filter((row) => !isZero(row))).toEqual(thin.filter((row) => !isZero(row)));
        if (part === 'date') expect(full.length).toBe(c - a);
        if (part === 'hour') expect(full.length).toBe(24);
      },
    ),
    { numRuns: RUNS },
  );
});
