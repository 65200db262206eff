import type { FieldType } from '../../../shared/field';
import type { BaseMetric, Metric } from '../../core/metric';
import type { FieldOf } from '../../streams';
import { one, ratio, sum, type Words, words } from './kinds';

/** TikTok's own figures, placed by the day of the shop's calendar that they are about. */
const told = (type: FieldType, field: FieldOf<'shop_performance'>, words: Words): BaseMetric =>
  sum('shop_performance', { time: 'performance_day' }, type)([field], words);

/** TikTok's means by day are never added up. */
const mean = (field: FieldOf<'shop_performance'>, words: Words): BaseMetric =>
  one('average', 'shop_performance', field, { time: 'performance_day' }, 'decimal', words);

export const shopPerformanceMetrics: Readonly<Record<string, Metric>> = {
  tt_gmv: told(
    'money',
    'tt_gmv',
    words(
      'TikTok’s own figures',
      'TikTok GMV',
      'GMV as Seller Center shows it: everything paid, cancelled and refunded orders included.',
      'Sum of sales.gmv.overall of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_live: told(
    'money',
    'tt_gmv_live',
    words(
      'TikTok’s own figures',
      'TikTok GMV from LIVE',
      'The part of TikTok’s GMV that was sold in LIVE sessions.',
      'Sum of sales.gmv.breakdowns LIVE of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_video: told(
    'money',
    'tt_gmv_video',
    words(
      'TikTok’s own figures',
      'TikTok GMV from Videos',
      'The part of TikTok’s GMV that was sold through videos.',
      'Sum of sales.gmv.breakdowns VIDEO of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_product_card: told(
    'money',
    'tt_gmv_product_card',
    words(
      'TikTok’s own figures',
      'TikTok GMV from Product Cards',
      'The part of TikTok’s GMV that was sold through product cards.',
      'Sum of sales.gmv.breakdowns PRODUCT_CARD of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gross_revenue: told(
    'money',
    'tt_gross_revenue',
    words(
      'TikTok’s own figures',
      'TikTok Gross Revenue',
      'Customer payments and TikTok’s product subsidies, without taxes.',
      'Sum of sales.gross_revenue.overall of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_refunds: told(
    'money',
    'tt_refunds',
    words(
      'TikTok’s own figures',
      'TikTok Refunds',
      'Refunds that were generated on these days, whenever the orders were placed.',
      'Sum of sales.refunds of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_orders: told(
    'integer',
    'tt_orders',
    words(
      'TikTok’s own figures',
      'TikTok Orders',
      'Paid orders, as TikTok counts them.',
      'Sum of sales.orders_count of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_sku_orders: told(
    'integer',
    'tt_sku_orders',
    words(
      'TikTok’s own figures',
      'TikTok SKU Orders',
      'Different SKUs in each order, added up.',
      'Sum of sales.sku_orders_count of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_items_sold: told(
    'integer',
    'tt_items_sold',
    words(
      'TikTok’s own figures',
      'TikTok Items Sold',
      'Units sold, as TikTok counts them.',
      'Sum of sales.items_sold of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_ads_revenue: told(
    'money',
    'tt_ads_revenue',
    words(
      'TikTok’s own figures',
      'TikTok Gross Revenue from Ads',
      'What came by TikTok’s ads (GMV Max): TikTok gives its share of each day’s gross revenue, in four decimals.',
      'Sum of sales.gross_revenue.overall × its ADS or GMV_MAX percentage of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_ads_share: ratio(
    ['tt_ads_revenue', 'tt_gross_revenue'],
    'percent',
    words(
      'TikTok’s own figures',
      'TikTok Ads Share',
      'Part of gross revenue that came by TikTok’s ads (GMV Max); not told in the US and Japan.',
      'TikTok Gross Revenue from Ads ÷ TikTok Gross Revenue',
    ),
  ),
  tt_customers: mean(
    'tt_customers',
    words(
      'TikTok’s own figures',
      'Avg. TikTok Customers',
      'Buyers of a day; of several days the mean, since one buyer may be in many.',
      'Mean over days of sales.avg_customers_count of TikTok’s shop performance by day',
    ),
  ),
  tt_visitors: mean(
    'tt_visitors',
    words(
      'TikTok’s own figures',
      'Avg. TikTok Visitors',
      'People who saw product pages on a day; of several days the mean.',
      'Mean over days of traffic.avg_visitors of TikTok’s shop performance by day',
    ),
  ),
  tt_page_views: mean(
    'tt_page_views',
    words(
      'TikTok’s own figures',
      'Avg. TikTok Page Views',
      'Views of product pages on a day; of several days the mean, as TikTok tells them.',
      'Mean over days of traffic.avg_page_views of TikTok’s shop performance by day',
    ),
  ),
  tt_conversion_rate: ratio(
    ['tt_customers', 'tt_visitors'],
    'percent',
    words(
      'TikTok’s own figures',
      'TikTok Conversion Rate',
      'Buyers of a day for each visitor of a day.',
      'Avg. TikTok Customers ÷ Avg. TikTok Visitors',
    ),
  ),
};
