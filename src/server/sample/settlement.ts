import { basketOf } from './basket';
import { DAY_SECONDS } from './calendar';
import { chance, mix, TOPIC } from './chance';
import { LONGEST_LIFE_DAYS } from './lifecycle';
import { digits, longId } from './long-id';
import { type Order, orderCounter, ordersCreated } from './order';
import { amountsOf } from './render-payment';
import type { Shop } from './shop';

/**
 * What TikTok settles. An order is settled when it is completed, in the statement of the following midnight UTC. Some are
 * refunded, some adjusted days later, and of some a part is held back for two weeks (local sellers of the US).
 */

export type Amounts = Readonly<Record<string, number>>;

/** Amounts in smallest units, signed as TikTok sends them: what the seller pays is negative. */
export type Transaction = {
  readonly id: string;
  readonly type: string;
  readonly order?: Order;
  readonly adjustmentId?: string;
  readonly reserve?: { readonly id: string; readonly released: boolean; readonly releaseAt: number };
  readonly revenue: Amounts;
  readonly shipping: Amounts;
  readonly fees: Amounts;
  readonly taxes: Amounts;
  readonly adjustment: number;
  readonly reserved: number;
  /** What TikTok tells beside the settlement. */
  readonly beside: Amounts;
};

const RESERVE_DAYS = 14;
/** Nothing of an order is settled later. */
const LONGEST_DAYS = LONGEST_LIFE_DAYS + RESERVE_DAYS + 2;
const SOUTH_EAST_ASIA = ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'];
const SHARED_OUT = 'affiliate_commission_amount_before_pit';

export const inSouthEastAsia = ({ region }: Shop): boolean => SOUTH_EAST_ASIA.includes(region.code);
export const isLocal = ({ region }: Shop): boolean => region.sellerType === 'LOCAL';

export const total = (amounts: Amounts): number =>
  Object.entries(amounts).reduce((sum, [key, amount]) => (key === SHARED_OUT ? sum : sum + amount), 0);

export const settlementOf = ({ revenue, shipping, fees, taxes, adjustment }: Transaction): number =>
  total(revenue) + total(shipping) + total(fees) + total(taxes) + adjustment;

const part = (amount: number, percent: number): number => -Math.round((amount * percent) / 100);

