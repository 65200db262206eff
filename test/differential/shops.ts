import type { Rows as StoredRows } from '../../src/server/core/ports';
import { Store } from '../../src/server/core/store';
import type { Row, Stream } from '../../src/server/core/stream';
import { answer } from '../../src/server/sample/answer';
import { storyOf } from '../../src/server/sample/story-of';
import { streams } from '../../src/server/streams';
import { MemoryRows } from '../core/memory-rows';
import type { Cell, Rows, Shop } from './database';
import { sentBack, stock, traffic } from './made-up';

export const FIRST = '2025-12-20';
export const LAST = '2026-04-30';
const DAY = 86_400;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;

/** Four shops in three currencies, with so many orders each, as they stand when all is over. */
export function shopsOf(orders: number): Shop[] {
  const regions = ['US', 'VN', 'GB', 'US'];
  const story = storyOf({
    seed: 'differential',
    shops: regions,
    orders: 4 * orders,
    since: FIRST,
    until: '2026-05-01',
  });
  return story.shops.map(({ id, name, region }) => {
    const records: unknown[] = [];
    let token = '';
    do {
      const { body } = answer(story, {
        method: 'POST',
        path: '/order/202309/orders/search',
        query: {
          page_size: '100',
          sort_field: 'create_time',
          sort_order: 'ASC',
          ...(token ? { page_token: token } : {}),
        },
        body: { create_time_ge: day(FIRST) - 2 * DAY, create_time_lt: day(LAST) + 3 * DAY },
        now: (day(LAST) + 90 * DAY) * 1000,
        shopId: id,
      });
      // Long ids are numbers in texts already: JSON as it comes.
      const { data } = JSON.parse(body) as { data: { orders: unknown[]; next_page_token: string } };
      records.push(...data.orders);
      token = data.next_page_token;
    } while (token !== '');
    return { id, name, region: typeof region === 'string' ? region : regions[0]!, records };
  });
}

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Rows of the made-up streams: days are missing here and there, some items come back twice, some of unknown orders. */
export function madeUpRows(shops: readonly Shop[]): Rows {
  const found = { traffic: [], stock: [], sent_back: [] } as { [name: string]: Record<string, Cell>[] };
  const draw = chance(7);
  let number = 0;
  for (const { id: shop, records } of shops) {
    const currency = (records[0] as { payment: { currency: string } }).payment.currency;
    const money = (cents: number) => (currency === 'VND' ? String(cents) : (cents / 100).toFixed(2));
    const items = (records as { line_items: { id: string; sku_id: string }[] }[]).flatMap(
      (order) => order.line_items,
    );
    const skus = [...new Set(items.map(({ sku_id }) => sku_id))].slice(0, 6);
    const sold = draw(3) + 20;
    for (let at = day(FIRST); at <= day(LAST); at += DAY) {
      if (draw(9) > 0)
        found['traffic']!.push({
          shop,
          traffic_id: `t${String(++number).padStart(6, '0')}`,
          day: at,
          currency,
          visitors: draw(12) === 0 ? null : (draw(90_000) / 100).toFixed(2),
          gmv: money(draw(1_000_000)),
        });
      if (at < day('2026-03-01'))
        for (const sku_id of skus)
          for (const warehouse of ['North', 'South'])
            if (draw(sold) > 5)
              found['stock']!.push({
                shop,
                stock_id: `k${String(++number).padStart(6, '0')}`,
                stock_day: at,
                sku_id,
                warehouse,
                currency,
                available: draw(500) - 20,
                price: draw(15) === 0 ? null : money(draw(100_000)),
              });
    }
    for (const { id } of items) {
      const times = draw(6) === 0 ? 1 + draw(2) : 0;
      for (let n = 0; n < times; n++)
        found['sent_back']!.push({
          shop,
          return_id: `r${String(++number).padStart(6, '0')}`,
          line_item_id: draw(40) === 0 ? '999' : id,
          return_time: day(FIRST) + draw(120 * DAY),
          reason: ['Broken', 'Wrong', 'Late', null][draw(4)]!,
          refund: draw(5) === 0 ? '0' : money(draw(5000)),
        });
    }
  }
  return found;
}

/** All of it as the add-on stores it. */
export function storeOf(shops: readonly Shop[], rows: Rows): StoredRows {
  const memory = new MemoryRows();
  const store = new Store(memory, 400);
  for (const { id, records } of shops)
    store.put(id, [streams.orders, streams.line_items], records, {}, (text) => text);
  const made: [Stream, string][] = [
    [traffic, 'day'],
    [stock, 'stock_day'],
    [sentBack, 'return_time'],
  ];
  for (const [stream, time] of made) {
    const months = new Map<string, Row[]>();
    for (const row of rows[stream.id] ?? []) {
      const month = new Date(Number(row[time]) * 1000).toISOString().slice(0, 7);
      const key = `${row['shop']} ${month}`;
      const list = months.get(key) ?? [];
      months.set(key, list);
      list.push(Object.keys(stream.fields).map((name) => row[name] ?? null));
    }
    for (const [key, list] of months) {
      const [shop, partition] = key.split(' ') as [string, string];
      store.replace([{ stream, rows: list, key: { shop, stream: stream.id, partition } }], [], {});
    }
  }
  memory.notes.set(
    'shops',
    JSON.stringify(Object.fromEntries(shops.map(({ id, name, region }) => [id, { name, region }]))),
  );
  return memory;
}
