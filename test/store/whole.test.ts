// The store behind the built add-on: what happens to it by hand, by accident and by design.
import type { Runtime, TabView } from '../../dev/runtime/types';
import type { ReportInput } from '../../src/shared/report';
import { connect, DAY, HOUR, type Office, OWNER, openOffice } from '../whole-path/office';

const NOW = Date.UTC(2026, 3, 8, 9);
let office: Office;
let report: ReportInput;
let loaded: ReturnType<Runtime['snapshot']>;
let figures: unknown;

beforeAll(async () => {
  office = await openOffice(
    { seed: 'store', shops: ['US'], orders: 400, since: '2026-01-10', until: '2026-04-08' },
    { now: NOW },
  );
  const [shop] = (await connect(office)).shops;
  report = {
    name: 'Store',
    shops: [shop!.id],
    metrics: ['gmv', 'orders', 'items_sold', 'customers'],
    dimensions: ['month', 'product_name'],
    range: '2026-01-10..2026-04-07',
  };
  office.run(report);
  figures = office.answer(report).rows;
  loaded = office.runtime.snapshot();
});
afterAll(() => office.stop());
beforeEach(() => office.runtime.restore(loaded));

const tabs = () => office.runtime.document(office.document).tabs;
const store = (): TabView =>
  tabs().find(({ id, metadata }) =>
    metadata.some(({ key, value }) => key === 'tiktokshop.store' && value === String(id)),
  )!;
/** 1-based row of the piece whose key contains all words. */
const rowOf = (tab: TabView, ...words: string[]): number =>
  tab.values().findIndex(([key]) => words.every((word) => String(key).includes(word))) + 1;
const answered = () => office.reply('answer', { report });

/** Runs until it is through; the problems met on the way. */
function runPatiently(): string[] {
  const met: string[] = [];
  let run = office.call('startRun', { report });
  for (let i = 0; i < 20 && !run.finished; i++) {
    const reply = office.reply('continueRun', { runId: run.id });
    if (reply.ok) run = reply.value;
    else met.push(`${reply.problem.code}: ${reply.problem.text}`);
  }
  expect(run.finished).toBe(true);
  return met;
}

describe('a store tab that its user', () => {
  test.each<[string, (tab: TabView) => void]>([
    ['renamed', (tab) => tab.rename('My data')],
    [
      'unhid and moved',
      (tab) => {
        tab.setHidden(false);
        tab.moveTo(0);
      },
    ],
    ['copied', (tab) => void tab.duplicate()],
    [
      'inserted rows into',
      (tab) => {
        tab.insertRows(1, 2);
        tab.insertRows(5);
      },
    ],
    ['inserted a column into, among the payload', (tab) => tab.insertColumns(6)],
    ['wrote a note of theirs below', (tab) => tab.type(`A${tab.maxRows}`, 'Do not touch')],
  ])('%s answers as before, and goes on being filled', (_what, change) => {
    change(store());
    expect(office.answer(report).rows).toEqual(figures);
    office.runtime.clock.advance(2 * HOUR);
    expect(runPatiently()).toEqual([]);
    expect(office.answer(report).rows).toEqual(figures);
  });

  test('copied is read from the original: what is written later is found', () => {
    const copy = store().duplicate();
    copy.moveTo(0);
    office.runtime.clock.advance(DAY);
    const newer = { ...report, range: '2026-01-10..2026-04-08' };
    office.run({ ...newer, name: 'Newer' });
    expect(office.answer(newer).notes.join()).not.toMatch(/not loaded/);
  });

  test('inserted a column at the left of is not begun anew: it says what is wrong, and undoing mends it', () => {
    const tab = store();
    tab.insertColumns(1);
    const reply = answered();
    expect(reply.ok ? '' : reply.problem.code).toBe('store_changed');
    const before = tab.values();
    expect(office.reply('continueRun', { runId: office.call('startRun', { report }).id }).ok).toBe(false);
    expect(tab.values()).toEqual(before);
    tab.deleteColumns(1);
    expect(office.answer(report).rows).toEqual(figures);
  });
});

