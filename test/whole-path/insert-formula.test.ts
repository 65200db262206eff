// "Insert as formula": a report becomes a formula in the cell with the cursor, with the report's own answer.
import fc from 'fast-check';
import type { Answer } from '../../src/shared/api';
import type { FieldType } from '../../src/shared/field';
import type { Filter } from '../../src/shared/filter';
import { formulaText, separatorIn } from '../../src/shared/formula-text';
import type { ReportInput } from '../../src/shared/report';
import { placesToKill } from './killed-state';
import { DAY, HOUR, type Office, OWNER, openOffice } from './office';
import { comparable } from './shown';

const NOW = Date.UTC(2026, 7, 1, 12);
const RANGE = '2026-07-22..2026-07-31';
const report: ReportInput = {
  name: 'By day',
  shops: ['sample'],
  metrics: ['gmv', 'orders'],
  dimensions: ['date'],
  range: RANGE,
};

let office: Office;
/** Orders and items are stored, and no formula is there yet. */
let stored: string;

beforeAll(async () => {
  office = await openOffice('sample', { now: NOW });
  office.run({ ...report, metrics: ['gmv', 'orders', 'items_sold'], dimensions: ['date', 'product_name'] });
  office.run({ ...report, name: 'Scheduled', schedule: { every: 'day', hour: 6, zone: 'UTC' } });
  office.runtime.document(office.document).tab('Sheet1').activate();
  stored = office.runtime.snapshot();
});
beforeEach(() => office.runtime.restore(stored));
afterAll(() => office.stop());

const file = () => office.runtime.document(office.document);
const sheet = () => file().tab('Sheet1');
const insert = (asked: ReportInput = report) => office.reply('insertFormula', { report: asked });
const version = () => file().tab('TikTok Shop version');

test('the formula stands where the cursor is, names the version cell, and answers as the report does', () => {
  sheet().activate('B3');
  expect(insert()).toEqual({ ok: true, value: { tab: 'Sheet1', area: 'B3:D13' } });
  expect(sheet().cell('B3').formula).toBe(
    `=TIKTOKSHOP("gmv,orders","date","${RANGE}","","shop=sample",TIKTOKSHOP_VERSION)`,
  );
  const { rows } = office.answer(report);
  expect(sheet().values('B3:D3')[0]).toEqual(['Date', 'GMV (USD)', 'Orders']);
  expect(
    sheet()
      .values('B4:D13')
      .map((row) => row.map(comparable)),
  ).toEqual(rows.map(([day, gmv, orders]) => [`${day}T00:00:00`, Number(gmv), orders]));
  expect(file().activeTab).toBe(sheet().id);
  expect(version()).toMatchObject({ hidden: true });
  expect(file().namedRanges).toEqual([
    { name: 'TIKTOKSHOP_VERSION', tab: 'TikTok Shop version', range: 'A1' },
  ]);
});

test('what stands where the answer would go is named, and nothing is changed', () => {
  sheet().type('C5', 'mine');
  sheet().type('D9', '=""');
  sheet().activate('B3');
  const before = office.runtime.snapshot();
  expect(insert()).toMatchObject({
    ok: false,
    problem: {
      code: 'formula_overlap',
      text: 'The answer fills B3:D13 of “Sheet1”, and these cells are not empty: C5, D9.',
    },
  });
  expect(sheet().formulas().flat().filter(Boolean)).toEqual(['=""']);
  expect(file().tabs.map(({ name }) => name)).not.toContain('TikTok Shop version');
  expect(JSON.parse(office.runtime.snapshot()).documents).toEqual(JSON.parse(before).documents);
});

test('at the edge of a tab there is made room', () => {
  sheet().activate('Z995');
  expect(insert()).toMatchObject({ ok: true });
  expect(sheet().cell('Z995').error).toBeUndefined();
  expect([sheet().maxRows, sheet().maxColumns]).toEqual([1005, 28]);
});

test('where commas are decimal, semicolons separate, and the formula answers the same', () => {
  const { runtime } = office;
  insert();
  const value = sheet().values('A1:C11');
  const german = runtime.createSpreadsheet({ owner: OWNER, locale: 'de_DE' });
  const call = (name: string, input: unknown) =>
    JSON.parse(String(runtime.serverCall(german, OWNER, 'rpc', [name, JSON.stringify(input)]).value)).value;
  let run = call('startRun', { report });
  while (!run.finished) run = call('continueRun', { runId: run.id });
  const tab = runtime.document(german).tab('Sheet1');
  tab.activate();
  expect(call('insertFormula', { report })).toEqual({ tab: 'Sheet1', area: 'A1:C11' });
  expect(tab.cell('A1').formula).toContain('"gmv,orders";"date";');
  expect(tab.values('A1:C11').map((row) => row.map(comparable))).toEqual(
    value.map((row) => row.map(comparable)),
  );
  tab.type('F1', `=TIKTOKSHOP("orders","","${RANGE}")`);
  expect(tab.cell('F1').display).toBe('#ERROR!');
  expect(call('catalogue', null).separator).toBe(';');
});

