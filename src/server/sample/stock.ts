import { basketOf } from './basket';
import { DAY_SECONDS, weekday } from './calendar';
import type { Sku } from './catalogue';
import { chance, hashText, TOPIC } from './chance';
import { lastStep, ordersCreated } from './order';
import { dayAt, dayStart, type Shop } from './shop';

/**
 * Stock by variant and warehouse. Each Monday the shelves are filled to a level; orders of the week that are not
 * unpaid or cancelled take away from it. Committed is what of any order has not left yet.
 */

export type Level = { readonly available: number; readonly committed: number };

/** Told as it was when the last step of this many seconds was full. */
const STEP = 300;
/** An order that has not left after so many days was cancelled, or waits for a release. */
const LONGEST_WAIT = 21 * DAY_SECONDS;
const STILL_HERE: readonly string[] = [
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
];
const NOT_TAKEN: readonly string[] = ['UNPAID', 'CANCELLED'];

const known = new WeakMap<Shop, { at: number; level: (sku: Sku, warehouse: string) => Level }>();

export function stockOf(shop: Shop, now: number): (sku: Sku, warehouse: string) => Level {
  const at = Math.floor(now / STEP) * STEP;
  const kept = known.get(shop);
  if (kept?.at === at) return kept.level;
  const today = dayAt(shop, at);
  const monday = today - ((weekday(today) + 6) % 7);
  const filled = dayStart(shop, monday);
  const taken = new Map<string, number>();
  const committed = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (const order of ordersCreated(shop, Math.min(filled, at - LONGEST_WAIT), at + 1)) {
    const status = lastStep(order, at)?.status ?? 'UNPAID';
    const takes = order.createTime >= filled && !NOT_TAKEN.includes(status);
    const here = STILL_HERE.includes(status);
    if (!takes && !here) continue;
    for (const { sku } of basketOf(order).units) {
      if (takes) add(taken, sku.id + order.warehouse);
      if (here) add(committed, sku.id + order.warehouse);
    }
  }
  const shelf = shelves(shop, monday);
  const level = (sku: Sku, warehouse: string): Level => ({
    available: Math.max(0, shelf(sku, warehouse) - (taken.get(sku.id + warehouse) ?? 0)),
    committed: committed.get(sku.id + warehouse) ?? 0,
  });
  known.set(shop, { at, level });
  return level;
}

/** What each shelf is filled to in a week: what usually sells of it, more or less; some are forgotten. */
function shelves(shop: Shop, monday: number): (sku: Sku, warehouse: string) => number {
  const { catalogue, seed, number } = shop;
  let orders = 0;
  for (let day = Math.max(shop.firstDay, monday - 7); day < monday; day++) orders += shop.count(day);
  const usual = new Map<string, number>();
  catalogue.forEach((_, rank) => {
    const product = catalogue[(rank + (number - 1) * 7) % catalogue.length]!;
    const popularity = Math.log((rank + 2) / (rank + 1)) / Math.log(catalogue.length + 1);
    product.skus.forEach(({ id }, which) => {
      const part = (n: number) => (n / product.skus.length) ** (1 / 1.6);
      usual.set(id, orders * 1.6 * popularity * (part(which + 1) - part(which)));
    });
  });
  return (sku, warehouse) => {
    const place = shop.warehouses.indexOf(warehouse);
    const luck = chance(seed, TOPIC.stock, monday, hashText(sku.id), place);
    if (chance(seed, TOPIC.stock, monday, hashText(sku.id)).yes(0.06) || luck.yes(0.05)) return 0;
    const week = (usual.get(sku.id) ?? 0) * (place === 0 ? 0.8 : 0.2);
    return Math.ceil(week * (0.7 + 2 * luck.unit())) + luck.between(2, 12);
  };
}
