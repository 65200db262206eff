import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay, product } from './analytics';
import { money, people, picked, quantity } from './field';

/** GMV of one kind of content, from the list that splits it. */
const gmvOf = (type: string, label: string, about: string) =>
  picked(money('sales.gmv.breakdowns', label, about), (record) => {
    const parts = at(record, 'sales.gmv.breakdowns');
    return Array.isArray(parts)
      ? at(
          parts.find((part) => at(part, 'type') === type),
          'gmv.amount',
        )
      : undefined;
  });

/** Share of gross revenue that came by advertising: called ADS or GMV_MAX, by market. */
const adsShare = (record: unknown): unknown => {
  const parts = at(record, 'sales.gross_revenue.breakdowns');
  const ads = Array.isArray(parts) && parts.find((part) => /^(ADS|GMV_MAX)$/.test(String(at(part, 'type'))));
  return at(ads, 'percentage');
};

/** TikTok's own figures, one row a day of the shop's calendar. TikTok keeps them for some months; the store for ever. */
export const shopPerformance = defineStream({
  ...OF_ALL,
  ...byDay('performance_day'),
  id: 'shop_performance',
  label: 'Shop performance by day',
  group: 'TikTok’s own figures',
  about: 'TikTok’s own figures of the shop by day of its calendar, a day or two late.',
  endpoint: ofDay('shop_performance', '202509/shop/performance', 'performance.intervals', {
    pageSize: 0,
    elementId: 'start_date',
    query: { granularity: '1D', currency: 'LOCAL' },
    dayPath: 'start_date',
    most: 60,
    docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-performance-202509',
  }),
  primaryKey: 'performance_day',
  schema: 2,
  fields: {
    ...dayFields('performance_day', 'Performance Day', 'sales.gmv.overall.currency'),
    tt_gmv: money(
      'sales.gmv.overall.amount',
      'TikTok GMV',
      'Everything paid, cancelled and refunded orders included.',
    ),
    tt_gmv_live: gmvOf('LIVE', 'TikTok GMV from LIVE', 'The part that was sold in LIVE sessions.'),
    tt_gmv_video: gmvOf('VIDEO', 'TikTok GMV from Videos', 'The part that was sold through videos.'),
    tt_gmv_product_card: gmvOf(
      'PRODUCT_CARD',
      'TikTok GMV from Product Cards',
      'The part that was sold through product cards.',
    ),
    tt_gross_revenue: money(
      'sales.gross_revenue.overall.amount',
      'TikTok Gross Revenue',
      'Customer payments and TikTok’s product subsidies, without taxes.',
    ),
    tt_ads_revenue: picked(
      money(
        'sales.gross_revenue.breakdowns',
        'TikTok Gross Revenue from Ads',
        'What came by TikTok’s ads (GMV Max): TikTok gives its share of each day’s gross revenue, in four decimals.',
      ),
      (record) => product(at(record, 'sales.gross_revenue.overall.amount'), adsShare(record)),
    ),
    tt_refunds: money(
      'sales.refunds.amount',
      'TikTok Refunds',
      'Refunds that were generated on these days, whenever the orders were placed.',
    ),
    tt_orders: quantity('sales.orders_count', 'TikTok Orders', 'Paid orders.'),
    tt_sku_orders: quantity(
      'sales.sku_orders_count',
      'TikTok SKU Orders',
      'Different SKUs in each order, added up.',
    ),
    tt_items_sold: quantity('sales.items_sold', 'TikTok Items Sold', 'Units sold.'),
    tt_customers: people(
      'sales.avg_customers_count',
      'Avg. TikTok Customers',
      'Buyers of a day; of several days the mean, since one buyer may be in many.',
    ),
    tt_visitors: people(
      'traffic.avg_visitors',
      'Avg. TikTok Visitors',
      'People who saw product pages on a day; of several days the mean.',
    ),
    tt_page_views: people(
      'traffic.avg_page_views',
      'Avg. TikTok Page Views',
      'Views of product pages on a day; of several days the mean, as TikTok tells them.',
    ),
  },
});
