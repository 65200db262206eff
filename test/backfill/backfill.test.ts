// Loading a shop's past, as the sidebar asks for it, against the simulator over HTTP.
import type { Backfill } from '../../src/shared/api';
import { connect, DAY, type Office, openOffice } from '../whole-path/office';

const NOW = Date.UTC(2026, 5, 1);
const STORY = { seed: 'backfill', shops: ['US'], orders: 3000, since: '2025-06-01', until: '2026-06-20' };
const PAST = '2025-06-01';
const recent = (shops: string[]) => ({
  name: 'Recent',
  shops,
  metrics: ['gmv', 'orders', 'customers', 'items_sold'],
  dimensions: ['date'],
  range: 'last_7_days',
});
const year = (shops: string[]) => ({
  ...recent(shops),
  name: 'Year',
  dimensions: ['month'],
  range: '2025-06-01..2026-05-31',
});

let office: Office;
let shop: string;
beforeEach(async () => {
  office = await openOffice(STORY, { now: NOW, latencyMs: 300 });
  await connect(office);
  shop = office.call('overview', null).shops[0]!.id;
});
afterEach(() => office.stop());

const requests = async () =>
  Object.entries((await office.simulator.control('counters', {})).counters).reduce(
    (sum, [what, count]) => (what.includes('/orders/search') ? sum + count : sum),
    0,
  );
function finish(): Backfill {
  let backfill = office.call('continueBackfill', { shop });
  while (!backfill.finished) backfill = office.call('continueBackfill', { shop });
  return backfill;
}

test('an estimate asks TikTok once and loads nothing; what follows is near it', async () => {
  const before = await requests();
  const estimate = office.call('estimateBackfill', { shop, since: PAST });
  expect((await requests()) - before).toBe(1);
  expect(estimate.orders).toBeGreaterThan(2500);
  expect(office.answer(year([shop])).notes.join()).toMatch(/not loaded yet/);
  const start = await requests();
  office.call('startBackfill', { shop, since: PAST });
  expect(finish().done).toBeGreaterThanOrEqual(estimate.orders);
  expect((await requests()) - start).toBeLessThan(estimate.calls * 3);
  expect(office.call('estimateBackfill', { shop, since: PAST }).orders).toBeLessThan(10);
});

test('after a backfill and a refresh the year is what loading it in one go gives', async () => {
  office.call('startBackfill', { shop, since: PAST });
  finish();
  office.runtime.clock.advance(3 * DAY);
  office.run(recent([shop]));
  const loaded = office.answer(year([shop]));
  expect(loaded.notes).toEqual([]);

  const other = await openOffice(STORY, { now: NOW + 3 * DAY + 3_600_000 });
  await connect(other);
  other.run(year([shop]));
  expect(loaded.rows).toEqual(other.answer(year([shop])).rows);
  await other.stop();
});

test('a report does not wait for a backfill, and pausing and going on changes nothing in the end', async () => {
  office.call('startBackfill', { shop, since: PAST });
  await office.simulator.control('throttle', { rule: { perSecond: 1 } });
  const first = office.call('continueBackfill', { shop });
  expect(first.finished).toBe(false);
  expect(office.call('pauseBackfill', { shop, paused: true }).paused).toBe(true);
  const stopped = await requests();
  expect(office.call('continueBackfill', { shop })).toMatchObject({ paused: true, finished: false });
  expect(await requests()).toBe(stopped);

  expect(office.run(recent([shop])).result?.notes).toEqual([]);
  expect((await requests()) - stopped).toBeLessThan(15);

  office.call('pauseBackfill', { shop, paused: false });
  await office.simulator.control('throttle', { rule: null });
  finish();
  expect(office.answer(year([shop])).notes).toEqual([]);
});

test('a cancelled backfill keeps what it loaded, and claims none of it', async () => {
  office.call('startBackfill', { shop, since: PAST });
  // So slow that one slice does not hold all orders. Figures by day come first.
  await office.simulator.control('throttle', { rule: { perSecond: 1 } });
  while (office.call('continueBackfill', { shop }).done === 0);
  expect(office.call('cancelBackfill', { shop }).finished).toBe(true);
  const after = office.answer(year([shop]));
  expect(after.notes.join()).toMatch(/not loaded yet/);
  expect(after.rows.length).toBeGreaterThan(0);
  expect(office.reply('continueBackfill', { shop })).toMatchObject({
    ok: false,
    problem: { code: 'run_gone' },
  });
});

test('where nobody says from when on, about three months are loaded', () => {
  expect(office.call('startBackfill', { shop }).since).toBe('2026-03-01');
});

test.each(['2019-01-01', 'yesterday', '2025-13-01'])('%p is no day to begin with', (since) => {
  expect(office.reply('startBackfill', { shop, since })).toMatchObject({
    ok: false,
    problem: { code: 'bad_input' },
  });
});
