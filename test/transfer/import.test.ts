// Reports as JSON from one file to another, through the built bundle: all of them, or none with every reason.

import type { ReportInput } from '../../src/shared/report';
import { draftOf, inputOf } from '../../src/sidebar/report/draft';
import { exported } from '../../src/sidebar/report/exported';
import { ANN, BEN, openDesk } from '../schedule/desk';

const NOW = Date.UTC(2026, 10, 20, 12);
const SALES = {
  name: 'Sales',
  shops: ['sample'],
  metrics: ['gmv', 'orders'],
  dimensions: ['date'],
  range: 'last_30_days',
  filters: [{ field: 'order_status', operator: '!=' as const, values: ['CANCELLED'] }],
};

const refused = (text: string): string => {
  const desk = openDesk(NOW);
  const reply = desk.reply('importReports', { text });
  if (reply.ok) throw new Error('it was imported');
  expect(desk.overview().reports).toEqual([]);
  return reply.problem.text;
};

test('what one file exports another one imports, as a report of its own that runs', () => {
  const there = openDesk(NOW);
  there.call('startRun', { report: SALES });
  const [original] = there.overview().reports;
  const here = openDesk(NOW);
  const { reports } = here.call('importReports', { text: exported(there.overview().reports) });
  expect(reports).toHaveLength(1);
  const { id, ...definition } = reports[0]!.definition;
  expect(definition).toEqual({ ...original!.definition, id: undefined });
  let run = here.call('startRun', { reportId: id });
  while (!run.finished) run = here.call('continueRun', { runId: run.id });
  expect(run.problem).toBeNull();
  expect(run.result?.sheetName).toBe('Sales');
});

test('everything about the form of a table goes along, and the report comes back into the builder as it was', () => {
  const shaped = {
    ...SALES,
    sort: [{ field: 'gmv', descending: true }],
    limit: 5,
    pivot: ['order_status', 'is_cod'],
    compare: { to: '2025-10-01..2025-10-31', show: ['value', 'change', 'percent'] },
    totals: true,
    other: true,
    dense: true,
    time: 'sales_time',
    weekStart: 6,
    calculations: [
      { metric: 'gmv', kind: 'running' },
      { metric: 'orders', kind: 'share' },
    ],
  } satisfies ReportInput;
  const there = openDesk(NOW);
  there.call('startRun', { report: shaped });
  const here = openDesk(NOW);
  const { reports } = here.call('importReports', { text: exported(there.overview().reports) });
  const { definition } = reports[0]!;
  expect(definition).toMatchObject(shaped);
  // A tab of its own goes without saying.
  expect({ target: { kind: 'new' }, ...inputOf(draftOf(definition)) }).toEqual(definition);
});

test('an imported schedule is that of whoever imports it', () => {
  const desk = openDesk(NOW);
  const schedule = { every: 'day', hour: 6, zone: 'Asia/Jakarta' } as const;
  const { schedules } = desk.call('importReports', { text: JSON.stringify([{ ...SALES, schedule }]) }, BEN);
  expect(schedules?.reports).toMatchObject([{ owner: 'you', nextRun: '2026-11-20T23:00:00Z' }]);
  expect(desk.overview(ANN).schedules?.reports).toMatchObject([{ owner: 'other', ownerName: BEN }]);
});

test('importing into a file that has the report already makes a second one and touches neither it nor its tab', () => {
  const desk = openDesk(NOW);
  desk.call('startRun', { report: SALES });
  const [before] = desk.overview().reports;
  const text = JSON.stringify([{ ...before!.definition, name: 'Mine' }]);
  const { reports } = desk.call('importReports', { text });
  expect(reports.map(({ definition }) => definition.name).sort()).toEqual(['Mine', 'Sales']);
  expect(reports.find(({ definition }) => definition.name === 'Mine')?.definition.target).toEqual({
    kind: 'new',
  });
});

test('every issue of every report is told at once, each with its place, and nothing is imported', () => {
  const zone = { every: 'day', hour: 6, zone: 'Mars/Base' };
  const lines = refused(
    JSON.stringify([
      SALES,
      { ...SALES, name: 'A', shops: [], limit: 0 },
      'no report',
      { ...SALES, name: 'B', metrics: ['gnv'], schedule: zone },
      { ...SALES, name: 'C', range: 'soon' },
      { ...SALES, name: 'D', metrics: [], dimensions: [] },
    ]),
  ).split('\n');
  expect(lines[0]).toBe('Nothing was imported.');
  expect(lines.slice(1)).toEqual([
    'Report 2 “A”: shops: must have at least 1 entry',
    'Report 2 “A”: limit: must be at least 1',
    'Report 3: this is no report.',
    'Report 4 “B”: There is no field “gnv”.',
    'Report 4 “B”: There is no time zone “Mars/Base”.',
    'Report 5 “C”: The date range “soon” is not understood.',
    'Report 6 “D”: No fields are chosen.',
  ]);
});

test.each([
  ['cut off', '[{"name": "Sal'],
  ['no JSON', 'gmv,orders'],
])('a text that is %s is refused as such', (_, text) => {
  expect(refused(text)).toBe('This text is no JSON: a part of it may be missing.');
});

test('an empty list is told, and a key that no report has', () => {
  expect(refused('[]')).toBe('There is no report in this text.');
  expect(refused(JSON.stringify({ ...SALES, colour: 'red' }))).toContain(
    'Report 1 “Sales”: report: has parts that are not known: colour',
  );
});
