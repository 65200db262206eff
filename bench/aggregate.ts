import { catalog } from '../src/server/catalog';
import { aggregate } from '../src/server/core/aggregate';
import { planOf, type Query } from '../src/server/core/plan';
import type { Partition, PartitionKey, Rows } from '../src/server/core/ports';
import { resultOf } from '../src/server/core/result';
import { Store } from '../src/server/core/store';
import { answer } from '../src/server/sample/answer';
import { storyOf } from '../src/server/sample/story-of';
import { type Figure, median, rounded } from './figure';

const ORDERS = 40_000;
const REPEATS = 5;

/** A store in memory. */
class MemoryRows implements Rows {
  private readonly pieces = new Map<string, Partition>();
  private readonly notes = new Map<string, string>();
  private key = ({ shop, stream, partition }: PartitionKey) => `${shop} ${stream} ${partition}`;
  index = () => [...this.pieces.values()].map(({ info }) => info);
  read = (keys: readonly PartitionKey[]) =>
    keys.map((key) => this.pieces.get(this.key(key))?.payload ?? null);
  note = (key: string) => this.notes.get(key) ?? null;
  cells = () => 0;
  clear(): void {}
  write(
    partitions: readonly Partition[],
    notes: Record<string, string>,
    removed: readonly PartitionKey[] = [],
  ): void {
    for (const key of removed) this.pieces.delete(this.key(key));
    for (const piece of partitions) this.pieces.set(this.key(piece.info), piece);
    for (const [key, text] of Object.entries(notes)) this.notes.set(key, text);
  }
}

interface Order {
  id: string;
  paid_time?: number;
  is_cod: boolean;
  status: string;
  create_time: number;
  user_id: string;
  payment: { total_amount: string };
  line_items: { product_name: string }[];
}

/** GMV, orders and customers by day and product: from stored partitions, against nested Maps over plain records in memory. */
export function aggregateFigures(): Figure[] {
  const since = Date.UTC(2025, 0, 1) / 1000;
  const until = Date.UTC(2026, 0, 1) / 1000;
  const story = storyOf({
    seed: 'bench',
    shops: ['US'],
    orders: ORDERS,
    since: '2025-01-01',
    until: '2026-01-01',
  });
  const records: Order[] = [];
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
      body: { create_time_ge: since, create_time_lt: until },
      now: until * 1000,
      shopId: story.shops[0]?.id,
    });
    const { data } = JSON.parse(body) as { data: { orders: Order[]; next_page_token: string } };
    records.push(...data.orders);
    token = data.next_page_token;
  } while (token !== '');
  const rows = new MemoryRows();
  new Store(rows).put(
    'shop',
    [catalog.streams.orders!, catalog.streams.line_items!],
    records,
    {},
    (text) => text,
  );
  const items = records.reduce((sum, order) => sum + order.line_items.length, 0);

  const query: Query = {
    shops: ['shop'],
    metrics: ['gmv', 'orders', 'customers'],
    dimensions: ['date', 'product_name'],
    pivot: [],
    range: { since, until },
    days: { since: since / 86_400, until: until / 86_400 },
    whole: true,
    zone: 'UTC',
    weekStart: 0,
    time: null,
    filters: [],
    sort: [],
    limit: null,
    other: false,
    totals: false,
    subtotals: false,
    dense: false,
    comparison: null,
    changes: [],
    calculations: [],
    rates: null,
  };
  const facts = [{ id: 'shop', name: 'Shop', region: 'US' }];
  const timed = (work: () => void): number => {
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const start = performance.now();
      work();
      times.push(performance.now() - start);
    }
    return median(times);
  };
  const ours = timed(() => {
    const plan = planOf(catalog, query);
    resultOf(
      catalog,
      plan,
      aggregate(catalog, plan, new Store(rows), facts, () => 0),
    );
  });
  const naive = timed(() => groupPlainly(records));
  const perSecond = (ms: number) => rounded((items / ms) * 1000);
  return [
    {
      name: 'aggregate_rows_per_s',
      value: perSecond(ours),
      unit: 'line items/s',
      baseline: perSecond(naive),
      against: `nested Maps over ${items} records already parsed in memory, amounts as floats, not shared out`,
    },
  ];
}

function groupPlainly(records: readonly Order[]): number {
  const groups = new Map<string, { gmv: number; orders: Set<string>; customers: Set<string> }>();
  for (const order of records) {
    const time = order.is_cod ? order.create_time : order.paid_time;
    if (time === undefined) continue;
    const day = new Date(time * 1000).toISOString().slice(0, 10);
    for (const item of order.line_items) {
      const key = `${day}\n${item.product_name}`;
      let group = groups.get(key);
      if (!group) {
        group = { gmv: 0, orders: new Set(), customers: new Set() };
        groups.set(key, group);
      }
      group.gmv += Number(order.payment.total_amount) / order.line_items.length;
      group.orders.add(order.id);
      group.customers.add(order.user_id);
    }
  }
  return groups.size;
}
