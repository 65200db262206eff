import type { TimedEndpoint } from '../core/stream';

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
