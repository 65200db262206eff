import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { id, picked, quantity, text } from './field';
import { inventorySearch } from './products-endpoint';
import { ALL_MARKETS, AT_ONCE, copyDay, KEPT_DAILY, NO_BUYERS, ofDay, readTime } from './whole';

const common = {
  ...ofDay('stock_date', 'stock_read_time'),
  group: 'Stock',
  markets: ALL_MARKETS,
  history: KEPT_DAILY,
  freshness: AT_ONCE,
  privacy: NO_BUYERS,
  endpoint: inventorySearch,
  rowTime: 'stock_date',
} as const;
const SKU = { stream: 'skus', key: 'sku_id' } as const;
const keys = {
  stock_date: copyDay('Stock Date'),
  stock_read_time: readTime,
  product_id: id('product_id', 'Product ID', 'TikTok’s number of the product.'),
  sku_id: id('id', 'SKU ID', 'TikTok’s number of the variant.'),
  seller_sku: text('seller_sku', 'Seller SKU', 'The seller’s own code of the variant.'),
};

/** What lies in which warehouse, by day. */
export const inventory = defineStream({
  ...common,
  id: 'inventory',
  label: 'Stock by day',
  about: 'One row for each day on which stock was read, variant and warehouse.',
  explode: 'list.skus.warehouse_inventory',
  primaryKey: 'sku_id',
  belongsTo: [SKU, { stream: 'warehouses', key: 'warehouse_id' }],
  fields: {
    ...keys,
    warehouse_id: id('warehouse_id', 'Warehouse ID', 'The warehouse it lies in.'),
    available_quantity: quantity('available_quantity', 'Available', 'Units that can be ordered.'),
    committed_quantity: quantity(
      'committed_quantity',
      'Committed',
      'Units that orders have taken and that still lie there.',
    ),
  },
});

/** Units of a list of allotments. */
const allotted = (list: string, label: string, about: string) =>
  picked(quantity(`total_available_inventory_distribution.${list}`, label, about), (record) => {
    const parts = at(record, `total_available_inventory_distribution.${list}`);
    return Array.isArray(parts)
      ? parts.reduce((sum: number, part) => sum + Number(at(part, 'quantity')), 0)
      : undefined;
  });

/** What of a variant's stock is set aside for whom, by day, in all warehouses together. */
export const skuStock = defineStream({
  ...common,
  id: 'sku_stock',
  label: 'Stock of SKUs by day',
  about: 'One row for each day on which stock was read and variant, all warehouses together.',
  explode: 'list.skus',
  primaryKey: 'sku_id',
  belongsTo: [SKU],
  fields: {
    ...keys,
    skus_listed: picked(quantity('id', 'SKUs', 'Always 1.'), () => 1),
    skus_out_of_stock: picked(
      quantity('total_available_quantity', 'Out of Stock', '1 where nothing can be ordered, else 0.'),
      (record) => (at(record, 'total_available_quantity') === 0 ? 1 : 0),
    ),
    in_shop_quantity: quantity(
      'total_available_inventory_distribution.in_shop_inventory.quantity',
      'In Shop',
      'Units that anybody can order.',
    ),
    campaign_quantity: allotted('campaign_inventory', 'For Campaigns', 'Units set aside for campaigns.'),
    creator_quantity: allotted('creator_inventory', 'For Creators', 'Units set aside for creators.'),
  },
});
