import { problem } from '../../../src/shared/problem';
import { BUSY, bad, FINISHED, ok, run } from '../fixtures';
import { Play } from './play';

const begun = () => Play.opened(BUSY).send({ type: 'refreshAll' });
const start = (reportId: string) => ({ name: 'startRun', input: { reportId } });
const done = (reportName: string) => ({ ...FINISHED, reportName });

test('every report runs, one after another, and the end says how each went', () => {
  const play = begun();
  expect(play.calls()).toEqual([start('r1')]);
  play.answer('startRun', ok(run({ reportName: 'A' })));
  expect(play.calls()).toEqual([{ name: 'continueRun', input: { runId: 'run1' } }]);
  expect(play.answer('continueRun', ok(done('A'))).calls()).toEqual([start('r2')]);
  const refused = problem('cell_overlap', { cells: '3 cells', tab: 'T' });
  play.answer('startRun', ok(run({ reportName: 'B', finished: true, problem: refused })));
  expect(play.calls()).toEqual([start('r3')]);
  play.answer('startRun', ok(done('C')));
  expect(play.page('round')).toMatchObject({
    left: [],
    outcomes: [
      { name: 'A', problem: null },
      { name: 'B', problem: refused },
      { name: 'C', problem: null },
    ],
  });
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
  expect(play.state.said).toBe('Refreshed: 2. Not refreshed: 1.');
});

test('two clicks begin one round', () => {
  expect(begun().send({ type: 'refreshAll' }).calls()).toEqual([]);
});

test('while a report is starting no round begins', () => {
  const play = Play.opened(BUSY).send({ type: 'runReport', id: 'r2' }, { type: 'refreshAll' });
  expect(play.calls()).toEqual([start('r2')]);
  expect(play.state.round).toBeNull();
});

test('a report that can’t begin does not stop the others, and leaves no failure behind', () => {
  const play = begun().answer('startRun', bad('unknown_field', { field: 'x', nearest: 'y' }));
  expect(play.calls()).toEqual([start('r2')]);
  expect(play.state.failed).toEqual({});
});

test.each(['quota_day', 'offline', 'several_accounts'] as const)(
  '%s ends the round: the others would meet it too',
  (code) => {
    const play = begun().answer('startRun', bad(code, { what: 'requests' }));
    expect(play.page('round')).toMatchObject({ left: ['r2', 'r3'], outcomes: [{ name: 'Sales by day' }] });
  },
);

test('cancelling one ends the round', () => {
  const play = begun().answer('startRun', ok(run()));
  play.send({ type: 'cancel' }).answer('continueRun', ok(run({ done: 2 })));
  play.answer('cancelRun', ok(run({ cancelled: true })));
  expect(play.state.round).toBeNull();
  expect(play.page('run').run.cancelled).toBe(true);
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
});

test('leaving ends the round; the report that was under way can be gone on with', () => {
  const play = begun().answer('startRun', ok(run())).send({ type: 'home' });
  expect(play.state.round).toBeNull();
  play.answer('continueRun', ok(FINISHED));
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
  expect(play.state.page.at).toBe('home');
  const early = begun().send({ type: 'newReport', shops: null }).answer('startRun', ok(run()));
  expect(early.state.round).toBeNull();
  expect(early.state.page.at).toBe('build');
  expect(early.state.overview?.unfinished?.id).toBe('run1');
});
