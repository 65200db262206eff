import type { BuildPage } from '../../../src/sidebar/state/state';
import { BUSY, bad, CATALOGUE, CONNECTED, EMPTY, ok, run, savedReport } from '../fixtures';
import { Play } from './play';

const sample = () => Play.opened().send({ type: 'newReport', shops: ['sample'] });
const draft = (play: Play) => play.page('build').draft as NonNullable<BuildPage['draft']>;

test('the sample shop is one click away from a first report: GMV, orders and customers by day', () => {
  const play = sample().send({ type: 'run' });
  expect(play.calls()).toEqual([
    {
      name: 'startRun',
      input: {
        report: {
          name: 'Sales by day',
          shops: ['sample'],
          metrics: ['gmv', 'orders', 'customers'],
          dimensions: ['date'],
          range: 'last_30_days',
          zone: 'UTC',
          filters: [],
          sort: [],
          limit: null,
        },
      },
    },
  ]);
  expect(play.answer('startRun', ok(run())).page('run').run.id).toBe('run1');
});

test('a new report takes the first real shop and a name that is free', () => {
  const play = Play.opened(BUSY).send({ type: 'newReport', shops: null });
  expect(draft(play)).toMatchObject({ name: 'Sales by day 2', shops: ['7495000000000000001'] });
});

test('the builder opens with a wait when the catalogue has not come, and fills when it does', () => {
  const play = new Play().send({ type: 'opened' });
  play.answer('overview', ok(EMPTY)).send({ type: 'newReport', shops: ['sample'] });
  expect(play.page('build').draft).toBeNull();
  expect(play.answer('catalogue', ok(CATALOGUE)).page('build').draft).not.toBeNull();
});

test('a catalogue that failed is asked for again when the builder opens', () => {
  const play = new Play().send({ type: 'opened' });
  play.answer('overview', ok(EMPTY)).answer('catalogue', bad('unexpected', { detail: 'x' }));
  expect(play.send({ type: 'newReport', shops: null }).calls()).toEqual([{ name: 'catalogue', input: null }]);
});

test('a saved report comes back as it was saved, with what the builder does not edit', () => {
  const saved = savedReport({
    definition: {
      ...savedReport().definition,
      range: '2026-10-01..2026-10-31',
      filters: [{ field: 'order_status', operator: '!=', values: ['CANCELLED', 'UNPAID'] }],
      sort: [{ field: 'gmv', descending: true }],
      limit: 10,
      schedule: 'daily',
    },
  });
  const play = Play.opened({ ...CONNECTED, reports: [saved] }).send(
    { type: 'editReport', id: 'r1' },
    { type: 'run' },
  );
  expect(play.calls()).toEqual([{ name: 'startRun', input: { report: saved.definition } }]);
});

test('a report saved by its first run is looked up; one that is really gone leads back with a word', () => {
  const play = Play.opened().send({ type: 'editReport', id: 'r1' });
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
  expect(draft(play.answer('overview', ok(BUSY))).name).toBe('Sales by day');
  const gone = Play.opened().send({ type: 'editReport', id: 'r9' }).answer('overview', ok(BUSY));
  expect(gone.page('home').notice?.text).toBe('This report is no longer in this file.');
});

test('what is wrong is told at once and focused, and nothing is sent', () => {
  const play = sample().send(
    { type: 'change', change: { part: 'name', text: ' ' } },
    { type: 'change', change: { part: 'shop', id: 'sample' } },
  );
  play.send({ type: 'run' });
  expect(play.calls()).toEqual([]);
  expect(play.effects).toEqual([{ kind: 'focus', id: 'place-name' }]);
  expect(play.state.said).toBe('2 things need your attention. Give the report a name.');
});

test('a run that could not start keeps the draft and shows the problem beside Run', () => {
  const play = sample()
    .send({ type: 'run' })
    .answer('startRun', bad('too_many_cells', { needed: '1', left: '0' }));
  expect(draft(play).name).toBe('Sales by day');
  expect(play.state.failed.startRun?.problem.code).toBe('too_many_cells');
});

test('an unchanged draft is left without a question, a changed one only with one', () => {
  expect(sample().send({ type: 'leave' }).state.page.at).toBe('home');
  const play = sample().send({ type: 'change', change: { part: 'name', text: 'Mine' } }, { type: 'leave' });
  expect(play.page('build').leaving).toBe(true);
  expect(play.send({ type: 'stay' }).page('build').leaving).toBe(false);
  expect(play.send({ type: 'leave' }, { type: 'leave' }).state.page.at).toBe('home');
});

test('the picker gives the focus to its search, and back to its button', () => {
  const play = sample().send({ type: 'pick', kind: 'metric' });
  expect(play.effects).toEqual([{ kind: 'focus', id: 'picker-search' }]);
  expect(play.send({ type: 'picked' }).effects).toEqual([{ kind: 'focus', id: 'add-metric' }]);
});

test('a chip that moves says where it is now, and stops at the ends', () => {
  const play = sample();
  const move = (from: number, to: number) =>
    play.send({ type: 'change', change: { part: 'order', kind: 'metric', from, to, label: 'GMV' } });
  move(0, 1);
  expect(draft(play).metrics).toEqual(['orders', 'gmv', 'customers']);
  expect(play.state.said).toBe('GMV is now number 2 of 3.');
  move(2, 3);
  expect(draft(play).metrics).toEqual(['orders', 'gmv', 'customers']);
});

test('a field that is removed takes its sort along', () => {
  const play = sample().send(
    { type: 'change', change: { part: 'sortAdded', sort: { field: 'gmv', descending: true } } },
    { type: 'change', change: { part: 'field', kind: 'metric', id: 'gmv', label: 'GMV' } },
  );
  expect(draft(play).sorts).toEqual([]);
});
