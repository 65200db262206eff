import { DAY_SECONDS } from '../calendar';
import { decimal } from '../money';
import type { Order } from '../order';
import { pageOf } from '../page';
import { REFUSAL } from '../refusal';
import { settlementParts, total, unsettledId, unsettledOrders } from '../settlement';
import type { Endpoint } from './endpoint';
import { checkPage, checkQueryWindow, checkSort, queryWindow } from './parameters';
import { told } from './statement-transactions';

/** What is sold and not settled yet, with what is expected to be settled. */
export const unsettled: Endpoint = {
  method: 'GET',
  path: '/finance/202507/orders/unsettled',
  scope: 'seller.finance.info',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call) ??
    (call.query['sort_field'] === 'order_create_time' ? undefined : REFUSAL.parameter) ??
    checkSort(call, ['order_create_time']) ??
    checkQueryWindow(call, 'search_time'),

  answer(call, shop) {
    const { since, until } = queryWindow(call, 'search_time');
    const orders = unsettledOrders(shop, call.now).filter(
      ({ createTime }) => createTime >= since && createTime < until,
    );
    if (call.query['sort_order'] === 'DESC') orders.reverse();
    const { rows, next } = pageOf(orders, Number(call.query['page_size'] ?? 20), call.query['page_token']);
    return {
      total_count: orders.length,
      next_page_token: next,
      transactions: rows.length > 0 ? rows.map((order) => pending(order, call.now)) : undefined,
    };
  },
};

function pending(order: Order, now: number) {
  const { currency, decimals } = order.shop.region;
  const money = (units: number) => decimal(units, decimals);
  const delivered = order.steps.find(({ name, at }) => name === 'delivered' && at <= now)?.at;
  const { revenue, shipping: all, fees, taxes } = settlementParts(order, false);
  // Before delivery nobody knows what shipping costs.
  const shipping = delivered === undefined ? {} : all;
  const sums = [total(revenue), total(shipping), total(fees) + total(taxes)] as const;
  return {
    id: unsettledId(order),
    type: 'ORDER',
    status: 'UNSETTLED',
    currency,
    order_id: order.id,
    order_create_time: order.createTime,
    order_delivery_time: delivered,
    // A moment as a text, or a rule in words.
    estimated_settlement:
      delivered === undefined ? '7 days after delivery' : String(delivered + 7 * DAY_SECONDS),
    unsettled_reason: delivered === undefined ? 'waiting for delivery' : 'waiting for the after-sales period',
    est_settlement_amount: money(sums[0] + sums[1] + sums[2]),
    est_revenue_amount: money(sums[0]),
    est_shipping_cost_amount: money(sums[1]),
    est_fee_tax_amount: money(sums[2]),
    est_adjustment_amount: '0',
    revenue_breakdown: told(revenue, money),
    shipping_cost_breakdown: told(shipping, money),
    fee_tax_breakdown: { fee: told(fees, money), tax: told(taxes, money) },
  };
}
