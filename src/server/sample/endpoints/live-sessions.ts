import { chance, TOPIC } from '../chance';
import { type Live, liveById, livesOn, soldInLive } from '../content-figures';
import { figureMoney, type Sold } from '../figures';
import { addSold, noSales, type Sales } from '../product-figures';
import { REFUSAL } from '../refusal';
import { amountsOf } from '../render-payment';
import type { Shop } from '../shop';
import { ANALYTICS_SCOPE, analyticsList } from './analytics-list';
import type { Endpoint } from './endpoint';

/** LIVEs of some days. Times are texts, rates have a percent sign, and what viewers did is told of own accounts only. */
export const liveSessions = analyticsList(
  '/analytics/202509/shop_lives/performance',
  'live_stream_sessions',
  (shop, since, until, now) =>
    Array.from({ length: until - since }, (_, i) => livesOn(shop, since + i))
      .flat()
      .filter(({ end }) => end <= now)
      .map((live) => row(shop, live, now)),
);

const skuOrdersOf = (sold: readonly Sold[]): number =>
  sold.reduce((sum, { basket }) => sum + new Set(basket.units.map(({ sku }) => sku)).size, 0);

/** How a LIVE was watched: fixed by its orders and chance. */
function watched(shop: Shop, live: Live, orders: number) {
  const luck = chance(shop.seed, TOPIC.figures, live.day, 550);
  const productClicks = orders * luck.between(4, 12) + luck.between(5, 60);
  const views = productClicks * luck.between(5, 11) + luck.between(40, 400);
  return { luck, productClicks, views };
}

function row(shop: Shop, live: Live, now: number) {
  const sold = soldInLive(shop, live, now);
  const gmv = sold.reduce((sum, { basket }) => sum + amountsOf(basket).subTotal, 0);
  const items = sold.reduce((sum, { basket }) => sum + basket.units.length, 0);
  const skuOrders = skuOrdersOf(sold);
  const money = (units: number) => figureMoney(shop, units);
  const { luck, productClicks, views } = watched(shop, live, skuOrders);
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)}%`;
  return {
    id: live.id,
    title: live.own ? `Evening LIVE ${live.day % 100} 🔴` : 'Try-on with me',
    username: live.own ? `${shop.code.toLowerCase()}.official` : `creator_${10 + (live.day % 9)}`,
    start_time: String(live.start),
    end_time: String(live.end),
    sales_performance: {
      gmv: money(gmv),
      '24h_live_gmv': money(Math.round(gmv * 1.15)),
      avg_price: money(items > 0 ? Math.round(gmv / items) : 0),
      sku_orders: skuOrders,
      created_sku_orders: skuOrders + (live.day % 3),
      customers: new Set(sold.map(({ order }) => order.buyer.id)).size,
      items_sold: items,
      products_added: 12,
      different_products_sold: new Set(
        sold.flatMap(({ basket }) => basket.units.map(({ sku }) => sku.productId)),
      ).size,
      click_to_order_rate: percent(skuOrders, productClicks),
    },
    interaction_performance: live.own
      ? {
          views,
          viewers: Math.ceil(views * 0.8),
          acu: luck.between(8, 60),
          pcu: luck.between(61, 240),
          likes: luck.between(20, 900),
          comments: luck.between(5, 90),
          shares: luck.between(0, 25),
          new_followers: luck.between(0, 12),
          product_impressions: productClicks * luck.between(6, 14),
          product_clicks: productClicks,
          click_through_rate: percent(productClicks, views),
          avg_viewing_duration: String(luck.between(15, 120)),
        }
      : undefined,
  };
}

/** What each product sold in a LIVE. */
export const liveProducts: Endpoint = {
  method: 'GET',
  path: '/analytics/202512/shop/{live_id}/products_performance',
  scope: ANALYTICS_SCOPE,
  shopCipher: 'required',

  check: ({ path, query }, shop) =>
    liveById(shop, path['live_id'] ?? '') && (query['currency'] ?? 'LOCAL') === 'LOCAL'
      ? undefined
      : REFUSAL.parameter,

  answer({ path, now }, shop) {
    const sold = soldInLive(shop, liveById(shop, path['live_id'] ?? '') as Live, now);
    const found = new Map<string, { name: string; sales: Sales }>();
    for (const one of sold)
      for (const { productId, productName } of new Set(one.basket.units.map(({ sku }) => sku))) {
        if (found.get(productId)?.sales.orders.has(one.order.id)) continue;
        const known = found.get(productId) ?? { name: productName, sales: noSales() };
        found.set(productId, known);
        addSold(known.sales, one, now, (_, product) => product === productId);
      }
    const products = [...found].map(([id, { name, sales }]) => productRow(shop, id, name, sales));
    return products.length > 0 ? { products } : {};
  },
};

function productRow(shop: Shop, id: string, name: string, sales: Sales) {
  const { currency } = shop.region;
  const money = (units: number) => figureMoney(shop, units);
  const orders = sales.orders.size;
  const clicks = sales.items * 7 + (Number(id.slice(-3)) % 20);
  const impressions = clicks * 11;
  return {
    id,
    name,
    sales: {
      direct_gmv: money(sales.gmv),
      avg_price: { ...money(orders > 0 ? Math.round(sales.gmv / orders) : 0), currency },
      main_orders: orders,
      sku_orders: sales.skuOrders,
      created_sku_orders: sales.skuOrders,
      items_sold: sales.items,
      customers: sales.buyers.size,
      payment_rate: '1.0000',
    },
    traffic: {
      product_impressions: impressions,
      produt_clicks: clicks,
      add_to_cart_count: sales.items + 2,
      ctr: (clicks / impressions).toFixed(4),
      click_to_order_rate: {
        main_order_ctor: (orders / clicks).toFixed(4),
        sku_order_ctor: (sales.skuOrders / clicks).toFixed(4),
      },
      gpm: { watch_gpm: money(Math.round((sales.gmv * 1000) / impressions)).amount },
    },
  };
}
