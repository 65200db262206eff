// The main job, as a seller does it: authorize, pick, look at the tab. Every cell against an independent calculation.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import type { Shop } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import type { Shop as ShopRecords } from '../differential/database';
import { closeOracles, oracle } from '../differential/oracle';
import type { Question } from '../differential/question';
import { connect, type Office, openOffice } from './office';
import { recordsOf } from './records';
import { expectAnswer, expectTab } from './shown';

// All is over: nothing changes any more while it is looked at.
const NOW = Date.UTC(2026, 7, 1, 9);
const FIRST = '2025-12-20';
const LAST = '2026-05-31';

let office: Office;
let shops: Shop[];
let client: Client;
let records: ShopRecords[];

beforeAll(async () => {
  const markets = ['US', 'VN', 'GB', 'US'];
  office = await openOffice(
    { seed: 'ten thousand', shops: markets, orders: 10_000, since: FIRST, until: '2026-06-01' },
    { now: NOW },
  );
  shops = (await connect(office)).shops.filter(({ id }) => id !== 'sample');
  client = await plainClient(office.simulator.url, { now: NOW });
  records = await recordsOf(client, shops, { first: FIRST, last: LAST, now: NOW });
});
afterAll(() => {
  closeOracles();
  return office.stop();
});

/** A report of some of the shops; what is left out is left out of the report too. */
type Asked = Pick<ReportInput, 'range'> &
  Partial<Omit<Question, 'shops' | 'first' | 'last'>> & { readonly of: readonly number[] };

/** Runs a report, and holds its answer and its tab against the oracle. Gives back the expected rows. */
async function proves({ of, ...asked }: Asked) {
  const fields = { metrics: [], dimensions: [], zone: 'UTC', ...asked };
  const report = { ...fields, name: 'Report', shops: of.map((place) => shops[place]!.id) } as ReportInput;
  const [first = '', last = ''] = report.range.split('..');
  const expected = await oracle({
    ...fields,
    shops: records,
    of: of.map((place) => shops[place]!.id),
    first,
    last,
  });
  const { result } = office.run(report);
  const answer = office.answer(report);
  expectAnswer(answer, expected);
  expectTab(office.runtime.document(office.document).tab(result!.sheetId), expected, answer);
  return expected;
}

test('the consent page leads to the shops, and nobody typed an id', () => {
  expect(shops.map(({ region, currency }) => `${region} ${currency}`)).toEqual([
    'US USD',
    'VN VND',
    'GB GBP',
    'US USD',
  ]);
  expect(records.reduce((sum, shop) => sum + shop.records.length, 0)).toBe(10_000);
});

test('dates by products: amounts of orders are shared out to the last cent, buyers and orders counted once', async () => {
  const { rows } = await proves({
    of: [0],
    metrics: ['gmv', 'orders', 'paid_orders', 'customers', 'items_sold', 'sku_orders', 'sale_price', 'aov'],
    dimensions: ['date', 'product_name'],
    range: '2026-01-01..2026-05-31',
  });
  expect(rows.length).toBeGreaterThan(2000);
});

test('hour and day of week in a zone that changes its clocks within the range', async () => {
  const { rows } = await proves({
    of: [2],
    metrics: ['gmv', 'paid_orders', 'customers'],
    dimensions: ['day_of_week', 'hour'],
    range: '2026-03-01..2026-04-30',
    zone: 'Europe/London',
  });
  expect(rows.length).toBeGreaterThan(150);
});

test('one row an order: ids, statuses, flags and times, filtered', async () => {
  const { rows } = await proves({
    of: [0],
    metrics: ['payment_total_amount', 'orders'],
    dimensions: [
      'order_id',
      'order_status',
      'create_time',
      'paid_time',
      'cancel_time',
      'is_sample_order',
      'recipient_state',
      'recipient_city',
      'tracking_number',
      'payment_method_name',
    ],
    range: '2026-02-10..2026-04-10',
    zone: 'America/Los_Angeles',
    filters: [
      { field: 'order_status', operator: '!=', values: ['COMPLETED', 'DELIVERED'] },
      { field: 'fulfillment_type', operator: '=', values: ['FULFILLMENT_BY_SELLER'] },
    ],
  });
  expect(rows.length).toBeGreaterThan(20);
});

