import type { FieldType } from '../../../shared/field';
import type { BaseMetric, Metric } from '../../core/metric';
import type { FieldOf } from '../../streams';
import { sum, type Words, words } from './kinds';

/** TikTok's own figures, placed by the day of the shop's calendar that they are about. */
const told = (type: FieldType, field: FieldOf<'shop_performance'>, words: Words): BaseMetric =>
  sum('shop_performance', { time: 'performance_day' }, type)([field], words);

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
};
