import { type Basket, basketOf } from './basket';
import { beginsInSummerTime, DAY_SECONDS } from './calendar';
import { chance, mix, TOPIC } from './chance';
import { decimal } from './money';
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

/** Unix second at which a day of TikTok's figures begins: those of the shop's clocks, with summer time. */
export function figureStart(shop: Shop, day: number): number {
  const { summer } = shop.region;
  return dayStart(shop, day) - (summer && beginsInSummerTime(summer, day) ? HOUR : 0);
}

function soldAt({ cod, createTime, steps }: Order): number | undefined {
  return cod ? createTime : steps.find(({ name }) => name === 'paid')?.at;
}

/** Seconds after which an order enters the figures. */
function lag({ shop, day, index }: Order): number {
  const luck = chance(shop.seed, TOPIC.figures, day, index);
  return luck.yes(0.94) ? luck.between(HOUR, 10 * HOUR) : luck.between(10 * HOUR, 58 * HOUR);
}

/** An order as it stands in the figures of the day on which it was sold. */
export type Sold = {
  readonly order: Order;
  readonly basket: Basket;
  /** Unix seconds. */
  readonly at: number;
  /** When it enters the figures. */
  readonly enters: number;
  readonly content: (typeof CONTENT_TYPES)[number];
  /** Whether an affiliate's LIVE or video sold it. */
  readonly affiliate: boolean;
};

// Every list about a day asks for its orders: the last days that were told are kept.
const KEPT_DAYS = 8;
const kept = new WeakMap<Shop, Map<number, readonly Sold[]>>();

/** All orders that count as sold on a day of the shop, whether or not they have entered the figures. */
export function soldOn(shop: Shop, day: number): readonly Sold[] {
  const days = kept.get(shop) ?? new Map<number, readonly Sold[]>();
  kept.set(shop, days);
  const known = days.get(day);
  if (known) return known;
  const since = figureStart(shop, day);
  const until = figureStart(shop, day + 1);
  const found: Sold[] = [];
  for (const order of ordersCreated(shop, since - LONGEST_WAIT, until)) {
    const at = soldAt(order);
    if (at === undefined || at < since || at >= until) continue;
    const content = CONTENT_TYPES[mix(order.index, order.day) % CONTENT_TYPES.length]!;
    found.push({
      order,
      basket: basketOf(order),
      at,
      enters: at + lag(order),
      content,
      affiliate: content !== 'PRODUCT_CARD' && mix(order.day, order.index) % 5 < 2,
    });
  }
  if (days.size >= KEPT_DAYS) days.clear();
  days.set(day, found);
  return found;
}

export const isCancelled = ({ order }: Sold, now: number): boolean =>
  order.steps.some(({ name, at }) => name === 'cancelled' && at <= now);

/** Amounts as TikTok's figures write them: with two decimals, whatever the currency. */
export const figureMoney = (shop: Shop, units: number) => ({
  amount: units === 0 ? '0.00' : decimal(shop.region.decimals === 0 ? units * 100 : units, 2),
  currency: shop.region.currency,
});

export function figuresOf(shop: Shop, day: number, now: number): DayFigures {
  const gmv = { LIVE: 0, VIDEO: 0, PRODUCT_CARD: 0 };
  let grossRevenue = 0;
  let refunds = 0;
  let orders = 0;
  let skuOrders = 0;
  let items = 0;
  const buyers = new Set<string>();
  for (const sold of soldOn(shop, day)) {
    if (sold.enters > now) continue;
    const { basket, order } = sold;
    const { total, subTotal, platformDiscount } = amountsOf(basket);
    // Products alone: the list of products has shipping and tax beside its GMV.
    gmv[sold.content] += subTotal;
    grossRevenue += subTotal + platformDiscount;
    if (isCancelled(sold, now)) refunds += total;
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
