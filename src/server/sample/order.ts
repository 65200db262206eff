import { type Buyer, buyerOf } from './buyer';
import { chance, mix, TOPIC } from './chance';
import { secondOfDay } from './demand';
import { type Lifecycle, lifecycle, type Step } from './lifecycle';
import { digits, longId } from './long-id';
import { dayAt, dayStart, type Shop } from './shop';

/** What is settled about an order from the start: everything but its basket, which only rendering needs. */
export type Order = Lifecycle & {
  readonly shop: Shop;
  readonly day: number;
  readonly index: number;
  readonly id: string;
  readonly createTime: number;
  readonly buyer: Buyer;
  readonly warehouse: string;
  readonly shippingType: 'TIKTOK' | 'SELLER';
  readonly byPlatform: boolean;
};

/** The digits that tell an order's place in the story; part of all ids below it. */
export const orderCounter = (order: Pick<Order, 'shop' | 'day' | 'index'>): string =>
  digits(order.shop.number, 2) + digits(order.day, 5) + digits(order.index, 5);

export function orderId(place: Pick<Order, 'shop' | 'day' | 'index'>): string {
  return longId('57', 18, mix(place.shop.seed, mix(TOPIC.id, place.day)), orderCounter(place));
}

/** The index-th order of a day; pure in (shop, day, index). `count` is the number of orders of that day. */
function orderAt(shop: Shop, day: number, index: number, count: number): Order {
  // Dividing the day's shares evenly makes index order time order without telling the other orders.
  const share = (index + chance(shop.seed, TOPIC.hour, day, index).unit()) / count;
  const createTime = dayStart(shop, day) + secondOfDay(share);
  const luck = chance(shop.seed, TOPIC.life, day, index);
  const life = lifecycle(shop.region, luck, createTime);
  const byPlatform = luck.yes(0.2);
  const place = { shop, day, index };
  return {
    ...life,
    ...place,
    id: orderId(place),
    createTime,
    buyer: buyerOf(shop, day, index),
    warehouse: shop.warehouses[byPlatform ? 1 : 0]!,
    shippingType: byPlatform || luck.yes(0.85) ? 'TIKTOK' : 'SELLER',
    byPlatform,
  };
}

/** The last step that has happened by a Unix second; undefined before the order exists. */
export function lastStep(order: Order, second: number): Step | undefined {
  let last: Step | undefined;
  for (const step of order.steps) if (step.at <= second) last = step;
  return last;
}

/** The order with this id in the shop, or undefined. */
export function orderById(shop: Shop, id: string): Order | undefined {
  if (!/^57\d{16}$/.test(id)) return undefined;
  const day = Number(id.slice(8, 13));
  const index = Number(id.slice(13));
  const count = day >= shop.firstDay && day < shop.endDay ? shop.count(day) : 0;
  if (index >= count) return undefined;
  const order = orderAt(shop, day, index, count);
  return order.id === id ? order : undefined;
}

// Paging asks for the same days again and again. Those asked for last are kept, up to a number of orders.
const KEPT_ORDERS = 150_000;
const kept = new WeakMap<Shop, { days: Map<number, readonly Order[]>; orders: number }>();

function ordersOfDay(shop: Shop, day: number): readonly Order[] {
  let memory = kept.get(shop);
  if (!memory) {
    memory = { days: new Map(), orders: 0 };
    kept.set(shop, memory);
  }
  const { days } = memory;
  const known = days.get(day);
  // What is asked for last comes last: what comes first is forgotten first.
  days.delete(day);
  if (known) {
    days.set(day, known);
    return known;
  }
  const count = shop.count(day);
  const orders: Order[] = [];
  for (let index = 0; index < count; index++) orders.push(orderAt(shop, day, index, count));
  days.set(day, orders);
  memory.orders += count;
  for (const [oldest, { length }] of days) {
    if (memory.orders <= KEPT_ORDERS || oldest === day) break;
    days.delete(oldest);
    memory.orders -= length;
  }
  return orders;
}

/** Orders created in [since, until), Unix seconds, oldest first. Tells no other day than the ones asked for. */
export function ordersCreated(shop: Shop, since: number, until: number): Order[] {
  const first = Math.max(dayAt(shop, since), shop.firstDay);
  const last = Math.min(dayAt(shop, until - 1), shop.endDay - 1);
  const found: Order[] = [];
  for (let day = first; day <= last; day++) {
    for (const order of ordersOfDay(shop, day)) {
      if (order.createTime >= since && order.createTime < until) found.push(order);
    }
  }
  return found;
}
