import { type Listing, listingsOf } from '../listing';
import { REFUSAL } from '../refusal';
import type { Shop } from '../shop';
import { brandOf, categoriesOf } from '../taxonomy';
import type { Endpoint, EndpointCall } from './endpoint';
import { renderProduct } from './products-search';

const listingOf = ({ path, now }: EndpointCall, shop: Shop): Listing | undefined =>
  listingsOf(shop, now).find(
    ({ id, status }) => id === path['product_id'] && status !== 'FREEZE' && status !== 'DELETED',
  );

/** One product with what search leaves out. Frozen and deleted ones are not told. */
export const productDetail: Endpoint = {
  method: 'GET',
  path: '/product/202309/products/{product_id}',
  scope: 'seller.product.basic',
  shopCipher: 'required',

  check: (call, shop) => (listingOf(call, shop) ? undefined : REFUSAL.product),

  answer(call, shop) {
    const listing = listingOf(call, shop) as Listing;
    const { id, title, status, create_time, update_time, has_draft, is_not_for_sale } = renderProduct(
      listing,
      shop,
      call.now,
    );
    return {
      id,
      title,
      status,
      create_time,
      update_time,
      has_draft,
      is_not_for_sale,
      description: `<p>${listing.title}</p>`,
      brand: brandOf(listing.id),
      category_chains: categoriesOf(listing.title),
      skus: listing.skus.map((sku) => ({ id: sku.id, seller_sku: sku.sellerSku })),
    };
  },
};