/** What an order comes to, as long as nothing is refunded or as far as it was. */
export function settlementParts(order: Order, refunded: boolean) {
  const { shop } = order;
  const { code } = shop.region;
  const basket = basketOf(order);
  const { original, sellerDiscount, platformDiscount, fee, tax, total: paid } = amountsOf(basket);
  const luck = chance(shop.seed, TOPIC.settlement, order.day, order.index);
  const kept = refunded ? 0 : 1;
  const sales = (original - sellerDiscount) * kept;
  const revenue: Amounts = {
    subtotal_before_discount_amount: original,
    seller_discount_amount: -sellerDiscount,
    refund_subtotal_before_discount_amount: refunded ? -original : 0,
    seller_discount_refund_amount: refunded ? sellerDiscount : 0,
  };
  const byTikTok = order.shippingType === 'TIKTOK';
  const carrier = byTikTok
    ? basket.shipping.original + Math.round(basket.shipping.original * luck.unit())
    : 0;
  const shipping: Amounts = {
    actual_shipping_fee_amount: -carrier,
    customer_paid_shipping_fee_amount: fee * kept,
    shipping_fee_discount_amount: byTikTok ? basket.shipping.platform : 0,
    return_shipping_fee_amount: refunded && byTikTok ? -Math.round(basket.shipping.original / 2) : 0,
    shipping_insurance_fee_amount: luck.yes(0.05) ? part(original, 1) : 0,
  };
  const creator = luck.yes(0.25) ? part(sales, luck.between(8, 20)) : 0;
  const ads = luck.yes(0.1) ? part(sales, 5) : 0;
  const asian = inSouthEastAsia(shop);
  const referral = code === 'US' ? part(original - sellerDiscount, 6) : 0;
  const fees: Record<string, number> = {
    platform_commission_amount: code === 'US' || code === 'ID' ? 0 : part(sales, asian ? 4 : 9),
    referral_fee_amount: referral * kept,
    refund_administration_fee_amount: refunded ? Math.round(referral / 5) : 0,
    transaction_fee_amount: code === 'US' ? 0 : part(paid * kept, 2),
    credit_card_handling_fee_amount: luck.yes(0.1) ? part(paid * kept, 1) : 0,
    affiliate_commission_amount: creator,
    affiliate_partner_commission_amount: creator !== 0 && luck.yes(0.15) ? part(sales, 2) : 0,
    affiliate_ads_commission_amount: ads,
    sfp_service_fee_amount: asian && luck.yes(0.3) ? part(sales, 3) : 0,
    mall_service_fee_amount: 0,
    bonus_cashback_service_fee_amount: 0,
  };
  const only: Record<string, number> = {
    dynamic_commission_amount: code === 'ID' ? part(sales, 4) : 0,
    vn_fix_infrastructure_fee: code === 'VN' ? -3000 : 0,
    voucher_xtra_service_fee_amount: asian && luck.yes(0.2) ? part(sales, 2) : 0,
    fee_per_item_sold_amount: 0,
    // What is paid to the creator before his tax: part of the commission, no fee of its own.
    ...(asian ? { [SHARED_OUT]: creator } : {}),
    // A fee that TikTok’s description of January 2026 does not know.
    ...(asian ? { cps_shop_ads_commission_tax_amount: part(-ads, 10) } : {}),
  };
  const taxes: Record<string, number> = {
    vat_amount: isLocal(shop) ? 0 : part(sales, 1),
    import_vat_amount: 0,
    gst_amount: code === 'SG' ? part(sales, 1) : 0,
    sst_amount: code === 'MY' ? part(sales, 1) : 0,
    customs_duty_amount: 0,
  };
  const local: Record<string, number> = {
    local_vat_amount: code === 'VN' ? part(sales, 1) : 0,
    pit_amount: code === 'VN' || code === 'TH' ? part(sales, 0.5) : 0,
  };
  const beside: Amounts = {
    customer_payment_amount: paid,
    customer_refund_amount: refunded ? -paid : 0,
    platform_discount_amount: platformDiscount,
    platform_discount_refund_amount: refunded ? -platformDiscount : 0,
    sales_tax_amount: tax * kept,
    sales_tax_payment_amount: tax,
    sales_tax_refund_amount: refunded ? -tax : 0,
  };
  return { revenue, shipping, fees, only, taxes, local, beside };
}

const NOTHING = { revenue: {}, shipping: {}, fees: {}, taxes: {}, adjustment: 0, reserved: 0, beside: {} };
const REASONS = ['LOGISTICS_REIMBURSEMENT', 'SHIPPING_FEE_ADJUSTMENT', 'PLATFORM_REIMBURSEMENT'] as const;

/** Free orders are never settled. */
export const settles = ({ kind }: Order): boolean => kind !== 'sample' && kind !== 'replacement';
export const isRefunded = ({ shop, day, index }: Order): boolean =>
  chance(shop.seed, TOPIC.settlement, day, index, 1).yes(0.04);

const transactionId = (order: Order, which: number): string =>
  longId('34', 19, mix(order.shop.seed, order.day + which), orderCounter(order) + digits(which, 1));

/** First midnight after a second, in days: that of the statement. */
const statementDay = (second: number): number => Math.floor(second / DAY_SECONDS) + 1;

