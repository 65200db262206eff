import type { TimedEndpoint, WholeEndpoint } from '../core/stream';

/** What all lists of money have in common. */
const finance = {
  method: 'GET',
  shopCipher: true,
  scope: 'seller.finance.info',
  scopeLabel: 'statements and payouts',
  idPath: 'id',
  pageSize: 100,
} as const;

const page = (name: string) => `https://partner.tiktokshop.com/docv2/page/get-${name}`;

const ascending = (field: string) => ({ sort_field: field, sort_order: 'ASC' });

/** What is on its way to the bank may be told otherwise for thirty days. */
const timed = (
  id: string,
  version: string,
  field: string,
  order: Record<string, string> = ascending(field),
): TimedEndpoint => ({
  ...finance,
  kind: 'timed',
  id,
  path: `/finance/${version}/${id}`,
  records: id,
  windows: { created: { since: `${field}_ge`, until: `${field}_lt`, field, order } },
  settling: 2_592_000,
  docs: page(`${id}-${version}`),
});

/** Statements alone: a page or two, read again until they are paid. */
export const statementList = timed('statements', '202309', 'statement_time');

/**
 * The same list with the transactions of each. What a statement lists does not change any more, so only the latest days
 * are read again; ten statements at a time, because each is a list of many pages.
 */
export const statementDetails: TimedEndpoint = {
  ...statementList,
  id: 'statement_transactions',
  pageSize: 10,
  settling: 172_800,
  detail: {
    path: '/finance/202501/statements/{id}/statement_transactions',
    query: ascending('order_create_time'),
    pageSize: 100,
    records: 'transactions',
    as: 'transactions',
    elementId: 'id',
  },
  docs: page('transactions-by-statement-202501'),
};

/** What is settled leaves this list, so it is read whole. */
export const unsettledList: WholeEndpoint = {
  ...finance,
  kind: 'whole',
  keep: 'latest',
  id: 'unsettled_transactions',
  path: '/finance/202507/orders/unsettled',
  scopeLabel: 'unsettled orders',
  query: ascending('order_create_time'),
  records: 'transactions',
  elementId: 'id',
  idPath: 'day',
  docs: page('unsettled-transactions-202507'),
};

/** In South-East Asia sellers withdraw what is settled. */
export const paymentList: TimedEndpoint = {
  ...timed('payments', '202605', 'create_time'),
  scopeLabel: 'payments',
  notIn: ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'],
};

/** These come in no order that could be asked for. */
export const withdrawalList: TimedEndpoint = {
  ...timed('withdrawals', '202309', 'create_time', {}),
  query: { types: 'WITHDRAW,SETTLE,TRANSFER,REVERSE' },
};
