import { personOf } from './buyer';
import type { Sku } from './catalogue';
import { chance, TOPIC } from './chance';
import { viralRank } from './demand';
import type { Order } from './order';
import type { Region } from './regions/region';

/** One bought unit; TikTok has no quantity, three bottles are three line items. Amounts in smallest units. */
export type Unit = {
  readonly sku: Sku;
  readonly gift: boolean;
  readonly original: number;
  readonly sellerDiscount: number;
  readonly platformDiscount: number;
  readonly sale: number;
  readonly tax: number;
  /** 1/10 000 */
  readonly taxRate: number;
};

export type Basket = {
  readonly units: readonly Unit[];
  readonly shipping: { readonly original: number; readonly seller: number; readonly platform: number };
  readonly shippingTax: number;
  readonly deliveryFee: number;
  readonly liveRoom: boolean;
};

export function basketOf(order: Order): Basket {
  const { shop, kind } = order;
  const { region } = shop;
  const luck = chance(shop.seed, TOPIC.basket, order.day, order.index);
  const place = personOf(shop, order.buyer).place;
  const free = kind === 'sample' || kind === 'replacement';

  const skus: Sku[] = [];
  const roll = luck.unit();
  const wished = roll < 0.75 ? 1 : roll < 0.93 ? 2 : luck.between(3, 5);
  const kinds = free ? 1 : order.split ? Math.max(2, wished) : wished;
  for (let i = 0; i < kinds; i++) {
    const sku = pickSku(order, luck.unit(), luck.unit(), luck.yes(0.6));
    const many = luck.unit();
    const amount = free || many < 0.84 ? 1 : many < 0.95 ? 2 : 3;
    for (let unit = 0; unit < amount; unit++) skus.push(sku);
  }
  const gift = !free && luck.yes(0.04) ? pickSku(order, luck.unit(), luck.unit(), false) : undefined;

  const total = skus.reduce((sum, sku) => sum + sku.price, 0);
  const seller = free ? total : luck.yes(0.3) ? Math.round((total * luck.between(5, 30)) / 100) : 0;
  const platform = !free && luck.yes(0.22) ? Math.round((total * luck.between(3, 15)) / 100) : 0;
  const sellerParts = share(seller, skus);
  const platformParts = share(platform, skus);
  const taxRate = region.tax === 'sales' ? (place.taxRate ?? 0) : 0;
  const units = skus.map((sku, i): Unit => {
    const sellerDiscount = sellerParts[i]!;
    const platformDiscount = platformParts[i]!;
    const sale = sku.price - sellerDiscount - platformDiscount;
    const tax = Math.round((sale * taxRateOf(region, taxRate)) / 10_000);
    return { sku, gift: false, original: sku.price, sellerDiscount, platformDiscount, sale, tax, taxRate };
  });
  if (gift) {
    const nothing = { original: 0, sellerDiscount: 0, platformDiscount: 0, sale: 0, tax: 0 };
    units.push({ sku: gift, gift: true, ...nothing, taxRate });
  }

  const original = free ? 0 : Math.round((region.shippingFee * luck.between(2, 6)) / 4);
  const subsidy = luck.unit();
  const shipping = {
    original,
    seller: subsidy < 0.2 ? original : 0,
    platform: subsidy >= 0.2 && subsidy < 0.65 ? Math.round(original * (subsidy < 0.4 ? 1 : 0.5)) : 0,
  };
  const fee = original - shipping.seller - shipping.platform;
  const shippingRate = region.tax === 'import' || place.taxesShipping ? taxRateOf(region, taxRate) : 0;
  return {
    units,
    shipping,
    shippingTax: Math.round((fee * shippingRate) / 10_000),
    deliveryFee: free ? 0 : (place.deliveryFee ?? 0),
    liveRoom: region.code === 'US' && luck.yes(0.15),
  };
}

const taxRateOf = (region: Region, salesRate: number): number =>
  region.tax === 'import' ? (region.importRate ?? 0) : salesRate;

/** Popularity falls as 1/rank; on a viral day most go for one product. */
function pickSku(order: Order, forProduct: number, forVariant: number, followsHype: boolean): Sku {
  const { catalogue, seed, number } = order.shop;
  const hype = followsHype ? viralRank(seed, order.day, catalogue.length) : undefined;
  const rank = hype ?? Math.floor((catalogue.length + 1) ** forProduct - 1);
  const product = catalogue[(Math.min(rank, catalogue.length - 1) + (number - 1) * 7) % catalogue.length]!;
  return product.skus[Math.floor(forVariant ** 1.6 * product.skus.length)]!;
}

/** A voucher falls on the units by price; what rounding leaves goes to the first ones. */
function share(amount: number, skus: readonly Sku[]): number[] {
  const total = skus.reduce((sum, sku) => sum + sku.price, 0);
  const parts = skus.map((sku) => Math.floor((amount * sku.price) / total));
  let left = amount - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (left-- > 0 ? part + 1 : part));
}
