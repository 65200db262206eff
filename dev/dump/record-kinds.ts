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

export const RECORD_KINDS = {
  orders: {
    method: 'POST',
    path: '/order/202309/orders/search',
    list: 'orders',
    query: { page_size: '100', sort_field: 'create_time', sort_order: 'ASC' },
    createdIn: (since, until) => ({ create_time_ge: since, create_time_lt: until }),
    reachDays: 120,
  },
} as const satisfies Record<string, RecordKind>;

export type RecordName = keyof typeof RECORD_KINDS;
