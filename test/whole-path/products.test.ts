// Products, stock and warehouses: told only as they are now, kept by day, and what orders point at.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import { breathe } from '../../dev/simulator/start';
import type { ReportInput } from '../../src/shared/report';
import { askerOf } from './asking';
import { connect, DAY, HOUR, MINUTE, type Office, OWNER, openOffice } from './office';
import { recordsOf } from './records';

// Wednesday, in the middle of the five minutes for which the model tells one stock.
const NOW = Date.UTC(2026, 5, 17, 9, 1);
const ZONE = 'America/Los_Angeles';
const LATELY = 'last_30_days_to_date';
const DAYS = 31;

let office: Office;
let client: Client;
let shop: string;
let cipher: string;
beforeEach(async () => {
  office = await openOffice(
    { seed: 'products', shops: ['US'], orders: 3000, since: '2026-02-01', until: '2026-09-01' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
  client = await plainClient(office.simulator.url, { now: NOW });
  cipher = (await client.shops())[0]!.cipher;
});
afterEach(() => office.stop());

const { report, rowsOf } = askerOf(() => ({ office, shop }), { range: LATELY, zone: ZONE });

interface Product {
  id: string;
  title: string;
  status: string;
  create_time: number;
  skus: { id: string; seller_sku: string; price: { currency: string; tax_exclusive_price: string } }[];
}
interface Place {
  warehouse_id: string;
  available_quantity: number;
  committed_quantity: number;
}
interface Stock {
  id: string;
  total_available_quantity: number;
  warehouse_inventory: Place[];
  total_available_inventory_distribution: {
    in_shop_inventory: { quantity: number };
    campaign_inventory?: { quantity: number }[];
    creator_inventory?: { quantity: number }[];
  };
}
interface Order {
  is_cod: boolean;
  create_time: number;
  paid_time?: number;
  warehouse_id: string;
  line_items: { sku_id: string; product_id: string }[];
}

/** What TikTok tells of products now, by plain calls. */
async function productsNow(): Promise<Product[]> {
  await breathe();
  client.time.now = office.runtime.clock.now();
  const { products } = await client.data(
    'POST',
    '/product/202502/products/search',
    { shop_cipher: cipher, page_size: '100' },
    {},
  );
  return products as Product[];
}
async function stockNow(): Promise<Stock[]> {
  const ids = (await productsNow()).filter(({ status }) => status !== 'DELETED').map(({ id }) => id);
  const { inventory } = await client.data(
    'POST',
    '/product/202309/inventory/search',
    { shop_cipher: cipher },
    { product_ids: ids },
  );
  return (inventory as { skus: Stock[] }[]).flatMap(({ skus }) => skus);
}
async function warehouseNames(): Promise<Map<string, string>> {
  await breathe();
  const { warehouses } = await client.data('GET', '/logistics/202309/warehouses', { shop_cipher: cipher });
  return new Map((warehouses as { id: string; name: string }[]).map(({ id, name }) => [id, name]));
}
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** Units sold in the report's days, of each variant and warehouse, by the orders themselves. */
async function unitsSold(): Promise<Map<string, number>> {
  const names = office.call('overview', null).shops.slice(0, 1);
  const now = office.runtime.clock.now();
  const [found] = await recordsOf(client, names, { first: '2026-05-17', last: '2026-06-17', now });
  const since = Date.UTC(2026, 4, 18, 7) / 1000;
  const units = new Map<string, number>();
  for (const record of found!.records) {
    const order = record as unknown as Order;
    const sold = order.is_cod ? order.create_time : order.paid_time;
    if (sold === undefined || sold < since || sold * 1000 > now) continue;
    for (const { sku_id } of order.line_items) {
      const key = `${sku_id} ${order.warehouse_id}`;
      units.set(key, (units.get(key) ?? 0) + 1);
    }
  }
  return units;
}

test('stock of each variant in each warehouse is what TikTok tells, and lasts as many days as it would at the rate of the range', async () => {
  const rows = rowsOf(
    ['available_quantity', 'committed_quantity', 'items_sold', 'days_of_cover', 'sell_through'],
    ['sku_id', 'warehouse_id', 'warehouse_name'],
  );
  const [stock, names, sold] = [await stockNow(), await warehouseNames(), await unitsSold()];
  const places = stock.flatMap(({ id, warehouse_inventory }) =>
    warehouse_inventory.map((place) => ({ ...place, sku: id })),
  );
  const expected = places.map(({ sku, warehouse_id, available_quantity, committed_quantity }) => {
    const units = sold.get(`${sku} ${warehouse_id}`) ?? 0;
    const share = units + available_quantity > 0 ? units / (units + available_quantity) : null;
    return [
      sku,
      warehouse_id,
      names.get(warehouse_id),
      available_quantity,
      committed_quantity,
      units,
      units > 0 ? expect.closeTo((available_quantity * DAYS) / units, 9) : null,
      share === null ? null : expect.closeTo(share, 9),
    ];
  });
  expect(rows).toHaveLength(expected.length);
  expect(rows).toEqual(expect.arrayContaining(expected));
  expect(sum([...sold.values()])).toBeGreaterThan(300);
  expect(sum(places.map((place) => place.committed_quantity))).toBeGreaterThan(5);

  const [total] = office.answer(report(['available_quantity', 'items_sold', 'days_of_cover'], [])).rows;
  const available = sum(places.map((place) => place.available_quantity));
  const all = sum([...sold.values()]);
  expect(total).toEqual([available, all, expect.closeTo((available * DAYS) / all, 9)]);
  // A part of time has only its own days of the range; an hour has all of them.
  const perDay = (part: string) => office.answer(report(['items_sold', 'items_per_day'], [part])).rows;
  expect(perDay('month').map(([month, items, each]) => [month, Number(items) / Number(each)])).toEqual([
    ['2026-05', expect.closeTo(14, 9)],
    ['2026-06', expect.closeTo(17, 9)],
  ]);
  for (const [, items, each] of perDay('date')) expect(each).toBe(items);
  for (const [, items, each] of perDay('hour')) expect(each).toBeCloseTo(Number(items) / DAYS, 9);
});

test('what is set aside, and what is out of stock, is told of each variant', async () => {
  const metrics = ['skus', 'out_of_stock_skus', 'in_shop_quantity', 'campaign_quantity', 'creator_quantity'];
  const [row] = rowsOf(metrics, []);
  const stock = await stockNow();
  const parts = stock.map((one) => one.total_available_inventory_distribution);
  const set = (name: 'campaign_inventory' | 'creator_inventory') =>
    sum(parts.flatMap((part) => (part[name] ?? []).map(({ quantity }) => quantity)));
  expect(row).toEqual([
    stock.length,
    stock.filter((one) => one.total_available_quantity === 0).length,
    sum(parts.map((part) => part.in_shop_inventory.quantity)),
    set('campaign_inventory'),
    set('creator_inventory'),
  ]);
  for (const value of row!) expect(value).toBeGreaterThan(0);
});

test('products are counted by status, variants have their prices, and both are dimensions of orders', async () => {
  const rows = rowsOf(['products', 'active_products'], ['product_status']);
  const products = await productsNow();
  const byStatus = new Map<string, number>();
  for (const { status } of products) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  expect(rows.sort()).toEqual(
    [...byStatus].map(([status, n]) => [status, n, status === 'ACTIVATE' ? n : 0]).sort(),
  );
  expect(byStatus.size).toBeGreaterThan(4);

  const prices = rowsOf(['min_sku_price', 'max_sku_price'], ['sku_id', 'seller_sku']);
  expect(prices.sort()).toEqual(
    products
      .flatMap(({ skus }) => skus)
      .map(({ id, seller_sku, price }) => {
        const cents = Number(price.tax_exclusive_price).toFixed(2);
        return [id, seller_sku, cents, cents];
      })
      .sort(),
  );

  const [gmv] = rowsOf(['gmv', 'items_sold'], []);
  expect(rowsOf(['gmv', 'items_sold'], ['product_status'])).toEqual([['ACTIVATE', ...gmv!]]);
  // Titles of orders are those of the time of the order, whatever the product is called now.
  const titles = new Set(products.map(({ title }) => title));
  for (const [title] of rowsOf(['items_sold'], ['product_name']))
    expect(titles.has(String(title))).toBe(true);
});

test('orders know the name of their warehouse', async () => {
  const rows = rowsOf(['orders', 'items_sold'], ['warehouse_name', 'warehouse_id', 'warehouse_type']);
  const names = await warehouseNames();
  expect(rows.map(([name, id, type]) => [id, name, type]).sort()).toEqual(
    [...names]
      .slice(0, 2)
      .map(([id, name]) => [id, name, 'SALES_WAREHOUSE'])
      .sort(),
  );
  const [all] = office.answer(report(['orders', 'items_sold'], [])).rows;
  expect([sum(rows.map((row) => Number(row[3]))), sum(rows.map((row) => Number(row[4])))]).toEqual(all);
});

test('each day on which it is read is kept: stock, prices and states have a history that TikTok has not', async () => {
  const asked = () => report(['available_quantity', 'products', 'active_products'], ['date']);
  const seen: unknown[][] = [];
  for (let day = 0; day < 4; day++) {
    office.run(asked());
    const stock = await stockNow();
    const products = await productsNow();
    seen.push([
      new Date(office.runtime.clock.now() - 7 * HOUR).toISOString().slice(0, 10),
      sum(stock.map((one) => one.total_available_quantity)),
      products.length,
      products.filter(({ status }) => status === 'ACTIVATE').length,
    ]);
    office.runtime.clock.advance(DAY);
  }
  const { rows, notes } = office.answer(asked());
  expect(rows).toEqual(seen);
  expect(new Set(seen.map(([, available]) => available)).size).toBeGreaterThan(1);
  expect(notes).toContainEqual(
    expect.stringMatching(
      /products and stock only as they are now, and nothing was stored on 2026-05-2\d to 2026-06-16/,
    ),
  );
  // A stock is never added up over days: a month's is that of its last day.
  expect(office.answer(report(['available_quantity'], ['month'])).rows).toEqual([['2026-06', seen[3]![1]]]);
});

test('a copy read in the evening at the shop is of its day, though it is the next one in UTC', () => {
  office.runtime.clock.advance(17 * HOUR);
  for (const zone of [ZONE, 'UTC'])
    expect(rowsOf(['skus'], ['date'], { zone }).map(([day]) => day)).toEqual(['2026-06-17']);
});

test('what changed is read again by its time of change, and nothing twice', async () => {
  rowsOf(['items_sold'], ['product_status']);
  const searched = async () =>
    (await office.simulator.control('log', { clear: true })).entries.filter(({ path }) =>
      path.includes('/products/search'),
    );
  await searched();
  office.runtime.clock.advance(2 * DAY);
  rowsOf(['items_sold'], ['product_status']);
  const [call, ...more] = await searched();
  expect(more).toEqual([]);
  const { update_time_ge: since, update_time_le: until } = JSON.parse(call!.body) as Record<string, number>;
  // The end is part of the window here: it is a second before that of the custom.
  expect(until! - since!).toBeLessThan((2 * DAY + 20 * MINUTE) / 1000);
  expect(until).toBeLessThan(office.runtime.clock.now() / 1000);
});

test('a permission that is missing is named, holds up no other report, and customer service is expected of nobody', async () => {
  const { scopes } = await office.simulator.control('app', {});
  await office.simulator.control('grantScopes', {
    scopes: scopes.filter((scope) => scope !== 'seller.logistics' && scope !== 'seller.customer_service'),
  });
  const failing = (asked: ReportInput) => {
    const { id } = office.call('startRun', { report: asked });
    const reply = office.reply('continueRun', { runId: id });
    return reply.ok ? '' : reply.problem.code;
  };
  expect(failing(report(['orders'], ['warehouse_name']))).toBe('missing_scope');
  expect(failing(report(['support_sessions'], ['date']))).toBe('missing_scope');
  expect(rowsOf(['orders'], ['warehouse_id'])).toHaveLength(2);
});

test('customer service is asked for day by day, since TikTok gives one figure for all days that are asked for', async () => {
  const metrics = ['support_sessions', 'avg_response_rate', 'avg_response_minutes', 'avg_satisfaction_rate'];
  const { result } = office.run(report(metrics, ['date'], { range: 'last_7_days' }));
  expect(result?.notes).toEqual([expect.stringMatching(/no figures from 2026-06-15 on yet/)]);
  await breathe();
  const expected: unknown[][] = [];
  for (let day = 10; day <= 14; day++) {
    const { performance } = await client.data('GET', '/customer_service/202407/performance', {
      shop_cipher: cipher,
      support_date_ge: `2026-06-${day}`,
      support_date_lt: `2026-06-${day + 1}`,
    });
    const told = performance as Record<string, string | undefined>;
    const share = (text?: string) => (text === undefined ? null : Math.round(Number(text) * 10) / 1000);
    expected.push([
      `2026-06-${day}`,
      Number(told['support_session_count']),
      share(told['response_percentage']),
      told['response_time_mins'] === undefined ? null : Number(told['response_time_mins']),
      share(told['satisfaction_percentage']),
    ]);
  }
  expect(office.answer(report(metrics, ['date'], { range: 'last_7_days' })).rows).toEqual(expected);
});

test('promotions come page by page from the body, and coupons with times in milliseconds', async () => {
  const rows = (dimensions: string[]) =>
    rowsOf([], dimensions, { range: '2026-01-01..2026-06-30', zone: 'UTC' });
  const shown = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const promotions = rows(['promotion_id', 'promotion_status', 'promotion_begin_time']);
  const coupons = rows(['coupon_id', 'coupon_discount', 'coupon_create_time']);
  await breathe();
  client.time.now = office.runtime.clock.now();
  const search = (path: string, query: object, body: object) =>
    client.data('POST', `/promotion/${path}/search`, { shop_cipher: cipher, ...query }, body);
  const { activities } = await search('202309/activities', {}, { page_size: 100 });
  expect(promotions.sort()).toEqual(
    (activities as { id: string; status: string; begin_time: number }[])
      .filter(({ begin_time }) => begin_time > 0)
      .map(({ id, status, begin_time }) => [id, status, shown(begin_time)])
      .sort(),
  );
  expect(promotions.length).toBeGreaterThan(8);
  const found = await search('202406/coupons', { page_size: '100' }, {});
  expect(coupons.sort()).toEqual(
    (found['coupons'] as { id: string; discount: { percentage?: string }; create_time: number }[])
      .map(({ id, discount, create_time }) => [
        id,
        discount.percentage === undefined ? '5.00 USD' : `${discount.percentage} %`,
        shown(create_time / 1000),
      ])
      .sort(),
  );
  expect(coupons.length).toBeGreaterThan(3);
});

test('killed at any write of the reading of stock, a run goes on to the same answer', () => {
  const asked = report(['available_quantity', 'items_sold'], ['sku_id', 'warehouse_id']);
  const before = office.runtime.snapshot();
  office.run(asked);
  const expected = office.answer(asked).rows;
  office.runtime.restore(before);
  const { id } = office.call('startRun', { report: asked });
  const started = office.runtime.snapshot();
  const work = (killAt?: number) =>
    office.runtime.serverCall(
      office.document,
      OWNER,
      'rpc',
      ['continueRun', JSON.stringify({ runId: id })],
      killAt === undefined ? {} : { killAt },
    );
  const places = work().calls.filter(({ writes }) => writes);
  expect(places.length).toBeGreaterThan(5);
  const some = Math.ceil(places.length / 4);
  for (const { n } of places.filter((_, i) => i % some === some - 1)) {
    office.runtime.restore(started);
    work(n);
    office.run(asked);
    expect(office.answer(asked).rows).toEqual(expected);
  }
});
