// Dashboards of the sample shop: tabs that formulas fill, driven by the cells on top.
import type { TabView } from '../../dev/runtime/types';
import { DASHBOARD_TEXTS, DASHBOARDS, type DashboardId } from '../../src/shared/dashboard';
import type { ReportInput } from '../../src/shared/report';
import { HOUR, type Office, OWNER, openOffice } from './office';

const NOW = Date.UTC(2026, 7, 1, 12);
/** That of the sample shop, which a new dashboard begins with. */
const ZONE = 'America/Los_Angeles';
const DAYS = 'last_30_days_to_date';

let office: Office;
beforeAll(async () => {
  office = await openOffice('sample', { now: NOW });
});
afterAll(() => office.stop());

function insert(dashboard: DashboardId): TabView {
  let run = office.call('insertDashboard', { dashboard, shop: 'sample' });
  while (!run.finished) run = office.call('continueRun', { runId: run.id });
  return office.runtime.document(office.document).tab(run.result?.sheetId ?? '');
}

/** Cells with a formula: where they are, what they say and show. */
const formulas = (tab: TabView) => {
  const shown = tab.display();
  return tab
    .formulas()
    .flatMap((row, r) =>
      row.flatMap((formula, c) => (formula === '' ? [] : [{ formula, shown: shown[r]?.[c] ?? '', r, c }])),
    );
};

/** What the same question as a report answers. */
const answer = (metrics: string, dimensions: string, more: Partial<ReportInput> = {}) =>
  office.answer({
    name: 'Check',
    shops: ['sample'],
    metrics: metrics.split(','),
    dimensions: dimensions === '' ? [] : dimensions.split(','),
    range: DAYS,
    zone: ZONE,
    ...more,
  });
const numbers = (row: readonly unknown[]) => row.map((cell) => (cell === null ? '' : Number(cell)));
const figure = (metric: string, range = DAYS) => numbers(answer(metric, '', { range }).rows[0] ?? [])[0];

