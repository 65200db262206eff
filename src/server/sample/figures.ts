import { basketOf } from './basket';
import { DAY_SECONDS } from './calendar';
import { chance, mix, TOPIC } from './chance';
import { type Order, ordersCreated } from './order';
import { amountsOf } from './render-payment';
import { dayStart, type Shop } from './shop';

/**
 * TikTok's own figures of a shop's day, worked out of the orders: those paid on that day (cash on delivery: ordered),
 * cancelled ones too. Each order enters them some hours after it was paid, a few more than two days after, so the
 * latest days grow for a while.
 */

const HOUR = 3600;
/** Figures of a day are given out so long after its end. */
const PUBLISHED_AFTER = 12 * HOUR;
/** Nobody buys later than this after ordering, except cash on delivery, which counts when it is ordered. */
const LONGEST_WAIT = DAY_SECONDS;

export const CONTENT_TYPES = ['LIVE', 'VIDEO', 'PRODUCT_CARD'] as const;

/** Amounts in smallest units. */
export type DayFigures = {
  readonly gmv: Record<(typeof CONTENT_TYPES)[number], number>;
  readonly grossRevenue: number;
  readonly refunds: number;
  readonly orders: number;
  readonly skuOrders: number;
  readonly items: number;
  readonly customers: number;
  readonly visitors: number;
  readonly pageViews: number;
};

/** Last day (as a day number of the shop) whose figures are published at a Unix second. */
export const latestDay = (shop: Shop, now: number): number =>
  Math.floor((now - PUBLISHED_AFTER + shop.region.offsetHours * HOUR) / DAY_SECONDS) - 1;

function soldAt({ cod, createTime, steps }: Order): number | undefined {
  return cod ? createTime : steps.find(({ name }) => name === 'paid')?.at;
}

/** Seconds after which an order enters the figures. */
function lag({ shop, day, index }: Order): number {
  const luck = chance(shop.seed, TOPIC.figures, day, index);
  return luck.yes(0.94) ? luck.between(HOUR, 10 * HOUR) : luck.between(10 * HOUR, 58 * HOUR);
}

export function figuresOf(shop: Shop, day: number, now: number): DayFigures {
  const since = dayStart(shop, day);
  const until = since + DAY_SECONDS;
  const gmv = { LIVE: 0, VIDEO: 0, PRODUCT_CARD: 0 };
  let grossRevenue = 0;
  let refunds = 0;
  let orders = 0;
  let skuOrders = 0;
  let items = 0;
  const buyers = new Set<string>();
  for (const order of ordersCreated(shop, since - LONGEST_WAIT, until)) {
    const sold = soldAt(order);
    if (sold === undefined || sold < since || sold >= until || sold + lag(order) > now) continue;
    const basket = basketOf(order);
    const { total, platformDiscount, tax } = amountsOf(basket);
    const type = CONTENT_TYPES[mix(order.index, order.day) % CONTENT_TYPES.length]!;
    gmv[type] += total;
    grossRevenue += total + platformDiscount - tax;
    if (order.steps.some(({ name, at }) => name === 'cancelled' && at <= now)) refunds += total;
    orders++;
    items += basket.units.length;
    skuOrders += new Set(basket.units.map(({ sku }) => sku)).size;
    buyers.add(order.buyer.id);
  }
  const luck = chance(shop.seed, TOPIC.figures, day);
  const visitors = buyers.size * luck.between(12, 30) + luck.between(20, 90);
  return {
    gmv,
    grossRevenue,
    refunds,
    orders,
    skuOrders,
    items,
    customers: buyers.size,
    visitors,
    pageViews: visitors + Math.floor((visitors * luck.between(20, 60)) / 100),
  };
}
