import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { id, money, picked, quantity } from './field';
import { productStatus, products } from './products';
import { productsOfDay } from './products-endpoint';
import { skuStatus } from './skus';
import { ALL_MARKETS, AT_ONCE, copyDay, KEPT_DAILY, NO_BUYERS, ofDay, readTime } from './whole';

const common = {
  ...ofDay('product_day', 'product_read_time'),
  group: 'Product',
  markets: ALL_MARKETS,
  history: KEPT_DAILY,
  freshness: AT_ONCE,
  privacy: NO_BUYERS,
  endpoint: productsOfDay,
  rowTime: 'product_day',
} as const;
const times = { product_day: copyDay('Product Day'), product_read_time: readTime };

/** Which products there were, and their states, by day. */
export const productDays = defineStream({
  ...common,
  id: 'product_days',
  label: 'Products by day',
  about: 'One row for each product and day on which the list was read.',
  explode: 'list',
  primaryKey: 'product_id',
  belongsTo: [{ stream: 'products', key: 'product_id' }],
  fields: {
    ...times,
    product_id: products.fields.product_id,
    product_status: productStatus,
    products_listed: picked(quantity('id', 'Products', 'Always 1.'), () => 1),
    products_on_sale: picked(
      quantity('status', 'Products On Sale', '1 where it is on sale, else 0.'),
      (record) => (at(record, 'status') === 'ACTIVATE' ? 1 : 0),
    ),
  },
});

/** Prices of variants by day. */
export const skuPrices = defineStream({
  ...common,
  id: 'sku_prices',
  label: 'SKU prices by day',
  about: 'One row for each variant and day on which the list was read.',
  explode: 'list.skus',
  primaryKey: 'sku_id',
  currencyField: 'currency',
  belongsTo: [{ stream: 'skus', key: 'sku_id' }],
  fields: {
    ...times,
    sku_id: id('id', 'SKU ID', 'TikTok’s number of the variant.'),
    product_status: productStatus,
    sku_status: skuStatus,
    currency: id('price.currency', 'Currency', 'Currency of its price.'),
    sku_price: picked(
      money('price.sale_price', 'SKU Price', 'Price on the product page before discounts.'),
      (record) => at(record, 'price.sale_price') ?? at(record, 'price.tax_exclusive_price'),
    ),
  },
});