describe.each(DASHBOARDS)('%s', (dashboard) => {
  let tab: TabView;
  beforeAll(() => {
    tab = insert(dashboard);
  });
  afterAll(() => tab.delete());

  test('has no error in any cell, and every table has rows', () => {
    const all = formulas(tab);
    expect(all.length).toBeGreaterThan(8);
    for (const { formula, shown, r, c } of all) {
      expect(`${formula} ${shown}`).not.toMatch(/ (#|Loading)/);
      expect(formula).toMatch(/TIKTOKSHOP_VERSION\)?$/);
      // A table's formula shows its first header; below stands its first row.
      if (/^=TIKTOKSHOP\("[^"]*";"[a-z]/.test(formula)) expect(tab.display()[r + 1]?.[c]).not.toBe('');
    }
    expect(tab.values().flat()).not.toContain('#ERROR!');
    expect(tab.cell('A1').value).toBe(DASHBOARD_TEXTS[dashboard].name);
  });

  test('has figures on its cards that are those of reports', () => {
    const cards = formulas(tab).filter(({ formula }) => formula.includes('headers=false'));
    expect(cards).toHaveLength(6);
    for (const { formula, r, c } of cards) {
      const [, metric = ''] = /^=TIKTOKSHOP\("(\w+)"/.exec(formula) ?? [];
      expect([metric, tab.values()[r]?.[c]]).toEqual([metric, figure(metric)]);
    }
  });

  test('has charts that look at the tables of their own', () => {
    expect(tab.charts.length).toBeGreaterThan(1);
    for (const { ranges, headers, options, type } of tab.charts) {
      const [range = ''] = ranges;
      expect(ranges).toHaveLength(1);
      const [start = ''] = range.split(':');
      expect(tab.cell(start).formula).toMatch(/^=TIKTOKSHOP\("/);
      expect(['LINE', 'COLUMN', 'BAR']).toContain(type);
      expect(headers).toBe(1);
      const [head = [], first = []] = tab.values(range);
      // As wide as the table: a header above each column, a number in each but the first.
      expect(head.every((text) => typeof text === 'string' && text !== '')).toBe(true);
      expect(first.slice(1).every((cell) => typeof cell === 'number' || cell === '')).toBe(true);
      expect(first.slice(1).some((cell) => typeof cell === 'number')).toBe(true);
      const last = range.replace(/\D+\d+:(\D+)\d+/, '$1');
      expect(tab.cell(`${next(last)}${start.replace(/\D/g, '')}`).value).toBe('');
      // The title above the table is the chart's own.
      const above = tab.cell(start.replace(/\d+/, (row) => String(Number(row) - 1))).value;
      expect(options['title']).toBe(above);
    }
  });
});

/** The column to the right, up to AZ. */
const next = (letters: string): string =>
  letters.endsWith('Z')
    ? `${letters === 'Z' ? 'A' : 'B'}A`
    : letters.slice(0, -1) + String.fromCharCode(letters.charCodeAt(letters.length - 1) + 1);

describe('the overview', () => {
  let tab: TabView;
  beforeAll(() => {
    tab = insert('overview');
  });
  afterAll(() => tab.delete());

  const place = (title: string) => {
    const found = tab
      .values()
      .flatMap((row, r) => row.flatMap((cell, c) => (cell === title ? [{ r, c }] : [])));
    if (!found[0]) throw new Error(`There is no “${title}”.`);
    return found[0];
  };

  test('has tables that are those of reports', () => {
    const { r, c } = place('Top products');
    const table = answer('sale_price,items_sold', 'product_name', {
      sort: [{ field: 'sale_price', descending: true }],
      limit: 10,
      compare: { to: 'previous_period', show: ['percent'] },
    });
    const shown = tab
      .values()
      .slice(r + 2, r + 12)
      .map((row) => row.slice(c, c + 5));
    expect(shown.map(([name]) => name)).toEqual(table.rows.map(([name]) => name));
    shown.forEach((row, i) => {
      for (const [j, value] of numbers(table.rows[i]?.slice(1) ?? []).entries())
        expect(row[j + 1]).toBeCloseTo(Number(value), 9);
    });
  });

  test('colours hours and weekdays by their numbers, and nothing else', () => {
    const { r, c } = place('Paid orders by hour and weekday');
    const heat = tab.conditionalFormats.filter(({ gradient }) => gradient !== null);
    expect(heat.map(({ ranges }) => ranges)).toEqual([[`B${r + 3}:H${r + 26}`]]);
    const cells = tab
      .values()
      .slice(r + 2, r + 26)
      .map((row) => row.slice(c, c + 8));
    const asked = answer('paid_orders', 'hour', { pivot: ['day_of_week'], dense: true });
    expect(cells.map(numbers)).toEqual(asked.rows.map(numbers));
  });

  test('offers its shops, days and comparisons as lists; another shop is refused', () => {
    const lists = Object.fromEntries(tab.validations.map(({ range, list }) => [range, list]));
    expect(lists['A4']).toEqual(['Sample Shop']);
    expect(lists['I4']).toContain('last_28_days');
    expect(lists['A6']).toContain('none');
    expect(() => tab.type('A4', 'Another')).toThrow(/data validation/);
  });

  test('a second one has a tab of its own, and one cell tells of runs to both', () => {
    const other = insert('overview');
    expect([tab.name, other.name]).toEqual(['Overview', 'Overview (2)']);
    const { namedRanges } = office.runtime.document(office.document);
    expect(namedRanges.map(({ name }) => name)).toEqual(['TIKTOKSHOP_VERSION']);
    expect([tab, other].map((one) => one.cell('K4').formula)).toEqual(Array(2).fill('=TIKTOKSHOP_VERSION'));
    expect(tab.cell('K4').value).toMatch(/^2026-08-01/);
    expect(other.cell('K4').value).toBe(tab.cell('K4').value);
    expect(other.cell('A9').value).toBe(tab.cell('A9').value);
    other.delete();
  });

  test('a later refresh brings its figures up to date and leaves what its user changed', () => {
    tab.type('I4', 'last_7_days');
    tab.type('A1', 'My shop');
    const before = tab.cell('K4').value;
    office.runtime.clock.advance(30 * HOUR);
    const id = office.call('overview', null).reports.find(({ tab: of }) => of?.sheetId === tab.id)
      ?.definition.id;
    office.run({ reportId: id ?? '' });
    expect(tab.cell('K4').value).not.toBe(before);
    expect(tab.cell('A1').value).toBe('My shop');
    expect(tab.cell('A9').value).toBe(figure('gmv', 'last_7_days'));
    expect(tab.charts).toHaveLength(3);
  });

  test('follows the days, the comparison and the time zone in its cells', () => {
    const days = '2026-07-02..2026-07-04';
    tab.type('I4', days);
    expect(tab.cell('A9').value).toBe(figure('gmv', days));
    expect(tab.cell('B9').display).toMatch(/%$/);
    tab.type('A6', 'none');
    expect(tab.cell('A9').value).toBe(figure('gmv', days));
    expect(tab.cell('B9').display).toBe('');
    tab.type('I6', 'Asia/Tokyo');
    expect(tab.cell('A9').value).not.toBe(figure('gmv', days));
  });
});

test('an insertion that is killed anywhere while it draws is completed by going on', () => {
  insert('products').delete();
  const run = office.call('insertDashboard', { dashboard: 'products', shop: 'sample' });
  const before = office.runtime.snapshot();
  office.executions.length = 0;
  office.call('continueRun', { runId: run.id });
  const calls = office.executions[0]?.calls ?? [];
  const drawing = calls.flatMap(({ service, method }, i) =>
    service === 'Sheet' || service === 'Range' || service === 'RangeList' || method === 'setNamedRange'
      ? [i + 1]
      : [],
  );
  const looks = (name: string) => {
    const {
      values,
      formulas: asked,
      formats,
      charts,
      conditionalFormats,
      validations,
    } = office.runtime.document(office.document).tab(name);
    return JSON.stringify([
      asked(),
      values('A1:AZ20'),
      formats('A1:AZ60'),
      charts,
      conditionalFormats,
      validations,
    ]);
  };
  const whole = looks('Products and stock').replaceAll(/2026-08-0\dT[\d:]+Z/g, '');
  const every = Math.ceil(drawing.length / 4);
  for (const killAt of drawing.filter((_, i) => i % every === 0)) {
    office.runtime.restore(before);
    const input = JSON.stringify({ runId: run.id });
    const killed = office.runtime.serverCall(office.document, OWNER, 'rpc', ['continueRun', input], {
      killAt,
    });
    expect(killed.killed).toBe(true);
    let again = office.call('continueRun', { runId: run.id });
    while (!again.finished) again = office.call('continueRun', { runId: run.id });
    expect(looks(again.result?.sheetName ?? '').replaceAll(/2026-08-0\dT[\d:]+Z/g, '')).toBe(whole);
  }
});

test('a shop that nobody is connected to is refused by name', () => {
  expect(office.reply('insertDashboard', { dashboard: 'overview', shop: 'gone' })).toMatchObject({
    ok: false,
    problem: { code: 'unknown_shop', text: expect.stringContaining('gone') },
  });
});
