// What each metric of the ready-made reports comes to over all of a report's range, worked out of raw records by its words.
import { get, iso, type Json, num, type Raw } from './raw';

/** Unix seconds, half-open; and the days that they are. */
export interface Span {
  since: number;
  until: number;
}
export type Total = (raw: Raw, span: Span) => number | null;

const within =
  ({ since, until }: Span) =>
  (time: unknown) =>
    typeof time === 'number' && time >= since && time < until;
const daysOf = ({ since, until }: Span): string[] => {
  const [first, last] = [Math.floor(since / 86_400), Math.ceil(until / 86_400)];
  return Array.from({ length: last - first }, (_, i) => iso(first + i));
};
const add = (list: readonly unknown[], path: string) =>
  list.reduce<number>((sum, one) => sum + num(one, path), 0);
/** Sum of several amounts, each with its sign. */
const all = (list: readonly unknown[], paths: string): number =>
  paths
    .split(' ')
    .reduce((sum, path) => sum + (path.startsWith('-') ? -add(list, path.slice(1)) : add(list, path)), 0);

/** When an order counts as sold. */
export function soldAt(order: Json): number | undefined {
  const paid = order['paid_time'] as number | undefined;
  if (!order['is_cod']) return paid;
  return paid !== undefined || !/^(UNPAID|ON_HOLD)$/.test(String(order['status']))
    ? (order['create_time'] as number)
    : undefined;
}
const sold = (raw: Raw, span: Span) => raw.orders().filter((order) => within(span)(soldAt(order)));
const lines = (orders: readonly Json[]) => orders.flatMap((order) => order['line_items'] as Json[]);
const by = (time: string) => (list: readonly Json[], span: Span) =>
  list.filter((one) => within(span)(one[time]));
const created = by('create_time');
const updated = by('update_time');
const is = (key: string, pattern: RegExp) => (one: Json) => pattern.test(String(one[key]));

const each = (of: (raw: Raw, span: Span) => readonly unknown[], paths: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(paths).map(([id, path]): [string, Total] => [id, (raw, span) => all(of(raw, span), path)]),
  );

// Returns and cancellations.
const accepted = (raw: Raw) =>
  raw.returns().filter((one) => !/REJECT|CANCEL/.test(String(one['return_status'])));
const completed = (list: readonly Json[], key: string) => list.filter(is(key, /_COMPLETE$/));
const ofSold = (raw: Raw, span: Span, list: readonly Json[]) => {
  const ids = new Set(sold(raw, span).map(({ id }) => id));
  return list.filter(({ order_id }) => ids.has(order_id));
};
const REFUND = 'refund_amount.refund_total';
const refunds = (raw: Raw, span: Span) =>
  add(updated(completed(raw.returns(), 'return_status'), span), REFUND);
const cancelRefunds = (raw: Raw, span: Span) =>
  add(updated(completed(raw.cancellations(), 'cancel_status'), span), REFUND);

// Deadlines.
const missed = (order: Json, now: number, at: string, ...due: string[]) => {
  const until = due.map((key) => order[key]).find((time) => time !== undefined) as number | undefined;
  if (until === undefined) return false;
  const came = order[at] as number | undefined;
  return came === undefined
    ? !is('status', /^(CANCELLED|UNPAID|ON_HOLD)$/)(order) && now > until
    : came > until;
};
const isDue = (order: Json, now: number, at: string, ...due: string[]) =>
  missed(order, now, at, ...due) || (order[at] !== undefined && due.some((key) => order[key] !== undefined));
const deadlines = (what: string, at: string, ...due: string[]): Record<string, Total> => ({
  [`late_${what}_orders`]: (raw, span) =>
    sold(raw, span).filter((one) => missed(one, raw.now, at, ...due)).length,
  [`due_${what}_orders`]: (raw, span) =>
    sold(raw, span).filter((one) => isDue(one, raw.now, at, ...due)).length,
});
const toShip = (raw: Raw, span: Span) =>
  sold(raw, span).filter(is('status', /^(AWAITING_SHIPMENT|PARTIALLY_SHIPPING)$/));
