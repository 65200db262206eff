import type { FieldType } from '../../../shared/field';
import type { Metric } from '../../core/metric';
import type { Stream } from '../../core/stream';
import { type FieldOf, type StreamId, streams } from '../../streams';
import { difference, ratio, sum, words } from './kinds';

const TYPES: Readonly<Record<string, FieldType>> = { money: 'money', integer: 'integer', decimal: 'decimal' };

/**
 * Every amount and number of a list by day as a metric, in the field's own words: sums, save for those of people, who may
 * be in many of the rows.
 */
function figures<Id extends StreamId>(
  id: Id,
  average: readonly FieldOf<Id>[],
  max: readonly FieldOf<Id>[] = [],
): Record<string, Metric> {
  const { fields, group, label, rowTime: time = '' }: Stream = streams[id];
  const found: Record<string, Metric> = {};
  for (const [field, { type, measure, ...own }] of Object.entries(fields)) {
    if (type !== 'money' && !measure) continue;
    const kind = average.includes(field as FieldOf<Id>)
      ? 'average'
      : max.includes(field as FieldOf<Id>)
        ? 'max'
        : 'sum';
    const how = kind === 'sum' ? 'Sum' : kind === 'max' ? 'Greatest' : 'Mean';
    const common = {
      label: own.label,
      about: own.about,
      group,
      formula: `${how} of ${own.path} of TikTok’s ${label.toLowerCase()}, in the shop’s own calendar`,
      type: kind === 'average' ? 'decimal' : (TYPES[type] as FieldType),
      stream: id,
      time,
    };
    found[field] =
      kind === 'sum' ? { kind, terms: [{ field, sign: 1 }], ...common } : { kind, field, ...common };
  }
  return found;
}

const share = (id: string, above: string, below: string, label: string, about: string, group: string) => ({
  [id]: ratio([above, below], 'percent', words(group, label, about, `${above} ÷ ${below}`)),
});

const SHOP = streams.shop_performance.group;
const PRODUCT = streams.product_performance.group;
const VIDEO = streams.video_performance.group;
const LIVE = streams.live_sessions.group;
const LIVE_PRODUCT = streams.live_products.group;

/** Clicks for each time that products were shown, by channel. */
const clickRates = Object.assign(
  {},
  ...[
    ['product', 'Product Click-through Rate'],
    ['seller_live', 'Click-through Rate in Own LIVEs'],
    ['seller_video', 'Click-through Rate in Own Videos'],
    ['seller_card', 'Click-through Rate of Product Cards'],
    ['affiliate', 'Click-through Rate of Affiliates'],
    ['shop_tab', 'Click-through Rate in Shop Tab'],
  ].map(([of, label]) =>
    share(
      `${of}_ctr`,
      `${of}_clicks`,
      `${of}_impressions`,
      label as string,
      'Clicks on products for each time that they were shown.',
      PRODUCT,
    ),
  ),
) as Record<string, Metric>;

