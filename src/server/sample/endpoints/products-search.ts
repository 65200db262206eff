import { mix } from '../chance';
import { type Listing, listingsOf } from '../listing';
import { decimal } from '../money';
import { pageOf } from '../page';
import { REFUSAL } from '../refusal';
import type { Shop } from '../shop';
import { stockOf } from '../stock';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage, checkTypes } from './parameters';

const MOST_RESULTS = 10_000;
const AUDIT: Record<string, string> = { DRAFT: 'NONE', PENDING: 'AUDITING', FAILED: 'FAILED' };
const TIERS = ['GOOD', 'FAIR', 'POOR'];

/** Products with their variants. Both ends of a window belong to it, and nothing says in which order they come. */
export const productsSearch: Endpoint = {
  method: 'POST',
  path: '/product/202502/products/search',
  scope: 'seller.product.basic',
  shopCipher: 'required',

  check: (call, shop) =>
    checkPage(call) ??
    checkTypes(call, {
      create_time_ge: 'int',
      create_time_le: 'int',
      update_time_ge: 'int',
      update_time_le: 'int',
      status: 'string',
      seller_skus: 'strings',
      sku_ids: 'strings',
    }) ??
    (found(call, shop).length > MOST_RESULTS ? REFUSAL.tooManyProducts : undefined),

  answer(call, shop) {
    const all = found(call, shop);
    const { rows, next } = pageOf(all, Number(call.query['page_size']), call.query['page_token']);
    return {
      products: rows.map((listing) => renderProduct(listing, shop, call.now)),
      next_page_token: next,
      total_count: all.length,
    };
  },
};

function found({ body, now }: EndpointCall, shop: Shop): Listing[] {
  const within = (name: string, time: number) =>
    time >= ((body[`${name}_ge`] as number | undefined) ?? 0) &&
    time <= ((body[`${name}_le`] as number | undefined) ?? now);
  const { status = 'ALL', seller_skus, sku_ids } = body as Record<string, unknown>;
  const has = (list: unknown, of: readonly string[]) =>
    !Array.isArray(list) || list.length === 0 || of.some((one) => list.includes(one));
  return listingsOf(shop, now)
    .filter(
      (one) =>
        within('create_time', one.createTime) &&
        within('update_time', one.updateTime) &&
        (status === 'ALL' || status === one.status) &&
        has(
          seller_skus,
          one.skus.map(({ sellerSku }) => sellerSku),
        ) &&
        has(
          sku_ids,
          one.skus.map(({ id }) => id),
        ),
    )
    .sort((a, b) => mix(Number(a.id.slice(-4)), 7) - mix(Number(b.id.slice(-4)), 7));
}

/** A product as search tells it. */
export function renderProduct(listing: Listing, shop: Shop, now: number): Record<string, unknown> {
  const { id, title, status, createTime, updateTime, skus } = listing;
  const { region } = shop;
  const level = stockOf(shop, now);
  const approved = AUDIT[status] ?? 'APPROVED';
  return {
    id,
    title,
    status,
    create_time: createTime,
    update_time: updateTime,
    sales_regions: [region.code],
    audit: { status: approved, pre_approved_reasons: [] },
    has_draft: false,
    is_not_for_sale: false,
    listing_quality_tier: region.code === 'US' ? TIERS[mix(createTime, 3) % 3] : undefined,
    recommended_categories: [],
    skus: skus.map((sku) => {
      const price = decimal(sku.price, region.decimals);
      return {
        id: sku.id,
        seller_sku: sku.sellerSku,
        price: {
          currency: region.currency,
          tax_exclusive_price: price,
          // What a buyer sees: only global sellers have it apart.
          sale_price: region.sellerType === 'CROSS_BORDER' ? withTax(sku.price, shop) : undefined,
        },
        inventory: shop.warehouses.map((warehouse) => ({
          warehouse_id: warehouse,
          quantity: level(sku, warehouse).available,
        })),
        status_info: { status: status === 'ACTIVATE' ? 'NORMAL' : 'DEACTIVATED' },
      };
    }),
  };
}

const withTax = (price: number, { region }: Shop): string =>
  decimal(price + Math.round((price * (region.importRate ?? 0)) / 10_000), region.decimals);