const hours =
  (field: string): Total =>
  (raw, span) => {
    const times = sold(raw, span).flatMap((one) =>
      one[field] === undefined ? [] : [Math.max(0, num(one, field) - soldAt(one)!) / 3600],
    );
    return times.length === 0 ? null : times.reduce((sum, one) => sum + one, 0) / times.length;
  };

// Money.
const statements = (raw: Raw, span: Span) => by('statement_time')(raw.statements(), span);
const settled = (raw: Raw, span: Span) =>
  statements(raw, span).flatMap(({ transactions }) => (transactions as () => Json[])());
const R = 'revenue_breakdown.';
const S = 'shipping_cost_breakdown.';
const F = 'fee_tax_breakdown.fee.';
const taxes = (list: readonly Json[]) =>
  list.reduce(
    (sum, one) =>
      sum +
      Object.values((get(one, 'fee_tax_breakdown.tax') ?? {}) as Json).reduce<number>(
        (a, b) => a + Number(b),
        0,
      ),
    0,
  );
const FEES = [
  'platform_commission_amount',
  'dynamic_commission_amount',
  'referral_fee_amount',
  'transaction_fee_amount',
  'refund_administration_fee_amount',
  'affiliate_commission_amount',
  'affiliate_partner_commission_amount',
  'affiliate_ads_commission_amount',
  'tap_shop_ads_commission',
];
const unsettled = (raw: Raw, span: Span) =>
  raw.unsettled().filter((one) => within(span)(one['order_create_time'] ?? raw.now));
const skus = (raw: Raw, span: Span) => created(raw.affiliate(), span).flatMap((one) => one['skus'] as Json[]);

// TikTok's own figures.
const shop = (raw: Raw, span: Span) =>
  raw.figures('202509/shop/performance', 'performance.intervals', daysOf(span));
const figures = (path: string, list: string) => (raw: Raw, span: Span) =>
  raw.figures(path, list, daysOf(span));
const products = figures('202605/shop_products/performance', 'products');
const videos = figures('202605/shop_videos/performance', 'videos');
const lives = figures('202509/shop_lives/performance', 'live_stream_sessions');
const variants = figures('202509/shop_skus/performance', 'skus');
const channel =
  (type: string): Total =>
  (raw, span) =>
    shop(raw, span).reduce(
      (sum, day) =>
        sum +
        add(
          (get(day, 'sales.gmv.breakdowns') as Json[]).filter((part) => part['type'] === type),
          'gmv.amount',
        ),
      0,
    );
const mean =
  (of: (raw: Raw, span: Span) => readonly unknown[], path: string): Total =>
  (raw, span) => {
    const told = of(raw, span).filter((one) => get(one, path) !== undefined);
    return told.length === 0 ? null : add(told, path) / told.length;
  };
const hourly = (raw: Raw, span: Span) => raw.hours(daysOf(span));
const own = (raw: Raw, span: Span) =>
  lives(raw, span).filter((one) => one['interaction_performance'] !== undefined);
const percent = (text: unknown) =>
  /%$/.test(String(text)) ? Number.parseFloat(String(text)) / 100 : Number(text ?? 0);

const places = (raw: Raw) => raw.stock().flatMap((sku) => sku['warehouse_inventory'] as Json[]);
const buyers = (orders: readonly Json[]) => new Set(orders.map(({ user_id }) => user_id));
const newBuyers = (raw: Raw, span: Span) => {
  const before = buyers(sold(raw, { since: 0, until: span.since }));
  return [...buyers(sold(raw, span))].filter((one) => !before.has(one)).length;
};

