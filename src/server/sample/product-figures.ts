import { chance, TOPIC } from './chance';
import { isCancelled, type Sold, soldOn } from './figures';
import type { Shop } from './shop';

/** Where products are seen and sold; together they are the whole. */
export const CHANNELS = [
  'seller_live',
  'seller_video',
  'seller_card',
  'affiliate_live',
  'affiliate_video',
] as const;
type ChannelName = (typeof CHANNELS)[number];

/** What a product (or a variant) sold through something. Amounts in smallest units. */
export type Sales = {
  gmv: number;
  tax: number;
  shipping: number;
  refunds: number;
  refunded: number;
  items: number;
  skuOrders: number;
  readonly orders: Set<string>;
  readonly buyers: Set<string>;
};
/** How it was seen there. */
export type Traffic = { impressions: number; clicks: number; adds: number };

export const noSales = (): Sales => ({
  gmv: 0,
  tax: 0,
  shipping: 0,
  refunds: 0,
  refunded: 0,
  items: 0,
  skuOrders: 0,
  orders: new Set(),
  buyers: new Set(),
});

const channelOf = ({ content, affiliate }: Sold): ChannelName =>
  content === 'PRODUCT_CARD'
    ? 'seller_card'
    : content === 'LIVE'
      ? affiliate
        ? 'affiliate_live'
        : 'seller_live'
      : affiliate
        ? 'affiliate_video'
        : 'seller_video';

/** Adds an order's units of one product or variant. Shipping goes with the first unit of the order. */
export function addSold(
  sales: Sales,
  sold: Sold,
  now: number,
  mine: (skuId: string, product: string) => boolean,
): void {
  const { order, basket } = sold;
  const skus = new Set<string>();
  basket.units.forEach((unit, i) => {
    if (!mine(unit.sku.id, unit.sku.productId)) return;
    skus.add(unit.sku.id);
    sales.gmv += unit.sale;
    sales.tax += unit.tax;
    sales.items++;
    if (i === 0) {
      const { original, seller, platform } = basket.shipping;
      sales.shipping += original - seller - platform;
    }
    if (isCancelled(sold, now)) {
      sales.refunds += unit.sale;
      sales.refunded++;
    }
  });
  if (skus.size === 0) return;
  sales.skuOrders += skus.size;
  sales.orders.add(order.id);
  sales.buyers.add(order.buyer.id);
}

export type ProductFigures = {
  readonly id: string;
  readonly channels: Record<ChannelName, { readonly sales: Sales; readonly traffic: Traffic }>;
};

/** What TikTok tells of each product of a shop over some days. */
export function productFigures(shop: Shop, since: number, until: number, now: number): ProductFigures[] {
  const found = new Map<string, ProductFigures>();
  for (const { id } of shop.catalogue) {
    const channels = Object.fromEntries(
      CHANNELS.map((name) => [name, { sales: noSales(), traffic: { impressions: 0, clicks: 0, adds: 0 } }]),
    ) as ProductFigures['channels'];
    found.set(id, { id, channels });
  }
  for (let day = since; day < until; day++) {
    for (const sold of soldOn(shop, day)) {
      if (sold.enters > now) continue;
      for (const id of new Set(sold.basket.units.map(({ sku }) => sku.productId)))
        addSold(found.get(id)!.channels[channelOf(sold)].sales, sold, now, (_, product) => product === id);
    }
    shop.catalogue.forEach(({ id }, rank) => {
      CHANNELS.forEach((name, which) => {
        const { sales, traffic } = found.get(id)!.channels[name];
        const luck = chance(shop.seed, TOPIC.figures, day, 1000 + rank * 10 + which);
        const seen = sales.items > 0 || luck.yes(0.7);
        if (!seen) return;
        const clicks = sales.items * luck.between(6, 25) + luck.between(0, 12);
        traffic.clicks += clicks;
        traffic.adds += Math.min(clicks, sales.items + luck.between(0, 4));
        traffic.impressions += clicks * luck.between(8, 30) + luck.between(1, 60);
      });
    });
  }
  return [...found.values()].filter(({ channels }) =>
    CHANNELS.some((name) => channels[name].traffic.impressions > 0),
  );
}
