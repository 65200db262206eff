import { BUSY, CATALOGUE, CONNECTED, FINISHED, ok, run, SCHEDULED } from '../fixtures';
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

test('the further actions of one report show at a time, and a question goes with them', () => {
  const play = Play.opened(BUSY).send(
    { type: 'more', id: 'r1' },
    { type: 'confirm', what: 'report', id: 'r1' },
  );
  play.send({ type: 'more', id: 'r2' });
  expect(play.page('home')).toMatchObject({ open: 'r2', confirming: null });
  expect(play.send({ type: 'more', id: 'r2' }).page('home').open).toBeNull();
});

test('a copy opens in the builder with a name, a tab and no schedule of its own, and can be left without a question', () => {
  const play = Play.opened(SCHEDULED, CATALOGUE).send({ type: 'duplicateReport', id: 'r1' });
  const { draft } = play.page('build');
  expect(draft).toMatchObject({ name: 'Copy of Sales by day', metrics: ['gmv', 'orders', 'customers'] });
  expect(draft).toMatchObject({ kept: { schedule: 'none' }, target: { kind: 'new' } });
  expect(draft?.kept.id).toBeUndefined();
  expect(play.send({ type: 'leave' }).state.page.at).toBe('home');
});

test('a second copy gets a number', () => {
  const [report] = BUSY.reports;
  const named = { ...report!, definition: { ...report!.definition, name: 'Copy of Sales by day' } };
  const play = Play.opened({ ...BUSY, reports: [report!, named] }).send({
    type: 'duplicateReport',
    id: 'r1',
  });
  expect(play.page('build').draft?.name).toBe('Copy of Sales by day 2');
});
