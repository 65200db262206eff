import { DAY_SECONDS } from '../calendar';
import { decimal } from '../money';
import { pageOf } from '../page';
import { dayOfStatement, sumsOf } from '../payout';
import { REFUSAL } from '../refusal';
import {
  type Amounts,
  inSouthEastAsia,
  lastStatement,
  settlementOf,
  type Transaction,
  total,
} from '../settlement';
import type { Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage, checkSort } from './parameters';

const dayIn = (call: EndpointCall, shop: Shop) => dayOfStatement(shop, call.path['statement_id'] ?? '');

/** What a statement lists, in pages. */
export const statementTransactions: Endpoint = {
  method: 'GET',
  path: '/finance/202501/statements/{statement_id}/statement_transactions',
  scope: 'seller.finance.info',
  shopCipher: 'required',

  check(call, shop) {
    const day = dayIn(call, shop);
    if (day === undefined || day > lastStatement(call.now) || !sumsOf(shop, day)) return REFUSAL.parameter;
    return (
      checkPage(call) ??
      (call.query['sort_field'] === 'order_create_time' ? undefined : REFUSAL.parameter) ??
      checkSort(call, ['order_create_time'])
    );
  },

  answer(call, shop) {
    const day = dayIn(call, shop) as number;
    const { transactions, settlement, reserve, payable } = sumsOf(shop, day)!;
    const { currency, decimals } = shop.region;
    const money = (units: number) => decimal(units, decimals);
    const sum = (of: (one: Transaction) => number) => transactions.reduce((all, one) => all + of(one), 0);
    const list = call.query['sort_order'] === 'DESC' ? [...transactions].reverse() : transactions;
    const { rows, next } = pageOf(list, Number(call.query['page_size'] ?? 20), call.query['page_token']);
    return {
      id: call.path['statement_id'],
      create_time: day * DAY_SECONDS,
      currency,
      status: 'SETTLED',
      total_count: list.length,
      next_page_token: next,
      total_settlement_amount: money(settlement),
      total_reserve_amount: inSouthEastAsia(shop) ? undefined : money(reserve),
      payable_amount: money(payable),
      total_settlement_breakdown: {
        total_revenue_amount: money(sum((one) => total(one.revenue))),
        total_shipping_cost_amount: money(sum((one) => total(one.shipping))),
        total_fee_tax_amount: money(sum((one) => total(one.fees) + total(one.taxes))),
        total_adjustment_amount: money(sum(({ adjustment }) => adjustment)),
      },
      transactions: rows.map((one) => transaction(one, money)),
    };
  },
};

export const told = (amounts: Amounts, money: (units: number) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([key, units]) => [key, money(units)]));

/** What does not apply is left out. */
function transaction(one: Transaction, money: (units: number) => string) {
  const { id, type, order, adjustmentId, reserve } = one;
  const common = { id, type, order_create_time: order?.createTime };
  if (reserve)
    return {
      ...common,
      associated_order_id: order?.id,
      reserve_id: reserve.id,
      reserve_status: reserve.released ? 'RELEASED' : 'COLLECTED',
      reserve_amount: money(one.reserved),
      estimated_release_time: reserve.released ? '' : String(reserve.releaseAt),
    };
  if (adjustmentId !== undefined)
    return {
      ...common,
      adjustment_id: adjustmentId,
      adjustment_order_id: order?.id,
      adjustment_amount: money(one.adjustment),
      settlement_amount: money(one.adjustment),
    };
  return {
    ...common,
    order_id: order?.id,
    settlement_amount: money(settlementOf(one)),
    revenue_amount: money(total(one.revenue)),
    revenue_breakdown: told(one.revenue, money),
    shipping_cost_amount: money(total(one.shipping)),
    shipping_cost_breakdown: {
      ...told(one.shipping, money),
      // Part of the fee above, told once more.
      supplementary_component: {
        fbm_shipping_cost_amount: money(one.shipping['actual_shipping_fee_amount'] ?? 0),
      },
    },
    fee_tax_amount: money(total(one.fees) + total(one.taxes)),
    fee_tax_breakdown: { fee: told(one.fees, money), tax: told(one.taxes, money) },
    adjustment_amount: money(one.adjustment),
    supplementary_component: told(one.beside, money),
  };
}
