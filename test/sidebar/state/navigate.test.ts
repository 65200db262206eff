import { bad, CONNECTED, EMPTY, LOG, ok, QUOTA, run, STORAGE } from '../fixtures';
import { Play } from './play';

test.each([
  ['shops', ['connectionStatus']],
  ['activity', ['quota', 'runLog']],
  ['more', []],
  ['storage', ['storage']],
  ['transfer', []],
  ['home', ['connectionStatus']],
] as const)('going to %s asks for what shows there', (to, calls) => {
  const play = Play.opened(CONNECTED).send({ type: 'more', id: 'r1' });
  play.answer('connectionStatus', ok([]));
  expect(
    play
      .send({ type: 'go', to })
      .calls()
      .map(({ name }) => name),
  ).toEqual(calls);
  expect(play.state.page.at).toBe(to);
  expect(play.effects).toContainEqual({ kind: 'focus', id: 'view-title' });
});

test('without a connection nobody is asked how it is', () => {
  expect(Play.opened(EMPTY).send({ type: 'go', to: 'shops' }).calls()).toEqual([]);
});

test('what was seen before still shows while it is asked for again', () => {
  const play = Play.opened().send({ type: 'go', to: 'activity' });
  play.answer('quota', ok(QUOTA)).answer('runLog', ok(LOG));
  play.send({ type: 'go', to: 'storage' }).answer('storage', ok(STORAGE));
  play.send({ type: 'go', to: 'activity' });
  expect(play.state).toMatchObject({ quota: QUOTA, runLog: LOG, storage: STORAGE });
});

test('what failed on one view is left there; that the overview failed is not', () => {
  const play = Play.opened().send({ type: 'go', to: 'storage' }).answer('storage', bad('google_down'));
  play.send({ type: 'lookAgain' }).answer('overview', bad('offline'));
  play.send({ type: 'go', to: 'more' });
  expect(Object.keys(play.state.failed)).toEqual(['overview']);
});

test('a run that is left for another view is offered on the first one', () => {
  const play = Play.opened({ ...EMPTY, unfinished: run({ done: 5 }) }).send({ type: 'continueRun' });
  play.send({ type: 'go', to: 'activity' });
  expect(play.state.overview?.unfinished?.done).toBe(5);
});
