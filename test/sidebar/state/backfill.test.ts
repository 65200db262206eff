import { backfill, bad, CONNECTED, ESTIMATE, ok, QUOTA } from '../fixtures';
import { Play } from './play';

const [ONE, TWO] = CONNECTED.shops.map(({ id }) => id) as [string, string];
const next = { name: 'continueBackfill', input: { shop: ONE } };
const opened = (backfills = [] as ReturnType<typeof backfill>[]) =>
  Play.opened({ ...CONNECTED, backfills }).send({ type: 'backfill', shop: ONE });
const estimated = () => opened().answer('estimateBackfill', ok(ESTIMATE)).answer('quota', ok(QUOTA));
const loading = () => estimated().send({ type: 'load' }).answer('startBackfill', ok(backfill()));
const known = (play: Play) => play.state.overview?.backfills;

test('opening asks what three months would take, and how much of the day’s quota is used; nothing is loaded', () => {
  expect(opened().calls()).toEqual([
    { name: 'estimateBackfill', input: { shop: ONE, since: '2026-08-01' } },
    { name: 'quota', input: null },
  ]);
  expect(estimated().page('backfill').estimate).toEqual(ESTIMATE);
});

test.each([
  ['12', '2025-11-01'],
  ['24', '2024-11-01'],
  ['all', '2021-01-01'],
])('the choice %s is estimated from %s on', (from, since) => {
  const play = estimated().send({ type: 'from', from });
  expect(play.page('backfill').estimate).toBeNull();
  expect(play.calls()).toEqual([{ name: 'estimateBackfill', input: { shop: ONE, since } }]);
});

test.each(['', '2020-12-31', '2027-01-01', 'soon'])(
  'the day “%s” is none: nothing is asked, nothing starts',
  (day) => {
    const play = estimated().send({ type: 'from', from: 'day' }, { type: 'fromDay', day });
    expect(play.calls()).toEqual([]);
    expect(play.send({ type: 'load' }).calls()).toEqual([]);
  },
);

test('an estimate for a choice that was changed meanwhile is dropped', () => {
  const play = opened();
  const { ticket } = play.state.pending.estimateBackfill!;
  play.send({ type: 'from', from: '24' });
  play.send({ type: 'answered', name: 'estimateBackfill', ticket, reply: ok(ESTIMATE) });
  expect(play.page('backfill').estimate).toBeNull();
  play.answer('estimateBackfill', ok({ ...ESTIMATE, orders: 7 }));
  expect(play.page('backfill').estimate?.orders).toBe(7);
});

test('stretch follows stretch until all is loaded', () => {
  const play = loading();
  expect(play.calls()).toEqual([next]);
  expect(play.answer('continueBackfill', ok(backfill({ done: 10, total: 30 }))).calls()).toEqual([next]);
  expect(play.state.said).toBe('Loading: 10 of 30 orders.');
  play.answer('continueBackfill', ok(backfill({ done: 30, total: 30, finished: true })));
  expect(play.calls()).toEqual([]);
  expect(play.page('backfill').finished?.done).toBe(30);
  expect(known(play)).toEqual([]);
  expect(play.state.said).toBe('30 orders loaded.');
});

test('the past of a second shop follows by itself; a paused one, or a colleague’s, does not', () => {
  const others = [
    backfill({ shop: 'of-a-colleague' }),
    backfill({ shop: 'sample', paused: true }),
    backfill({ shop: TWO }),
  ];
  const play = opened([backfill(), ...others]);
  play.answer('continueBackfill', ok(backfill({ done: 3, finished: true })));
  expect(play.page('backfill').shop).toBe(TWO);
  expect(play.calls()).toEqual([{ name: 'continueBackfill', input: { shop: TWO } }]);
  play.answer('continueBackfill', ok(backfill({ shop: TWO, done: 3, finished: true })));
  expect(play.page('backfill').finished?.shop).toBe(TWO);
});

test('a stretch that moved nothing is repeated after a moment', () => {
  const play = loading().answer('continueBackfill', ok(backfill()));
  expect(play.calls()).toEqual([]);
  const [timer] = play.timers();
  expect(timer?.milliseconds).toBe(3000);
  expect(play.send(timer!.event).calls()).toEqual([next]);
});

test('pausing lets the stretch under way end and asks for no other; resuming goes on', () => {
  const play = loading().send({ type: 'pauseBackfill', paused: true });
  expect(play.calls()).toEqual([{ name: 'pauseBackfill', input: { shop: ONE, paused: true } }]);
  expect(play.answer('continueBackfill', ok(backfill({ done: 9 }))).calls()).toEqual([]);
  expect(play.answer('pauseBackfill', ok(backfill({ done: 9, paused: true }))).calls()).toEqual([]);
  expect(play.state.said).toBe('Paused: 9 orders so far.');
  play.send({ type: 'pauseBackfill', paused: false }).answer('pauseBackfill', ok(backfill({ done: 9 })));
  expect(play.calls()).toEqual([next]);
});

test('cancelling leads back to the shops and forgets nothing that is loaded', () => {
  const play = loading().send({ type: 'cancelBackfill' });
  play.answer('continueBackfill', ok(backfill({ done: 9 })));
  expect(play.calls()).toEqual([]);
  play.answer('cancelBackfill', ok(backfill({ done: 9, finished: true })));
  expect(play.page('shops').notice?.text).toBe('Loading is cancelled. What is loaded stays.');
  expect(known(play)).toEqual([]);
});

test('left alone, no further stretch is asked for, and the late answer is remembered', () => {
  const play = loading().send({ type: 'go', to: 'shops' });
  play.answer('continueBackfill', ok(backfill({ done: 42 })));
  expect(play.calls()).toEqual([]);
  expect(known(play)?.[0]?.done).toBe(42);
  expect(play.send({ type: 'backfill', shop: ONE }).calls()).toEqual([next]);
});

test('coming back while the stretch is still under way does not ask for it twice', () => {
  const play = loading().send({ type: 'go', to: 'shops' }, { type: 'backfill', shop: ONE });
  expect(play.calls().filter(({ name }) => name === 'continueBackfill')).toEqual([]);
  expect(play.answer('continueBackfill', ok(backfill({ done: 1 }))).calls()).toEqual([next]);
});

test('a timer of a past that was left does nothing', () => {
  const two = backfill({ shop: TWO });
  const play = opened([backfill(), two]).answer('continueBackfill', ok(backfill()));
  const [timer] = play.timers();
  play.send({ type: 'backfill', shop: TWO }).answer('continueBackfill', ok(two));
  expect(play.timers()).toHaveLength(1);
  expect(play.send(timer!.event).calls()).toEqual([]);
});

test('a failed stretch waits for the user, and goes on from there', () => {
  const play = loading().answer('continueBackfill', bad('network', { detail: 'DNS' }));
  expect(play.effects).toEqual([]);
  expect(play.send({ type: 'again', name: 'continueBackfill' }).calls()).toEqual([next]);
});

test('a past that somebody else ended meanwhile is no failure: things are looked at anew', () => {
  const play = loading().answer('continueBackfill', bad('run_gone'));
  expect(play.state.failed).toEqual({});
  expect(known(play)).toEqual([]);
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
});
