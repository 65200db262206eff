// The SQL itself, held against figures worked out by hand.
import { databaseOf, type Rows } from './database';
import { expectedOf } from './expected';
import type { Question } from './question';

type TikTokRecord = Record<string, unknown>;

const at = (text: string): number => Date.parse(text) / 1000;

const item = (id: string, product: string, sale_price: string, more: object = {}): TikTokRecord => ({
  id,
  product_name: product,
  sku_id: `sku of ${product}`,
  sale_price,
  is_gift: sale_price === '0.00',
  ...more,
});
const order = (
  id: string,
  day: string,
  total_amount: string,
  line_items: readonly TikTokRecord[],
  more: object = {},
): TikTokRecord => ({
  id,
  status: 'COMPLETED',
  user_id: 'ann',
  is_cod: false,
  create_time: at(`${day}T10:00:00Z`),
  paid_time: at(`${day}T10:05:00Z`),
  payment: { currency: 'USD', total_amount, sub_total: total_amount },
  line_items,
  ...more,
});
async function ask(records: readonly TikTokRecord[], asked: Partial<Question>, made: Rows = {}) {
  const database = await databaseOf([{ id: '1', name: 'One', region: 'US', records }], made);
  const { rows } = await expectedOf(database, {
    metrics: [],
    dimensions: [],
    first: '2026-01-01',
    last: '2026-01-31',
    zone: 'UTC',
    ...asked,
    shops: ['1'],
  });
  database.close();
  return rows;
}

const TWO = [
  order('1', '2026-01-02', '10.00', [
    item('11', 'Soap', '3.00'),
    item('12', 'Towel', '3.00'),
    item('13', 'Soap', '3.00'),
  ]),
  order('2', '2026-01-03', '5.50', [item('21', 'Soap', '5.00')], { user_id: 'bob' }),
];

test('a cent that cannot be shared goes to the smallest line item id', async () => {
  expect(await ask(TWO, { metrics: ['gmv'], dimensions: ['order_id', 'line_item_id'] })).toEqual([
    ['1', '11', '3.34'],
    ['1', '12', '3.33'],
    ['1', '13', '3.33'],
    ['2', '21', '5.50'],
  ]);
});

test('the largest remainder comes before the smaller id', async () => {
  const records = [order('1', '2026-01-02', '1.00', [item('1', 'A', '1.00'), item('2', 'B', '2.00')])];
  expect(await ask(records, { metrics: ['gmv'], dimensions: ['product_name'] })).toEqual([
    ['A', '0.33'],
    ['B', '0.67'],
  ]);
});

test('đồng are shared in whole ones, and items that cost nothing share equally', async () => {
  const payment = { currency: 'VND', total_amount: '100001' };
  const free = [item('1', 'A', '0'), item('2', 'B', '0')];
  expect(
    await ask([order('1', '2026-01-02', '', free, { payment })], {
      metrics: ['gmv'],
      dimensions: ['product_name'],
    }),
  ).toEqual([
    ['A', '50001'],
    ['B', '50000'],
  ]);
});

test('orders, buyers and pairs of order and SKU count once in each group, items each time', async () => {
  const metrics = ['orders', 'customers', 'sku_orders', 'items_sold', 'items_per_order'];
  expect(await ask(TWO, { metrics })).toEqual([[2, 2, 3, 4, 2]]);
  expect(await ask(TWO, { metrics, dimensions: ['product_name'] })).toEqual([
    ['Soap', 2, 2, 2, 3, 1.5],
    ['Towel', 1, 1, 1, 1, 1],
  ]);
});

test('a filter on items keeps their share of the order', async () => {
  const filters = [{ field: 'product_name', operator: '=', values: ['Towel'] }];
  expect(await ask(TWO, { metrics: ['gmv', 'orders'], filters })).toEqual([['3.33', 1]]);
});

test('unpaid orders are placed but not sold; cash on delivery is sold when placed, unless on hold', async () => {
  const unpaid = { paid_time: undefined, status: 'UNPAID' };
  const records = [
    order('1', '2026-01-02', '1.00', [], unpaid),
    order('2', '2026-01-02', '2.00', [], { ...unpaid, is_cod: true }),
    order('3', '2026-01-02', '4.00', [], { ...unpaid, is_cod: true, status: 'IN_TRANSIT' }),
    order('4', '2026-01-02', '8.00', [], { is_cod: true, paid_time: at('2026-01-09T00:00:00Z') }),
    order('5', '2026-01-02', '16.00', [], { paid_time: at('2026-01-09T00:00:00Z'), status: 'CANCELLED' }),
  ];
  expect(
    await ask(records, { metrics: ['payment_total_amount', 'gmv', 'orders', 'aov'], dimensions: ['date'] }),
  ).toEqual([
    ['2026-01-02', '31.00', '12.00', 5, '6.00'],
    ['2026-01-09', '0.00', '16.00', 0, '16.00'],
  ]);
});

test('an order without items counts under an empty product', async () => {
  expect(
    await ask([order('1', '2026-01-02', '7.00', [])], {
      metrics: ['gmv', 'items_sold'],
      dimensions: ['product_name'],
    }),
  ).toEqual([[null, '7.00', 0]]);
});