/** All transactions that an order ever leads to, by the day of their statement. */
function transactionsOf(order: Order): [day: number, Transaction][] {
  const done = order.steps.find(({ name }) => name === 'completed');
  if (!done || !settles(order)) return [];
  const { shop } = order;
  const day = statementDay(done.at);
  const refunded = isRefunded(order);
  const { fees, only, taxes, local, ...parts } = settlementParts(order, refunded);
  const settled: Transaction = {
    ...NOTHING,
    ...parts,
    id: transactionId(order, 0),
    type: 'ORDER',
    order,
    fees: { ...fees, ...only },
    taxes: { ...taxes, ...local },
  };
  const found: [number, Transaction][] = [[day, settled]];
  const luck = chance(shop.seed, TOPIC.settlement, order.day, order.index, 2);
  if (luck.yes(0.02)) {
    const reason = luck.pick(REASONS);
    const amount = Math.round((parts.revenue['subtotal_before_discount_amount'] as number) / 4);
    found.push([
      day + luck.between(1, 6),
      {
        ...NOTHING,
        id: transactionId(order, 1),
        type: reason,
        order,
        adjustmentId: longId('72', 19, mix(shop.seed, order.day), `${orderCounter(order)}1`),
        adjustment: reason === 'SHIPPING_FEE_ADJUSTMENT' ? -amount : amount,
      },
    ]);
  }
  if (luck.yes(0.004))
    found.push([
      day + 2,
      {
        ...NOTHING,
        id: transactionId(order, 2),
        type: 'PLATFORM_PENALTY',
        adjustmentId: longId('72', 19, mix(shop.seed, order.day), `${orderCounter(order)}2`),
        adjustment: -shop.region.shippingFee,
      },
    ]);
  if (shop.region.code === 'US' && !refunded && luck.yes(0.06)) {
    const held = Math.round(settlementOf(settled) / 5);
    const releaseAt = (day + RESERVE_DAYS) * DAY_SECONDS;
    const id = longId('56', 19, mix(shop.seed, order.day), `${orderCounter(order)}3`);
    const reserve = (which: number, released: boolean): Transaction => ({
      ...NOTHING,
      id: transactionId(order, which),
      type: 'RESERVE',
      order,
      reserve: { id, released, releaseAt },
      reserved: released ? held : -held,
    });
    found.push([day, reserve(3, false)], [day + RESERVE_DAYS, reserve(4, true)]);
  }
  return found;
}

/** Days whose statements are worked out together: all look back on the same orders. */
const BLOCK = 8;
const KEPT_TRANSACTIONS = 40_000;
type Days = ReadonlyMap<number, readonly Transaction[]>;
const kept = new WeakMap<Shop, { blocks: Map<number, Days>; count: number }>();

/** Transactions of the statement of a day (days since 1970, UTC), oldest order first. They do not change any more. */
export function statementOf(shop: Shop, day: number): readonly Transaction[] {
  let memory = kept.get(shop);
  if (!memory || memory.count > KEPT_TRANSACTIONS) {
    memory = { blocks: new Map(), count: 0 };
    kept.set(shop, memory);
  }
  const block = Math.floor(day / BLOCK);
  let days = memory.blocks.get(block);
  if (!days) {
    days = statementsOf(shop, block * BLOCK, (block + 1) * BLOCK);
    memory.blocks.set(block, days);
    for (const list of days.values()) memory.count += list.length;
  }
  return days.get(day) ?? [];
}

function statementsOf(shop: Shop, first: number, end: number): Days {
  const days = new Map<number, Transaction[]>();
  const since = (first - LONGEST_DAYS) * DAY_SECONDS;
  for (const order of ordersCreated(shop, since, end * DAY_SECONDS)) {
    // Most orders that are looked at were settled in other days: their baskets need not be told.
    const done = order.steps.find(({ name }) => name === 'completed');
    if (!done || statementDay(done.at) + RESERVE_DAYS < first || statementDay(done.at) >= end) continue;
    for (const [day, transaction] of transactionsOf(order))
      if (day >= first && day < end) {
        const list = days.get(day);
        if (list) list.push(transaction);
        else days.set(day, [transaction]);
      }
  }
  return days;
}

/** Last day whose statement is made at a second. */
export const lastStatement = (now: number): number => Math.floor(now / DAY_SECONDS);

/** Orders that are sold and not settled at a second, oldest first. */
export function unsettledOrders(shop: Shop, now: number): Order[] {
  const since = now - (LONGEST_LIFE_DAYS + 2) * DAY_SECONDS;
  return ordersCreated(shop, since, now + 1).filter((order) => {
    if (!settles(order)) return false;
    const at = (wanted: string) =>
      order.steps.find(({ name }) => name === wanted)?.at ?? Number.POSITIVE_INFINITY;
    if ((!order.cod && at('paid') > now) || at('cancelled') <= now) return false;
    const done = at('completed');
    return done === Number.POSITIVE_INFINITY || statementDay(done) * DAY_SECONDS > now;
  });
}

export const unsettledId = (order: Order): string => transactionId(order, 5);
