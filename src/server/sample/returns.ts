import { basketOf, type Unit } from './basket';
import { chance, mix, TOPIC } from './chance';
import { LONGEST_LIFE_DAYS } from './lifecycle';
import { digits, longId } from './long-id';
import { type Order, orderCounter } from './order';

type ReturnStep = { readonly at: number; readonly status: string };

/** What a buyer asks for after delivery, and what becomes of it. Each step moves update_time. */
export type Return = {
  readonly order: Order;
  /** 0, or 1 for what is asked for again after a refusal. */
  readonly which: number;
  readonly id: string;
  readonly type: 'REFUND' | 'RETURN_AND_REFUND' | 'REPLACEMENT';
  readonly steps: readonly ReturnStep[];
  readonly createTime: number;
  /** Place in the list of reasons. */
  readonly reason: number;
  /** The seller offered a part of the price, and the buyer keeps the product. */
  readonly partial: boolean;
};

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Nothing happens to the returns of an order so many days after its creation. */
export const LONGEST_RETURN_DAYS = LONGEST_LIFE_DAYS + 45;

export const DONE = ['RETURN_OR_REFUND_REQUEST_COMPLETE', 'REPLACEMENT_REQUEST_COMPLETE'];

/** About one in twelve delivered orders comes back, wholly or in part; some of those refused ask again. */
export function returnsOf(order: Order): readonly Return[] {
  const delivered = order.steps.find(({ name }) => name === 'delivered')?.at;
  if (delivered === undefined || order.kind === 'sample' || order.kind === 'replacement') return [];
  const luck = chance(order.shop.seed, TOPIC.returns, order.day, order.index);
  if (!luck.yes(0.085)) return [];
  const found: Return[] = [];
  let asked = delivered + luck.between(HOUR, 9 * DAY);
  for (let which = 0; which < 2; which++) {
    const roll = luck.unit();
    const type = roll < 0.36 ? 'REFUND' : roll < 0.93 ? 'RETURN_AND_REFUND' : 'REPLACEMENT';
    const steps: ReturnStep[] = [];
    let at = asked;
    const then = (wait: number, status: string) => {
      at += wait;
      steps.push({ at, status });
    };
    const family = type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST' : 'RETURN_OR_REFUND_REQUEST';
    const rejected = type === 'REPLACEMENT' ? `${family}_REJECT` : 'REFUND_OR_RETURN_REQUEST_REJECT';
    then(0, `${family}_PENDING`);
    const answered = luck.between(HOUR, 2 * DAY);
    const fate = luck.unit();
    if (fate < 0.1) then(answered, rejected);
    else if (fate < 0.16) then(answered, `${family}_CANCEL`);
    else if (type === 'RETURN_AND_REFUND') {
      then(answered, 'AWAITING_BUYER_SHIP');
      if (fate < 0.24) then(7 * DAY, `${family}_CANCEL`);
      else {
        then(luck.between(6 * HOUR, 5 * DAY), 'BUYER_SHIPPED_ITEM');
        then(luck.between(3 * DAY, 9 * DAY), fate < 0.28 ? 'REJECT_RECEIVE_PACKAGE' : `${family}_COMPLETE`);
      }
    } else {
      then(answered, type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST_REFUND_SUCCESS' : `${family}_SUCCESS`);
      then(luck.between(HOUR, DAY), `${family}_COMPLETE`);
    }
    const salt = mix(mix(order.shop.seed, TOPIC.returns), order.day);
    found.push({
      order,
      which,
      id: longId('403', 19, salt, orderCounter(order) + digits(which, 1)),
      type,
      steps,
      createTime: asked,
      reason: luck.int(REASONS.length),
      partial: type === 'REFUND' && luck.yes(0.15),
    });
    if (steps[steps.length - 1]?.status !== rejected || !luck.yes(0.6)) break;
    asked = at + luck.between(HOUR, 2 * DAY);
  }
  return found;
}

/** Positions of the units that come back: all of the order, or the first of several. */
export function unitsBack({ order, which }: Return): { readonly unit: Unit; readonly position: number }[] {
  const all = basketOf(order).units.map((unit, position) => ({ unit, position }));
  const luck = chance(order.shop.seed, TOPIC.returns, order.day, order.index, which);
  return all.length > 1 && luck.yes(0.5) ? all.slice(0, luck.between(1, all.length - 1)) : all;
}

/** The last step by a Unix second; undefined before the return is asked for. */
export function returnAt({ steps }: Return, second: number): ReturnStep | undefined {
  let last: ReturnStep | undefined;
  for (const step of steps) if (step.at <= second) last = step;
  return last;
}

/** Key behind `ecom_order_delivered_`, and the text in English and in the market's language where that is not English. */
export const REASONS = [
  ['refund_reason_missing_product', 'Received parcel, but some items were missing'],
  ['refund_and_return_reason_damaged', 'Package or product is damaged'],
  ['refund_and_return_reason_wrong_product', 'Wrong product was sent'],
  ['refund_and_return_reason_not_as_described', 'Product doesn’t match description'],
  ['refund_and_return_reason_no_longer_needed', 'No longer needed'],
] as const;