test('a filter on items with an order’s dimension keeps only the matching share of each order', async () => {
  await proves({
    of: [0],
    metrics: ['gmv', 'sub_total', 'tax_amount', 'orders', 'items_sold', 'customers'],
    dimensions: ['order_status'],
    range: '2026-01-01..2026-05-31',
    filters: [
      { field: 'product_name', operator: '~', values: ['LIP'] },
      { field: 'is_gift', operator: '=', values: ['false'] },
    ],
  });
});

test('several shops and currencies stand apart, in Vietnamese đồng without decimals', async () => {
  const { columns } = await proves({
    of: [0, 1, 2, 3],
    metrics: ['gmv', 'gross_revenue', 'discount_amount', 'customers', 'aov'],
    dimensions: ['shop_name', 'month'],
    range: '2025-12-20..2026-05-31',
    zone: 'Asia/Ho_Chi_Minh',
  });
  expect(columns.map(({ id }) => id)).toContain('currency');
});

test('two shops in one currency are added up', async () => {
  const { columns, rows } = await proves({
    of: [0, 3],
    metrics: ['gmv', 'customers', 'sku_orders'],
    range: '2026-01-01..2026-03-31',
  });
  expect(columns[0]).toEqual({ id: 'gmv', type: 'money', currency: 'USD' });
  expect(rows.length).toBe(1);
});

test('weeks, months, quarters and years over the turn of a year', async () => {
  await proves({
    of: [1],
    metrics: ['gmv', 'orders', 'items_per_order'],
    dimensions: ['year', 'quarter', 'month', 'week'],
    range: '2025-12-20..2026-05-31',
    zone: 'Asia/Ho_Chi_Minh',
  });
});

test('the best ten by a ratio, of those that a metric’s filter lets through', async () => {
  const { rows } = await proves({
    of: [0],
    metrics: ['avg_item_price', 'gmv', 'tax_rate', 'items_sold'],
    dimensions: ['seller_sku', 'product_id'],
    range: '2026-01-01..2026-05-31',
    filters: [{ field: 'items_sold', operator: '>=', values: ['5'] }],
    sort: [{ field: 'avg_item_price', descending: true }],
    limit: 10,
  });
  expect(rows.length).toBe(10);
});

test('every amount there is, in one row', async () => {
  await proves({
    of: [0],
    metrics: [
      'gmv_ex_tax_shipping',
      'gross_revenue_incl_shipping',
      'original_product_price',
      'seller_discount',
      'platform_discount',
      'product_tax',
      'shipping_fee_tax',
      'shipping_fee',
      'original_shipping_fee',
      'shipping_fee_seller_discount',
      'shipping_fee_platform_discount',
      'original_price',
      'item_seller_discount',
      'item_platform_discount',
      'item_tax_amount',
      'tax_rate',
    ],
    range: '2026-02-01..2026-04-30',
  });
});

test('a report about nothing answers with zeros, and without a quotient', async () => {
  const { rows } = await proves({
    of: [0],
    metrics: ['gmv', 'orders', 'aov'],
    range: '2024-01-01..2024-01-31',
  });
  expect(rows).toEqual([['0.00', 0, null]]);
});

type Paid = { paid_time: number; payment: { total_amount: string } };

test('the comparison sees a single cent: a record with one more is no longer met', async () => {
  const report = {
    name: 'Cent',
    shops: [shops[2]!.id],
    metrics: ['gmv'],
    dimensions: ['date'],
    range: '2026-01-01..2026-05-31',
  };
  const spoilt = structuredClone(records[2]!);
  const { payment } = (spoilt.records as unknown as Paid[]).find(
    ({ paid_time }) => paid_time > Date.UTC(2026, 1, 1) / 1000,
  )!;
  payment.total_amount = (Number(payment.total_amount) + 0.01).toFixed(2);
  const expected = await oracle({
    ...report,
    shops: [spoilt],
    first: '2026-01-01',
    last: '2026-05-31',
    zone: 'UTC',
  });
  office.run(report);
  expect(() => expectAnswer(office.answer(report), expected)).toThrow();
});
