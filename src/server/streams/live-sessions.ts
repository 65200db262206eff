import { at } from '../core/normalise';
import { type DailyEndpoint, defineStream, type StreamField } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay, weighted } from './analytics';
import { flag, id, money, people, picked, quantity, text, time } from './field';

/** LIVEs of a day, and what each product sold in those of the shop's own accounts. */
const lives: DailyEndpoint = ofDay('live_sessions', '202509/shop_lives/performance', 'live_stream_sessions', {
  detail: {
    path: '/analytics/202512/shop/{id}/products_performance',
    query: { currency: 'LOCAL' },
    pageSize: 0,
    records: 'products',
    as: 'products',
    elementId: 'id',
    where: 'interaction_performance',
  },
  docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-live-performance-list-202509',
});

/** TikTok tells what viewers did in the shop's own LIVEs only: sales that stand beside it. */
const own = (field: StreamField): StreamField =>
  picked(field, (record) =>
    at(record, 'interaction_performance') === undefined ? undefined : at(record, field.path),
  );
const S = 'sales_performance.';
const I = 'interaction_performance.';
const GMV = `${S}gmv.amount`;
const ORDERS = `${S}sku_orders`;
const VIEWS = `${I}views`;
const live = {
  live_title: text('title', 'LIVE Title', 'What the LIVE is called.'),
  live_username: text('username', 'LIVE Account', 'The account of the host.'),
  live_start_time: time('start_time', 'LIVE Start Time', 'When the LIVE began.'),
  live_end_time: time('end_time', 'LIVE End Time', 'When the LIVE ended.'),
};

export const liveSessions = defineStream({
  ...OF_ALL,
  ...byDay('live_day'),
  id: 'live_sessions',
  label: 'LIVE sessions',
  group: 'LIVE',
  about: 'TikTok’s own figures of each LIVE that sold for the shop, by the day of the shop’s calendar.',
  privacy: 'Names of hosts’ accounts; nothing about buyers.',
  endpoint: lives,
  primaryKey: 'live_id',
  fields: {
    ...dayFields('live_day', 'LIVE Day', `${S}gmv.currency`),
    live_id: id('id', 'LIVE ID', 'TikTok’s number of the LIVE.'),
    ...live,
    live_is_own: picked(
      flag(
        'interaction_performance',
        'Own LIVE',
        'Whether TikTok tells what viewers did: official and marketing accounts.',
      ),
      (record) => at(record, 'interaction_performance') !== undefined,
    ),
    live_gmv: money(GMV, 'LIVE GMV', 'What was paid for orders placed in the LIVE.'),
    live_gmv_24h: money(
      `${S}24h_live_gmv.amount`,
      'LIVE GMV within 24 h',
      'What was paid within 24 hours of watching the LIVE. It may be more than its GMV and is no part of it: never add the two.',
    ),
    live_sku_orders: quantity(ORDERS, 'LIVE SKU Orders', 'Paid SKU orders placed in the LIVE.'),
    live_created_sku_orders: quantity(
      `${S}created_sku_orders`,
      'LIVE Created SKU Orders',
      'SKU orders placed in the LIVE, those not yet paid included.',
    ),
    live_items_sold: quantity(`${S}items_sold`, 'LIVE Items Sold', 'Units sold in the LIVE.'),
    live_customers: people(
      `${S}customers`,
      'Avg. LIVE Customers',
      'Buyers of a LIVE; of several the mean, since one buyer may be in many.',
    ),
    live_products_added: quantity(
      `${S}products_added`,
      'LIVE Products Added',
      'Products that were shown, each LIVE by itself.',
    ),
    live_products_sold: quantity(
      `${S}different_products_sold`,
      'LIVE Products Sold',
      'Products that sold, each LIVE by itself.',
    ),
    live_own_gmv: own(money(GMV, 'Own LIVE GMV', 'GMV of the LIVEs of the shop’s own accounts.')),
    live_own_sku_orders: own(
      quantity(ORDERS, 'Own LIVE SKU Orders', 'SKU orders in the LIVEs of the shop’s own accounts.'),
    ),
    live_views: quantity(VIEWS, 'LIVE Views', 'Times the shop’s own LIVEs were seen.'),
    live_viewers: people(
      `${I}viewers`,
      'Avg. LIVE Viewers',
      'Viewers of an own LIVE; of several the mean, since one viewer may be in many.',
    ),
    live_acu: people(
      `${I}acu`,
      'Avg. Concurrent Viewers',
      'Viewers at one time in an own LIVE; of several the mean.',
    ),
    live_pcu: {
      ...quantity(`${I}pcu`, 'Peak Concurrent Viewers', 'Most viewers at one time in any own LIVE.'),
      measure: 'max',
    },
    live_likes: quantity(`${I}likes`, 'LIVE Likes', 'Likes of own LIVEs.'),
    live_comments: quantity(`${I}comments`, 'LIVE Comments', 'Comments on own LIVEs.'),
    live_shares: quantity(`${I}shares`, 'LIVE Shares', 'Times own LIVEs were shared.'),
    live_new_followers: quantity(
      `${I}new_followers`,
      'LIVE New Followers',
      'Viewers who began to follow in own LIVEs.',
    ),
    live_product_impressions: quantity(
      `${I}product_impressions`,
      'LIVE Product Impressions',
      'Times products were shown in own LIVEs.',
    ),
    live_product_clicks: quantity(
      `${I}product_clicks`,
      'LIVE Product Clicks',
      'Clicks on products in own LIVEs.',
    ),
    live_watch_time: weighted(
      `${I}avg_viewing_duration`,
      VIEWS,
      'LIVE Watch Time (s)',
      'Seconds that own LIVEs were watched in all.',
    ),
  },
});