test.each([
  ['de_DE', ';'],
  ['in_ID', ';'],
  ['en_ZA', ';'],
  ['en_US', ','],
  ['en_GB', ','],
  ['', ','],
])('in %s arguments are separated by %s', (locale, separator) => {
  expect(separatorIn(locale)).toBe(separator);
});

test.each([
  ['a shop that nothing is stored of', { shops: ['7495000000000000001'] }, /no shop “7495/],
  ['a wrong report', { range: 'the other day' }, /the other day/],
  [
    'a filter that no formula can say',
    { filters: [{ field: 'product_name', operator: '=', values: ['a;b'] }] },
    /“product_name=a;b” can't stand in a formula/,
  ],
  [
    'an operator that would be read as another',
    { filters: [{ field: 'product_name', operator: '=', values: ['~a'] }] },
    /“product_name=~a” can't stand/,
  ],
  ['rates in a tab with a semicolon', { rates: { to: 'USD', range: "'a;b'!A2:C" } }, /no range|can't stand/],
] as const)('%s is refused before anything is written', (_name, change, text) => {
  const reply = insert({ ...report, ...(change as Partial<ReportInput>) });
  expect(reply).toMatchObject({ ok: false, problem: { text: expect.stringMatching(text) } });
  expect(sheet().formulas().flat().filter(Boolean)).toEqual([]);
});

test('what a run would load is estimated from what is stored, without a call to TikTok', () => {
  const estimate = (range: string) => {
    const value = office.call('estimateRun', { report: { ...report, range } });
    expect(office.executions.at(-1)!.calls.filter(({ service }) => service === 'UrlFetchApp')).toEqual([]);
    return value;
  };
  expect(estimate(RANGE)).toEqual({ days: 0, records: 0, calls: 0, seconds: 0 });
  const more = estimate('2026-07-01..2026-07-31');
  expect(more).toMatchObject({ days: 21, calls: 0 });
  const before = Number(office.answer({ ...report, metrics: ['orders'], dimensions: [] }).rows[0]![0]);
  office.run({ ...report, name: 'More', range: '2026-07-01..2026-07-31' });
  const all = { ...report, metrics: ['orders'], dimensions: [], range: '2026-07-01..2026-07-31' };
  const loaded = Number(office.answer(all).rows[0]![0]) - before;
  // Older orders that changed are loaded, too, and are no part of this count.
  expect(more.records! / loaded).toBeGreaterThan(0.5);
  expect(more.records! / loaded).toBeLessThan(3);
  expect(office.call('estimateRun', { report: { ...report, metrics: ['returns'] } }).records).toBeNull();
});

test('a value from a cell stands in an inserted formula as it is now, and in no text that is shown before', () => {
  sheet().type('A1', '3');
  const limited: ReportInput = { ...report, limit: '=Sheet1!A1' };
  expect(formulaText(limited, ',')).toEqual({ cannot: expect.stringMatching(/“=Sheet1!A1” from a cell/) });
  sheet().activate('C3');
  expect(insert(limited)).toMatchObject({ ok: true });
  expect(sheet().cell('C3').formula).toContain('limit=3');
});

test('a refresh changes the version cell, and the formula answers anew by itself', () => {
  const total = { ...report, metrics: ['orders'], dimensions: [], range: '2026-07-22..2026-08-04' };
  office.run({ ...total, name: 'Total' });
  sheet().activate();
  insert(total);
  const before = Number(sheet().cell('A1').value);
  office.runtime.clock.advance(2 * DAY);
  office.run({ ...total, name: 'Total' });
  expect(Number(sheet().cell('A1').value)).toBeGreaterThan(before);
});

test('a new day changes the version cell, at an hour at which nothing else is due', () => {
  insert();
  office.call('overview', null);
  const at = () => version().cell('A1').display;
  expect(at()).toMatch(/^2026-08-01/);
  office.runtime.tick(11 * HOUR);
  expect(at()).toMatch(/^2026-08-01/);
  office.runtime.tick(2 * HOUR);
  expect(at()).toMatch(/^2026-08-02T00/);
});

test('the version cell that was deleted keeps no dispatcher awake', () => {
  insert();
  version().delete();
  office.runtime.tick(2 * DAY);
  const idle = office.runtime.tick(HOUR).filter(({ functionName }) => functionName === 'runSchedule');
  expect(idle.map(({ calls }) => calls.filter(({ service }) => service === 'Properties').length)).toEqual([
    1,
  ]);
});

test('killed at any write it leaves nothing by halves: a second try inserts the formula, with one version cell', () => {
  sheet().activate('B3');
  const start = office.runtime.snapshot();
  insert();
  const { calls } = office.executions.at(-1)!;
  for (const killAt of placesToKill(calls, 10)) {
    office.runtime.restore(start);
    const input = JSON.stringify({ report });
    const { killed } = office.runtime.serverCall(office.document, OWNER, 'rpc', ['insertFormula', input], {
      killAt,
    });
    expect(killed).toBe(true);
    sheet().activate('B3');
    if (sheet().cell('B3').formula === '') expect(insert()).toMatchObject({ ok: true });
    expect(sheet().values('B3:D3')[0]).toEqual(['Date', 'GMV (USD)', 'Orders']);
    expect(file().tabs.filter(({ name }) => name.startsWith('TikTok Shop version'))).toHaveLength(1);
    expect(file().namedRanges).toHaveLength(1);
  }
});

/** Reports about orders and items, in every form that a builder can give them. */
const metric = fc.constantFrom('gmv', 'orders', 'paid_orders', 'items_sold', 'customers', 'aov');
const dimension = fc.constantFrom('date', 'week', 'product_name', 'order_status', 'shop_name', 'hour');
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: fc.constant('product_name'),
    operator: fc.constantFrom('=', '!=', '~', '!~', '^='),
    values: fc.array(fc.constantFrom('a', 'Tea "green"', 'x|y', 'a\\b', '', 'ü, ö'), {
      minLength: 1,
      maxLength: 1,
    }),
  }),
  fc.record({
    field: fc.constant('order_status'),
    operator: fc.constantFrom('=', '!='),
    values: fc.uniqueArray(fc.constantFrom('CANCELLED', 'COMPLETED', 'DELIVERED'), { minLength: 1 }),
  }),
  fc.constant<Filter>({ field: 'gmv', operator: '>=', values: ['12.5'] }),
);
const reports = fc
  .record({
    metrics: fc.uniqueArray(metric, { minLength: 1, maxLength: 3 }),
    dimensions: fc.uniqueArray(dimension, { maxLength: 2 }),
    pivot: fc.constantFrom(undefined, undefined, undefined, ['order_status'] as const),
    range: fc.constantFrom(RANGE, 'last_7_days', '2026-07-30', 'last_24_hours'),
    zone: fc.constantFrom('UTC', 'Asia/Jakarta', 'America/New_York'),
    filters: fc.array(filter, { maxLength: 2 }),
    descending: fc.boolean(),
    limit: fc.constantFrom(null, 3),
    flags: fc.record({ totals: fc.boolean(), other: fc.boolean(), dense: fc.boolean() }),
    time: fc.constantFrom(undefined, 'create_time'),
    weekStart: fc.constantFrom(undefined, 6 as const),
    compare: fc.constantFrom(undefined, { to: 'previous_period', show: ['percent', 'value'] as const }),
    kinds: fc.uniqueArray(fc.constantFrom('rank', 'share'), { maxLength: 2 }),
  })
  .map(({ flags, time, weekStart, compare, kinds, descending, pivot, ...rest }): ReportInput => {
    const [first = ''] = rest.metrics;
    return {
      ...report,
      ...rest,
      ...flags,
      ...(pivot && !rest.dimensions.includes('order_status') ? { pivot: [...pivot] } : {}),
      ...(time ? { time } : {}),
      ...(weekStart ? { weekStart } : {}),
      ...(compare ? { compare: { ...compare, show: [...compare.show] } } : {}),
      sort: [{ field: first, descending }],
      calculations: rest.metrics.flatMap((one) => kinds.map((kind) => ({ metric: one, kind }))),
    };
  });

