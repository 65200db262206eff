import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { flag, id, picked, text, time } from './field';
import { productSearch } from './products-endpoint';
import { ALL_MARKETS, AS_IT_IS, NO_BUYERS } from './whole';

export const productStatus = text(
  'status',
  'Product Status',
  'ACTIVATE (on sale), DRAFT, PENDING, FAILED, SELLER_DEACTIVATED, PLATFORM_DEACTIVATED, FREEZE or DELETED: with stock and prices as it was that day, elsewhere as it is now.',
);

/** Products as they are now: what orders, stock and figures of a product point at. */
export const products = defineStream({
  id: 'products',
  label: 'Products',
  group: 'Product',
  about: 'One row for each product, as it is now.',
  markets: ALL_MARKETS,
  history: AS_IT_IS,
  freshness: 'Within minutes.',
  privacy: NO_BUYERS,
  endpoint: productSearch,
  primaryKey: 'product_id',
  versionField: 'product_update_time',
  rowTime: 'product_create_time',
  belongsTo: [{ stream: 'product_details', key: 'product_id' }],
  schema: 1,
  fields: {
    product_id: id('id', 'Product ID', 'TikTok’s number of the product.'),
    product_name: text('title', 'Product Name', 'Title of the product.'),
    product_status: productStatus,
    product_create_time: time('create_time', 'Product Create Time', 'When the product was created.'),
    product_update_time: time('update_time', 'Product Update Time', 'When the product last changed.'),
    audit_status: text('audit.status', 'Audit Status', 'NONE, AUDITING, FAILED, PRE_APPROVED or APPROVED.'),
    listing_quality_tier: text('listing_quality_tier', 'Listing Quality', 'POOR, FAIR or GOOD (US).'),
    sales_regions: picked(
      text('sales_regions', 'Sales Regions', 'Markets in which the product is sold.'),
      (record) => (at(record, 'sales_regions') as string[] | undefined)?.join(', '),
    ),
    is_not_for_sale: flag('is_not_for_sale', 'Not For Sale', 'Whether it is given away only.'),
    recommended_category: picked(
      text(
        'recommended_categories',
        'Recommended Category',
        'Category that TikTok suggests by title and images; the product’s own is not told with the list.',
      ),
      (record) => at(record, 'recommended_categories.0.local_name'),
    ),
  },
});