describe('damage', () => {
  const damages: [string, (tab: TabView) => void][] = [
    ['a payload typed over', (tab) => tab.type(`E${rowOf(tab, 'orders', '2026-02')}`, 'Toops')],
    ['a payload emptied', (tab) => tab.type(`E${rowOf(tab, 'line_items', '2026-03')}`, '')],
    ['an index cell typed over', (tab) => tab.type(`C${rowOf(tab, 'orders', '2026-02')}`, 'oops')],
    ['a version typed over', (tab) => tab.type(`B${rowOf(tab, 'orders', '2026-02')}`, 'oops')],
    ['a deleted row', (tab) => tab.deleteRows(rowOf(tab, 'orders', '2026-03'))],
  ];
  test.each(damages)('%s is told by shop, stream and days, not answered as fewer sales', (_what, damage) => {
    damage(store());
    const reply = answered();
    if (reply.ok) throw new Error('it was answered');
    expect(reply.problem.code).toBe('store_damaged');
    expect(reply.problem.text).toMatch(
      new RegExp(`(orders|line_items) of shop ${report.shops[0]}, 2026-0[23]-01 to 2026-0[23]-\\d\\d`),
    );
  });

  test.each(damages)('%s is fetched again by the next run; the figures are the same', (_what, damage) => {
    damage(store());
    const met = runPatiently();
    expect(met).toHaveLength(1);
    expect(met[0]).toMatch(/^store_damaged: /);
    expect(office.answer(report).rows).toEqual(figures);
  });

  test('the bytes of a damaged partition are kept under another name', () => {
    const tab = store();
    const row = rowOf(tab, 'orders', '2026-02');
    const payload = String(tab.cell(`E${row}`).value);
    tab.type(`E${row}`, `${payload}X`);
    runPatiently();
    const kept = store()
      .values()
      .find(([key]) => String(key).includes('orders damaged'));
    expect(kept?.slice(4).join('')).toBe(`${payload}X`);
    expect(office.call('storage', null).partitions.filter(({ damaged }) => damaged)).toHaveLength(1);
  });

  test('after damage, days that were not fetched again are not claimed', () => {
    const tab = store();
    tab.type(`E${rowOf(tab, 'orders', '2026-02')}`, 'Toops');
    const run = office.call('startRun', { report });
    while (office.reply('continueRun', { runId: run.id }).ok);
    expect(office.answer({ ...report, range: '2026-02-01..2026-02-28' }).notes.join()).toMatch(/not loaded/);
  });
});

describe('size', () => {
  test('storage says what lies there, and how many cells it takes', () => {
    const { characters, partitions, cells } = office.call('storage', null);
    expect(partitions.map(({ stream, from }) => `${stream} ${from}`)).toEqual(
      ['line_items', 'orders'].flatMap((stream) =>
        ['01', '02', '03', '04'].map((month) => `${stream} 2026-${month}-01`),
      ),
    );
    expect(
      partitions.filter(({ stream }) => stream === 'orders').reduce((sum, { rows }) => sum + rows, 0),
    ).toBeGreaterThan(390);
    expect(characters).toBe(
      store()
        .values()
        .flatMap((row) => row.slice(4))
        .join('').length,
    );
    expect(cells).toBe(store().maxRows * store().maxColumns);
  });

  test('cut before a day, it shrinks, later days answer as before, and earlier ones are said to be missing', () => {
    const later = { ...report, range: '2026-03-01..2026-04-07' };
    const before = [office.answer(later).rows, office.call('storage', null).characters] as const;
    const { characters } = office.call('cutStorage', { shop: null, beforeDay: '2026-03-01' });
    expect(characters).toBeLessThan(before[1] * 0.8);
    expect(office.answer(later).rows).toEqual(before[0]);
    expect(office.answer(report).notes.join()).toMatch(/2026-01-10 to 2026-02-28 is not loaded/);
    office.runtime.clock.advance(HOUR);
    office.run(report);
    expect(office.answer(report).rows).toEqual(figures);
  });

  test('a cut killed at any call is done or not done', () => {
    const call = (killAt?: number) =>
      office.runtime.serverCall(
        office.document,
        OWNER,
        'rpc',
        ['cutStorage', JSON.stringify({ shop: null, beforeDay: '2026-03-01' })],
        killAt === undefined ? {} : { killAt },
      );
    const { calls } = call();
    const after = [office.answer(report), office.call('storage', null).partitions];
    office.runtime.restore(loaded);
    const untouched = [office.answer(report), office.call('storage', null).partitions];
    for (const { n } of calls) {
      office.runtime.restore(loaded);
      call(n);
      const now = [office.answer(report), office.call('storage', null).partitions];
      expect([untouched, after]).toContainEqual(now);
      call();
      expect([office.answer(report), office.call('storage', null).partitions]).toEqual(after);
    }
  });

  test('a spreadsheet without room is told before anything is written', () => {
    const document = office.runtime.document(office.document);
    const tab = store();
    tab.deleteRows(tab.lastRow + 1, tab.maxRows - tab.lastRow);
    const other = document.addTab('Large');
    other.insertColumns(1, 974);
    const full = Math.floor((10_000_000 - office.runtime.document(office.document).cellCount) / 1000);
    other.insertRows(1, full);
    const before = store().values();
    office.runtime.clock.advance(DAY);
    const run = office.call('startRun', { report: { ...report, range: '2026-01-10..2026-04-08' } });
    const reply = office.reply('continueRun', { runId: run.id });
    expect(reply.ok ? '' : reply.problem.code).toBe('too_many_cells');
    expect(store().values()).toEqual(before);
    other.deleteRows(1, full);
    expect(office.call('continueRun', { runId: run.id }).finished).toBe(true);
  });
});
