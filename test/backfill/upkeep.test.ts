// The user's consent to load a shop's last months and keep it fresh.
import { connect, type Office, openOffice } from '../whole-path/office';

const NOW = Date.UTC(2026, 5, 1);
let office: Office;
let shop: string;
beforeEach(async () => {
  office = await openOffice(
    { seed: 'upkeep', shops: ['US'], orders: 300, since: '2025-12-01', until: '2026-06-20' },
    { now: NOW },
  );
  await connect(office);
  shop = office.call('overview', null).shops[0]!.id;
});
afterEach(() => office.stop());

const upkeep = () => office.call('overview', null).shops.map((one) => one.upkeep === true);

test('connecting alone switches nothing on and loads nothing', () => {
  expect(upkeep()).toEqual([false, false]);
  expect(office.call('overview', null).backfills).toEqual([]);
});

test('switching it on begins with about three months, and is remembered', () => {
  const { backfills } = office.call('setUpkeep', { shop, on: true });
  expect(backfills).toMatchObject([{ shop, since: '2026-03-01', paused: false, finished: false }]);
  expect(upkeep()).toEqual([true, false]);
  while (!office.call('continueBackfill', { shop }).finished);
  expect(office.call('overview', null).backfills).toEqual([]);
  expect(upkeep()).toEqual([true, false]);
});

test('switching it off is remembered too, and stops nothing that is under way', () => {
  office.call('setUpkeep', { shop, on: true });
  expect(office.call('setUpkeep', { shop, on: false }).backfills).toHaveLength(1);
  expect(upkeep()).toEqual([false, false]);
});

test('a shop that the caller is not connected to can’t be switched on', () => {
  const reply = office.reply('setUpkeep', { shop: '7000', on: true });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'not_connected' } });
  expect(upkeep()).toEqual([false, false]);
});
