import { DAY_SECONDS } from '../calendar';
import { ordersCreated } from '../order';
import { pageOf } from '../page';
import { renderReturn } from '../render-return';
import { LONGEST_RETURN_DAYS, type Return, returnAt, returnsOf } from '../returns';
import type { Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage, checkSort, checkTimes, checkTypes, TIMES, windowOf } from './parameters';

/** A page has ten records at least, against the custom of all other lists. */
const LEAST = 10;
const MOST = 50;

export const returnsSearch: Endpoint = {
  method: 'POST',
  path: '/return_refund/202602/returns/search',
  scope: 'seller.return_refund.basic',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call, MOST, LEAST, String(LEAST)) ??
    checkSort(call, ['create_time', 'update_time']) ??
    checkTypes(call, {
      ...TIMES,
      locale: 'string',
      return_ids: 'strings',
      order_ids: 'strings',
      buyer_user_ids: 'strings',
      return_types: 'strings',
      return_status: 'strings',
      arbitration_status: 'strings',
      seller_proposed_return_type: 'strings',
    }) ??
    checkTimes(call),

  answer(call, shop) {
    const found = search(call, shop);
    const { rows, next } = pageOf(found, Number(call.query['page_size'] ?? LEAST), call.query['page_token']);
    return {
      // Left out where there are none.
      return_orders: rows.length > 0 ? rows.map(({ one }) => renderReturn(one, call.now)) : undefined,
      next_page_token: next,
      total_count: found.length,
    };
  },
};

function search(call: EndpointCall, shop: Shop): { one: Return; updateTime: number }[] {
  const { body, now, query } = call;
  const created = windowOf(call, 'create_time');
  const updated = windowOf(call, 'update_time');
  const wants = (key: string, value: string) => {
    const list = body[key] as readonly string[] | undefined;
    return !list || list.length === 0 || list.includes(value);
  };
  // Of orders so old nothing is returned any more.
  const since = Math.max(created.since, updated.since) - LONGEST_RETURN_DAYS * DAY_SECONDS;
  const found: { one: Return; updateTime: number }[] = [];
  for (const order of ordersCreated(shop, since, Math.min(created.until, updated.until, now + 1))) {
    if (!wants('order_ids', order.id) || !wants('buyer_user_ids', order.buyer.id)) continue;
    for (const one of returnsOf(order)) {
      const last = returnAt(one, now);
      if (!last || one.createTime < created.since || one.createTime >= created.until) continue;
      if (last.at < updated.since || last.at >= updated.until) continue;
      if (!wants('return_ids', one.id) || !wants('return_types', one.type)) continue;
      if (wants('return_status', last.status)) found.push({ one, updateTime: last.at });
    }
  }
  const value = (each: (typeof found)[number]) =>
    query['sort_field'] === 'update_time' ? each.updateTime : each.one.createTime;
  const direction = query['sort_order'] === 'DESC' ? -1 : 1;
  return found.sort((a, b) => direction * (value(a) - value(b) || (a.one.id < b.one.id ? -1 : 1)));
}
