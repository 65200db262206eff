import type { Row, Stream } from '../src/server/core/stream';
import { ITEMS, ORDERS, type ShopRows } from './shop-rows';

/** The columns that the report needs, one list each, amounts in cents, ids as numbers of 64 bits. */
export interface Columns {
  orders: {
    order_id: BigInt64Array;
    create_time: number[];
    paid_time: (number | null)[];
    is_cod: boolean[];
    order_status: string[];
    total_amount: bigint[];
    buyer_id: BigUint64Array;
  };
  items: {
    line_item_id: BigInt64Array;
    order_id: BigInt64Array;
    product_name: string[];
    sale_price: bigint[];
  };
}

export function columnsOf({ orders, items }: ShopRows): Columns {
  const list = (rows: readonly Row[], stream: Stream, field: string) => {
    const place = Object.keys(stream.fields).indexOf(field);
    return rows.map((row) => row[place] ?? null);
  };
  const order = (field: string) => list(orders, ORDERS, field);
  const item = (field: string) => list(items, ITEMS, field);
  const ids = (values: unknown[]) => BigInt64Array.from(values, (id) => BigInt(String(id)));
  const cents = (values: unknown[]) => values.map((amount) => BigInt(Math.round(Number(amount ?? 0) * 100)));
  return {
    orders: {
      order_id: ids(order('order_id')),
      create_time: order('create_time') as number[],
      paid_time: order('paid_time') as (number | null)[],
      is_cod: order('is_cod') as boolean[],
      order_status: order('order_status') as string[],
      total_amount: cents(order('total_amount')),
      buyer_id: BigUint64Array.from(order('buyer_id'), (code) => BigInt(`0x${code}`)),
    },
    items: {
      line_item_id: ids(item('line_item_id')),
      order_id: ids(item('order_id')),
      product_name: item('product_name') as string[],
      sale_price: cents(item('sale_price')),
    },
  };
}
