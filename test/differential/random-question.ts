import fc from 'fast-check';
import type { Question } from './question';
import { FIRST, LAST } from './shops';
import { FIELDS, ORDER_MEANS, PARTS, REAL_METRICS } from './words';

const REAL_FIELDS = [
  ...Object.keys(FIELDS).filter((id) => !['stock_warehouse', 'sent_back_reason'].includes(id)),
  ...Object.keys(PARTS),
  'shop_id',
  'shop_name',
  'shop_region',
];
const FEW = [
  'order_status',
  'is_gift',
  'payment_method_name',
  'month',
  'week',
  'day_of_week',
  'shop_region',
  'is_cod',
  'cancellation_initiator',
  'product_name',
];
const TIMES = [
  'create_time',
  'paid_time',
  'update_time',
  'rts_time',
  'delivery_time',
  'cancel_time',
  'sales_time',
];
/** Sums and counts of rows: what can be added up from row to row. */
const ADDED = [
  'gmv',
  'sub_total',
  'tax_amount',
  'payment_total_amount',
  'orders',
  'paid_orders',
  'items_sold',
  'sale_price',
  'gross_revenue',
  'told_visitors',
  'told_prices',
  'told_more',
  'gmv_beyond',
  'kept_gmv',
];

const DAYS = (Date.parse(LAST) - Date.parse(FIRST)) / 86_400_000;
const isoDay = (number: number) =>
  new Date(Date.parse(FIRST) + number * 86_400_000).toISOString().slice(0, 10);
const range = fc
  .tuple(fc.nat({ max: DAYS }), fc.nat({ max: DAYS }))
  .map(([a, b]) => ({ first: isoDay(Math.min(a, b)), last: isoDay(Math.max(a, b)) }));
const months = fc.constantFrom(
  { first: '2026-01-01', last: '2026-01-31' },
  { first: '2026-03-01', last: '2026-03-31' },
  { first: '2026-02-01', last: '2026-03-31' },
);

const comparison = fc.constantFrom('>=', '<=', '>', '<', '=', '!=');
const filter = (metrics: readonly string[]) =>
  fc.oneof(
    fc.record({
      field: fc.constantFrom(...metrics),
      operator: comparison,
      values: fc.constantFrom('0', '1', '2', '10', '19.99', '250').map((value) => [value]),
    }),
    fc.constantFrom(
      { field: 'order_status', operator: '=', values: ['COMPLETED', 'CANCELLED'] },
      { field: 'order_status', operator: '!=', values: ['COMPLETED'] },
      { field: 'order_status', operator: '=~', values: ['^c.*d$'] },
      { field: 'product_name', operator: '~', values: ['lip'] },
      { field: 'product_name', operator: '!~', values: ['e'] },
      { field: 'product_name', operator: '^=', values: ['=2'] },
      { field: 'seller_sku', operator: '=', values: ['1E5', 'TRUE', '007'] },
      { field: 'is_gift', operator: '=', values: ['true'] },
      { field: 'is_sample_order', operator: '=', values: ['false'] },
      { field: 'cancel_reason', operator: '=', values: [''] },
      { field: 'cancel_reason', operator: '!=', values: [''] },
      { field: 'room_id', operator: '!=', values: [''] },
      { field: 'hour', operator: '>=', values: ['12'] },
      { field: 'hour', operator: '><', values: ['5', '9'] },
      { field: 'day_of_week', operator: '=', values: ['Saturday', 'Sunday'] },
      { field: 'date', operator: '>=', values: ['2026-02-01'] },
      { field: 'date', operator: '><', values: ['2026-01-15', '2026-03-15'] },
      { field: 'month', operator: '=', values: ['2026-03'] },
      { field: 'create_time', operator: '<', values: ['2026-02-15'] },
      { field: 'paid_time', operator: '=', values: ['2026-02-15'] },
      { field: 'delivery_time', operator: '>', values: ['2026-02-15'] },
      { field: 'tax_rate', operator: '>=', values: ['0.0725'] },
      { field: 'fulfillment_priority_level', operator: '>', values: ['5'] },
      { field: 'currency', operator: '=', values: ['USD'] },
      { field: 'shop_region', operator: '!=', values: ['VN'] },
    ),
  );

const shape = fc.record({
  totals: fc.boolean(),
  subtotals: fc.boolean(),
  other: fc.boolean(),
  limit: fc.option(fc.integer({ min: 1, max: 20 })),
  weekStart: fc.constantFrom<0 | 6>(0, 6),
  compare: fc.option(
    fc.record({
      to: fc.constantFrom('previous_period', 'last_year', 'same_weekdays', '2025-12-25..2026-02-02'),
      show: fc.subarray(['value', 'change', 'percent'], { minLength: 1 }),
    }),
    { freq: 2 },
  ),
  sort: fc.array(fc.record({ place: fc.nat(), descending: fc.boolean() }), { maxLength: 2 }),
  calculated: fc.array(fc.record({ place: fc.nat(), kind: fc.constantFrom('share', 'running', 'rank') }), {
    maxLength: 2,
  }),
});