test('currencies get rows of their own', async () => {
  const pounds = order('3', '2026-01-04', '', [], { payment: { currency: 'GBP', total_amount: '9.99' } });
  expect(await ask([...TWO, pounds], { metrics: ['gmv', 'orders'] })).toEqual([
    ['GBP', '9.99', 1],
    ['USD', '15.50', 2],
  ]);
});

test('missing values come last in either direction; ties by dimension', async () => {
  const records = [
    order('1', '2026-01-02', '6.00', [], { status: 'B' }),
    order('2', '2026-01-02', '6.00', [], { status: 'A' }),
    order('3', '2026-01-02', '6.00', [], { status: 'C', paid_time: undefined }),
  ];
  const asked = { metrics: ['aov', 'orders'], dimensions: ['order_status'] };
  for (const descending of [true, false])
    expect(
      (await ask(records, { ...asked, sort: [{ field: 'aov', descending }] })).map(([status]) => status),
    ).toEqual(['A', 'B', 'C']);
});

test('filters on metrics compare exactly, after grouping and before the limit', async () => {
  const asked = { metrics: ['gmv'], dimensions: ['order_id'], limit: 1 };
  const filters = [{ field: 'gmv', operator: '<', values: ['10.00'] }];
  expect(await ask(TWO, { ...asked, filters })).toEqual([['2', '5.50']]);
});

test('days of 23 and 25 hours, half hours of summer time', async () => {
  const zoned = async (zone: string, day: string, time: string) =>
    ask([order('1', day, '1.00', [], { create_time: at(time) })], {
      dimensions: ['create_time', 'hour'],
      zone,
      first: '2026-01-01',
      last: '2026-12-31',
    });
  expect(await zoned('Australia/Lord_Howe', '2026-04-04', '2026-04-04T14:59:59Z')).toEqual([
    ['2026-04-05T01:59:59+11:00', 1],
  ]);
  expect(await zoned('Australia/Lord_Howe', '2026-04-04', '2026-04-04T15:00:00Z')).toEqual([
    ['2026-04-05T01:30:00+10:30', 1],
  ]);
  expect(await zoned('Europe/London', '2026-03-29', '2026-03-29T01:00:00Z')).toEqual([
    ['2026-03-29T02:00:00+01:00', 2],
  ]);
});

test('days are all those of the range, or of the row’s part of it, where anything was sold', async () => {
  const asked = { metrics: ['items_sold', 'sales_days', 'items_per_day'], last: '2026-02-10' };
  expect(await ask(TWO, asked)).toEqual([[4, 41, 4 / 41]]);
  expect(await ask(TWO, { ...asked, dimensions: ['month'] })).toEqual([['2026-01', 4, 31, 4 / 31]]);
  expect(await ask(TWO, { ...asked, dimensions: ['day_of_week', 'hour'] })).toEqual([
    ['Friday', 10, 3, 6, 0.5],
    ['Saturday', 10, 1, 6, 1 / 6],
  ]);
  // Beside each date stands the same one of the month before.
  const compare = { to: 'previous_period', show: ['value'] };
  expect(
    await ask(TWO, { metrics: ['sales_days'], first: '2026-02-01', last: '2026-02-28', compare }),
  ).toEqual([[null, 31]]);
});

test('hours are those of orders that have come to the step', async () => {
  const records = [
    order('1', '2026-01-02', '1.00', [], { rts_time: at('2026-01-02T13:05:00Z') }),
    order('2', '2026-01-02', '1.00', [], { rts_time: at('2026-01-02T11:35:00Z') }),
    order('3', '2026-01-02', '1.00', []),
  ];
  expect(await ask(records, { metrics: ['hours_to_ship', 'hours_to_delivery'] })).toEqual([[2.25, null]]);
});

const day = (date: string, visitors: string | null, gmv: string) => ({
  shop: '1',
  traffic_id: date,
  day: at(`${date}T00:00:00Z`),
  currency: 'USD',
  visitors,
  gmv,
});

test('what is not told is missing; in a total it counts as nothing, unless nothing is told', async () => {
  const traffic = [day('2026-01-02', null, '9.00'), day('2026-01-03', '2.50', '1.00')];
  const stock = [['2026-01-03', 7] as const, ['2026-01-04', 5] as const].map(([date, available]) => ({
    shop: '1',
    stock_id: date,
    stock_day: at(`${date}T00:00:00Z`),
    sku_id: 'sku of Soap',
    warehouse: 'North',
    currency: 'USD',
    available,
    price: null,
  }));
  const metrics = ['told_visitors', 'told_more', 'told_part'];
  expect(await ask([], { metrics, dimensions: ['date'] }, { traffic, stock })).toEqual([
    ['2026-01-02', null, null, null],
    ['2026-01-03', 2.5, -4.5, 2.5 / 9.5],
    ['2026-01-04', null, -5, null],
  ]);
  expect(await ask([], { metrics: ['told_visitors', 'gmv_per_thousand'] }, { traffic, stock })).toEqual([
    [2.5, '0.00'],
  ]);
  const back = { shop: '1', return_id: 'r', line_item_id: '21', return_time: at('2026-01-05T00:00:00Z') };
  const sent_back = [{ ...back, reason: 'Late', refund: '0.50' }];
  expect(
    await ask(TWO, { metrics: ['gmv_per_thousand', 'gmv_beyond'] }, { traffic, stock, sent_back }),
  ).toEqual([['6200.00', '5.00']]);
});
