import { figureMoney } from '../figures';
import {
  CHANNELS,
  noSales,
  type ProductFigures,
  productFigures,
  type Sales,
  type Traffic,
} from '../product-figures';
import type { Shop } from '../shop';
import { analyticsList } from './analytics-list';

type Seen = { readonly sales: Sales; readonly traffic: Traffic };

/** Products with how they were seen and sold, by channel, over the whole window: the rows name no day. A block without traffic is left out. */
export const productPerformance = analyticsList(
  '/analytics/202605/shop_products/performance',
  'products',
  (shop, since, until, now) =>
    productFigures(shop, since, until, now)
      .map((product) => ({ product, gmv: joined(CHANNELS.map((name) => product.channels[name])).sales.gmv }))
      .sort((a, b) => b.gmv - a.gmv)
      .map(({ product }) => row(shop, product)),
  1,
);

function row(shop: Shop, { id, channels }: ProductFigures) {
  const { seller_live, seller_video, seller_card, affiliate_live, affiliate_video } = channels;
  const affiliate = joined([affiliate_live, affiliate_video]);
  const all = joined(CHANNELS.map((name) => channels[name]));
  const { sales } = all;
  const money = (units: number) => figureMoney(shop, units);
  const block = (seen: Seen, more: object) =>
    seen.traffic.impressions > 0 ? { ...traffic(seen), ...more } : undefined;
  const attributed = (seen: Seen) => ({
    attributed_gmv: money(seen.sales.gmv),
    attributed_orders: seen.sales.orders.size,
    attributed_sku_orders: seen.sales.skuOrders,
    attributed_sold_items: seen.sales.items,
    add_cart_users: Math.ceil(seen.traffic.adds * 0.8),
    estimated_customers: seen.sales.buyers.size,
    aov: money(seen.sales.orders.size > 0 ? Math.round(seen.sales.gmv / seen.sales.orders.size) : 0),
  });
  const tab = {
    impressions: Math.floor(all.traffic.impressions / 3),
    clicks: Math.floor(all.traffic.clicks / 4),
  };
  return {
    id,
    total_performance: {
      ...traffic(all),
      add_cart_users: Math.ceil(all.traffic.adds * 0.8),
      estimated_customers: sales.buyers.size,
      aov: money(sales.orders.size > 0 ? Math.round(sales.gmv / sales.orders.size) : 0),
      gmv: money(sales.gmv),
      gmv_incl_tax: money(sales.gmv + sales.tax),
      gross_merchandise_value: money(0),
      items_sold: sales.items,
      orders: sales.orders.size,
      sku_orders: sales.skuOrders,
      refund_customers: Math.min(sales.buyers.size, sales.refunded),
      refunded_items: sales.refunded,
      refunds: money(sales.refunds),
      shipping_fees: money(sales.shipping),
      tax: money(sales.tax),
    },
    seller_live_performance: block(seller_live, { ...attributed(seller_live), new_live_count: 1 }),
    seller_video_performance: block(seller_video, { ...attributed(seller_video), new_video_count: 1 }),
    seller_product_card_performance: block(seller_card, attributed(seller_card)),
    affiliate_total_performance: block(affiliate, {
      ...attributed(affiliate),
      avg_daily_creator_posted_content: 1,
    }),
    affiliate_live_performance: block(affiliate_live, {
      live_attributed_gmv: money(affiliate_live.sales.gmv),
      atc_users: Math.ceil(affiliate_live.traffic.adds * 0.8),
      new_live_count: 1,
    }),
    affiliate_video_performance: block(affiliate_video, {
      attributed_video_gmv: money(affiliate_video.sales.gmv),
      atc_users: Math.ceil(affiliate_video.traffic.adds * 0.8),
      new_video_count: 1,
    }),
    shop_tab_performance: {
      estimated_shop_tab_customers: Math.floor(sales.buyers.size / 4),
      shop_tab_ctor_sku: '0.0000',
      shop_tab_ctr: share(tab.clicks, tab.impressions),
      shop_tab_gmv: money(Math.floor(seller_card.sales.gmv / 2)),
      shop_tab_product_clicks: tab.clicks,
      shop_tab_product_impressions: tab.impressions,
      shop_tab_sold_items: Math.floor(seller_card.sales.items / 2),
      unique_shop_tab_product_clicks: Math.ceil(tab.clicks * 0.8),
    },
  };
}

const share = (part: number, whole: number): string => (whole === 0 ? 0 : part / whole).toFixed(4);

function traffic({ sales, traffic: { impressions, clicks, adds } }: Seen) {
  const people = (count: number) => Math.ceil(count * 0.7);
  return {
    product_impressions: impressions,
    product_clicks: clicks,
    add_cart_count: adds,
    add_cart_rate: share(adds, clicks),
    click_order_rate: share(sales.orders.size, clicks),
    ctr: share(clicks, impressions),
    unique_product_impressions: people(impressions),
    unique_clicks: people(clicks),
    unique_atc_rate: share(people(adds), people(clicks)),
    unique_click_order_rate: share(sales.orders.size, people(clicks)),
    unique_ctr: share(people(clicks), people(impressions)),
  };
}

function joined(parts: readonly Seen[]): Seen {
  const sales = noSales();
  const traffic = { impressions: 0, clicks: 0, adds: 0 };
  for (const part of parts) {
    for (const key of ['gmv', 'tax', 'shipping', 'refunds', 'refunded', 'items', 'skuOrders'] as const)
      sales[key] += part.sales[key];
    for (const key of ['orders', 'buyers'] as const) for (const id of part.sales[key]) sales[key].add(id);
    for (const key of ['impressions', 'clicks', 'adds'] as const) traffic[key] += part.traffic[key];
  }
  return { sales, traffic };
}
