import type { Sku } from '../catalogue';
import { chance, hashText, TOPIC } from '../chance';
import { listingsOf } from '../listing';
import { REFUSAL } from '../refusal';
import type { Shop } from '../shop';
import { stockOf } from '../stock';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkTypes } from './parameters';

const MOST_PRODUCTS = 100;
const MOST_SKUS = 600;

const ids = ({ body }: EndpointCall, name: string) => (body[name] as readonly string[] | undefined) ?? [];

/** Stock of products or variants. Whether TikTok answers about deleted ones is not known: here it refuses. */
export const inventorySearch: Endpoint = {
  method: 'POST',
  path: '/product/202309/inventory/search',
  scope: 'seller.product.basic',
  shopCipher: 'required',

  check(call, shop) {
    const wrong = checkTypes(call, { product_ids: 'strings', sku_ids: 'strings' });
    if (wrong) return wrong;
    const products = ids(call, 'product_ids');
    const skus = ids(call, 'sku_ids');
    const many = products.length > MOST_PRODUCTS || skus.length > MOST_SKUS;
    if (many || products.length + skus.length === 0) return REFUSAL.parameter;
    const gone = listingsOf(shop, call.now).filter(({ status }) => status === 'DELETED');
    return gone.some(({ id }) => products.includes(id)) ? REFUSAL.parameter : undefined;
  },

  answer(call, shop) {
    const products = ids(call, 'product_ids');
    const skus = ids(call, 'sku_ids');
    const level = stockOf(shop, call.now);
    const inventory = listingsOf(shop, call.now).flatMap((listing) => {
      const asked = listing.skus.filter(({ id }) =>
        skus.length > 0 ? skus.includes(id) : products.includes(listing.id),
      );
      if (asked.length === 0) return [];
      return [{ product_id: listing.id, skus: asked.map((sku) => render(sku, shop, level)) }];
    });
    return { inventory: inventory.length > 0 ? inventory : undefined };
  },
};

function render(sku: Sku, shop: Shop, level: ReturnType<typeof stockOf>): Record<string, unknown> {
  const places = shop.warehouses.map((id) => ({ id, ...level(sku, id) }));
  const available = places.reduce((sum, place) => sum + place.available, 0);
  const luck = chance(shop.seed, TOPIC.stock, hashText(sku.id));
  const campaign = luck.yes(0.2) ? Math.floor(available / 4) : 0;
  const creator = luck.yes(0.15) ? Math.floor(available / 5) : 0;
  return {
    id: sku.id,
    seller_sku: sku.sellerSku,
    total_available_quantity: available,
    total_committed_quantity: places.reduce((sum, place) => sum + place.committed, 0),
    total_available_inventory_distribution: {
      in_shop_inventory: { quantity: available - campaign - creator },
      campaign_inventory: campaign > 0 ? [{ campaign_name: 'Big Sale', quantity: campaign }] : undefined,
      creator_inventory:
        creator > 1
          ? [
              { creator_name: 'py001', quantity: creator - 1 },
              { creator_name: 'mia.tests', quantity: 1 },
            ]
          : undefined,
    },
    warehouse_inventory: places.map((place) => ({
      warehouse_id: place.id,
      available_quantity: place.available,
      committed_quantity: place.committed,
    })),
  };
}
