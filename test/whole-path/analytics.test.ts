// TikTok's own figures by day: late, corrected for a while, and gone after some months; in the store they stay.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import { parseDay } from '../../src/shared/day';
import type { ReportInput } from '../../src/shared/report';
import { connect, DAY, HOUR, type Office, openOffice } from './office';
import { recordsOf } from './records';

const NOW = Date.UTC(2026, 5, 15, 9);
const ZONE = 'Asia/Ho_Chi_Minh';
const ASKED = '/analytics/202509/shop/performance';

let office: Office;
let client: Client;
let shop: string;
beforeEach(async () => {
  office = await openOffice(
    { seed: 'analytics', shops: ['VN'], orders: 4000, since: '2025-10-01', until: '2027-03-01' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
  client = await plainClient(office.simulator.url, { now: NOW });
});
afterEach(() => office.stop());

const figures = (range: string): ReportInput => ({
  name: 'TikTok’s figures',
  shops: [shop],
  metrics: ['tt_gmv', 'tt_orders', 'tt_items_sold'],
  dimensions: ['date'],
  range,
  zone: ZONE,
});

interface Order {
  is_cod: boolean;
  create_time: number;
  paid_time?: number;
  payment: { sub_total: string };
  line_items: unknown[];
}

/** GMV and orders by the shop's day, added up from the orders themselves: paid then, or ordered then with cash on delivery. */
async function fromOrders(first: string, last: string): Promise<Map<string, unknown[]>> {
  const names = office.call('overview', null).shops.slice(0, 1);
  const [found] = await recordsOf(client, names, { first, last, now: office.runtime.clock.now() });
  const days = new Map<string, { gmv: number; orders: number; items: number }>();
  for (const record of found!.records) {
    const order = record as unknown as Order;
    const sold = order.is_cod ? order.create_time : order.paid_time;
    if (sold === undefined) continue;
    const day = new Date((sold + 7 * 3600) * 1000).toISOString().slice(0, 10);
    const { gmv, orders, items } = days.get(day) ?? { gmv: 0, orders: 0, items: 0 };
    days.set(day, {
      gmv: gmv + Number(order.payment.sub_total),
      orders: orders + 1,
      items: items + order.line_items.length,
    });
  }
  return new Map([...days].map(([day, { gmv, orders, items }]) => [day, [day, String(gmv), orders, items]]));
}

/** Days that were asked for, call by call, since this was last asked. */
const asked = async () => {
  const { entries } = await office.simulator.control('log', { clear: true });
  return entries
    .filter(({ path }) => path === ASKED)
    .map(({ days: [since, until] = ['', ''] }) => ({ since, until }));
};
const rowsOf = (range: string) =>
  office.answer(figures(range)).rows.map(([day, gmv, ...more]) => [day, String(Number(gmv)), ...more]);

test('every settled day agrees with the orders, and the answer says from when on TikTok has none yet', async () => {
  const run = office.run(figures('2026-05-01..2026-06-15'));
  expect(run.result?.notes).toEqual([
    expect.stringMatching(/Shop 1: TikTok has no figures from 2026-06-15 on yet/),
  ]);
  const expected = await fromOrders('2026-05-01', '2026-06-10');
  const rows = rowsOf('2026-05-01..2026-06-15');
  expect(rows.map(([day]) => day).slice(0, 2)).toEqual(['2026-05-01', '2026-05-02']);
  expect(rows.at(-1)?.[0]).toBe('2026-06-14');
  for (const row of rows.filter(([day]) => String(day) <= '2026-06-10'))
    expect(row).toEqual(expected.get(String(row[0])));
  expect((await asked()).length).toBe(1);
});

test('days are asked for again until they are final: read every day, each ends as the orders say', async () => {
  for (let day = 0; day < 12; day++) {
    office.run(figures('last_14_days'));
    office.runtime.clock.advance(DAY);
  }
  const before = rowsOf('2026-06-01..2026-06-26');
  const expected = await fromOrders('2026-06-01', '2026-06-20');
  const settled = before.filter(([day]) => String(day) <= '2026-06-20');
  expect(settled).toHaveLength(20);
  for (const row of settled) expect(row).toEqual(expected.get(String(row[0])));
  // The youngest lack what TikTok adds later: that is why they are asked for again.
  const young = await fromOrders('2026-06-24', '2026-06-25');
  const last = before.at(-1)!;
  expect(Number(last[2])).toBeLessThanOrEqual(Number(young.get(String(last[0]))?.[2]));
  const calls = await asked();
  expect(calls.length).toBe(12);
  for (const { since, until } of calls.slice(1)) expect(parseDay(until)! - parseDay(since)!).toBeLessThan(10);
});

test('a range that reaches back beyond TikTok’s history says so, and is not asked for in vain again', async () => {
  const { result } = office.run(figures('2025-10-01..2026-06-10'));
  // The shop's today is 15 June: 180 days before it lies 17 December.
  expect(result?.notes).toEqual([
    expect.stringMatching(/TikTok no longer has its own figures of 2025-10-01 to 2025-12-16/),
  ]);
  expect(rowsOf('2025-10-01..2026-06-10')[0]?.[0]).toBe('2025-12-17');
  await asked();
  office.runtime.clock.advance(2 * HOUR);
  const again = office.run({ reportId: office.call('overview', null).reports[0]!.definition.id });
  expect(again.result?.notes).toHaveLength(1);
  for (const { since } of await asked()) expect(since >= '2025-12-17').toBe(true);
});

test('what was read once outlives TikTok’s history', async () => {
  office.run(figures('2026-01-01..2026-06-10'));
  const early = rowsOf('2026-01-01..2026-01-31');
  expect(early).toHaveLength(31);
  office.runtime.clock.advance(200 * DAY);
  const { result } = office.run(figures('2026-01-01..2026-12-20'));
  expect(rowsOf('2026-01-01..2026-01-31')).toEqual(early);
  // Nobody looked in between: what lies there is lost, and the report says which days.
  expect(result?.notes.join()).toMatch(/no longer has its own figures of 2026-06-\d\d to 2026-07-0\d/);
});

test('without the permission such a report names it, and neither orders nor their past are held up', async () => {
  await office.simulator.control('grantScopes', {
    scopes: ['seller.authorization.info', 'seller.order.info'],
  });
  const { id } = office.call('startRun', { report: figures('last_7_days') });
  expect(office.reply('continueRun', { runId: id })).toMatchObject({
    ok: false,
    problem: { code: 'missing_scope' },
  });
  const orders = { ...figures('last_7_days'), name: 'Orders', metrics: ['gmv'] };
  expect(office.run(orders).result?.notes).toEqual([]);
  office.call('startBackfill', { shop, since: '2026-04-01' });
  let backfill = office.call('continueBackfill', { shop });
  while (!backfill.finished) backfill = office.call('continueBackfill', { shop });
  expect(office.answer({ ...orders, range: '2026-04-02..2026-06-10' }).notes).toEqual([]);
});

test('a backfill brings the figures by day first, as far back as TikTok has them', async () => {
  office.call('startBackfill', { shop, since: '2025-10-01' });
  let backfill = office.call('continueBackfill', { shop });
  while (!backfill.finished) backfill = office.call('continueBackfill', { shop });
  const { entries } = await office.simulator.control('log', {});
  const paths = entries.map(({ path }) => path);
  expect(paths.lastIndexOf(ASKED)).toBeLessThan(paths.indexOf('/order/202309/orders/search'));
  expect(rowsOf('2025-10-01..2026-06-13')).toHaveLength(
    parseDay('2026-06-13')! - parseDay('2025-12-17')! + 1,
  );
});
