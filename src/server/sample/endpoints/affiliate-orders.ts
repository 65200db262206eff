import { isAffiliate, renderAffiliateOrder } from '../affiliate';
import { ordersCreated } from '../order';
import { pageOf } from '../page';
import type { Endpoint } from './endpoint';
import { checkPage, checkTimes, checkTypes, windowOf } from './parameters';

/** Orders that came through creators. Sorted as TikTok likes: the newest first. */
export const affiliateOrders: Endpoint = {
  method: 'POST',
  path: '/affiliate_seller/202410/orders/search',
  scope: 'seller.affiliate_collaboration.read',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call) ??
    checkTypes(call, { create_time_ge: 'int', create_time_lt: 'int', program_id: 'string' }) ??
    checkTimes(call),

  answer(call, shop) {
    const { now, body, query } = call;
    const { since, until } = windowOf(call, 'create_time');
    const found = ordersCreated(shop, since, Math.min(until, now + 1))
      .filter((order) => isAffiliate(order, now))
      .reverse();
    const program = body['program_id'];
    const tell = (order: (typeof found)[number]) => renderAffiliateOrder(order, now);
    const wanted =
      program === undefined
        ? found
        : found.filter((order) =>
            JSON.stringify(tell(order)).match(`(collaboration|campaign)_id":"${String(program)}"`),
          );
    const { rows, next } = pageOf(wanted, Number(query['page_size']), query['page_token']);
    return {
      orders: rows.length > 0 ? rows.map(tell) : undefined,
      next_page_token: next,
      total_count: wanted.length,
    };
  },
};
