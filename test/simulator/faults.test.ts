import { type Client, connect } from '../../dev/simulator/client';
import type { FaultKind } from '../../dev/simulator/faults';
import { type RunningSimulator, startSimulator } from '../../dev/simulator/start';
import { DAY, NOW, ORDERS_SEARCH, STORY } from './shops-under-test';

let simulator: RunningSimulator;
let client: Client;
let shop: { cipher: string };
const window = { create_time_ge: NOW / 1000 - 25 * 86_400, create_time_lt: NOW / 1000 };

beforeAll(async () => {
  simulator = await startSimulator({ story: STORY, now: NOW });
  client = await connect(simulator.url, { now: NOW });
  shop = (await client.shops())[0]!;
});
afterAll(() => simulator.stop());
afterEach(() => simulator.control('faults', { clear: true }));

const page = (token?: string) =>
  client.call(
    'POST',
    ORDERS_SEARCH,
    { shop_cipher: shop.cipher, page_size: '20', ...(token ? { page_token: token } : {}) },
    window,
  );
const ids = (reply: Awaited<ReturnType<typeof page>>) =>
  ((reply.envelope?.data?.['orders'] ?? []) as { id: string }[]).map(({ id }) => id);

async function withFault(kind: FaultKind) {
  const good = await page();
  await simulator.control('faults', { add: [{ kind, path: 'orders/search' }] });
  return { good, bad: await page(), after: await page() };
}

test.each<[FaultKind, number, number | undefined]>([
  ['too-many-requests', 429, 36009002],
  ['internal-error', 500, 36009003],
  ['gateway-timeout', 504, 36009007],
  ['html-502', 502, undefined],
  ['cut-json', 200, undefined],
  ['wrong-json', 200, undefined],
])('%s hits one call and the next is well again', async (kind, status, code) => {
  const { bad, after } = await withFault(kind);
  expect([bad.status, bad.envelope?.code]).toEqual([status, code]);
  expect(after.envelope?.code).toBe(0);
});

test('a timeout closes the connection without an answer', async () => {
  await simulator.control('faults', { add: [{ kind: 'timeout' }] });
  await expect(page()).rejects.toThrow();
});

test('a success without data, and data without its list', async () => {
  expect((await withFault('no-data')).bad.envelope).not.toHaveProperty('data');
  expect((await withFault('no-list')).bad.envelope?.data).not.toHaveProperty('orders');
});

test('a row is lost or comes twice', async () => {
  const lost = await withFault('skip-row');
  expect(ids(lost.bad)).toHaveLength(19);
  const twice = await withFault('duplicate-row');
  expect(ids(twice.bad)).toHaveLength(21);
  expect(new Set(ids(twice.bad)).size).toBe(20);
});

test('a page token repeats itself', async () => {
  const first = (await page()).envelope?.data?.['next_page_token'] as string;
  await simulator.control('faults', { add: [{ kind: 'repeat-page-token', path: 'orders/search' }] });
  expect((await page(first)).envelope?.data?.['next_page_token']).toBe(first);
});

test('a token expires in the middle of paging, and refreshing goes on where it stopped', async () => {
  const whole = [];
  for await (const order of client.orders(shop, window)) whole.push(order['id']);
  await simulator.control('faults', { add: [{ kind: 'expired-token', path: 'orders/search', after: 1 }] });
  const again = [];
  for await (const order of client.orders(shop, window)) again.push(order['id']);
  expect(again).toEqual(whole);
  const { entries } = await simulator.control('log', {});
  expect(entries.some(({ code, fault }) => code === 105002 && fault === 'expired-token')).toBe(true);
});

test('random faults come from the seed: two runs fail at the same calls', async () => {
  const run = async () => {
    const add = [{ kind: 'internal-error' as const, probability: 0.4, seed: 'dice' }];
    await simulator.control('faults', { clear: true, add });
    const codes = [];
    for (let i = 0; i < 20; i++) codes.push((await page()).envelope?.code);
    return codes;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([0, 36009003]));
  expect(await run()).toEqual(first);
});

test('latency is told, not slept', async () => {
  await simulator.control('latency', { ms: 600_000 });
  const before = client.time.now;
  const started = process.hrtime.bigint();
  await page();
  await simulator.control('latency', { ms: 0 });
  expect(client.time.now - before).toBe(600_000);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000);
  client.time.now = NOW;
});

test('orders that move between two pages make an update_time search lose or repeat rows', async () => {
  const moving = await connect(simulator.url, { now: NOW - 30 * DAY });
  const updated = {
    update_time_ge: moving.time.now / 1000 - 20 * 86_400,
    update_time_lt: moving.time.now / 1000,
  };
  const expected = new Set<unknown>();
  for await (const order of moving.orders(shop, updated, 'update_time')) expected.add(order['id']);
  await simulator.control('latency', { ms: DAY });
  const seen = new Set<unknown>();
  for await (const order of moving.orders(shop, updated, 'update_time')) seen.add(order['id']);
  await simulator.control('latency', { ms: 0 });
  expect(expected.size).toBeGreaterThan(100);
  expect(seen.size).toBeLessThan(expected.size);
});
