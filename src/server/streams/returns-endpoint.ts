import type { TimedEndpoint, WindowParameters } from '../core/stream';

const window = (field: string): WindowParameters => ({
  since: `${field}_ge`,
  until: `${field}_lt`,
  field,
  order: { sort_field: field, sort_order: 'ASC' },
});

/** Search of what is asked for after an order: a list, and what it is called in the answer. */
const search = (list: string, records: string, idPath: string, docs: string): TimedEndpoint => ({
  kind: 'timed',
  id: `${list}_search`,
  method: 'POST',
  path: `/return_refund/202602/${list}/search`,
  shopCipher: true,
  scope: 'seller.return_refund.basic',
  scopeLabel: list,
  body: { locale: 'en-US' },
  pageSize: 50,
  records,
  idPath,
  windows: { created: window('create_time'), updated: window('update_time') },
  docs,
});

export const returnSearch = search(
  'returns',
  'return_orders',
  'return_id',
  'https://partner.tiktokshop.com/docv2/page/search-returns-202309',
);
export const cancellationSearch = search(
  'cancellations',
  'cancellations',
  'cancel_id',
  'https://partner.tiktokshop.com/docv2/page/search-cancellations-202309',
);
