import { DAY_SECONDS } from '../calendar';
import { LONGEST_LIFE_DAYS } from '../lifecycle';
import { lastStep, type Order, ordersCreated } from '../order';
import { pageOf } from '../page';
import { renderOrder } from '../render-order';
import type { Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage, checkSort, checkTimes, checkTypes, TIMES, windowOf } from './parameters';

type Found = { readonly order: Order; readonly updateTime: number };

export const ordersSearch: Endpoint = {
  method: 'POST',
  path: '/order/202309/orders/search',
  scope: 'seller.order.info',
  shopCipher: 'required',

  check: (call) =>
    checkPage(call) ??
    checkSort(call, ['create_time', 'update_time']) ??
    checkTypes(call, {
      ...TIMES,
      order_status: 'string',
      shipping_type: 'string',
      buyer_user_id: 'string',
      is_buyer_request_cancel: 'boolean',
      warehouse_ids: 'strings',
    }) ??
    checkTimes(call),

  answer(call, shop) {
    const found = sorted(search(call, shop), call.query);
    const { rows, next } = pageOf(found, Number(call.query['page_size']), call.query['page_token']);
    return {
      orders: rows.map(({ order }) => renderOrder(order, call.now)),
      next_page_token: next,
      total_count: found.length,
    };
  },
};

function search(call: EndpointCall, shop: Shop): Found[] {
  const { body, now } = call;
  const created = windowOf(call, 'create_time');
  const updated = windowOf(call, 'update_time');
  // An order is updated at most so many days after its creation: older ones need not be told at all.
  const since = Math.max(created.since, updated.since - LONGEST_LIFE_DAYS * DAY_SECONDS);
  const until = Math.min(created.until, updated.until, now + 1);
  const found: Found[] = [];
  for (const order of ordersCreated(shop, since, until)) {
    const last = lastStep(order, now);
    if (!last || last.at < updated.since || last.at >= updated.until) continue;
    if (body['order_status'] !== undefined && body['order_status'] !== last.status) continue;
    if (body['shipping_type'] !== undefined && body['shipping_type'] !== order.shippingType) continue;
    if (body['buyer_user_id'] !== undefined && body['buyer_user_id'] !== order.buyer.id) continue;
    if (
      body['is_buyer_request_cancel'] !== undefined &&
      body['is_buyer_request_cancel'] !== (last.name === 'cancelRequested')
    ) {
      continue;
    }
    const warehouses = body['warehouse_ids'] as readonly string[] | undefined;
    if (warehouses && warehouses.length > 0 && !warehouses.includes(order.warehouse)) continue;
    found.push({ order, updateTime: last.at });
  }
  return found;
}

/**
 * Without any sort the oldest come first: that is what the live API did, against its documentation. With a field and no
 * order the documented default (DESC) holds.
 */
function sorted(found: Found[], query: Readonly<Record<string, string>>): Found[] {
  const { sort_field: field, sort_order: order } = query;
  const value = (each: Found) => (field === 'update_time' ? each.updateTime : each.order.createTime);
  const direction = (field || order) && order !== 'ASC' ? -1 : 1;
  return found.sort((a, b) => direction * (value(a) - value(b) || (a.order.id < b.order.id ? -1 : 1)));
}
