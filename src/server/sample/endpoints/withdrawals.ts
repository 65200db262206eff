import { DAY_SECONDS } from '../calendar';
import { decimal } from '../money';
import { pageOf } from '../page';
import { type Movement, movementsOf, withdrawnAt } from '../payout';
import { REFUSAL } from '../refusal';
import { lastStatement } from '../settlement';
import type { Endpoint } from './endpoint';
import { checkPage, checkQueryWindow, queryWindow } from './parameters';

const TYPES = ['WITHDRAW', 'SETTLE', 'TRANSFER', 'REVERSE'];

/** Movements of the balance, newest first: no order can be asked for. */
export const withdrawals: Endpoint = {
  method: 'GET',
  path: '/finance/202309/withdrawals',
  scope: 'seller.finance.info',
  shopCipher: 'required',

  check(call) {
    const types = (call.query['types'] ?? '').split(',');
    return types.every((type) => TYPES.includes(type))
      ? (checkPage(call) ?? checkQueryWindow(call, 'create_time'))
      : REFUSAL.parameter;
  },

  answer(call, shop) {
    const { since, until } = queryWindow(call, 'create_time');
    const types = (call.query['types'] ?? '').split(',');
    const found: Movement[] = [];
    const first = Math.max(Math.floor(since / DAY_SECONDS), shop.firstDay);
    for (let day = first; day * DAY_SECONDS < until && day <= lastStatement(call.now); day++)
      for (const movement of movementsOf(shop, day))
        if (
          types.includes(movement.type) &&
          movement.at >= since &&
          movement.at < Math.min(until, call.now + 1)
        )
          found.push(movement);
    const { rows, next } = pageOf(
      found.reverse(),
      Number(call.query['page_size'] ?? 20),
      call.query['page_token'],
    );
    return {
      withdrawals:
        rows.length > 0
          ? rows.map((movement) => ({
              id: movement.id,
              type: movement.type,
              amount: decimal(movement.amount, shop.region.decimals),
              currency: shop.region.currency,
              status: withdrawnAt(movement) <= call.now ? 'SUCCESS' : 'PROCESSING',
              create_time: movement.at,
            }))
          : undefined,
      next_page_token: next,
      total_count: found.length,
    };
  },
};
