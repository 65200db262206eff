// What fields and metrics mean, in SQL: written from the formulas' words, TikTok's paths and the design, not from the engine.

/** SQL of a field by the table whose rows have it: o orders, i items, r returned items, k stock, t traffic. */
export interface FieldSql {
  type: 'id' | 'text' | 'boolean' | 'time' | 'integer' | 'percent' | 'date' | 'currency' | 'money';
  of: Partial<Record<Table, string>>;
}
export type Table = 'o' | 'i' | 'r' | 'k' | 't';

const many = (names: string, make: (name: string) => [string, FieldSql]) => names.split(' ').map(make);
const path = (record: string, at: string) => `${record}->>'$.${at}'`;

/** Columns of the tables made from TikTok's records: name, SQL from `record` (an order) or `item`. */
export const ORDER_COLUMNS: [name: string, type: FieldSql['type'], sql: string][] = [
  ['order_id', 'id', path('record', 'id')],
  ['order_status', 'text', path('record', 'status')],
  ['buyer', 'id', path('record', 'user_id')],
  ['currency', 'currency', path('record', 'payment.currency')],
  ['fulfillment_priority_level', 'integer', path('record', 'fulfillment_priority_level')],
  ['recipient_region_code', 'text', path('record', 'recipient_address.region_code')],
  [
    'recipient_state',
    'text',
    `list_filter((record->'$.recipient_address.district_info')::json[], lambda x: x->>'$.address_level' = 'L1')[1]->>'$.address_name'`,
  ],
  [
    'recipient_city',
    'text',
    `list_filter((record->'$.recipient_address.district_info')::json[], lambda x: x->>'$.address_level' != 'L1' and regexp_matches(x->>'$.address_level_name', 'city', 'i'))[1]->>'$.address_name'`,
  ],
  ...['warehouse_id', 'delivery_option_id', 'shipping_provider_id', 'replaced_order_id'].map(
    (name): [string, 'id', string] => [name, 'id', path('record', name)],
  ),
  ...[
    'payment_method_name',
    'order_type',
    'fulfillment_type',
    'shipping_type',
    'delivery_type',
    'delivery_option_name',
    'shipping_provider',
    'tracking_number',
    'cancel_reason',
    'cancellation_initiator',
  ].map((name): [string, 'text', string] => [name, 'text', path('record', name)]),
  ...['is_cod', 'is_sample_order', 'is_on_hold_order', 'is_buyer_request_cancel'].map(
    (name): [string, 'boolean', string] => [name, 'boolean', path('record', name)],
  ),
  ...[
    'create_time',
    'paid_time',
    'update_time',
    'rts_time',
    'collection_time',
    'delivery_time',
    'cancel_time',
    'shipping_due_time',
  ].map((name): [string, 'time', string] => [name, 'time', path('record', name)]),
  ...[
    'total_amount',
    'sub_total',
    'original_total_product_price',
    'seller_discount',
    'platform_discount',
    'tax',
    'product_tax',
    'shipping_fee_tax',
    'shipping_fee',
    'original_shipping_fee',
    'shipping_fee_seller_discount',
    'shipping_fee_platform_discount',
  ].map((name): [string, 'money', string] => [name, 'money', path('record', `payment.${name}`)]),
];
export const ITEM_COLUMNS: [name: string, type: FieldSql['type'], sql: string][] = [
  ['line_item_id', 'id', path('item', 'id')],
  ['item_status', 'text', path('item', 'display_status')],
  ['item_rts_time', 'time', path('item', 'rts_time')],
  ['is_gift', 'boolean', path('item', 'is_gift')],
  ['tax_type', 'text', path('item', 'item_tax[0].tax_type')],
  ['tax_rate', 'percent', path('item', 'item_tax[0].tax_rate')],
  ...['product_id', 'sku_id', 'package_id', 'room_id'].map((name): [string, 'id', string] => [
    name,
    'id',
    path('item', name),
  ]),
  ...['product_name', 'sku_name', 'seller_sku', 'sku_type', 'package_status', 'cancel_user'].map(
    (name): [string, 'text', string] => [name, 'text', path('item', name)],
  ),
  ['sale_price', 'money', path('item', 'sale_price')],
  ['original_price', 'money', path('item', 'original_price')],
  ['item_seller_discount', 'money', path('item', 'seller_discount')],
  ['item_platform_discount', 'money', path('item', 'platform_discount')],
  [
    'item_tax_amount',
    'money',
    `list_sum(list_transform((item->'$.item_tax')::json[], lambda x: (x->>'$.tax_amount')::decimal(18,2)))`,
  ],
];

