// How a connection is, in words, with one next step; and the way out for good.
import { DAY, type Office, OWNER } from '../whole-path/office';
import { COLLEAGUE, callAs, connect, openDesk, problemOf, salesOf, stored } from './desk';

let office: Office;
beforeEach(async () => {
  office = await openDesk({ sellers: 2, ownUsApp: false });
  await connect(office, { seller: 1 });
});
afterEach(() => office.stop());

const status = () => office.call('connectionStatus', null)[0]!;
const shop = () => office.call('overview', null).shops.find(({ region }) => region === 'VN')!.id;

test('seller, shops, account, ends, permissions and last sync are told, and nothing is wrong', () => {
  office.run(salesOf(shop()));
  const now = office.runtime.clock.now();
  const { shops, permissions, ...rest } = status();
  expect(rest).toMatchObject({ seller: 'Seller 2', market: 'global', account: OWNER, problem: null });
  expect(rest.accessUntil.slice(0, 10)).toBe(new Date(now + 7 * DAY).toISOString().slice(0, 10));
  expect(rest.authorizedUntil?.slice(0, 10)).toBe(new Date(now + 365 * DAY).toISOString().slice(0, 10));
  expect(permissions).toContainEqual({
    scope: 'seller.order.info',
    label: 'orders',
    granted: true,
    lists: ['Orders', 'Order line items', 'Price details'],
    usedBy: [salesOf(shop()).name],
  });
  expect(shops.map(({ region, synced }) => [region, synced?.slice(0, 10) ?? null])).toEqual([
    ['VN', new Date(now).toISOString().slice(0, 10)],
    ['US', null],
  ]);
});

test('the end of an authorization is announced 30 days before, and told when it is there', () => {
  office.runtime.clock.advance(334 * DAY);
  expect(status().problem).toBeNull();
  office.runtime.clock.advance(2 * DAY);
  expect(status().problem).toMatchObject({ code: 'authorization_ends', class: 'reauthorize' });
  expect(status().problem?.text).toContain(status().authorizedUntil!.slice(0, 10));
  office.runtime.clock.advance(30 * DAY);
  expect(status().problem?.code).toBe('authorization_ended');
});

test('a permission that the seller did not grant is named in words and by its scope', async () => {
  await office.simulator.control('app', { scopes: ['seller.authorization.info'] });
  await connect(office, { seller: 1 });
  expect(status().permissions).toContainEqual(
    expect.objectContaining({ scope: 'seller.order.info', label: 'orders', granted: false }),
  );
  expect(status().problem).toMatchObject({ code: 'missing_scope' });
  expect(status().problem?.text).toMatch(/orders: seller\.order\.info/);
  expect(status().problem?.next).toMatch(/Partner Center/);
});

test('a permission that no report needs is not missing: what it would be for is told, until a report needs it', async () => {
  await office.simulator.control('app', {
    scopes: ['seller.authorization.info', 'seller.order.info', 'data.shop_analytics.public.read'],
  });
  await connect(office, { seller: 1 });
  office.run(salesOf(shop()));
  const finance = () => status().permissions.find(({ scope }) => scope === 'seller.finance.info')!;
  expect(status().problem).toBeNull();
  expect(finance()).toMatchObject({ granted: false, usedBy: [] });
  expect(finance().lists).toEqual(expect.arrayContaining(['Statements', 'Payments', 'Withdrawals']));

  office.call('startRun', {
    report: { ...salesOf(shop()), name: 'Payouts', metrics: ['net_payout'], dimensions: ['date'] },
  });
  expect(finance().usedBy).toEqual(['Payouts']);
  expect(status().problem).toMatchObject({ code: 'missing_scope' });
  expect(status().problem?.text).toContain('statements and payouts: seller.finance.info');
  expect(status().problem?.text).not.toContain('seller.logistics');
});

test('everybody sees their own connections only', () => {
  expect(callAs(office, COLLEAGUE, 'connectionStatus', null).reply).toEqual({ ok: true, value: [] });
});

test('deleting all data takes store, reports, log, properties and connections; tabs and others’ connections stay', async () => {
  const { result } = office.run(salesOf(shop()));
  const before = office.runtime.document(office.document).tab(result!.sheetId).values();
  expect(problemOf(office, 'deleteAllData', { confirm: 'delete' as 'DELETE' }).code).toBe('bad_input');
  expect(stored(office)).toHaveLength(1);
  const overview = office.call('deleteAllData', { confirm: 'DELETE' });
  expect(overview).toMatchObject({ connections: [], reports: [], unfinished: null });
  expect(overview.shops.map(({ id }) => id)).toEqual(['sample']);
  expect(stored(office)).toEqual([]);
  expect(office.runtime.properties({ document: office.document })).toEqual({});
  expect(office.call('storage', null).partitions).toEqual([]);
  expect(office.call('runLog', null)).toEqual([]);
  expect(office.runtime.triggers()).toEqual([]);
  expect(office.runtime.document(office.document).tab(result!.sheetId).values()).toEqual(before);
  // From the beginning again.
  await connect(office, { seller: 1 });
  expect(office.run(salesOf(shop())).result?.rows).toBeGreaterThan(0);
});

test('killed at any call of the deletion, doing it again completes it', async () => {
  office.run(salesOf(shop(), { schedule: 'daily' }));
  const full = office.runtime.snapshot();
  const args = ['deleteAllData', JSON.stringify({ confirm: 'DELETE' })] as const;
  const whole = office.runtime.serverCall(office.document, OWNER, 'rpc', args);
  for (const { n, writes } of whole.calls) {
    if (!writes) continue;
    office.runtime.restore(full);
    office.runtime.serverCall(office.document, OWNER, 'rpc', args, { killAt: n });
    expect(office.call('deleteAllData', { confirm: 'DELETE' })).toMatchObject({
      connections: [],
      reports: [],
    });
    expect(office.runtime.properties({ document: office.document })).toEqual({});
    expect(office.call('storage', null).partitions).toEqual([]);
  }
});
