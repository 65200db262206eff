// A connected shop that nobody looks at: what TikTok will forget is stored day by day.
import { storedLists } from '../../src/server/app/coverage';
import { connect, DAY, HOUR, type Office, OWNER, openOffice } from '../whole-path/office';

const NOW = Date.UTC(2026, 5, 15, 9);

let office: Office;
let shop: string;
beforeEach(async () => {
  office = await openOffice(
    { seed: 'upkeep', shops: ['VN'], orders: 1500, since: '2026-01-01', until: '2026-12-01' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
});
afterEach(() => office.stop());

const question = (metric: string, range: string) => ({
  name: 'Asked',
  shops: [shop],
  metrics: [metric],
  dimensions: ['date'],
  range,
});
const hours = (count: number) => {
  for (let hour = 0; hour < count; hour++)
    for (const { error } of office.runtime.tick(HOUR)) if (error) throw new Error(error.message);
};
const requests = async () =>
  (await office.simulator.control('log', { clear: true })).entries.filter(
    ({ path }) => !path.includes('token'),
  ).length;

test('connecting alone switches nothing on and loads nothing; switching off stops nothing that is under way', () => {
  const { shops, backfills } = office.call('overview', null);
  expect([shops.some(({ upkeep }) => upkeep), backfills]).toEqual([false, []]);
  expect(office.runtime.triggers()).toEqual([]);
  expect(office.call('setUpkeep', { shop, on: true }).backfills).toMatchObject([
    { shop, since: '2026-03-15' },
  ]);
  expect(office.call('setUpkeep', { shop, on: false }).backfills).toHaveLength(1);
});

test('switched on, it loads three months by itself, and from then on each day’s changes and figures', async () => {
  const { shops } = office.call('setUpkeep', { shop, on: true });
  expect(shops.find(({ id }) => id === shop)?.upkeep).toBe(true);
  expect(office.runtime.triggers().map(({ functionName }) => functionName)).toEqual(['runSchedule']);
  hours(2);
  expect(office.answer(question('gmv', '2026-03-15..2026-06-14')).notes).toEqual([]);
  const before = office.answer(question('tt_gmv', '2026-01-01..2026-06-13'));
  expect([before.notes, before.rows.length]).toEqual([[], 164]);

  await requests();
  hours(24 * 10);
  // Each list once a day, a call or two, or one for each day that is not final; and nothing in the hours between.
  expect(await requests()).toBeLessThanOrEqual(10 * 6 * storedLists().length);
  const after = office.answer(question('tt_gmv', '2026-01-01..2026-06-22'));
  expect([after.notes, after.rows.length]).toEqual([[], 173]);
  expect(office.answer(question('gmv', '2026-06-01..2026-06-23')).notes).toEqual([]);
  expect(office.answer(question('orders', '2026-06-01..2026-06-23')).rows).toHaveLength(23);
});

test('switched off, nothing more is asked, and the trigger goes with the last thing to do', async () => {
  office.call('setUpkeep', { shop, on: true });
  hours(3);
  const { shops } = office.call('setUpkeep', { shop, on: false });
  expect(shops.find(({ id }) => id === shop)?.upkeep).toBeUndefined();
  expect(office.runtime.triggers()).toEqual([]);
  await requests();
  hours(48);
  expect(await requests()).toBe(0);
});

test('an hour without anything to do costs one read', () => {
  office.call('setUpkeep', { shop, on: true });
  hours(3);
  const [idle] = office.runtime.tick(HOUR);
  expect(idle?.calls.filter(({ service }) => service === 'Properties')).toHaveLength(1);
  expect(idle?.calls.filter(({ service }) => service === 'Spreadsheet').length).toBeLessThan(2);
});

test('when the authorization ends, one mail says so; given again, the days between are made up for', async () => {
  office.call('setUpkeep', { shop, on: true });
  hours(3);
  await office.simulator.control('revoke', {});
  hours(24 * 4);
  const mails = office.runtime.mails();
  expect(mails.length).toBeGreaterThanOrEqual(1);
  expect(mails.length).toBeLessThanOrEqual(4);
  expect(mails[0]).toMatchObject({
    to: OWNER,
    body: expect.stringMatching(
      /Daily upkeep of .*Shop 1: The authorization of Seller 1 has ended.\nNext step: Connect/,
    ),
  });
  await connect(office);
  hours(26);
  expect(office.answer(question('orders', '2026-06-01..2026-06-18')).notes).toEqual([]);
  expect(office.answer(question('tt_gmv', '2026-06-01..2026-06-17')).rows).toHaveLength(17);
});

test('what the seller did not permit keeps nothing back, and nobody is written to about it each day', async () => {
  await office.simulator.control('grantScopes', {
    scopes: ['seller.authorization.info', 'seller.order.info'],
  });
  office.call('setUpkeep', { shop, on: true });
  hours(24 * 3);
  expect(office.runtime.mails()).toEqual([]);
  expect(office.answer(question('orders', '2026-06-01..2026-06-17')).notes).toEqual([]);
});

test('only a shop that the caller is connected to can be looked after', () => {
  expect(office.reply('setUpkeep', { shop: '7495', on: true })).toMatchObject({
    ok: false,
    problem: { code: 'not_connected' },
  });
});

test('with weeks between two looks, nothing is missing that TikTok still has', async () => {
  office.call('setUpkeep', { shop, on: true });
  hours(3);
  office.runtime.clock.advance(60 * DAY);
  hours(2);
  expect(office.answer(question('orders', '2026-06-01..2026-08-13')).notes).toEqual([]);
  expect(office.answer(question('tt_gmv', '2026-06-01..2026-08-12')).notes).toEqual([]);
});
