import { desc, op, table } from 'arquero';
import type { Answer } from './baseline-duckdb';
import type { Columns } from './columns';

const DAY = 86_400;
const FIRST = 20_089;
const LAST = 20_453;
const iso = (day: number) => new Date(day * DAY * 1000).toISOString().slice(0, 10);

/** The same report with arquero, whose tables lie in memory: numbers as typed arrays, ids as texts. */
export function arquero({ orders, items }: Columns): () => Answer {
  const orderTable = table({
    order_id: Array.from(orders.order_id, String),
    created: Int32Array.from(orders.create_time, (time) => Math.floor(time / DAY)),
    sold: Int32Array.from(orders.create_time, (created, i) => {
      const [paid, cod, status] = [orders.paid_time[i], orders.is_cod[i], orders.order_status[i] as string];
      const counted = paid !== null || (cod && !['UNPAID', 'ON_HOLD'].includes(status));
      return counted ? Math.floor((cod ? created : (paid as number)) / DAY) : -1;
    }),
    amount: Float64Array.from(orders.total_amount, Number),
    buyer: Array.from(orders.buyer_id, String),
  });
  const itemTable = table({
    order_id: Array.from(items.order_id, String),
    line: Float64Array.from(items.line_item_id, (_, i) => i),
    product: items.product_name,
    price: Float64Array.from(items.sale_price, Number),
  });
  return () => {
    const joined = itemTable.join(orderTable, 'order_id');
    const shared = joined
      .filter((row: { sold: number }) => row.sold >= 0)
      .groupby('order_id')
      .derive({
        whole: (row: { price: number }) => op.sum(row.price),
        n: () => op.count(),
      })
      .derive({
        weight: (row: { price: number; whole: number }) => (row.whole === 0 ? 1 : row.price),
        parts: (row: { whole: number; n: number }) => (row.whole === 0 ? row.n : row.whole),
      })
      .derive({
        share: (row: { amount: number; weight: number; parts: number }) =>
          op.floor((row.amount * row.weight) / row.parts),
        rest: (row: { amount: number; weight: number; parts: number }) =>
          (row.amount * row.weight) % row.parts,
      })
      .orderby('order_id', desc('rest'), 'line')
      .groupby('order_id')
      .derive({
        got: (row: { share: number; amount: number }) =>
          row.share + (op.row_number() <= op.round(row.amount - op.sum(row.share)) ? 1 : 0),
      })
      .ungroup();
    const gmv = shared.groupby({ day: (row: { sold: number }) => row.sold }, 'product').rollup({
      gmv: (row: { got: number }) => op.sum(row.got),
      customers: (row: { buyer: string }) => op.distinct(row.buyer),
    });
    const placed = joined
      .groupby({ day: (row: { created: number }) => row.created }, 'product')
      .rollup({ orders: (row: { order_id: string }) => op.distinct(row.order_id) });
    return gmv
      .join_full(placed, [
        ['day', 'product'],
        ['day', 'product'],
      ])
      .orderby('day', 'product')
      .objects()
      .map(
        (row) => row as { day: number; product: string; gmv?: number; orders?: number; customers?: number },
      )
      .filter(({ day }) => day >= FIRST && day <= LAST)
      .map(({ day, product, gmv, orders, customers }) => [
        iso(day),
        product,
        gmv ?? 0,
        orders ?? 0,
        customers ?? 0,
      ]);
  };
}

/** The same with nothing but nested Maps, as one would write it by hand: ids are numbers' places, known beforehand. */
export function nestedMaps({ orders, items }: Columns): () => Answer {
  const ids = Array.from(items.order_id, String);
  const own = Array.from(orders.order_id, String);
  const buyers = Array.from(orders.buyer_id, String);
  const amounts = Array.from(orders.total_amount, Number);
  const prices = Array.from(items.sale_price, Number);
  return () => {
    const placeOf = new Map<string, number>();
    own.forEach((id, place) => {
      placeOf.set(id, place);
    });
    const itemsOf = new Map<number, number[]>();
    ids.forEach((id, item) => {
      const place = placeOf.get(id) as number;
      const list = itemsOf.get(place);
      if (list) list.push(item);
      else itemsOf.set(place, [item]);
    });
    interface Cell {
      gmv: number;
      orders: Set<number>;
      customers: Set<string>;
    }
    const groups = new Map<number, Map<string, Cell>>();
    const cell = (day: number, product: string): Cell => {
      let products = groups.get(day);
      if (!products) {
        products = new Map();
        groups.set(day, products);
      }
      let found = products.get(product);
      if (!found) {
        found = { gmv: 0, orders: new Set(), customers: new Set() };
        products.set(product, found);
      }
      return found;
    };
    for (const [order, list] of itemsOf) {
      const created = orders.create_time[order] as number;
      for (const item of list)
        cell(Math.floor(created / DAY), items.product_name[item] as string).orders.add(order);
      const paid = orders.paid_time[order];
      const cod = orders.is_cod[order];
      const status = orders.order_status[order] as string;
      if (paid === null && !(cod && status !== 'UNPAID' && status !== 'ON_HOLD')) continue;
      const day = Math.floor((cod ? created : (paid as number)) / DAY);
      const amount = amounts[order] as number;
      let whole = 0;
      for (const item of list) whole += prices[item] as number;
      const shares = list.map((item) => {
        const product = amount * (whole === 0 ? 1 : (prices[item] as number));
        const parts = whole === 0 ? list.length : whole;
        return { item, share: Math.floor(product / parts), rest: product % parts };
      });
      let left = amount;
      for (const { share } of shares) left -= share;
      if (left > 0)
        for (const one of [...shares].sort((a, b) => b.rest - a.rest || a.item - b.item).slice(0, left))
          one.share++;
      for (const { item, share } of shares) {
        const found = cell(day, items.product_name[item] as string);
        found.gmv += share;
        found.customers.add(buyers[order] as string);
      }
    }
    const rows: Answer = [];
    for (const [day, products] of groups) {
      if (day < FIRST || day > LAST) continue;
      for (const [product, { gmv, orders, customers }] of products)
        rows.push([iso(day), product, gmv, orders.size, customers.size]);
    }
    const key = (row: Answer[number]) => `${row[0]} ${row[1]}`;
    return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  };
}
