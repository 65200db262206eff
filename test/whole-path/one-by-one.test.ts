// What TikTok tells only record by record: how prices came about, brands and categories. And LIVEs and videos of today.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import { breathe } from '../../dev/simulator/start';
import { askerOf } from './asking';
import { connect, DAY, type Office, openOffice } from './office';
import { recordsOf } from './records';

const NOW = Date.UTC(2026, 5, 17, 20);
const ZONE = 'America/Los_Angeles';
const RANGE = '2026-06-08..2026-06-10';

let office: Office;
let client: Client;
let shop: string;
let cipher: string;
beforeEach(async () => {
  office = await openOffice(
    { seed: 'one by one', shops: ['US'], orders: 1200, since: '2026-05-20', until: '2026-07-10' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
  client = await plainClient(office.simulator.url, { now: NOW });
  cipher = (await client.shops())[0]!.cipher;
});
afterEach(() => office.stop());

const { report, rowsOf } = askerOf(() => ({ office, shop }), { range: RANGE, zone: ZONE });
/** Calls to a path since the last time that this was asked. */
const calls = async (path: RegExp) =>
  (await office.simulator.control('log', { clear: true })).entries.filter((entry) => path.test(entry.path));
const PRICE = /price_detail$/;
const PRODUCT = /\/product\/202309\/products\//;
const get = async (path: string, query: Record<string, string> = {}) => {
  await breathe();
  client.time.now = office.runtime.clock.now();
  return client.data('GET', path, { shop_cipher: cipher, ...query });
};

interface Order {
  id: string;
  is_cod: boolean;
  create_time: number;
  paid_time?: number;
  payment: { total_amount: string };
  line_items: { id: string; product_id: string; sale_price: string }[];
}
/** Orders sold in the range, by plain calls. */
async function soldOrders(): Promise<Order[]> {
  await breathe();
  const now = office.runtime.clock.now();
  const shops = office.call('overview', null).shops.slice(0, 1);
  const [found] = await recordsOf(client, shops, { first: '2026-06-01', last: '2026-06-17', now });
  const [since, until] = [Date.UTC(2026, 5, 8, 7) / 1000, Date.UTC(2026, 5, 11, 7) / 1000];
  return (found!.records as unknown as Order[]).filter((order) => {
    const sold = order.is_cod ? order.create_time : order.paid_time;
    return sold !== undefined && sold >= since && sold < until;
  });
}
const cents = (text: unknown) => Math.round(Number(text) * 100);
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

test('price details are loaded only for a report of them: one call for each order of its range, and once', async () => {
  rowsOf(['gmv', 'sale_price'], ['date']);
  expect(await calls(PRICE)).toEqual([]);

  const metrics = [
    'list_price',
    'discounted_price',
    'price_seller_discount',
    'price_platform_discount',
    'price_shipping',
    'price_tax',
    'price_paid',
  ];
  const asked = report(metrics, []);
  const started = office.call('startRun', { report: asked });
  let run = office.call('continueRun', { runId: started.id });
  while (!run.finished) {
    // How many calls it takes is what the run shows.
    if (run.total !== null) expect(run.done).toBeLessThan(run.total);
    run = office.call('continueRun', { runId: run.id });
  }
  expect(run.result?.notes).toEqual([]);
  const made = await calls(PRICE);
  const sold = await soldOrders();
  const ids = made.map(({ path }) => path.split('/')[4]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(sold.map(({ id }) => id)));
  expect(sold.length).toBeGreaterThan(30);
  // No more than what was created or paid in these days.
  expect(ids.length).toBeLessThan(sold.length * 1.5);

  const told: Record<string, unknown>[] = [];
  for (const { id } of sold) told.push(await get(`/order/202407/orders/${id}/price_detail`));
  const total = (key: string) => sum(told.map((one) => cents(one[key])));
  const keys = [
    'sku_list_price',
    'sku_sale_price',
    'subtotal_deduction_seller',
    'subtotal_deduction_platform',
    'shipping_sale_price',
    'tax_amount',
    'payment',
  ];
  expect(office.answer(asked).rows[0]!.map(cents)).toEqual(keys.map(total));
  // They say the same as the orders themselves.
  expect(total('sku_sale_price')).toBe(
    sum(sold.flatMap(({ line_items }) => line_items.map(({ sale_price }) => cents(sale_price)))),
  );

  await calls(PRICE);
  office.runtime.clock.advance(DAY);
  expect(rowsOf(metrics, ['seller_voucher']).length).toBeGreaterThan(1);
  expect(await calls(PRICE)).toEqual([]);
});

test('a run that is cut off asks for the rest only, and what it has says that some is missing', async () => {
  const asked = report(['list_price'], []);
  office.run(report(['gmv'], []));
  await calls(PRICE);
  const before = office.runtime.snapshot();
  office.run(asked);
  const all = (await calls(PRICE)).length;
  const expected = office.answer(asked).rows;

  office.runtime.restore(before);
  const { id } = office.call('startRun', { report: asked });
  const work = (killAt?: number) =>
    office.runtime.serverCall(
      office.document,
      'owner@example.com',
      'rpc',
      ['continueRun', JSON.stringify({ runId: id })],
      killAt === undefined ? {} : { killAt },
    );
  const fresh = office.runtime.snapshot();
  const places = work().calls.filter(({ writes }) => writes);
  for (const { n } of [places[Math.floor(places.length / 3)]!, places.at(-1)!]) {
    office.runtime.restore(fresh);
    await calls(PRICE);
    work(n);
    const had = (await calls(PRICE)).length;
    office.run(asked);
    expect(office.answer(asked).rows).toEqual(expected);
    expect((await calls(PRICE)).length).toBeLessThanOrEqual(2 * all - had);
  }
});

test('an answer from what is stored says of how many orders the prices are not loaded', async () => {
  office.run(report(['gmv'], []));
  const { rows, notes } = office.answer(report(['list_price', 'gmv'], []));
  expect(rows[0]![0]).toBeNull();
  expect(notes).toEqual([
    expect.stringMatching(/^.+: Price details are not loaded for \d+ of the orders\.$/),
  ]);
});

test('GMV by brand and category is that of the products in them, and a product is asked for again when it changed', async () => {
  const rows = rowsOf(['gmv', 'items_sold'], ['brand', 'category_l1', 'category']);
  const asked = await calls(PRODUCT);
  const sold = await soldOrders();
  const products = new Map<string, Record<string, unknown>>();
  for (const { product_id } of sold.flatMap(({ line_items }) => line_items))
    if (!products.has(product_id))
      products.set(product_id, await get(`/product/202309/products/${product_id}`));
  const items = new Map<string, number>();
  for (const { product_id } of sold.flatMap(({ line_items }) => line_items)) {
    const { brand, category_chains } = products.get(product_id) as {
      brand?: { name: string };
      category_chains: { local_name: string; parent_id: string; is_leaf: boolean }[];
    };
    const key = JSON.stringify([
      brand?.name ?? null,
      category_chains.find(({ parent_id }) => parent_id === '0')!.local_name,
      category_chains.find(({ is_leaf }) => is_leaf)!.local_name,
    ]);
    items.set(key, (items.get(key) ?? 0) + 1);
  }
  expect(
    Object.fromEntries(rows.map(([brand, top, leaf, , n]) => [JSON.stringify([brand, top, leaf]), n])),
  ).toEqual(Object.fromEntries(items));
  expect(items.size).toBeGreaterThan(8);
  expect(sum(rows.map((row) => cents(row[3])))).toBe(
    sum(sold.map(({ payment }) => cents(payment.total_amount))),
  );

  // Frozen and deleted products are not asked for, and the others once each.
  await calls(PRODUCT);
  office.runtime.clock.advance(10 * DAY);
  rowsOf(['gmv'], ['brand']);
  const again = await calls(PRODUCT);
  expect(again.length).toBeGreaterThan(0);
  expect(again.length).toBeLessThan(asked.length / 2);
  rowsOf(['gmv'], ['brand'], { range: '2026-06-11..2026-06-12' });
  expect(await calls(PRODUCT)).toEqual([]);
});

test('LIVEs and videos of today are what TikTok says at the moment', async () => {
  const metrics = [
    'live_today_gmv',
    'live_today_sku_orders',
    'live_today_items_sold',
    'live_today_customers',
  ];
  const videos = [
    'video_today_gmv',
    'video_today_sku_orders',
    'video_today_impressions',
    'video_today_clicks',
  ];
  const seen = () => rowsOf([...metrics, ...videos], ['date'], { range: 'today' });
  const told = async () => {
    const of = async (what: string) => {
      const { performance } = await get(`/analytics/202509/shop_${what}/overview_performance`, {
        today: 'true',
        start_date_ge: '2026-06-17',
        end_date_lt: '2026-06-18',
      });
      return (performance as { intervals: Record<string, unknown>[] }).intervals[0]!;
    };
    const [live, video] = [await of('lives'), await of('videos')];
    const amount = (one: Record<string, unknown>) => (one['gmv'] as { amount: string }).amount;
    return [
      [
        '2026-06-17',
        amount(live),
        live['sku_orders'],
        live['items_sold'],
        live['customers'],
        amount(video),
        video['sku_orders'],
        video['product_impressions'],
        video['product_clicks'],
      ],
    ];
  };
  const morning = seen();
  expect(morning).toEqual(await told());
  office.runtime.clock.advance(DAY / 8);
  const later = seen();
  expect(later).toEqual(await told());
  expect(later).not.toEqual(morning);
});
