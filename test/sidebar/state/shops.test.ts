import { backfill, bad, CONNECTED, EMPTY, ok } from '../fixtures';
import { Play } from './play';

const [ONE, TWO] = CONNECTED.shops.map(({ id }) => id) as [string, string];
const PLAIN = { ...EMPTY, setup: [] };
const kept = (ids: string[]) => ({
  ...CONNECTED,
  shops: CONNECTED.shops.map((shop) => (ids.includes(shop.id) ? { ...shop, upkeep: true as const } : shop)),
  backfills: ids.map((shop) => backfill({ shop })),
});
const asked = () =>
  Play.opened(PLAIN)
    .send(
      { type: 'connect' },
      { type: 'market', market: 'global' },
      { type: 'address', text: 'https://x.test' },
    )
    .answer('consentLink', ok({ url: 'https://y.test' }))
    .send({ type: 'sendAddress' })
    .answer('finishConnection', ok(CONNECTED));
const atShops = () =>
  Play.opened(CONNECTED).answer('connectionStatus', ok([])).send({ type: 'go', to: 'shops' });

test('after connecting, yes switches every new shop on, one after another, and then shows the loading', () => {
  const play = asked().send({ type: 'acceptUpkeep' });
  expect(play.calls()).toEqual([{ name: 'setUpkeep', input: { shop: ONE, on: true } }]);
  play.answer('setUpkeep', ok(kept([ONE])));
  expect(play.calls()).toEqual([{ name: 'setUpkeep', input: { shop: TWO, on: true } }]);
  play.answer('setUpkeep', ok(kept([ONE, TWO])));
  expect(play.page('backfill').shop).toBe(ONE);
  expect(play.calls()).toEqual([{ name: 'continueBackfill', input: { shop: ONE } }]);
});

test('a shop that could not be switched on is tried again, not those before it', () => {
  const play = asked().send({ type: 'acceptUpkeep' });
  play.answer('setUpkeep', ok(kept([ONE]))).answer('setUpkeep', bad('busy_elsewhere'));
  expect(play.state.page.at).toBe('upkeep');
  expect(play.send({ type: 'again', name: 'setUpkeep' }).calls()).toEqual([
    { name: 'setUpkeep', input: { shop: TWO, on: true } },
  ]);
});

test('two clicks on yes make one call', () => {
  expect(asked().send({ type: 'acceptUpkeep' }, { type: 'acceptUpkeep' }).calls()).toHaveLength(1);
});

test('“not now” loads nothing: only how the connection is, is asked for the first view', () => {
  const play = asked().send({ type: 'home' });
  expect(play.calls()).toEqual([{ name: 'connectionStatus', input: null }]);
  expect(play.state.page.at).toBe('home');
});

test('switched on later, the last months begin to load before the user’s eyes', () => {
  const play = atShops()
    .send({ type: 'upkeep', shop: TWO, on: true })
    .answer('setUpkeep', ok(kept([TWO])));
  expect(play.page('backfill').shop).toBe(TWO);
  expect(play.calls()).toEqual([{ name: 'continueBackfill', input: { shop: TWO } }]);
});

test('switched off, the view stays and says so', () => {
  const play = atShops()
    .send({ type: 'upkeep', shop: TWO, on: false })
    .answer('setUpkeep', ok(kept([])));
  expect(play.state.page.at).toBe('shops');
  expect(play.state.said).toBe('The shop is no longer kept fresh.');
});

test('disconnecting asks first, and shows what is left', () => {
  const play = atShops().send({ type: 'confirm', what: 'connection', id: 'c1' });
  expect(play.calls()).toEqual([]);
  play.send({ type: 'disconnect', id: 'c1' });
  expect(play.calls()).toEqual([{ name: 'disconnect', input: { connection: 'c1' } }]);
  play.answer('disconnect', ok(EMPTY));
  expect(play.state.overview?.connections).toEqual([]);
  expect(play.page('shops').confirming).toBeNull();
});
