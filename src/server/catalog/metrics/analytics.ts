import type { FieldType } from '../../../shared/field';
import type { Metric } from '../../core/metric';
import type { Stream } from '../../core/stream';
import { streams } from '../../streams';
import { difference, ratio, sum, words } from './kinds';

const TYPES: Readonly<Record<string, FieldType>> = { money: 'money', integer: 'integer', decimal: 'decimal' };

/** Every amount and number that TikTok counts itself as a metric, in the field's own words. */
const figures: Record<string, Metric> = {};
for (const { id, figures: counted, fields, group, label: list, rowTime: time = '' } of Object.values<Stream>(
  streams,
)) {
  if (!counted) continue;
  for (const [field, { type, measure, label, about, path }] of Object.entries(fields)) {
    if (type !== 'money' && !measure) continue;
    const kind = measure === true || !measure ? 'sum' : measure;
    const how = { sum: 'Sum', average: 'Mean', max: 'Greatest' }[kind];
    const common = {
      label,
      about,
      group,
      formula: `${how} of ${path} of TikTok’s ${list.toLowerCase()}, ${
        fields[time]?.type === 'day' ? 'in the shop’s own calendar' : `by ${time.replace('_', ' ')}`
      }`,
      type: kind === 'average' ? 'decimal' : (TYPES[type] as FieldType),
      stream: id,
      time,
    };
    figures[field] =
      kind === 'sum'
        ? { kind, told: true, terms: [{ field, sign: 1 }], ...common }
        : { kind, field, ...common };
  }
}

/** Of two figures one for each of the other; `per` so many. */
type Rate = readonly [
  id: string,
  above: string,
  below: string,
  label: string,
  about: string,
  type?: FieldType,
  per?: number,
];
const clickRate = (of: string, label: string): Rate => [
  `${of}_ctr`,
  `${of}_clicks`,
  `${of}_impressions`,
  `${label} Click-through Rate`,
  'Clicks on products for each time that they were shown.',
];
const RATES: readonly Rate[] = [
  [
    'tt_ads_share',
    'tt_ads_revenue',
    'tt_gross_revenue',
    'TikTok Ads Share',
    'Part of gross revenue that came by TikTok’s ads (GMV Max); not told in the US and Japan.',
  ],
  [
    'tt_conversion_rate',
    'tt_customers',
    'tt_visitors',
    'TikTok Conversion Rate',
    'Buyers of a day for each visitor of a day.',
  ],
  clickRate('product', 'Product'),
  clickRate('seller_live', 'Own LIVE'),
  clickRate('seller_video', 'Own Video'),
  clickRate('seller_card', 'Product Card'),
  clickRate('affiliates', 'Affiliate'),
  clickRate('shop_tab', 'Shop Tab'),
  [
    'product_add_rate',
    'product_adds',
    'product_clicks',
    'Product Add-to-cart Rate',
    'Adds to cart for each click on a product.',
  ],
  [
    'product_ctor',
    'product_orders',
    'product_clicks',
    'Product Click-to-order Rate',
    'Orders for each click on a product.',
  ],
  [
    'video_ctr',
    'video_clicks',
    'video_views',
    'Video Click-through Rate',
    'Product clicks for each view: the mean of TikTok’s rates, each counted as often as its video was seen.',
  ],
  ['video_gpm', 'video_gmv', 'video_views', 'Video GPM', 'GMV for each thousand views.', 'money', 1000],
  [
    'live_ctr',
    'live_product_clicks',
    'live_views',
    'LIVE Click-through Rate',
    'Product clicks for each view of own LIVEs, as TikTok counts it.',
  ],
  [
    'live_ctor',
    'live_own_sku_orders',
    'live_product_clicks',
    'LIVE Click-to-order Rate',
    'SKU orders for each product click in own LIVEs.',
  ],
  [
    'live_gpm',
    'live_own_gmv',
    'live_views',
    'LIVE GPM',
    'GMV for each thousand views of own LIVEs.',
    'money',
    1000,
  ],
  [
    'live_avg_price',
    'live_gmv',
    'live_items_sold',
    'LIVE Avg. Price',
    'GMV for each unit sold in LIVEs.',
    'money',
  ],
  [
    'live_avg_watch',
    'live_watch_time',
    'live_views',
    'LIVE Avg. Watch Time (s)',
    'Seconds for each view of own LIVEs.',
    'decimal',
  ],
  [
    'live_product_ctr',
    'live_product_clicked',
    'live_product_shown',
    'LIVE Product Click-through Rate',
    'Clicks for each time that a product was shown in LIVEs.',
  ],
  [
    'live_product_ctor',
    'live_product_sku_orders',
    'live_product_clicked',
    'LIVE Product Click-to-order Rate',
    'SKU orders for each click on a product in LIVEs.',
  ],
];

const rates = Object.fromEntries(
  RATES.map(([id, above, below, label, about, type = 'percent', per]) => {
    const [one, other] = [figures[above], figures[below]] as [Metric, Metric];
    const formula = `${one.label} ÷ ${other.label}${per ? ` × ${per}` : ''}`;
    return [
      id,
      { ...ratio([above, below], type, words(one.group, label, about, formula)), ...(per ? { per } : {}) },
    ];
  }),
);

/** Figures as TikTok counts them, and their rates. */
export const analyticsMetrics: Readonly<Record<string, Metric>> = { ...figures, ...rates };

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