/** Metrics that are counted or added up. */
const BASE: Readonly<Record<string, Total>> = {
  ...each(sold, {
    gmv: 'payment.total_amount',
    gross_revenue: 'payment.sub_total payment.platform_discount',
    discount_amount: 'payment.seller_discount payment.platform_discount',
    shipping_fee: 'payment.shipping_fee',
    tax_amount: 'payment.tax',
    other_buyer_fees: 'payment.total_amount -payment.sub_total -payment.shipping_fee -payment.tax',
    original_product_price: 'payment.original_total_product_price',
    seller_discount: 'payment.seller_discount',
    platform_discount: 'payment.platform_discount',
    sub_total: 'payment.sub_total',
    product_tax: 'payment.product_tax',
    shipping_fee_tax: 'payment.shipping_fee_tax',
  }),
  ...each((raw, span) => lines(sold(raw, span)), {
    sale_price: 'sale_price',
    item_seller_discount: 'seller_discount',
  }),
  item_tax_amount: (raw, span) =>
    add(
      lines(sold(raw, span)).flatMap((one) => (one['item_tax'] ?? []) as Json[]),
      'tax_amount',
    ),
  orders: (raw, span) => created(raw.orders(), span).length,
  payment_total_amount: (raw, span) => add(created(raw.orders(), span), 'payment.total_amount'),
  paid_orders: (raw, span) => sold(raw, span).length,
  items_sold: (raw, span) => lines(sold(raw, span)).length,
  customers: (raw, span) => buyers(sold(raw, span)).size,
  new_customers: newBuyers,
  returning_customers: (raw, span) => buyers(sold(raw, span)).size - newBuyers(raw, span),
  returns: (raw, span) => created(raw.returns(), span).length,
  returned_items: (raw, span) =>
    created(accepted(raw), span).flatMap((one) => one['return_line_items'] as Json[]).length,
  returned_items_of_orders: (raw, span) =>
    new Set(
      ofSold(raw, span, accepted(raw)).flatMap((one) =>
        (one['return_line_items'] as Json[]).map((line) => line['order_line_item_id']),
      ),
    ).size,
  cancellations: (raw, span) => created(raw.cancellations(), span).length,
  cancelled_items: (raw, span) =>
    created(raw.cancellations().filter(is('cancel_status', /_(SUCCESS|COMPLETE)$/)), span).flatMap(
      (one) => one['cancel_line_items'] as Json[],
    ).length,
  return_refund_amount: refunds,
  cancellation_refund_amount: cancelRefunds,
  refund_amount: (raw, span) => refunds(raw, span) + cancelRefunds(raw, span),
  refund_amount_of_orders: (raw, span) =>
    add(ofSold(raw, span, completed(raw.returns(), 'return_status')), REFUND) +
    add(ofSold(raw, span, completed(raw.cancellations(), 'cancel_status')), REFUND),
  hours_to_ship: hours('rts_time'),
  hours_to_collection: hours('collection_time'),
  hours_to_delivery: hours('delivery_time'),
  ...deadlines('shipment', 'rts_time', 'rts_sla_time'),
  ...deadlines('handover', 'collection_time', 'tts_sla_time'),
  ...deadlines('delivery', 'delivery_time', 'delivery_sla_time', 'delivery_due_time'),
  orders_to_ship: (raw, span) => toShip(raw, span).length,
  orders_due_in_24_hours: (raw, span) =>
    toShip(raw, span).filter(
      (one) => num(one, 'rts_sla_time') >= raw.now && num(one, 'rts_sla_time') - raw.now <= 86_400,
    ).length,
  orders_overdue: (raw, span) =>
    toShip(raw, span).filter((one) => one['rts_sla_time'] !== undefined && num(one, 'rts_sla_time') < raw.now)
      .length,
  affiliate_gmv: (raw, span) =>
    skus(raw, span).reduce((sum, one) => sum + num(one, 'price.amount') * num(one, 'quantity'), 0),
  affiliate_orders: (raw, span) => created(raw.affiliate(), span).length,
  ...each(skus, {
    affiliate_items: 'quantity',
    estimated_commission: 'estimated_paid_commission.amount',
    actual_commission: 'actual_paid_commission.amount',
    estimated_commission_base: 'estimated_commission_base.amount',
  }),
  available_quantity: (raw) => add(places(raw), 'available_quantity'),
  committed_quantity: (raw) => add(places(raw), 'committed_quantity'),
  out_of_stock_skus: (raw) => raw.stock().filter((one) => one['total_available_quantity'] === 0).length,
  products: (raw) => raw.products().length,
  active_products: (raw) => raw.products().filter(is('status', /^ACTIVATE$/)).length,
  ...each(settled, {
    subtotal_before_discount: `${R}subtotal_before_discount_amount`,
    settled_seller_discount: `${R}seller_discount_amount`,
    refund_subtotal_before_discount: `${R}refund_subtotal_before_discount_amount`,
    seller_discount_refund: `${R}seller_discount_refund_amount`,
    other_revenue: `revenue_amount -${R}subtotal_before_discount_amount -${R}seller_discount_amount -${R}refund_subtotal_before_discount_amount -${R}seller_discount_refund_amount`,
    actual_shipping_fee: `${S}actual_shipping_fee_amount`,
    customer_paid_shipping_fee: `${S}customer_paid_shipping_fee_amount`,
    shipping_fee_discount: `${S}shipping_fee_discount_amount`,
    return_shipping_fee: `${S}return_shipping_fee_amount`,
    other_shipping_cost: `shipping_cost_amount -${S}actual_shipping_fee_amount -${S}customer_paid_shipping_fee_amount -${S}shipping_fee_discount_amount -${S}return_shipping_fee_amount`,
    ...Object.fromEntries(FEES.map((fee) => [fee.replace('_amount', ''), F + fee])),
    settled_adjustment: 'adjustment_amount',
    net_payout: 'settlement_amount',
    payout_check:
      'settlement_amount -revenue_amount -shipping_cost_amount -fee_tax_amount -adjustment_amount',
    settled_revenue: 'revenue_amount',
    settled_shipping_cost: 'shipping_cost_amount',
  }),
  total_taxes: (raw, span) => taxes(settled(raw, span)),
  total_fees: (raw, span) => add(settled(raw, span), 'fee_tax_amount') - taxes(settled(raw, span)),
  other_fees: (raw, span) =>
    add(settled(raw, span), 'fee_tax_amount') -
    taxes(settled(raw, span)) -
    all(settled(raw, span), FEES.map((fee) => F + fee).join(' ')),
  fee_line_amount: (raw, span) =>
    settled(raw, span)
      .flatMap((one) =>
        ['fee_tax_breakdown.fee', 'fee_tax_breakdown.tax', 'shipping_cost_breakdown'].map(
          (path) => get(one, path) ?? {},
        ),
      )
      .flatMap((amounts) => Object.entries(amounts))
      .reduce(
        (sum, [key, value]) =>
          sum + (typeof value === 'object' || /before_pit/.test(key) ? 0 : Number(value)),
        0,
      ),
  ...each(statements, {
    settlement_amount: 'settlement_amount',
    shipping_cost_amount: 'shipping_cost_amount',
    fee_amount: 'fee_amount',
    adjustment_amount: 'adjustment_amount',
  }),
  revenue_amount: (raw, span) =>
    statements(raw, span).reduce(
      (sum, one) => sum + Number(one['revenue_amount'] ?? one['net_sales_amount'] ?? 0),
      0,
    ),
  ...each((raw, span) => created(raw.payments(), span), {
    payment_settlement: 'settlement_amount.value',
    payment_before_exchange: 'payment_amount_before_exchange.value',
    payment_reserve: 'payment_amount_before_exchange.value -settlement_amount.value',
    payment_amount: 'amount.value',
  }),
  ...each((raw, span) => created(raw.withdrawals(), span), { withdrawal_amount: 'amount' }),
  ...each(
    unsettled,
    Object.fromEntries(
      ['revenue', 'shipping_cost', 'fee_tax', 'adjustment', 'settlement'].map((what) => [
        `unsettled_${what}`,
        `est_${what}_amount`,
      ]),
    ),
  ),
  ...each(shop, {
    tt_gmv: 'sales.gmv.overall.amount',
    tt_orders: 'sales.orders_count',
    tt_items_sold: 'sales.items_sold',
  }),
  tt_customers: mean(shop, 'sales.avg_customers_count'),
  tt_visitors: mean(shop, 'traffic.avg_visitors'),
  tt_gmv_live: channel('LIVE'),
  tt_gmv_video: channel('VIDEO'),
  tt_gmv_product_card: channel('PRODUCT_CARD'),
  ...each(products, {
    affiliates_gmv: 'affiliate_total_performance.attributed_gmv.amount',
    product_impressions: 'total_performance.product_impressions',
    product_clicks: 'total_performance.product_clicks',
    product_adds: 'total_performance.add_cart_count',
    product_orders: 'total_performance.orders',
    product_gmv: 'total_performance.gmv.amount',
  }),
  ...each(hourly, { hourly_gmv: 'gmv.amount', hourly_items_sold: 'items_sold' }),
  hourly_customers: mean(hourly, 'customers'),
  hourly_visitors: mean(hourly, 'visitors'),
  ...each(videos, {
    video_gmv: 'gmv.amount',
    video_views: 'views',
    video_sku_orders: 'sku_orders',
    video_items_sold: 'items_sold',
  }),
  video_clicks: (raw, span) =>
    videos(raw, span).reduce(
      (sum, one) => sum + Math.round(num(one, 'views') * percent(one['click_through_rate']) * 100) / 100,
      0,
    ),
  ...each(lives, {
    live_gmv: 'sales_performance.gmv.amount',
    live_sku_orders: 'sales_performance.sku_orders',
    live_items_sold: 'sales_performance.items_sold',
  }),
  ...each(own, {
    live_own_gmv: 'sales_performance.gmv.amount',
    ...Object.fromEntries(
      ['views', 'likes', 'comments', 'shares', 'product_clicks', 'new_followers'].map((what) => [
        `live_${what}`,
        `interaction_performance.${what}`,
      ]),
    ),
  }),
  live_viewers: mean(own, 'interaction_performance.viewers'),
  live_pcu: (raw, span) => Math.max(...own(raw, span).map((one) => num(one, 'interaction_performance.pcu'))),
  ...each(variants, { sku_gmv: 'gmv.amount', sku_paid_orders: 'sku_orders', sku_items_sold: 'units_sold' }),
};

