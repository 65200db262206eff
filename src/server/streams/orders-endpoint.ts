import type { EachEndpoint, TimedEndpoint } from '../core/stream';
import { recordByRecord } from './whole';

/** Order search: orders with their line items, fetched once for both streams. */
export const orderSearch: TimedEndpoint = {
  kind: 'timed',
  id: 'orders_search',
  method: 'POST',
  path: '/order/202309/orders/search',
  shopCipher: true,
  scope: 'seller.order.info',
  scopeLabel: 'orders',
  pageSize: 100,
  records: 'orders',
  idPath: 'id',
  windows: {
    created: {
      since: 'create_time_ge',
      until: 'create_time_lt',
      field: 'create_time',
      order: { sort_field: 'create_time', sort_order: 'ASC' },
    },
    updated: {
      since: 'update_time_ge',
      until: 'update_time_lt',
      field: 'update_time',
      order: { sort_field: 'update_time', sort_order: 'ASC' },
    },
  },
  docs: 'https://partner.tiktokshop.com/docv2/page/get-order-list-202309',
};

/** How the price of an order came about: a call for each. It is known once the order is paid, and stays. */
export const priceDetail: EachEndpoint = {
  ...recordByRecord,
  id: 'price_detail',
  path: '/order/202407/orders/{id}/price_detail',
  shopCipher: true,
  scope: orderSearch.scope,
  scopeLabel: orderSearch.scopeLabel,
  of: {
    stream: 'orders',
    field: 'order_id',
    created: 'create_time',
    times: ['create_time', 'paid_time'],
    except: { field: 'order_status', values: ['UNPAID', 'ON_HOLD'] },
  },
  onDemand: true,
  docs: 'https://partner.tiktokshop.com/docv2/page/get-price-detail-202407',
};
