import { isoDay } from '../../../shared/day';
import { CONTENT_TYPES, type DayFigures, figureMoney, figuresOf, latestDay } from '../figures';
import { REFUSAL } from '../refusal';
import type { Shop } from '../shop';
import { ANALYTICS_SCOPE, checkDays, figureDays } from './analytics-list';
import type { Endpoint } from './endpoint';

/** The markets that split gross revenue by advertising, and how they call it. */
const REVENUE_TYPES: Record<string, readonly [string, string] | undefined> = {
  GB: ['ADS', 'ORGANIC'],
  US: undefined,
  JP: undefined,
};

/** TikTok's own figures of a shop by day of its calendar, in local currency. */
export const shopPerformance: Endpoint = {
  method: 'GET',
  path: '/analytics/202509/shop/performance',
  scope: ANALYTICS_SCOPE,
  shopCipher: 'required',

  check: (call, shop) =>
    checkDays(call, shop) ??
    (['ALL', '1D'].includes(call.query['granularity'] ?? 'ALL') ? undefined : REFUSAL.parameter),

  answer(call, shop) {
    const latest = latestDay(shop, call.now);
    const { since, until } = figureDays(call, latest);
    const told = { latest_available_date: isoDay(latest) };
    if (since >= until) return told;
    const days = Array.from({ length: until - since }, (_, i) => figuresOf(shop, since + i, call.now));
    const intervals =
      call.query['granularity'] === '1D'
        ? days.map((figures, i) => interval(shop, since + i, since + i + 1, [figures]))
        : [interval(shop, since, until, days)];
    return { ...told, performance: { intervals } };
  },
};

function interval(shop: Shop, since: number, until: number, days: readonly DayFigures[]) {
  const { code } = shop.region;
  const sum = (of: (day: DayFigures) => number) => days.reduce((total, day) => total + of(day), 0);
  // Averages over the days: they never add up.
  const average = (of: (day: DayFigures) => number) => Math.round(sum(of) / days.length);
  const money = (units: number) => figureMoney(shop, units);
  const of = (type: (typeof CONTENT_TYPES)[number]) => sum(({ gmv }) => gmv[type]);
  const orders = sum((day) => day.orders);
  const types = code in REVENUE_TYPES ? REVENUE_TYPES[code] : (['GMV_MAX', 'NON_GMV_MAX'] as const);
  const share = Math.min(
    1,
    of('VIDEO') /
      Math.max(
        1,
        sum((day) => day.grossRevenue),
      ),
  );
  const revenue = {
    overall: money(sum((day) => day.grossRevenue)),
    breakdowns: types?.map((type, i) => ({ type, percentage: (i === 0 ? share : 1 - share).toFixed(4) })),
  };
  const visitors = average((day) => day.visitors);
  const customers = average((day) => day.customers);
  return {
    start_date: isoDay(since),
    end_date: isoDay(until),
    sales: {
      gmv: {
        overall: money(CONTENT_TYPES.reduce((total, type) => total + of(type), 0)),
        breakdowns: CONTENT_TYPES.map((type) => ({ type, gmv: money(of(type)) })),
      },
      // Left out on a day without sales.
      gross_revenue: orders > 0 ? revenue : undefined,
      orders_count: orders,
      sku_orders_count: sum((day) => day.skuOrders),
      items_sold: sum((day) => day.items),
      avg_customers_count: customers,
      refunds: money(sum((day) => day.refunds)),
    },
    traffic: {
      avg_visitors: visitors,
      avg_page_views: average((day) => day.pageViews),
      avg_conversation_rate: (customers / Math.max(1, visitors)).toFixed(4),
    },
  };
}
