// Two markets with an app each. Whatever the seller picks, either it works or it is said; nothing broken is left behind.
import { type Office, OWNER } from '../whole-path/office';
import { connect, consent, openDesk, problemOf, salesOf, stored } from './desk';

let office: Office;
beforeEach(async () => {
  office = await openDesk({ sellers: 2 });
});
afterEach(() => office.stop());

/** Deals the simulated shops out anew: regions by seller. */
async function deal(...regions: string[][]): Promise<void> {
  const { shops } = await office.simulator.control('shops', {});
  const { sellers } = await office.simulator.control('sellers', {});
  const change = Object.fromEntries(
    sellers.map(({ openId }, at) => [
      openId,
      {
        region: regions[at]?.[0] ?? 'US',
        shopIds: shops.filter(({ region }) => regions[at]?.includes(region)).map(({ id }) => id),
      },
    ]),
  );
  await office.simulator.control('sellers', { change });
}

test('two connections with several shops, each through the app of its market', async () => {
  await deal(['US'], ['VN', 'GB']);
  await connect(office, { market: 'us', seller: 0 });
  await connect(office, { market: 'global', seller: 1 });
  const { connections, shops } = office.call('overview', null);
  expect(connections.map(({ market, state }) => `${market} ${state}`).sort()).toEqual([
    'global connected',
    'us connected',
  ]);
  expect(shops.map(({ region }) => region).sort()).toEqual(['GB', 'US', 'US', 'US', 'VN']);
  await office.simulator.control('log', { clear: true });
  for (const { id, connection } of shops)
    if (connection !== undefined) expect(office.run(salesOf(id)).finished).toBe(true);
  const codes = (await office.simulator.control('log', {})).entries.map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set([0]));
});

test.each([
  ['a US seller through the app of the other countries', 'global', [['US'], ['VN']], 0],
  ['a seller from abroad through the US app', 'us', [['US'], ['VN', 'GB']], 1],
] as const)('%s: the page says so, and no connection is left', async (_what, market, regions, seller) => {
  await deal(...regions.map((each) => [...each]));
  const page = await connect(office, { market, seller });
  expect(page).toMatch(/Not connected .*market you chose is not that of .* Seller Center/);
  expect(stored(office)).toEqual([]);
  expect(office.call('overview', null).shops).toHaveLength(1);
});

test('a US shop that the app of the other countries may read stays: it is asked, not judged', async () => {
  await office.stop();
  office = await openDesk({ ownUsApp: false });
  await connect(office, { market: 'global' });
  expect(office.call('overview', null).shops.map(({ region }) => region)).toContain('US');
});

test('of a seller with shops in both markets those of the chosen one are connected, and the others are named', async () => {
  await deal(['US', 'VN'], ['GB']);
  await connect(office, { market: 'global', seller: 0 });
  expect(office.call('overview', null).shops.map(({ region, id }) => id === 'sample' || region)).toEqual([
    'VN',
    true,
  ]);
  const [status] = office.call('connectionStatus', null);
  expect(status!.problem?.code).toBe('wrong_market');
  const { shops } = await office.simulator.control('shops', {});
  for (const { name, region } of shops) if (region === 'US') expect(status!.problem?.text).toContain(name);
});

test('a code of the other market that TikTok refuses is told as the other market’s', async () => {
  const address = new URL(await consent(office, { market: 'global' }));
  address.searchParams.set('code', 'TTP_of-the-us');
  expect(problemOf(office, 'finishConnection', { address: address.href }).code).toBe('wrong_market');
});

test('no shops granted is said, and leaves nothing', async () => {
  await deal([], ['VN']);
  expect(await connect(office, { seller: 0 })).toMatch(/Not connected .*to no shop/);
  expect(stored(office)).toEqual([]);
});

test('an app that may not even list the shops is told as a missing permission, and leaves nothing', async () => {
  await deal(['VN'], ['GB']);
  await office.simulator.control('app', { scopes: ['seller.order.info'] });
  expect(await connect(office)).toMatch(/Not connected .*lacks a permission.*Partner Center/);
  expect(stored(office)).toEqual([]);
});

test('where TikTok fails after the tokens were given, the connection stands and gets its shops later', async () => {
  await deal(['VN'], ['GB']);
  await office.simulator.control('faults', {
    add: [{ kind: 'html-502', path: '/authorization/', times: 8 }],
  });
  expect(await connect(office)).toMatch(/Connected .*The list of shops follows/);
  const { connections, shops } = office.call('overview', null);
  expect(connections).toHaveLength(1);
  expect(shops.map(({ region }) => region)).toContain('VN');
});

test('killed at any call of the callback: connecting again ends in one sound connection', async () => {
  await deal(['VN'], ['GB']);
  const calls = office.runtime.visit(await consent(office), OWNER).execution!.calls.length;
  const { id } = stored(office)[0]!;
  for (let n = 1; n <= calls; n++) {
    office.call('disconnect', { connection: id });
    office.runtime.visit(await consent(office), OWNER, { killAt: n });
    const between = office.call('overview', null);
    for (const { connection } of between.shops) expect([undefined, id]).toContain(connection);
    for (const one of between.connections)
      expect(between.shops.some((shop) => shop.connection === one.id)).toBe(true);
    await connect(office);
    expect(stored(office).map((one) => one.id)).toEqual([id]);
    expect(office.call('overview', null).shops).toHaveLength(2);
  }
});