export const analyticsMetrics: Readonly<Record<string, Metric>> = {
  ...figures('shop_performance', ['tt_customers', 'tt_visitors', 'tt_page_views']),
  ...share(
    'tt_ads_share',
    'tt_ads_revenue',
    'tt_gross_revenue',
    'TikTok Ads Share',
    'Part of gross revenue that came by TikTok’s ads (GMV Max); not told in the US and Japan.',
    SHOP,
  ),
  ...share(
    'tt_conversion_rate',
    'tt_customers',
    'tt_visitors',
    'TikTok Conversion Rate',
    'Buyers of a day for each visitor of a day.',
    SHOP,
  ),
  ...figures('shop_performance_hourly', ['hourly_customers', 'hourly_visitors']),
  ...figures('product_performance', [
    'product_unique_impressions',
    'product_unique_clicks',
    'product_cart_users',
    'product_customers',
    'product_refund_customers',
  ]),
  ...clickRates,
  ...share(
    'product_add_rate',
    'product_adds',
    'product_clicks',
    'Product Add-to-cart Rate',
    'Adds to cart for each click on a product.',
    PRODUCT,
  ),
  ...share(
    'product_ctor',
    'product_orders',
    'product_clicks',
    'Product Click-to-order Rate',
    'Orders for each click on a product.',
    PRODUCT,
  ),
  ...figures('sku_performance', []),
  ...figures('video_performance', ['video_customers']),
  ...share(
    'video_ctr',
    'video_clicks',
    'video_views',
    'Video Click-through Rate',
    'Product clicks for each view: the mean of TikTok’s rates, each counted as often as its video was seen.',
    VIDEO,
  ),
  video_gpm: {
    ...ratio(
      ['video_gmv', 'video_views'],
      'money',
      words(VIDEO, 'Video GPM', 'GMV for each thousand views.', 'video_gmv ÷ video_views × 1000'),
    ),
    per: 1000,
  },
  ...figures('live_sessions', ['live_customers', 'live_viewers', 'live_acu'], ['live_pcu']),
  ...share(
    'live_ctr',
    'live_product_clicks',
    'live_views',
    'LIVE Click-through Rate',
    'Product clicks for each view of own LIVEs, as TikTok counts it.',
    LIVE,
  ),
  ...share(
    'live_ctor',
    'live_own_sku_orders',
    'live_product_clicks',
    'LIVE Click-to-order Rate',
    'SKU orders for each product click in own LIVEs.',
    LIVE,
  ),
  live_gpm: {
    ...ratio(
      ['live_own_gmv', 'live_views'],
      'money',
      words(
        LIVE,
        'LIVE GPM',
        'GMV for each thousand views of own LIVEs.',
        'live_own_gmv ÷ live_views × 1000',
      ),
    ),
    per: 1000,
  },
  live_avg_price: ratio(
    ['live_gmv', 'live_items_sold'],
    'money',
    words(LIVE, 'LIVE Avg. Price', 'GMV for each unit sold in LIVEs.', 'live_gmv ÷ live_items_sold'),
  ),
  live_avg_watch: ratio(
    ['live_watch_time', 'live_views'],
    'decimal',
    words(
      LIVE,
      'LIVE Avg. Watch Time (s)',
      'Seconds for each view of own LIVEs.',
      'live_watch_time ÷ live_views',
    ),
  ),
  ...figures('live_products', ['live_product_customers']),
  ...share(
    'live_product_ctr',
    'live_product_clicked',
    'live_product_shown',
    'LIVE Product Click-through Rate',
    'Clicks for each time that a product was shown in LIVEs.',
    LIVE_PRODUCT,
  ),
  ...share(
    'live_product_ctor',
    'live_product_sku_orders',
    'live_product_clicked',
    'LIVE Product Click-to-order Rate',
    'SKU orders for each click on a product in LIVEs.',
    LIVE_PRODUCT,
  ),
};

const RECONCILIATION = 'Reconciliation';

/** GMV of orders against TikTok's own, and what lies between: the parts make up the difference exactly. */
export const reconciliationMetrics: Readonly<Record<string, Metric>> = {
  gmv_difference: difference(
    ['gmv', 'tt_gmv'],
    'money',
    words(
      RECONCILIATION,
      'GMV Difference',
      'What GMV by orders has more than TikTok’s own: Shipping Fee + Tax Amount + Other Buyer Fees + GMV Unexplained.',
      'GMV − TikTok GMV',
    ),
  ),
  other_buyer_fees: sum('orders', { time: 'sales_time', counted: 'sales_time' })(
    ['total_amount', '-sub_total', '-shipping_fee', '-tax'],
    words(
      RECONCILIATION,
      'Other Buyer Fees',
      'What buyers paid beside products, shipping and tax: delivery, small order, service, handling and insurance fees, less discounts of payment providers.',
      'Sum of payment.total_amount − payment.sub_total − payment.shipping_fee − payment.tax of counted orders, by sales time',
    ),
  ),
  gmv_unexplained: difference(
    ['sub_total', 'tt_gmv'],
    'money',
    words(
      RECONCILIATION,
      'GMV Unexplained',
      'What products cost buyers, less TikTok’s GMV: orders that TikTok has not counted yet, and days that begin at another hour. Where TikTok’s GMV holds shipping or tax in a market, it is as much below zero.',
      'Sub Total − TikTok GMV',
    ),
  ),
  orders_difference: difference(
    ['paid_orders', 'tt_orders'],
    'integer',
    words(
      RECONCILIATION,
      'Orders Not Counted',
      'Paid orders that TikTok’s own figures do not have: on the latest days those still to come.',
      'Paid Orders − TikTok Orders',
    ),
  ),
  gross_revenue_difference: difference(
    ['gross_revenue', 'tt_gross_revenue'],
    'money',
    words(
      RECONCILIATION,
      'Gross Revenue Difference',
      'What Gross Revenue by orders has more than TikTok’s own.',
      'Gross Revenue − TikTok Gross Revenue',
    ),
  ),
};
