import { DAY_SECONDS, weekday } from './calendar';
import { mix } from './chance';
import { digits, longId } from './long-id';
import { inSouthEastAsia, isLocal, settlementOf, statementOf } from './settlement';
import type { Shop } from './shop';

/** What becomes of statements: a payment each, or, in South-East Asia, a balance that the seller withdraws from each week. */

const HOUR = 3600;

/** The statement's sums in smallest units; undefined where a day has none. */
export function sumsOf(shop: Shop, day: number) {
  const transactions = statementOf(shop, day);
  if (transactions.length === 0) return undefined;
  const settlement = transactions.reduce((sum, transaction) => sum + settlementOf(transaction), 0);
  const reserve = transactions.reduce((sum, { reserved }) => sum + reserved, 0);
  return { transactions, settlement, reserve, payable: settlement + reserve };
}

export const statementId = (shop: Shop, day: number): string =>
  longId('72', 19, mix(shop.seed, day), digits(shop.number, 2) + digits(day, 5));

/** The day of the statement with this id, if the shop has one. */
export function dayOfStatement(shop: Shop, id: string): number | undefined {
  const day = Number(id.slice(-5));
  return /^72\d{17}$/.test(id) && statementId(shop, day) === id ? day : undefined;
}

export type Payment = {
  readonly id: string;
  readonly createdAt: number;
  readonly paidAt: number;
  readonly settlement: number;
  readonly payable: number;
};

/** The payment of a statement's day; none in South-East Asia, and none of nothing. */
export function paymentOf(shop: Shop, day: number): Payment | undefined {
  if (inSouthEastAsia(shop)) return undefined;
  const sums = sumsOf(shop, day);
  if (!sums || sums.payable <= 0) return undefined;
  const createdAt = day * DAY_SECONDS + 6 * HOUR + (mix(shop.seed, day) % (2 * HOUR));
  return {
    id: longId('34', 19, mix(shop.seed, day + 7), digits(shop.number, 2) + digits(day, 5)),
    createdAt,
    paidAt: createdAt + (1 + (mix(shop.seed, day) % 4)) * DAY_SECONDS,
    settlement: sums.settlement,
    payable: sums.payable,
  };
}

/** Cross-border sellers are paid in the currency of their bank: hundredths of it for a smallest unit. */
export const exchangeOf = (shop: Shop): { readonly currency: string; readonly rate: number } =>
  isLocal(shop) ? { currency: shop.region.currency, rate: 1 } : { currency: 'CNY', rate: 9.1 };

export type Movement = {
  readonly id: string;
  readonly type: 'SETTLE' | 'WITHDRAW' | 'TRANSFER';
  readonly at: number;
  readonly amount: number;
};

/** Movements of the balance that begin on a day: what is settled, and on Mondays what was settled in the week before. */
export function movementsOf(shop: Shop, day: number): Movement[] {
  const found: Movement[] = [];
  const add = (type: Movement['type'], at: number, amount: number) => {
    const which = digits(found.length, 1);
    const id = longId('41', 19, mix(shop.seed, day), digits(shop.number, 2) + digits(day, 5) + which);
    if (amount > 0) found.push({ id, type, at, amount });
  };
  add('SETTLE', day * DAY_SECONDS + HOUR, sumsOf(shop, day)?.payable ?? 0);
  if (weekday(day) === 1) {
    let week = 0;
    for (let ago = 1; ago <= 7; ago++) week += Math.max(0, sumsOf(shop, day - ago)?.payable ?? 0);
    add('WITHDRAW', day * DAY_SECONDS + 9 * HOUR, week);
  }
  if (day % 30 === 0) add('TRANSFER', day * DAY_SECONDS + 11 * HOUR, shop.region.shippingFee);
  return found;
}

export const withdrawnAt = ({ at }: Movement): number => at + DAY_SECONDS;
