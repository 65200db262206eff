import { isoDay } from '../../../shared/day';
import { chance, TOPIC } from '../chance';
import { figureMoney, latestDay, type Sold, soldOn } from '../figures';
import { amountsOf } from '../render-payment';
import { dayAt, type Shop } from '../shop';
import { ANALYTICS_SCOPE, checkDays, figureDays } from './analytics-list';
import type { Endpoint } from './endpoint';

/** All LIVEs or videos of some days in one sum; with `today`, of today so far, whatever the days. */
const overview = (
  path: string,
  content: Sold['content'],
  rowOf: (shop: Shop, day: number, sold: readonly Sold[]) => object,
): Endpoint => ({
  method: 'GET',
  path,
  scope: ANALYTICS_SCOPE,
  shopCipher: 'required',
  check: checkDays,
  answer(call, shop) {
    const { now, query } = call;
    const latest = latestDay(shop, now);
    const today = dayAt(shop, now);
    const asked = figureDays(call, latest);
    const { since, until } = query['today'] === 'true' ? { since: today, until: today + 1 } : asked;
    const days = Array.from({ length: until - since }, (_, i) => since + i);
    const sold = days.flatMap((day) =>
      soldOn(shop, day).filter(
        (one) => one.content === content && (day === today ? one.at : one.enters) <= now,
      ),
    );
    const interval = {
      start_date: isoDay(since),
      end_date: isoDay(until),
      gmv: figureMoney(
        shop,
        sold.reduce((sum, { basket }) => sum + amountsOf(basket).subTotal, 0),
      ),
      sku_orders: sold.reduce((sum, { basket }) => sum + new Set(basket.units.map(({ sku }) => sku)).size, 0),
      ...rowOf(shop, since, sold),
    };
    return {
      latest_available_date: isoDay(latest),
      performance: { intervals: since < until ? [interval] : [] },
    };
  },
});

const buyers = (sold: readonly Sold[]): number => new Set(sold.map(({ order }) => order.buyer.id)).size;
const rate = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(4);

export const liveOverview = overview(
  '/analytics/202509/shop_lives/overview_performance',
  'LIVE',
  (shop, day, sold) => {
    const clicks = sold.length * 8 + chance(shop.seed, TOPIC.figures, day, 801).between(3, 40);
    return {
      customers: buyers(sold),
      items_sold: sold.reduce((sum, { basket }) => sum + basket.units.length, 0),
      click_through_rate: rate(clicks, clicks * 9),
      click_to_order_rate: rate(sold.length, clicks),
    };
  },
);

export const videoOverview = overview(
  '/analytics/202509/shop_videos/overview_performance',
  'VIDEO',
  (shop, day, sold) => {
    const clicks = sold.length * 6 + chance(shop.seed, TOPIC.figures, day, 802).between(3, 40);
    return {
      avg_customers: buyers(sold),
      product_clicks: clicks,
      product_impressions: clicks * 12,
      click_through_rate: rate(clicks, clicks * 12),
    };
  },
);
