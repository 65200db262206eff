import { problem } from '../../../src/shared/problem';
import { BUSY, bad, FINISHED, ok, run } from '../fixtures';
import { Play } from './play';

const running = () => Play.opened(BUSY).send({ type: 'runReport', id: 'r1' }).answer('startRun', ok(run()));
const slice = { name: 'continueRun', input: { runId: 'run1' } };

test('slice follows slice until the run is finished, and then no more', () => {
  const play = running();
  expect(play.calls()).toEqual([slice]);
  expect(play.answer('continueRun', ok(run({ done: 10, total: 20 }))).calls()).toEqual([slice]);
  expect(play.state.said).toBe('Loading data: 10 of 20 records.');
  expect(play.answer('continueRun', ok(run({ phase: 'write' }))).calls()).toEqual([slice]);
  play.answer('continueRun', ok(FINISHED));
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
  expect(play.state.said).toBe('Sales by day is ready.');
});

test('a slice that moved nothing is not repeated at once', () => {
  const play = running().answer('continueRun', ok(run()));
  expect(play.calls()).toEqual([]);
  const [timer] = play.timers();
  expect(timer?.milliseconds).toBe(3000);
  expect(play.send(timer!.event).calls()).toEqual([slice]);
});

test('a request to slow down is shown and obeyed', () => {
  const play = running().answer('continueRun', ok(run({ done: 5, problem: problem('tiktok_busy') })));
  expect(play.calls()).toEqual([]);
  expect(play.timers()).toHaveLength(1);
  expect(play.page('run').paused).toBe(false);
});

test('a quota that is used up stops the asking', () => {
  const play = running().answer(
    'continueRun',
    ok(run({ done: 5, problem: problem('quota_day', { what: 'requests' }) })),
  );
  expect(play.effects).toEqual([]);
  expect(play.page('run').paused).toBe(true);
});

test('a failed slice waits for the user, and goes on from there', () => {
  const play = running().answer('continueRun', bad('network', { detail: 'DNS' }));
  expect(play.calls()).toEqual([]);
  expect(play.page('run').paused).toBe(true);
  expect(play.send({ type: 'again', name: 'continueRun' }).calls()).toEqual([slice]);
  play.answer('continueRun', ok(run({ done: 7 })));
  expect(play.page('run').paused).toBe(false);
});

test('cancelling lets the slice under way end, asks for no other, and cancels once', () => {
  const play = running().send({ type: 'cancel' }, { type: 'cancel' });
  expect(play.calls()).toEqual([{ name: 'cancelRun', input: { runId: 'run1' } }]);
  expect(play.answer('continueRun', ok(run({ done: 9 }))).calls()).toEqual([]);
  play.answer('cancelRun', ok(run({ done: 9, cancelled: true })));
  expect(play.page('run').run.cancelled).toBe(true);
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
});

test('a run that finished before the wish to cancel arrived stays finished', () => {
  const play = running().send({ type: 'cancel' }).answer('continueRun', ok(FINISHED));
  play.answer('cancelRun', ok(run({ cancelled: true })));
  expect(play.page('run').run.finished).toBe(true);
});

test('a cancel that failed leaves the run paused, to be cancelled or continued', () => {
  const play = running()
    .send({ type: 'cancel' })
    .answer('continueRun', ok(run({ done: 9 })));
  play.answer('cancelRun', bad('busy_elsewhere'));
  expect(play.page('run')).toMatchObject({ cancelling: false, paused: true });
});

test('leaving a run offers it on the first view, and its late slice is remembered but not followed by another', () => {
  const play = running().send({ type: 'home' });
  expect(play.state.overview?.unfinished).toEqual(run());
  play.answer('continueRun', ok(run({ done: 42 })));
  expect(play.calls()).toEqual([]);
  expect(play.state.overview?.unfinished?.done).toBe(42);
  play.send({ type: 'continueRun' });
  expect(play.page('run').run.done).toBe(42);
});

test('coming back while the slice is still under way does not ask for it twice', () => {
  const play = running().send({ type: 'home' }, { type: 'continueRun' });
  expect(play.calls()).toEqual([]);
  expect(play.answer('continueRun', ok(run({ done: 1 }))).calls()).toEqual([slice]);
});

test('a timer of a run that was left does nothing', () => {
  const play = running().answer('continueRun', ok(run()));
  const [timer] = play.timers();
  play.send({ type: 'home' });
  expect(play.send(timer!.event).calls()).toEqual([]);
});

test('a run that began after the user had gone elsewhere does not take the view away', () => {
  const play = Play.opened(BUSY).send({ type: 'runReport', id: 'r1' }, { type: 'newReport', shops: null });
  play.answer('startRun', ok(run()));
  expect(play.state.page.at).toBe('build');
  expect(play.calls()).toEqual([]);
  expect(play.state.overview?.unfinished?.id).toBe('run1');
});
