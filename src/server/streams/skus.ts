import { defineStream } from '../core/stream';
import { id, text, time } from './field';
import { products } from './products';
import { productSearch } from './products-endpoint';

export const skuStatus = text('status_info.status', 'SKU Status', 'NORMAL or DEACTIVATED.');

/** Variants as they are now. Prices and stock, which change without a change of the product, stand in copies by day. */
export const skus = defineStream({
  id: 'skus',
  label: 'SKUs',
  group: 'SKU',
  about: 'One row for each variant of a product, as it is now.',
  markets: products.markets,
  history: products.history,
  freshness: products.freshness,
  privacy: products.privacy,
  endpoint: productSearch,
  explode: 'skus',
  primaryKey: 'sku_id',
  parentKey: 'product_id',
  versionField: 'product_update_time',
  belongsTo: [{ stream: 'products', key: 'product_id' }],
  schema: 1,
  fields: {
    sku_id: id('id', 'SKU ID', 'TikTok’s number of the variant.'),
    product_id: id('^.id', 'Product ID', 'The product it is a variant of.'),
    product_update_time: time('^.update_time', 'Product Update Time', 'When its product last changed.'),
    seller_sku: text('seller_sku', 'Seller SKU', 'The seller’s own code of the variant.'),
    sku_status: skuStatus,
    pre_sale_type: text(
      'pre_sale.type',
      'Pre-sale Type',
      'PRE_ORDER, MADE_TO_ORDER or CUSTOM; none for others.',
    ),
  },
});
