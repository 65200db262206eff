import { DAY_SECONDS } from '../calendar';
import { decimal } from '../money';
import { pageOf } from '../page';
import { exchangeOf, type Payment, paymentOf } from '../payout';
import { REFUSAL } from '../refusal';
import { lastStatement } from '../settlement';
import type { Shop } from '../shop';
import type { Endpoint } from './endpoint';
import { checkPage, checkQueryWindow, checkSort, queryWindow } from './parameters';

/** Automatic payments, of which South-East Asia has none. */
export const payments: Endpoint = {
  method: 'GET',
  path: '/finance/202605/payments',
  scope: 'seller.finance.info',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call) ??
    (call.query['sort_field'] === 'create_time' ? undefined : REFUSAL.parameter) ??
    checkSort(call, ['create_time']) ??
    checkQueryWindow(call, 'create_time'),

  answer(call, shop) {
    const { since, until } = queryWindow(call, 'create_time');
    const found: Payment[] = [];
    const first = Math.max(Math.floor(since / DAY_SECONDS), shop.firstDay);
    for (let day = first; day * DAY_SECONDS < until && day <= lastStatement(call.now); day++) {
      const payment = paymentOf(shop, day);
      if (payment && payment.createdAt >= since && payment.createdAt < Math.min(until, call.now + 1))
        found.push(payment);
    }
    if (call.query['sort_order'] === 'DESC') found.reverse();
    const { rows, next } = pageOf(found, Number(call.query['page_size'] ?? 20), call.query['page_token']);
    return {
      payments: rows.length > 0 ? rows.map((payment) => rendered(shop, payment, call.now)) : undefined,
      next_page_token: next,
    };
  },
};

function rendered(shop: Shop, { id, createdAt, paidAt, settlement, payable }: Payment, now: number) {
  const { currency, decimals } = shop.region;
  const exchange = exchangeOf(shop);
  // The key is `value` here, not `amount`.
  const money = (units: number) => ({ value: decimal(units, decimals), currency });
  const paid = paidAt <= now;
  return {
    id,
    create_time: createdAt,
    paid_time: paid ? paidAt : undefined,
    status: paid ? 'PAID' : 'PROCESSING',
    bank_account: '***********1234',
    exchange_rate: exchange.rate.toFixed(6),
    settlement_amount: money(settlement),
    payment_amount_before_exchange: money(payable),
    amount: {
      value: decimal(Math.round(payable * exchange.rate), decimals),
      currency: exchange.currency,
    },
  };
}