/** A column as a typed value: empty texts and times of 0 are missing. */
export const typed = (type: FieldSql['type'], sql: string): string => {
  switch (type) {
    case 'time':
      return `nullif(try_cast(${sql} as bigint), 0)`;
    case 'integer':
      return `try_cast(${sql} as bigint)`;
    case 'boolean':
      return `try_cast(${sql} as boolean)`;
    case 'money':
      return `coalesce(try_cast(${sql} as decimal(18,2)), 0)`;
    case 'percent':
      return `try_cast(${sql} as double)`;
    default:
      return `nullif(${sql}, '')`;
  }
};

export const FIELDS: Readonly<Record<string, FieldSql>> = Object.fromEntries([
  ...ORDER_COLUMNS.filter(([name, type]) => type !== 'money' && name !== 'buyer').map(
    ([name, type]): [string, FieldSql] => [name, { type, of: { o: `o.${name}` } }],
  ),
  ...ITEM_COLUMNS.filter(([, type]) => type !== 'money').map(([name, type]): [string, FieldSql] => [
    name,
    { type, of: { i: `i.${name}` } },
  ]),
  ...many('sku_id', (name) => [name, { type: 'id', of: { i: 'i.sku_id', k: 'k.sku_id' } }]),
  ...many('stock_warehouse', (name) => [name, { type: 'text', of: { k: 'k.warehouse' } }]),
  ...many('sent_back_reason', (name) => [name, { type: 'text', of: { r: 'r.reason' } }]),
  ...many('currency', (name) => [
    name,
    { type: 'currency', of: { o: 'o.currency', k: 'k.currency', t: 't.currency' } },
  ]),
]);

/** A moment in SQL: local timestamp, the day of the report that it stands for, and the day whose weekday it has. */
export interface Moment {
  loc: string;
  day: string;
  own: string;
}
/** Parts of time in SQL, and the type of the cell. */
export const PARTS: Readonly<
  Record<string, { type: FieldSql['type']; sql: (at: Moment, sunday: boolean) => string }>
> = {
  date: { type: 'date', sql: ({ day }) => `strftime(${day}, '%Y-%m-%d')` },
  hour: { type: 'integer', sql: ({ loc }) => `hour(${loc})` },
  day_of_week: { type: 'text', sql: ({ own }) => `dayname(${own})` },
  week: {
    type: 'date',
    sql: ({ day }, sunday) =>
      sunday
        ? `strftime(date_trunc('week', ${day} + interval 1 day) - interval 1 day, '%Y-%m-%d')`
        : `strftime(date_trunc('week', ${day}), '%Y-%m-%d')`,
  },
  month: { type: 'text', sql: ({ day }) => `strftime(${day}, '%Y-%m')` },
  quarter: { type: 'text', sql: ({ day }) => `year(${day}) || '-Q' || quarter(${day})` },
  year: { type: 'integer', sql: ({ day }) => `year(${day})` },
};

/** `sold`: counted orders by sales time. `created`: all orders by create time. */
type When = 'sold' | 'created' | 'day' | 'returned';

export interface Base {
  type: 'money' | 'integer' | 'decimal';
  table: Table;
  when: When;
  /**
   * What is added up, missing ones as nothing (`told`: missing where all are); `once`: counted if different; `least`, `most`;
   * `stock`: of the last day; `mean`; `days`: of the period, where there are rows.
   */
  how: 'sum' | 'told' | 'once' | 'least' | 'most' | 'stock' | 'mean' | 'days' | 'new' | 'returning';
  sql: string;
  /** Units of a mean that make one, as seconds make hours. */
  per?: number;
}
export interface Ratio {
  type: 'money' | 'decimal' | 'percent';
  of: [string, string];
  /** For so many of the second one. */
  per?: number;
  /** The first one as a part of both. */
  part?: true;
}
/** Some added up, others taken away; missing where all are. */
export interface Total {
  type: Base['type'];
  plus: string[];
  minus: string[];
}

const sold = (sql: string): Base => ({ type: 'money', table: 'o', when: 'sold', how: 'sum', sql });
const itemSold = (name: string): Base => ({
  type: 'money',
  table: 'i',
  when: 'sold',
  how: 'sum',
  sql: `i.${name}`,
});
const once = (table: Table, when: When, sql: string): Base => ({
  type: 'integer',
  table,
  when,
  how: 'once',
  sql,
});

/** Amounts of orders, which are shared out where a report is about items: their names in the tables of shares. */
export const ORDER_SUMS: Readonly<Record<string, string>> = {
  gmv: 'total_amount',
  gmv_ex_tax_shipping: 'sub_total',
  gross_revenue: 'sub_total + platform_discount',
  gross_revenue_incl_shipping: 'total_amount + platform_discount - tax',
  original_product_price: 'original_total_product_price',
  sub_total: 'sub_total',
  payment_total_amount: 'total_amount',
  discount_amount: 'seller_discount + platform_discount',
  seller_discount: 'seller_discount',
  platform_discount: 'platform_discount',
  tax_amount: 'tax',
  product_tax: 'product_tax',
  shipping_fee_tax: 'shipping_fee_tax',
  shipping_fee: 'shipping_fee',
  original_shipping_fee: 'original_shipping_fee',
  shipping_fee_seller_discount: 'shipping_fee_seller_discount',
  shipping_fee_platform_discount: 'shipping_fee_platform_discount',
};

