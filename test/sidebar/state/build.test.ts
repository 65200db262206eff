import type { ReportInput } from '../../../src/shared/report';
import type { DraftChange } from '../../../src/sidebar/report/draft-change';
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
      filters: [
        { field: 'order_status', operator: '!=', values: ['CANCELLED', 'a|b', 'c\\d'] },
        { field: 'order_status', operator: '=~', values: ['^a\\|b|c$'] },
      ],
      sort: [{ field: 'gmv', descending: true }],
      limit: 10,
      pivot: ['order_status', 'is_cod'],
      compare: { to: '2025-10-01..2025-10-31', show: ['change'] },
      totals: true,
      subtotals: false,
      other: true,
      dense: true,
      time: 'create_time',
      weekStart: 6,
      calculations: [{ metric: 'gmv', kind: 'running' }],
      rates: { to: 'USD', range: 'Rates!A2:C' },
      schedule: 'daily',
    },
  });
  const play = Play.opened({ ...CONNECTED, reports: [saved] }).send(
    { type: 'editReport', id: 'r1' },
    { type: 'run' },
  );
  // The names of tabs are asked for, since this one goes to a tab.
  expect(play.calls()).toEqual([
    { name: 'places', input: null },
    { name: 'startRun', input: { report: saved.definition } },
  ]);
});

test('what is chosen arrives, each under its name, and what is taken back leaves nothing', () => {
  const play = sample();
  const change = (...changes: DraftChange[]) =>
    play.send(...changes.map((one) => ({ type: 'change', change: one }) as const));
  change(
    { part: 'field', kind: 'pivot', id: 'order_status', label: 'Order status' },
    { part: 'compare', range: { preset: 'same_weekdays', show: ['value', 'change'] } },
    { part: 'options', options: { totals: true, dense: true, weekStart: 6, time: 'sales_time' } },
    { part: 'options', options: { calculations: [{ metric: 'gmv', kind: 'rank' }] } },
    { part: 'options', options: { rates: { to: 'EUR', range: 'A1:C' } } },
  );
  const report = () => play.send({ type: 'run' }).calls()[0]?.input as { report: ReportInput };
  expect(report().report).toMatchObject({
    pivot: ['order_status'],
    compare: { to: 'same_weekdays', show: ['value', 'change'] },
    totals: true,
    dense: true,
    weekStart: 6,
    time: 'sales_time',
    calculations: [{ metric: 'gmv', kind: 'rank' }],
    rates: { to: 'EUR', range: 'A1:C' },
  });
  const plain = sample().send({ type: 'run' }).calls();
  play.answer('startRun', bad('busy_elsewhere'));
  change(
    { part: 'field', kind: 'pivot', id: 'order_status', label: 'Order status' },
    { part: 'compare', range: { preset: '', show: ['value', 'percent'] } },
    { part: 'options', options: { totals: false, dense: false, weekStart: 0, time: '' } },
    { part: 'options', options: { calculations: [], rates: undefined } },
  );
  expect(play.send({ type: 'run' }).calls()).toEqual(plain);
});

test('a new report begins with a ready-made one: its name is free, the shop stays, and one step undoes it', () => {
  const play = Play.opened(BUSY).send({ type: 'newReport', shops: ['sample'] });
  const before = draft(play);
  play.send({ type: 'pick', kind: 'readyMade' }, { type: 'search', text: 'week' });
  const [readyMade] = CATALOGUE.ready;
  play.send({ type: 'startFrom', readyMade: readyMade! });
  expect(play.page('build').picking).toBeNull();
  expect(play.effects).toEqual([{ kind: 'focus', id: 'view-title' }]);
  expect(play.state.said).toBe('Sales by week and status is filled in.');
  expect(draft(play)).toMatchObject({
    name: 'Sales by week and status',
    shops: ['sample'],
    pivot: ['order_status'],
    compare: { preset: 'last_year', show: ['percent'] },
    options: { totals: true },
  });
  expect(draft(play.send({ type: 'undo' }))).toEqual(before);
});

test('changes are undone one by one, typed words as a whole, and with the last one nothing is left to lose', () => {
  const play = sample();
  const first = draft(play);
  for (const text of ['M', 'My', 'My sales']) play.send({ type: 'change', change: { part: 'name', text } });
  play.send({ type: 'change', change: { part: 'options', options: { totals: true } } });
  play.send({ type: 'change', change: { part: 'options', options: { totals: false } } });
  play.send({
    type: 'change',
    change: { part: 'order', kind: 'metric', from: 2, to: 3, label: 'Customers' },
  });
  expect(draft(play.send({ type: 'undo' })).options).toEqual({ totals: true });
  expect(play.effects).toEqual([]);
  expect(draft(play.send({ type: 'undo' }))).toEqual({ ...first, name: 'My sales' });
  expect(draft(play.send({ type: 'undo' }))).toEqual(first);
  // The button is gone: the title has the focus.
  expect(play.effects).toEqual([{ kind: 'focus', id: 'view-title' }]);
  expect(play.state.said).toBe('Undone.');
  expect(play.send({ type: 'undo' }, { type: 'leave' }).state.page.at).toBe('home');
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

test('a metric that is removed takes what is worked out from it along', () => {
  const calculations = (['gmv', 'orders'] as const).map((metric) => ({ metric, kind: 'share' as const }));
  const play = sample().send(
    { type: 'change', change: { part: 'options', options: { calculations } } },
    { type: 'change', change: { part: 'field', kind: 'metric', id: 'gmv', label: 'GMV' } },
  );
  expect(draft(play).options).toEqual({ calculations: [{ metric: 'orders', kind: 'share' }] });
});
