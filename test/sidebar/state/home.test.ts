import { BUSY, CONNECTED, EMPTY, FINISHED, ok, run } from '../fixtures';
import { Play } from './play';

test('deleting asks first, with the focus on the safe answer, and gives the focus back when kept', () => {
  const play = Play.opened(BUSY).send({ type: 'confirm', what: 'report', id: 'r1' });
  expect(play.calls()).toEqual([]);
  expect(play.effects).toEqual([{ kind: 'focus', id: 'keep' }]);
  play.send({ type: 'keep' });
  expect(play.effects).toEqual([{ kind: 'focus', id: 'report-r1' }]);
  expect(play.page('home').confirming).toBeNull();
});

test('a deleted report is gone from the list and from the question', () => {
  const play = Play.opened(BUSY).send(
    { type: 'confirm', what: 'report', id: 'r1' },
    { type: 'deleteReport', id: 'r1' },
  );
  play.answer('deleteReport', ok(CONNECTED));
  expect(play.state.overview?.reports).toEqual([]);
  expect(play.page('home').confirming).toBeNull();
  expect(play.state.said).toBe('Report deleted.');
});

test('disconnecting shows what is left', () => {
  const play = Play.opened(BUSY).send({ type: 'disconnect', id: 'c1' });
  expect(play.calls()).toEqual([{ name: 'disconnect', input: { connection: 'c1' } }]);
  play.answer('disconnect', ok(EMPTY));
  expect(play.state.overview?.connections).toEqual([]);
});

test('the unfinished run goes on where it stopped', () => {
  const play = Play.opened({ ...BUSY, unfinished: run({ done: 500 }) }).send({ type: 'continueRun' });
  expect(play.calls()).toEqual([{ name: 'continueRun', input: { runId: 'run1' } }]);
  expect(play.page('run').run.done).toBe(500);
});

test('the unfinished run can be cancelled without opening it', () => {
  const play = Play.opened({ ...BUSY, unfinished: run() }).send({ type: 'cancelUnfinished' });
  expect(play.calls()).toEqual([{ name: 'cancelRun', input: { runId: 'run1' } }]);
  play.answer('cancelRun', ok(run({ cancelled: true })));
  expect(play.state.overview?.unfinished).toBeNull();
  expect(play.state.page.at).toBe('home');
});

test('a report that is done at once shows its end and asks how things stand now', () => {
  const play = Play.opened(BUSY).send({ type: 'runReport', id: 'r1' }).answer('startRun', ok(FINISHED));
  expect(play.page('run').run.result?.rows).toBe(30);
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
});
