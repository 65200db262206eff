import { defineStream, type WholeEndpoint } from '../core/stream';
import { OF_ALL, ofDay } from './analytics';
import { day, money, people, quantity, text } from './field';
import { latest, ofDay as ofReading, readTime } from './whole';

/** What all LIVEs or videos have sold today, as TikTok counts it at the moment; of earlier days their lists tell more. */
const overview = (what: 'lives' | 'videos'): WholeEndpoint => ({
  ...ofDay(`shop_${what}_today`, `202509/shop_${what}/overview_performance`, 'performance.intervals', {
    docs: `https://partner.tiktokshop.com/docv2/page/get-shop-${what}-performance-overview-202509`,
  }),
  kind: 'whole',
  keep: 'latest',
  pageSize: 0,
  elementId: 'start_date',
  query: { today: 'true', currency: 'LOCAL' },
  today: { since: 'start_date_ge', until: 'end_date_lt' },
});

/** What both have in common; the only row is of the shop's own day. */
const ofToday = <const What extends 'live' | 'video'>(what: What) =>
  ({
    ...OF_ALL,
    ...ofReading('today_copy', 'today_read_time'),
    history: 'Only today; the latest reading replaces the one before.',
    freshness: 'At once.',
    privacy: 'Sums only.',
    endpoint: overview(`${what}s`),
    explode: 'list',
    primaryKey: `${what}_today`,
    rowTime: `${what}_today`,
    currencyField: 'currency',
  }) as const;
const fields = {
  today_copy: latest,
  today_read_time: readTime,
  currency: text('gmv.currency', 'Currency', 'Currency of the shop.'),
};

export const liveToday = defineStream({
  ...ofToday('live'),
  id: 'live_today',
  label: 'LIVEs of today',
  group: 'LIVE today',
  about: 'What all LIVEs have sold today so far, in one row.',
  fields: {
    ...fields,
    live_today: day('start_date', 'LIVE Today', 'The shop’s own day when it was read.'),
    live_today_gmv: money('gmv.amount', 'LIVE Today GMV', 'Paid so far today for orders placed in LIVEs.'),
    live_today_sku_orders: quantity('sku_orders', 'LIVE Today SKU Orders', 'Paid SKU orders so far today.'),
    live_today_items_sold: quantity('items_sold', 'LIVE Today Items Sold', 'Units sold so far today.'),
    live_today_customers: people('customers', 'LIVE Today Customers', 'Buyers in LIVEs so far today.'),
  },
});

export const videoToday = defineStream({
  ...ofToday('video'),
  id: 'video_today',
  label: 'Videos of today',
  group: 'Video today',
  about: 'What all videos have sold today so far, in one row.',
  fields: {
    ...fields,
    video_today: day('start_date', 'Video Today', 'The shop’s own day when it was read.'),
    video_today_gmv: money(
      'gmv.amount',
      'Video Today GMV',
      'Paid so far today for orders placed from videos.',
    ),
    video_today_sku_orders: quantity('sku_orders', 'Video Today SKU Orders', 'Paid SKU orders so far today.'),
    video_today_customers: people(
      'avg_customers',
      'Video Today Customers',
      'Buyers from videos so far today.',
    ),
    video_today_impressions: quantity(
      'product_impressions',
      'Video Today Impressions',
      'How often products were shown in videos so far today.',
    ),
    video_today_clicks: quantity(
      'product_clicks',
      'Video Today Clicks',
      'Clicks on products in videos so far today.',
    ),
  },
});
