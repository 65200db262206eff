import { DAY_SECONDS } from '../calendar';
import { LONGEST_LIFE_DAYS } from '../lifecycle';
import { lastStep, type Order, ordersCreated } from '../order';
import { pageOf } from '../page';
import { cancelBegun, cancellationId, renderCancellation } from '../render-cancellation';
import type { Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage, checkSort, checkTimes, checkTypes, TIMES, windowOf } from './parameters';

const MOST = 50;

export const cancellationsSearch: Endpoint = {
  method: 'POST',
  path: '/return_refund/202602/cancellations/search',
  scope: 'seller.return_refund.basic',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call, MOST, 1, '10') ??
    checkSort(call, ['create_time', 'update_time']) ??
    checkTypes(call, {
      ...TIMES,
      locale: 'string',
      cancel_ids: 'strings',
      order_ids: 'strings',
      buyer_user_ids: 'strings',
      cancel_types: 'strings',
      cancel_status: 'strings',
    }) ??
    checkTimes(call),

  answer(call, shop) {
    const found = search(call, shop);
    const { rows, next } = pageOf(found, Number(call.query['page_size'] ?? 10), call.query['page_token']);
    const english = /^en/.test(String(call.body['locale'] ?? 'en-US'));
    return {
      cancellations:
        rows.length > 0 ? rows.map(({ order }) => renderCancellation(order, call.now, english)) : undefined,
      next_page_token: next,
      total_count: found.length,
    };
  },
};

type Found = { readonly order: Order; readonly begun: number; readonly updateTime: number };

function search(call: EndpointCall, shop: Shop): Found[] {
  const { body, now, query } = call;
  const created = windowOf(call, 'create_time');
  const updated = windowOf(call, 'update_time');
  const since = Math.max(created.since, updated.since) - LONGEST_LIFE_DAYS * DAY_SECONDS;
  const wants = (key: string, value: string) => {
    const list = body[key] as readonly string[] | undefined;
    return !list || list.length === 0 || list.includes(value);
  };
  const found: Found[] = [];
  for (const order of ordersCreated(shop, since, Math.min(created.until, updated.until, now + 1))) {
    const begun = order.cancellation && cancelBegun(order);
    if (begun === undefined || begun > now || begun < created.since || begun >= created.until) continue;
    const updateTime = lastStep(order, now)!.at;
    if (updateTime < updated.since || updateTime >= updated.until) continue;
    if (!wants('order_ids', order.id) || !wants('buyer_user_ids', order.buyer.id)) continue;
    if (!wants('cancel_ids', cancellationId(order))) continue;
    const pending = lastStep(order, now)!.name !== 'cancelled';
    const status = pending ? 'CANCELLATION_REQUEST_PENDING' : 'CANCELLATION_REQUEST_COMPLETE';
    const type = order.steps.some(({ name }) => name === 'cancelRequested') ? 'BUYER_CANCEL' : 'CANCEL';
    if (wants('cancel_status', status) && wants('cancel_types', type))
      found.push({ order, begun, updateTime });
  }
  const value = (each: Found) => (query['sort_field'] === 'update_time' ? each.updateTime : each.begun);
  const direction = query['sort_order'] === 'DESC' ? -1 : 1;
  return found.sort((a, b) => direction * (value(a) - value(b) || (a.order.id < b.order.id ? -1 : 1)));
}
