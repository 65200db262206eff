import { defineStream } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay } from './analytics';
import { integer, money, people, quantity } from './field';

const {
  since: _,
  until: __,
  ...endpoint
} = ofDay(
  'shop_performance_hourly',
  '202510/shop/performance/{day}/performance_per_hour',
  'performance.intervals',
  {
    pageSize: 0,
    latestPath: 'performance.latest_available_timestamp',
    elementId: 'index',
    settling: 4,
    docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-performance-per-hour-202510',
  },
);

/** TikTok's own figures by hour, the only ones of today. */
export const shopHours = defineStream({
  ...OF_ALL,
  ...byDay('hourly_day'),
  id: 'shop_performance_hourly',
  label: 'Shop performance by hour',
  group: 'TikTok’s hours',
  about: 'TikTok’s own figures of the shop by hour of its days, today included.',
  history: 'TikTok keeps them for 30 days; what is stored stays.',
  freshness: 'Within an hour or so.',
  endpoint,
  primaryKey: 'shop_hour',
  fields: {
    ...dayFields('hourly_day', 'Day of Hour', 'gmv.currency'),
    shop_hour: integer('index', 'Hour of Shop', 'The hour of the shop’s own day, 0 to 23.'),
    hourly_gmv: money(
      'gmv.amount',
      'GMV by Hour',
      'What customers paid in the hour, with shipping, less what platform and seller add to promotions; today’s too.',
    ),
    hourly_items_sold: quantity('items_sold', 'Items Sold by Hour', 'Units sold in the hour.'),
    hourly_customers: people(
      'customers',
      'Avg. Customers by Hour',
      'Buyers of an hour; of several hours or days the mean, since one buyer may be in many.',
    ),
    hourly_visitors: people(
      'visitors',
      'Avg. Visitors by Hour',
      'People who saw product pages in an hour; of several hours or days the mean.',
    ),
  },
});