/** Metrics that are one of those for each of another; a third number multiplies. */
const RATIOS: Readonly<Record<string, readonly [string, string, number?]>> = {
  aov: ['gmv', 'paid_orders'],
  items_per_order: ['items_sold', 'paid_orders'],
  tax_rate: ['item_tax_amount', 'sale_price'],
  avg_item_price: ['sale_price', 'items_sold'],
  return_rate: ['returned_items_of_orders', 'items_sold'],
  refund_rate: ['refund_amount_of_orders', 'gmv'],
  late_shipment_rate: ['late_shipment_orders', 'due_shipment_orders'],
  late_handover_rate: ['late_handover_orders', 'due_handover_orders'],
  late_delivery_rate: ['late_delivery_orders', 'due_delivery_orders'],
  affiliate_commission_rate: ['estimated_commission', 'estimated_commission_base'],
  tt_conversion_rate: ['tt_customers', 'tt_visitors'],
  product_ctr: ['product_clicks', 'product_impressions'],
  product_add_rate: ['product_adds', 'product_clicks'],
  product_ctor: ['product_orders', 'product_clicks'],
  video_gpm: ['video_gmv', 'video_views', 1000],
  video_ctr: ['video_clicks', 'video_views'],
  live_ctr: ['live_product_clicks', 'live_views'],
  live_gpm: ['live_own_gmv', 'live_views', 1000],
};

const DIFFERENCES: Readonly<Record<string, readonly [string, string]>> = {
  gmv_difference: ['gmv', 'tt_gmv'],
  gmv_unexplained: ['sub_total', 'tt_gmv'],
  orders_difference: ['paid_orders', 'tt_orders'],
};

/** The total of a metric; throws where nobody has said yet what it is. */
export function totalOf(id: string, raw: Raw, span: Span): number | null {
  const of = (other: string) => totalOf(other, raw, span);
  const base = BASE[id];
  if (base) return base(raw, span);
  const ratio = RATIOS[id];
  if (ratio) {
    const [above, below] = [of(ratio[0]), of(ratio[1])];
    return above === null || !below ? null : (above / below) * (ratio[2] ?? 1);
  }
  const difference = DIFFERENCES[id];
  if (difference) return of(difference[0])! - of(difference[1])!;
  const [items, left] = [of('items_sold')!, of('available_quantity')!];
  if (id === 'days_of_cover') return left / (items / daysOf(span).length);
  if (id === 'sell_through') return items / (items + left);
  throw new Error(`what ${id} comes to is not told here`);
}
