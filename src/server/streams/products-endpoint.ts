import type { EachEndpoint, TimedEndpoint, WholeEndpoint } from '../core/stream';
import { recordByRecord } from './whole';

const search = {
  method: 'POST',
  path: '/product/202502/products/search',
  shopCipher: true,
  scope: 'seller.product.basic',
  scopeLabel: 'products and stock',
  pageSize: 100,
  records: 'products',
  idPath: 'id',
  docs: 'https://partner.tiktokshop.com/docv2/page/search-products-202502',
} as const;

/** A window of product search: both bounds belong to it, and TikTok sorts as it likes. */
const window = (field: string) => ({
  since: `${field}_ge`,
  until: `${field}_le`,
  inclusive: true as const,
  field,
  order: {},
});

/** Product search: products with their SKUs, all of them, as they are now. */
export const productSearch: TimedEndpoint = {
  ...search,
  kind: 'timed',
  id: 'products_search',
  always: true,
  windows: { created: window('create_time'), updated: window('update_time') },
};

/** The same list once a day: TikTok keeps no history of prices and states. */
export const productsOfDay: WholeEndpoint = {
  ...search,
  kind: 'whole',
  id: 'products_daily',
  keep: 'daily',
  idPath: 'day',
  elementId: 'id',
  cut: { since: 'create_time_ge', until: 'create_time_le' },
};

/** What only a call for each product tells. Of those that are frozen or deleted, TikTok tells it no more. */
export const productDetail: EachEndpoint = {
  ...recordByRecord,
  id: 'product_detail',
  path: '/product/202309/products/{id}',
  shopCipher: true,
  scope: search.scope,
  scopeLabel: search.scopeLabel,
  of: {
    stream: 'products',
    field: 'product_id',
    created: 'product_create_time',
    changed: 'product_update_time',
    except: { field: 'product_status', values: ['FREEZE', 'DELETED'] },
  },
  docs: 'https://partner.tiktokshop.com/docv2/page/get-product-202309',
};

/** Stock of the SKUs of products. */
export const inventorySearch: WholeEndpoint = {
  kind: 'whole',
  id: 'inventory_search',
  keep: 'daily',
  method: 'POST',
  path: '/product/202309/inventory/search',
  shopCipher: true,
  scope: search.scope,
  scopeLabel: search.scopeLabel,
  pageSize: 0,
  records: 'inventory',
  idPath: 'day',
  elementId: 'product_id',
  ids: {
    stream: 'products',
    field: 'product_id',
    parameter: 'product_ids',
    most: 100,
    except: { field: 'product_status', values: ['DELETED'] },
  },
  docs: 'https://partner.tiktokshop.com/docv2/page/inventory-search-202309',
};
