import { defineStream } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay } from './analytics';
import { id, money, quantity } from './field';

/** What each variant sells a day, as TikTok counts it. Its ids come as bare numbers of 64 bits. */
export const skuPerformance = defineStream({
  ...OF_ALL,
  ...byDay('sku_day'),
  id: 'sku_performance',
  label: 'SKU performance by day',
  group: 'SKU performance',
  about: 'TikTok’s own figures of each variant by day of the shop’s calendar.',
  endpoint: ofDay('sku_performance', '202509/shop_skus/performance', 'skus', {
    docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-sku-performance-list-202509',
  }),
  primaryKey: 'sku_id',
  belongsTo: [{ stream: 'skus', key: 'sku_id' }],
  fields: {
    ...dayFields('sku_day', 'SKU Performance Day', 'gmv.currency'),
    sku_id: id('id', 'SKU ID', 'TikTok’s number of the variant.'),
    product_id: id('product_id', 'Product ID', 'TikTok’s number of the product.'),
    sku_gmv: money(
      'gmv.amount',
      'SKU GMV',
      'What was paid for the variant, cancelled and refunded orders included.',
    ),
    sku_paid_orders: quantity(
      'sku_orders',
      'Orders of SKU',
      'Paid orders with the variant; one with two variants counts for each.',
    ),
    sku_items_sold: quantity('units_sold', 'SKU Items Sold', 'Units of the variant that were sold.'),
  },
});
