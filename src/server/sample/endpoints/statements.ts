import { DAY_SECONDS } from '../calendar';
import { decimal } from '../money';
import { pageOf } from '../page';
import { paymentOf, statementId, sumsOf } from '../payout';
import { REFUSAL } from '../refusal';
import { inSouthEastAsia, isLocal, lastStatement, total } from '../settlement';
import type { Shop } from '../shop';
import type { Endpoint } from './endpoint';
import { checkPage, checkQueryWindow, checkSort, queryWindow } from './parameters';

/** One a day, at midnight UTC, about what was settled on the day before. No count is told. */
export const statements: Endpoint = {
  method: 'GET',
  path: '/finance/202309/statements',
  scope: 'seller.finance.info',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call) ??
    (call.query['sort_field'] === 'statement_time' ? undefined : REFUSAL.parameter) ??
    checkSort(call, ['statement_time']) ??
    checkQueryWindow(call, 'statement_time'),

  answer(call, shop) {
    const { since, until } = queryWindow(call, 'statement_time');
    const days: number[] = [];
    const first = Math.max(Math.ceil(since / DAY_SECONDS), shop.firstDay);
    for (let day = first; day * DAY_SECONDS < until && day <= lastStatement(call.now); day++)
      if (sumsOf(shop, day)) days.push(day);
    if (call.query['sort_order'] === 'DESC') days.reverse();
    const { rows, next } = pageOf(days, Number(call.query['page_size'] ?? 20), call.query['page_token']);
    const told = rows.map((day) => statement(shop, day, call.now));
    return { statements: told.length > 0 ? told : undefined, next_page_token: next };
  },
};

function statement(shop: Shop, day: number, now: number) {
  const { transactions, settlement } = sumsOf(shop, day)!;
  const { currency, decimals, code } = shop.region;
  const sum = (of: (one: (typeof transactions)[number]) => number) =>
    transactions.reduce((all, one) => all + of(one), 0);
  const money = (units: number) => decimal(units, decimals);
  const revenue = sum((one) => total(one.revenue));
  const shipping = sum((one) => total(one.shipping));
  const fees = sum((one) => total(one.fees) + total(one.taxes));
  // Only local sellers outside South-East Asia get shipping apart, and those of the US and UK no revenue but net sales.
  const apart = isLocal(shop) && !inSouthEastAsia(shop);
  const payment = paymentOf(shop, day);
  const begun = payment && payment.createdAt <= now ? payment : undefined;
  const paid = inSouthEastAsia(shop) || (begun && begun.paidAt <= now);
  return {
    id: statementId(shop, day),
    statement_time: day * DAY_SECONDS,
    payment_status: paid ? 'PAID' : 'PROCESSING',
    payment_time: paid ? (begun?.paidAt ?? day * DAY_SECONDS + 3600) : undefined,
    payment_id: begun?.id,
    currency,
    settlement_amount: money(settlement),
    revenue_amount: apart && (code === 'US' || code === 'GB') ? undefined : money(revenue),
    net_sales_amount: apart ? money(revenue) : undefined,
    shipping_cost_amount: apart ? money(shipping) : undefined,
    fee_amount: money(apart ? fees : fees + shipping),
    adjustment_amount: money(sum(({ adjustment }) => adjustment)),
  };
}
