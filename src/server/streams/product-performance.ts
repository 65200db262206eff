import { defineStream, type StreamField } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay } from './analytics';
import { id, money, people, quantity } from './field';

/** What is told of a channel: how it is called, and what it is. */
const PARTS = {
  gmv: ['GMV', 'What was paid for products'],
  orders: ['Orders', 'Paid orders (one with two products counts for each)'],
  sku_orders: ['SKU Orders', 'Paid SKU orders'],
  items_sold: ['Items Sold', 'Units sold'],
  impressions: ['Impressions', 'Times products were shown'],
  clicks: ['Clicks', 'Clicks on products'],
  adds: ['Adds to Cart', 'Times products were put into a cart'],
  posted: ['New Contents', 'LIVEs or videos that were posted (one with two products counts for each)'],
} as const;
type Part = keyof typeof PARTS;

/** Fields of a channel, by the keys of its block in the answer. */
const channel = <const Name extends string, const Key extends Part>(
  name: Name,
  from: string,
  block: string,
  keys: Readonly<Record<Key, string>>,
) =>
  Object.fromEntries(
    (Object.entries(keys) as [Key, string][]).map(([part, key]) => [
      `${name}_${part}`,
      (part === 'gmv' ? money : quantity)(
        `${block}_performance.${key}`,
        from === '' ? `Product ${PARTS[part][0]}` : `${PARTS[part][0]} from ${from}`,
        from === '' ? `${PARTS[part][1]} in all.` : `${PARTS[part][1]} from ${from}.`,
      ),
    ]),
  ) as Record<`${Name}_${Key}`, StreamField>;

const seen = { impressions: 'product_impressions', clicks: 'product_clicks', adds: 'add_cart_count' };
const whole = {
  gmv: 'attributed_gmv.amount',
  orders: 'attributed_orders',
  sku_orders: 'attributed_sku_orders',
  items_sold: 'attributed_sold_items',
  ...seen,
};
const ALL = 'total_performance.';
const VIDEOS = 'new_video_count';
const LIVES = 'new_live_count';

/**
 * How each product was seen and sold a day, and through what: own LIVEs, own videos, product cards and affiliates make up
 * the whole; affiliates’ LIVEs and videos are parts of theirs, and the shop tab lies across.
 */
export const productPerformance = defineStream({
  ...OF_ALL,
  ...byDay('product_day'),
  id: 'product_performance',
  label: 'Product performance by day',
  group: 'Product performance',
  about:
    'TikTok’s own figures of each product by day of the shop’s calendar: how it was seen, clicked and sold, and through what.',
  freshness: 'Two to four days late, and corrected for some days.',
  endpoint: ofDay('product_performance', '202605/shop_products/performance', 'products', {
    docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-product-performance-list-202605',
  }),
  primaryKey: 'product_id',
  belongsTo: [{ stream: 'products', key: 'product_id' }],
  fields: {
    ...dayFields('product_day', 'Product Performance Day', `${ALL}gmv.currency`),
    product_id: id('id', 'Product ID', 'TikTok’s number of the product.'),
    ...channel('product', '', 'total', {
      gmv: 'gmv.amount',
      orders: 'orders',
      sku_orders: 'sku_orders',
      items_sold: 'items_sold',
      ...seen,
    }),
    product_gmv_incl_tax: money(
      `${ALL}gmv_incl_tax.amount`,
      'Product GMV with Tax',
      'What was paid for products, with tax.',
    ),
    product_tax_told: money(`${ALL}tax.amount`, 'TikTok Product Tax', 'Tax on what was paid for products.'),
    product_shipping_fees: money(
      `${ALL}shipping_fees.amount`,
      'TikTok Product Shipping Fees',
      'Shipping that buyers paid with products: no part of their GMV.',
    ),
    product_refunds: money(`${ALL}refunds.amount`, 'Product Refunds', 'Refunds of products.'),
    product_refunded_items: quantity(
      `${ALL}refunded_items`,
      'Product Refunded Items',
      'Units that were refunded.',
    ),
    product_unique_impressions: people(
      `${ALL}unique_product_impressions`,
      'Avg. Product Viewers',
      'People who were shown a product on a day; of several products or days the mean, since one may be in many.',
    ),
    product_unique_clicks: people(
      `${ALL}unique_clicks`,
      'Avg. Product Visitors',
      'People who clicked on a product on a day; of several products or days the mean.',
    ),
    product_cart_users: people(
      `${ALL}add_cart_users`,
      'Avg. Product Cart Users',
      'People who put a product into a cart on a day; of several products or days the mean.',
    ),
    product_customers: people(
      `${ALL}estimated_customers`,
      'Avg. Product Customers',
      'Buyers of a product on a day, as TikTok estimates them; of several products or days the mean.',
    ),
    product_refund_customers: people(
      `${ALL}refund_customers`,
      'Avg. Product Refund Customers',
      'Buyers who were refunded for a product on a day; of several products or days the mean.',
    ),
    ...channel('seller_live', 'Own LIVEs', 'seller_live', {
      ...whole,
      posted: LIVES,
    }),
    ...channel('seller_video', 'Own Videos', 'seller_video', {
      ...whole,
      posted: VIDEOS,
    }),
    ...channel('seller_card', 'Product Cards', 'seller_product_card', whole),
    ...channel('affiliates', 'Affiliates', 'affiliate_total', whole),
    ...channel('affiliate_live', 'Affiliate LIVEs', 'affiliate_live', {
      gmv: 'live_attributed_gmv.amount',
      ...seen,
      posted: LIVES,
    }),
    ...channel('affiliate_video', 'Affiliate Videos', 'affiliate_video', {
      gmv: 'attributed_video_gmv.amount',
      ...seen,
      posted: VIDEOS,
    }),
    ...channel('shop_tab', 'Shop Tab', 'shop_tab', {
      gmv: 'shop_tab_gmv.amount',
      items_sold: 'shop_tab_sold_items',
      impressions: 'shop_tab_product_impressions',
      clicks: 'shop_tab_product_clicks',
    }),
  },
});
