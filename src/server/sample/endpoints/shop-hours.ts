import { parseDay } from '../../../shared/day';
import { chance, TOPIC } from '../chance';
import { figureMoney, figureStart, type Sold, soldOn } from '../figures';
import { REFUSAL } from '../refusal';
import { amountsOf } from '../render-payment';
import { dayAt, type Shop } from '../shop';
import { ANALYTICS_SCOPE } from './analytics-list';
import type { Endpoint } from './endpoint';

const HOUR = 3600;
const HISTORY_DAYS = 30;

/** The shop's figures of one day by hour, today's up to the hour before. Amounts are with shipping, unlike those by day. */
export const shopHours: Endpoint = {
  method: 'GET',
  path: '/analytics/202510/shop/performance/{date}/performance_per_hour',
  scope: ANALYTICS_SCOPE,
  shopCipher: 'required',

  check({ path, query, now }, shop) {
    const day = parseDay(path['date'] ?? '');
    if (day === null || (query['currency'] ?? 'LOCAL') !== 'LOCAL') return REFUSAL.parameter;
    const today = dayAt(shop, now);
    return day > today || day <= today - HISTORY_DAYS ? REFUSAL.analyticsStart : undefined;
  },

  answer({ path, now }, shop) {
    const day = parseDay(path['date'] ?? '') as number;
    const ready = now - HOUR;
    const start = figureStart(shop, day);
    const sold = soldOn(shop, day).filter(({ at }) => at <= ready);
    const hours = Math.max(0, Math.min(24, Math.floor((ready - start) / HOUR) + 1));
    const intervals = Array.from({ length: hours }, (_, index) => ({
      index,
      ...figures(
        shop,
        sold.filter(({ at }) => Math.min(23, Math.floor((at - start) / HOUR)) === index),
        chance(shop.seed, TOPIC.figures, day, 400 + index).between(2, 40),
      ),
    }));
    const latest = Math.min(ready, start + 24 * HOUR - 1);
    const overall = figures(shop, sold, chance(shop.seed, TOPIC.figures, day, 424).between(60, 300));
    return { performance: { latest_available_timestamp: latest, overall, intervals } };
  },
};

function figures(shop: Shop, sold: readonly Sold[], passing: number) {
  const customers = new Set(sold.map(({ order }) => order.buyer.id)).size;
  const amounts = sold.map(({ basket }) => amountsOf(basket));
  return {
    gmv: figureMoney(
      shop,
      amounts.reduce((sum, { subTotal, fee }) => sum + subTotal + fee, 0),
    ),
    customers,
    items_sold: sold.reduce((sum, { basket }) => sum + basket.units.length, 0),
    visitors: customers * 9 + passing,
  };
}
