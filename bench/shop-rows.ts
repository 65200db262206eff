import { cutTo, holds, monthOf } from '../src/server/core/layout';
import { rowsOf } from '../src/server/core/normalise';
import type { Partition, PartitionKey, Rows } from '../src/server/core/ports';
import { Store } from '../src/server/core/store';
import type { Row, Stream } from '../src/server/core/stream';
import { streams } from '../src/server/streams';
import type { Order } from './orders';

export const ORDERS: Stream = streams.orders;
export const ITEMS: Stream = streams.line_items;

/** Rows of orders and of their line items, each in the store's own order, with all fields of their streams. */
export interface ShopRows {
  orders: Row[];
  items: Row[];
}

const placeOf = (stream: Stream, field: string) => Object.keys(stream.fields).indexOf(field);
const TIMES = Object.values(ORDERS.fields).flatMap(({ type }, place) => (type === 'time' ? [place] : []));

/**
 * So many line items: the shop's orders over and over, each time at other days, by other buyers, of other products and
 * under other ids, so that no order has its like nearby. Ids ascend with time, as TikTok's do.
 */
export function shopRows(records: readonly Order[], wanted: number): ShopRows {
  const hash = (text: string) => text;
  const own = records.map((record) => ({
    order: rowsOf(ORDERS, record, hash)[0] as Row,
    items: rowsOf(ITEMS, record, hash),
  }));
  const created = placeOf(ORDERS, 'create_time');
  const copies: { time: number; order: Row; items: Row[] }[] = [];
  let count = 0;
  for (let copy = 0; count < wanted; copy++)
    for (const { order, items } of own) {
      if (count >= wanted) break;
      count += items.length;
      // All times of an order move alike, and its creation stays within the year.
      const by = ((Number(order[created]) - YEAR[0] + copy * 2_713_111) % (YEAR[1] - YEAR[0])) + YEAR[0];
      const moved = order.map((value, place) =>
        TIMES.includes(place) && typeof value === 'number' ? value + by - Number(order[created]) : value,
      );
      const buyer = (BigInt(String(order[placeOf(ORDERS, 'buyer_id')])) * 1024n + BigInt(copy)) & MASK;
      moved[placeOf(ORDERS, 'buyer_id')] = buyer.toString(16).padStart(16, '0');
      copies.push({
        time: by,
        order: moved,
        items: items.map((item) =>
          item.map((value, place) =>
            PRODUCT.includes(place) && value !== null ? another(String(value), copy % 12) : value,
          ),
        ),
      });
    }
  copies.sort((a, b) => a.time - b.time);
  const rows: ShopRows = { orders: [], items: [] };
  copies.forEach(({ order, items }, i) => {
    const id = FIRST_ID + BigInt(i) * 4096n;
    rows.orders.push(order.map((value, place) => (place === 0 ? String(id) : value)));
    items.forEach((item, n) => {
      const line = [...item];
      line[placeOf(ITEMS, 'line_item_id')] = String(id + BigInt(n + 1));
      line[placeOf(ITEMS, 'order_id')] = String(id);
      rows.items.push(line);
    });
  });
  return rows;
}

const YEAR = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2026, 0, 1) / 1000] as const;
const PRODUCT = ['product_id', 'product_name', 'sku_id', 'seller_sku'].map((field) => placeOf(ITEMS, field));
const another = (text: string, number: number): string =>
  /^\d{16,}$/.test(text) ? String(BigInt(text) + BigInt(number)) : `${text} ${number}`;
const FIRST_ID = 576_000_000_000_000_000n;
const MASK = (1n << 64n) - 1n;

/** A store in memory. */
class MemoryRows implements Rows {
  readonly pieces = new Map<string, Partition>();
  private key = ({ shop, stream, partition }: PartitionKey) => `${shop} ${stream} ${partition}`;
  index = () => [...this.pieces.values()].map(({ info }) => info);
  read = (keys: readonly PartitionKey[]) =>
    keys.map((key) => this.pieces.get(this.key(key))?.payload ?? null);
  note = (key: string) => (key === 'shops' ? JSON.stringify({ shop: { name: 'Shop', region: 'US' } }) : null);
  cells = () => 0;
  clear(): void {}
  write(partitions: readonly Partition[]): void {
    for (const piece of partitions) this.pieces.set(this.key(piece.info), piece);
  }
}

/** The rows as the add-on stores them: in partitions cut by days. */
export function stored({ orders, items }: ShopRows): Rows {
  const rows = new MemoryRows();
  const store = new Store(rows);
  const created = placeOf(ORDERS, 'create_time');
  const times = new Map(orders.map((row) => [row[0], Number(row[created])]));
  const timeOfItem = (row: Row) => times.get(row[placeOf(ITEMS, 'order_id')] as string) as number;
  const months = new Map<string, ShopRows>();
  const monthFor = (time: number): ShopRows => {
    const month = months.get(monthOf(time)) ?? { orders: [], items: [] };
    months.set(monthOf(time), month);
    return month;
  };
  for (const row of orders) monthFor(Number(row[created])).orders.push(row);
  for (const row of items) monthFor(timeOfItem(row)).items.push(row);
  for (const [month, own] of months) {
    const lists = [own.orders.map((row) => Number(row[created])), own.items.map(timeOfItem)];
    for (const partition of cutTo(month, lists, 6000))
      store.replace(
        [
          { stream: ORDERS, rows: own.orders.filter((row) => holds(partition, Number(row[created]))) },
          { stream: ITEMS, rows: own.items.filter((row) => holds(partition, timeOfItem(row))) },
        ].map(({ stream, rows }) => ({ stream, rows, key: { shop: 'shop', stream: stream.id, partition } })),
        [],
        {},
      );
  }
  return rows;
}
