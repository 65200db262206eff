/** How the records of one kind are listed. Adding a kind is adding an entry. */
export type RecordKind = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Key of the list under `data`. */
  readonly list: string;
  readonly query: Readonly<Record<string, string>>;
  /** The part of the request that asks for records created in [since, until), Unix seconds. */
  readonly createdIn: (since: number, until: number) => Record<string, unknown>;
  /** How many days after its creation a record may still name a time (deadlines reach into the future). */
  readonly reachDays: number;
};

const createdIn: RecordKind['createdIn'] = (since, until) => ({
  create_time_ge: since,
  create_time_lt: until,
});

export const RECORD_KINDS = {
  orders: {
    method: 'POST',
    path: '/order/202309/orders/search',
    list: 'orders',
    query: { page_size: '100', sort_field: 'create_time', sort_order: 'ASC' },
    createdIn,
    reachDays: 120,
  },
  returns: {
    method: 'POST',
    path: '/return_refund/202602/returns/search',
    list: 'return_orders',
    query: { page_size: '50', sort_field: 'create_time', sort_order: 'ASC' },
    createdIn,
    reachDays: 60,
  },
  cancellations: {
    method: 'POST',
    path: '/return_refund/202602/cancellations/search',
    list: 'cancellations',
    query: { page_size: '50', sort_field: 'create_time', sort_order: 'ASC' },
    createdIn,
    reachDays: 60,
  },
  affiliate_orders: {
    method: 'POST',
    path: '/affiliate_seller/202410/orders/search',
    list: 'orders',
    query: { page_size: '100' },
    createdIn,
    reachDays: 60,
  },
} as const satisfies Record<string, RecordKind>;

export type RecordName = keyof typeof RECORD_KINDS;