export const REAL_METRICS: Readonly<Record<string, Base | Ratio | Total>> = {
  ...Object.fromEntries(Object.entries(ORDER_SUMS).map(([id, sql]) => [id, sold(sql)])),
  payment_total_amount: { ...sold('total_amount'), when: 'created' },
  orders: once('o', 'created', 'o.order_id'),
  paid_orders: once('o', 'sold', 'o.order_id'),
  customers: once('o', 'sold', 'o.buyer'),
  new_customers: { ...once('o', 'sold', 'o.buyer'), how: 'new' },
  returning_customers: { ...once('o', 'sold', 'o.buyer'), how: 'returning' },
  items_sold: once('i', 'sold', 'i.line_item_id'),
  sku_orders: once('i', 'sold', `o.order_id || ' ' || i.sku_id`),
  sale_price: itemSold('sale_price'),
  original_price: itemSold('original_price'),
  item_seller_discount: itemSold('item_seller_discount'),
  item_platform_discount: itemSold('item_platform_discount'),
  item_tax_amount: itemSold('item_tax_amount'),
  aov: { type: 'money', of: ['gmv', 'paid_orders'] },
  items_per_order: { type: 'decimal', of: ['items_sold', 'paid_orders'] },
  avg_item_price: { type: 'money', of: ['sale_price', 'items_sold'] },
  tax_rate: { type: 'percent', of: ['item_tax_amount', 'sale_price'] },
  sales_days: { type: 'integer', table: 'i', when: 'sold', how: 'days', sql: '1' },
  items_per_day: { type: 'decimal', of: ['items_sold', 'sales_days'] },
};

/** Means of orders, which can't be split by what is told of items. */
export const ORDER_MEANS: Readonly<Record<string, Base>> = Object.fromEntries(
  Object.entries({ ship: 'rts_time', delivery: 'delivery_time' }).map(([step, time]) => [
    `hours_to_${step}`,
    {
      type: 'decimal',
      table: 'o',
      when: 'sold',
      how: 'mean',
      sql: `case when o.${time} < o.sold then 0 else o.${time} - o.sold end`,
      per: 3600,
    },
  ]),
);

/** Of the made-up streams. */
export const MADE_UP_METRICS: Readonly<Record<string, Base | Ratio | Total>> = {
  stock: { type: 'integer', table: 'k', when: 'day', how: 'stock', sql: 'k.available' },
  least_price: { type: 'money', table: 'k', when: 'day', how: 'least', sql: 'k.price' },
  most_available: { type: 'integer', table: 'k', when: 'day', how: 'most', sql: 'k.available' },
  visitors: { type: 'decimal', table: 't', when: 'day', how: 'mean', sql: 't.visitors' },
  tiktok_gmv: { type: 'money', table: 't', when: 'day', how: 'sum', sql: 't.gmv' },
  refunds: { type: 'money', table: 'r', when: 'returned', how: 'sum', sql: 'r.refund' },
  told_visitors: { type: 'decimal', table: 't', when: 'day', how: 'told', sql: 't.visitors' },
  told_prices: { type: 'money', table: 'k', when: 'day', how: 'told', sql: 'k.price' },
  told_stock: { type: 'integer', table: 'k', when: 'day', how: 'told', sql: 'k.available' },
  told_more: { type: 'decimal', plus: ['told_visitors'], minus: ['told_stock'] },
  gmv_beyond: { type: 'money', plus: ['gmv', 'tax_amount'], minus: ['tiktok_gmv', 'refunds'] },
  kept_gmv: { type: 'money', plus: ['gmv'], minus: ['refunds'] },
  stock_days: { type: 'integer', table: 'k', when: 'day', how: 'days', sql: '1' },
  cover: { type: 'decimal', of: ['stock', 'items_per_day'] },
  sold_part: { type: 'percent', of: ['items_sold', 'stock'], part: true },
  told_part: { type: 'percent', of: ['told_visitors', 'told_stock'], part: true },
  gmv_per_thousand: { type: 'money', of: ['gmv', 'visitors'], per: 1000 },
};

export const METRICS: Readonly<Record<string, Base | Ratio | Total>> = {
  ...REAL_METRICS,
  ...ORDER_MEANS,
  ...MADE_UP_METRICS,
};

/** The metrics that one is worked out from; null for one that is worked out from rows. */
export function partsOf(metric: Base | Ratio | Total): string[] | null {
  if ('of' in metric) return metric.of;
  return 'plus' in metric ? [...metric.plus, ...metric.minus] : null;
}

export const typeOf = (id: string): FieldSql['type'] =>
  PARTS[id]?.type ?? FIELDS[id]?.type ?? (id === 'shop_id' ? 'id' : 'text');