/** What a cell holds where an exact answer says this. */
const inCell = (value: Answer['rows'][number][number], type: FieldType) => {
  if (value === null) return '';
  // Where a total stands in the place of a day it stays a word.
  if (type === 'date' && /^\d/.test(String(value))) return `${value}T00:00:00`;
  return type === 'money' || type === 'percent' || type === 'decimal' ? Number(value) : value;
};

test('whatever the report, its formula has the cells of its answer', () => {
  let tables = 0;
  fc.assert(
    fc.property(reports, (asked) => {
      office.runtime.restore(stored);
      const made = formulaText(asked, ',');
      if ('cannot' in made) throw new Error(made.cannot);
      sheet().nameRange('TIKTOKSHOP_VERSION', 'Z1000');
      // Room for what is split into many columns.
      sheet().insertColumns(26, 100);
      sheet().type('A1', made.text);
      const reply = office.reply('answer', { report: asked });
      if (!reply.ok) {
        expect(sheet().cell('A1').error).toContain(reply.problem.text);
        return;
      }
      const { columns, rows } = reply.value;
      const expected = rows.map((row) => row.map((value, i) => inCell(value, columns[i]!.type)));
      const single = asked.dimensions.length === 0 && asked.metrics.length === 1 && columns.length === 1;
      const labels = single ? [] : [columns.map(({ label }) => expect.stringContaining(label))];
      const height = expected.length + labels.length;
      const cells = sheet().values();
      const found = Array.from({ length: height }, (_, r) =>
        columns.map((_, c) => comparable(cells[r]?.[c] ?? '')),
      );
      expect({ asked, error: sheet().cell('A1').error, found }).toEqual({
        asked,
        found: [...labels, ...expected],
      });
      if (height > 3) tables++;
    }),
    { numRuns: 40, seed: 7, endOnFailure: true },
  );
  expect(tables).toBeGreaterThan(10);
});
