import { lastStep, orderById } from '../order';
import { REFUSAL } from '../refusal';
import { renderOrder } from '../render-order';
import type { Endpoint, EndpointCall } from './endpoint';

const MOST_IDS = 50;

const idsOf = (call: EndpointCall): string[] => (call.query['ids'] ?? '').split(',').filter(Boolean);

/** Orders by id, in the order asked. One id of another seller refuses the whole call. */
export const ordersById: Endpoint = {
  method: 'GET',
  path: '/order/202507/orders',
  scope: 'seller.order.info',
  shopCipher: 'required',

  check(call, shop) {
    const ids = idsOf(call);
    if (ids.length === 0 || ids.length > MOST_IDS) return REFUSAL.parameter;
    const known = ids.every((id) => {
      const order = orderById(shop, id);
      return order && lastStep(order, call.now);
    });
    return known ? undefined : REFUSAL.foreignOrder;
  },

  answer: (call, shop) => ({
    orders: idsOf(call).map((id) => renderOrder(orderById(shop, id)!, call.now)),
  }),
};