export const liveProducts = defineStream({
  ...OF_ALL,
  ...byDay('live_product_day', 'list.products'),
  id: 'live_products',
  label: 'Products in LIVEs',
  group: 'LIVE product',
  about: 'What each product sold in each LIVE of the shop’s own accounts, as TikTok counts it.',
  privacy: 'Names of hosts’ accounts; nothing about buyers.',
  endpoint: lives,
  primaryKey: 'product_id',
  fields: {
    ...dayFields('live_product_day', 'LIVE Product Day', 'sales.direct_gmv.currency'),
    live_id: id('of', 'LIVE ID', 'TikTok’s number of the LIVE.'),
    ...live,
    product_id: id('id', 'Product ID', 'TikTok’s number of the product.'),
    product_name: text('name', 'Product Name', 'Title of the product.'),
    live_product_gmv: money(
      'sales.direct_gmv.amount',
      'LIVE Product GMV',
      'What was paid for the product directly from the LIVE.',
    ),
    live_product_main_orders: quantity(
      'sales.main_orders',
      'LIVE Product Orders',
      'Paid orders with the product; one with two products counts for each.',
    ),
    live_product_sku_orders: quantity(
      'sales.sku_orders',
      'LIVE Product SKU Orders',
      'Paid SKU orders of the product.',
    ),
    live_product_created_sku_orders: quantity(
      'sales.created_sku_orders',
      'LIVE Product Created SKU Orders',
      'SKU orders of the product, those not yet paid included.',
    ),
    live_product_items_sold: quantity('sales.items_sold', 'LIVE Product Items Sold', 'Units sold.'),
    live_product_customers: people(
      'sales.customers',
      'Avg. LIVE Product Customers',
      'Buyers of a product in a LIVE; of several the mean.',
    ),
    live_product_shown: quantity(
      'traffic.product_impressions',
      'LIVE Product Views',
      'Times the product was shown in LIVEs.',
    ),
    live_product_clicked: quantity(
      // The misspelling is TikTok's.
      'traffic.produt_clicks',
      'Clicks of LIVE Products',
      'Clicks on the product in LIVEs.',
    ),
    live_product_adds: quantity(
      'traffic.add_to_cart_count',
      'LIVE Product Adds to Cart',
      'Times the product was put into a cart.',
    ),
  },
});