interface Vocabulary {
  metrics: readonly string[];
  fields: readonly string[];
  columns: readonly string[];
  filters: boolean;
  times: readonly (string | undefined)[];
}

const questionOf = ({ metrics, fields, columns, filters, times }: Vocabulary) =>
  fc
    .record({
      metrics: fc.uniqueArray(fc.constantFrom(...metrics), { maxLength: 4 }),
      dimensions: fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 3 }),
      pivot: fc.oneof(
        { weight: 2, arbitrary: fc.constant([] as string[]) },
        { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...columns), { maxLength: 2 }) },
      ),
      days: fc.oneof({ weight: 3, arbitrary: range }, { weight: 1, arbitrary: months }),
      zone: fc.constantFrom(
        'UTC',
        'America/Los_Angeles',
        'Asia/Kathmandu',
        'Pacific/Auckland',
        'Europe/London',
        'Asia/Ho_Chi_Minh',
      ),
      time: fc.constantFrom(...times),
      filters: fc.array(filter(metrics), { maxLength: filters ? 3 : 0 }),
      shape,
    })
    .filter(({ metrics, dimensions }) => metrics.length + dimensions.length > 0)
    .map(({ days, shape, time, ...asked }): Omit<Question, 'shops'> => {
      const { sort, calculated, limit, subtotals, compare, ...rest } = shape;
      const { metrics, dimensions } = asked;
      const chosen = [...metrics, ...dimensions];
      const calculations = calculated.flatMap(({ place, kind }) => {
        const metric = metrics[place % Math.max(1, metrics.length)];
        return metric === undefined || (kind === 'running' && !ADDED.includes(metric))
          ? []
          : [{ metric, kind }];
      });
      return {
        ...asked,
        ...rest,
        ...days,
        pivot: metrics.length === 0 ? [] : asked.pivot.filter((id) => !dimensions.includes(id)),
        limit: subtotals ? null : limit,
        subtotals,
        calculations: calculations.filter(
          ({ metric, kind }, n) =>
            calculations.findIndex((one) => one.metric === metric && one.kind === kind) === n,
        ),
        sort: sort.map(({ place, descending }) => ({ field: chosen[place % chosen.length]!, descending })),
        ...(compare ? { compare } : {}),
        ...(time === undefined ? {} : { time }),
      };
    });

/** Any report about orders and their items. */
export const realQuestion = questionOf({
  metrics: Object.keys(REAL_METRICS),
  fields: REAL_FIELDS,
  columns: FEW,
  filters: true,
  times: [undefined, undefined, undefined, ...TIMES],
});

const plain = [
  'date',
  'week',
  'month',
  'quarter',
  'year',
  'day_of_week',
  'shop_name',
  'shop_region',
  'shop_id',
];
/** Reports about the made-up streams, beside orders: unrelated ones by day and shop, stock by SKU, returns by reason. */
export const madeUpQuestion = fc.oneof(
  questionOf({
    metrics: [
      'visitors',
      'tiktok_gmv',
      'stock',
      'least_price',
      'most_available',
      'gmv',
      'customers',
      'new_customers',
      'refunds',
      'orders',
      'told_visitors',
      'told_prices',
      'told_more',
      'told_part',
      'gmv_beyond',
      'gmv_per_thousand',
      'items_per_day',
      'stock_days',
      'sold_part',
      'cover',
      ...Object.keys(ORDER_MEANS),
    ],
    fields: plain,
    columns: ['month', 'shop_region', 'day_of_week'],
    filters: false,
    times: [undefined],
  }),
  questionOf({
    metrics: ['stock', 'least_price', 'most_available', 'told_prices', 'told_stock', 'stock_days'],
    fields: [...plain, 'sku_id', 'stock_warehouse', 'currency'],
    columns: ['month', 'stock_warehouse', 'shop_region'],
    filters: false,
    times: [undefined],
  }),
  questionOf({
    metrics: ['stock', 'items_sold', 'items_per_day', 'sales_days', 'cover', 'sold_part', 'told_stock'],
    fields: [...plain, 'sku_id'],
    columns: ['month', 'shop_region', 'day_of_week'],
    filters: false,
    times: [undefined],
  }),
  questionOf({
    metrics: [...Object.keys(ORDER_MEANS), 'gmv', 'aov', 'paid_orders'],
    fields: [...plain, 'hour', 'order_status', 'payment_method_name', 'recipient_state', 'order_id'],
    columns: ['month', 'is_cod', 'day_of_week'],
    filters: false,
    times: [undefined, 'create_time', 'delivery_time'],
  }),
  questionOf({
    metrics: [
      'gmv',
      'tax_amount',
      'orders',
      'customers',
      'items_sold',
      'sku_orders',
      'refunds',
      'aov',
      'returning_customers',
      'kept_gmv',
      'items_per_day',
    ],
    fields: [...plain, 'sent_back_reason', 'order_status', 'product_name'],
    columns: ['sent_back_reason', 'month'],
    filters: false,
    times: [undefined],
  }),
);
