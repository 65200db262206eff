// What a run does with the rows of the one before, and values that come from cells.
import type { TabView } from '../../dev/runtime/types';
import type { Problem } from '../../src/shared/problem';
import type { ReportInput } from '../../src/shared/report';
import { BY_DAY, type Desk, NOW, openDesk } from './desk';

let desk: Desk;
let loaded: string;
let settings: TabView;
beforeAll(() => {
  desk = openDesk();
  desk.write({ ...BY_DAY, name: 'Loads' });
  settings = desk.document.addTab('Settings');
  loaded = desk.runtime.snapshot();
});
beforeEach(() => desk.runtime.restore(loaded));
afterAll(() => desk.runtime.close());

const saved = () => desk.saved('By day');
const changed = (more: Partial<ReportInput>): ReportInput => ({ ...saved(), ...more });
const refused = (report: ReportInput): Problem => {
  const outcome = desk.refresh(report);
  if (!('code' in outcome)) throw new Error('it was written');
  return outcome;
};
const shown = (tab: TabView, range: string) => tab.display(range).map((row) => row.join(' | '));
const DAYS = ['2026-05-10', '2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];

describe('update by key', () => {
  test('rows of other days stay, those of the same days are written anew, new ones come below', () => {
    const tab = desk.write({ ...BY_DAY, write: 'update', range: '2026-05-10..2026-05-12' });
    tab.type('C2', '-7');
    tab.type('C3', '-7');
    desk.write(changed({ range: '2026-05-11..2026-05-14' }));
    expect(tab.display('A2:A7').map(([day]) => day)).toEqual([...DAYS, '']);
    expect(tab.values('C2:C3').map(([orders]) => orders === -7)).toEqual([true, false]);
    expect(tab.lastRow).toBe(6);
  });

  test('keys are found again in other formats, texts that look like numbers, and moved columns', () => {
    const orders: ReportInput = {
      ...BY_DAY,
      write: 'update',
      dimensions: ['date', 'order_id'],
      dense: false,
    };
    const tab = desk.write(orders);
    const before = tab.values().map((row) => row.map(String));
    tab.setFormat('A2:A200', '0');
    tab.moveColumns(2, 1, 1);
    desk.write({ reportId: saved().id });
    const now = tab.values('A1:D500').filter(([id]) => id !== '');
    expect(now.length).toBe(before.length);
    expect(now.map(([id]) => id)).toEqual(before.map((row) => row[1]));
  });

  test('a key column that was deleted is named, and nothing is written', () => {
    const tab = desk.write({ ...BY_DAY, write: 'update' });
    tab.deleteColumns(1);
    const before = JSON.stringify(tab.values());
    expect(refused(changed({})).text).toContain('there is no column “Date”');
    expect(JSON.stringify(tab.values())).toBe(before);
  });

  test('the rows that stay keep what the user did to them, formulas beside them included', () => {
    const tab = desk.write({ ...BY_DAY, write: 'update', range: '2026-05-10..2026-05-11' });
    tab.type('D2', 'mine');
    tab.type('D3', '=B3*2');
    desk.write(changed({ range: '2026-05-12..2026-05-13' }));
    expect(tab.formulas('D2:D6').flat()).toEqual(['', '=B3*2', '=B4*2', '=B5*2', '']);
    expect(tab.cell('D2').value).toBe('mine');
  });

  test('needs a dimension, and takes no totals and no split columns', () => {
    const update = { ...BY_DAY, write: 'update' } as const;
    expect(refused({ ...update, dimensions: [], dense: false }).text).toContain('Choose at least one.');
    expect(refused({ ...update, totals: true }).text).toContain('without totals');
    expect(refused({ ...update, pivot: ['order_status'] }).text).toContain('split columns');
  });
});

describe('append as snapshot', () => {
  test('each run adds its rows with the time at which it began, in the report’s zone', () => {
    const tab = desk.write({
      ...BY_DAY,
      write: 'append',
      range: '2026-05-10..2026-05-11',
      zone: 'Asia/Jakarta',
    });
    desk.runtime.clock.advance(NOW + 3_600_000 - desk.runtime.clock.now());
    desk.write({ reportId: saved().id });
    expect(tab.display('A1:B1')[0]).toEqual(['Snapshot', 'Date']);
    expect(tab.display('A2:B5').map(([, day]) => day)).toEqual([...DAYS.slice(0, 2), ...DAYS.slice(0, 2)]);
    const times = tab.display('A2:A5').map(([time]) => time!);
    expect(times[0]).toMatch(/^2026-05-20 16:3\d:\d\d$/);
    expect([times[1], times[2]!.slice(0, 13), times[3]]).toEqual([times[0], '2026-05-20 17', times[2]]);
  });

  test('a run that was killed at its last call and is gone on with writes its rows once', () => {
    const tab = desk.write({ ...BY_DAY, write: 'append', range: '2026-05-10..2026-05-11' });
    const before = desk.runtime.snapshot();
    desk.write({ reportId: saved().id });
    const writes = desk.calls
      .filter(({ writes, on }) => writes && on?.startsWith('By day'))
      .map(({ n }) => n);
    for (const killAt of [...writes.filter((_, i) => i % 4 === 0), writes.at(-1)! + 1, writes.at(-1)! + 3]) {
      desk.runtime.restore(before);
      const run = desk.ask('startRun', { reportId: saved().id });
      if (!run.ok) throw new Error(run.problem.text);
      const step = (options = {}) => desk.ask('continueRun', { runId: run.value.id }, options);
      try {
        step({ killAt });
      } catch {
        // That is what was asked for.
      }
      step();
      expect({ killAt, rows: shown(tab, 'B2:B6') }).toEqual({
        killAt,
        rows: [DAYS[0], DAYS[1], DAYS[0], DAYS[1], ''],
      });
    }
  });

  test('a column added later stands right of the others, and earlier rows have nothing in it', () => {
    const tab = desk.write({ ...BY_DAY, write: 'append', range: '2026-05-10..2026-05-10' });
    desk.write(changed({ metrics: ['customers', 'gmv', 'orders'] }));
    expect(tab.display('A1:E1')[0]).toEqual(['Snapshot', 'Date', 'GMV (USD)', 'Orders', 'Customers']);
    expect(tab.display('E2:E3').map(([cell]) => cell !== '')).toEqual([false, true]);
  });
});

describe('values from cells', () => {
  test('range, filter, limit, zone and shop are looked up at each run', () => {
    for (const [cell, text] of [
      ['A1', '2026-05-10'],
      ['A2', '2026-05-13'],
      ['A3', '2'],
      ['A4', 'Sample Shop'],
      ['A5', 'Asia/Jakarta'],
    ])
      settings.type(cell!, text!);
    const tab = desk.write({
      ...BY_DAY,
      dense: false,
      shops: ['=Settings!A4'],
      range: '=Settings!A1..=Settings!$A$2',
      zone: '=Settings!A5',
      limit: '=Settings!A3',
      filters: [{ field: 'orders', operator: '>=', values: ["='Settings'!A3"] }],
    });
    expect(tab.display('A2:A4').map(([day]) => day)).toEqual([DAYS[0], DAYS[1], '']);
    expect(tab.cell('A1').note).toContain('Days in Asia/Jakarta');
    settings.type('A3', '3');
    desk.write({ reportId: saved().id });
    expect(tab.display('A2:A5').map(([day]) => day)).toEqual([DAYS[0], DAYS[1], DAYS[2], '']);
  });

  test('several filter values stand in one cell, separated as in the builder', () => {
    settings.type('A1', 'COMPLETED | CANCELLED');
    const report: ReportInput = { ...BY_DAY, dense: false, dimensions: ['order_status'] };
    const tab = desk.write({
      ...report,
      filters: [{ field: 'order_status', operator: '=', values: ['=Settings!A1'] }],
    });
    const found = tab
      .values()
      .slice(1)
      .map(([status]) => status);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((status) => ['COMPLETED', 'CANCELLED'].includes(String(status)))).toBe(true);
  });

  test.each([
    ['is gone', { range: '=Gone!A1' }, 'Gone!A1, from which the report takes its date range, is not there'],
    [
      'is empty',
      { limit: '=Settings!B9' },
      'Settings!B9, from which the report takes its number of rows, is empty',
    ],
    [
      'has no number',
      { limit: '=Settings!A1' },
      'holds “soon”, which is no whole number from 1 to 1,000,000',
    ],
    ['has no range', { range: '=Settings!A1' }, 'holds “soon”, which is no date range'],
    ['has no shop', { shops: ['=Settings!A1'] }, 'holds “soon”, which is no shop here'],
    ['shows an error', { zone: '=Settings!A2' }, 'shows the error #DIV/0!'],
  ])('a cell that %s is named, and nothing is loaded or written', (_, part, words) => {
    settings.type('A1', 'soon');
    settings.type('A2', '=1/0');
    expect(refused({ ...BY_DAY, ...part })).toMatchObject({
      code: 'bad_cell',
      text: expect.stringContaining(words),
    });
    expect(desk.document.tabs.map(({ name }) => name)).not.toContain('By day');
  });
});

test('the places to write to are the tabs that show, and the selected cell', () => {
  settings.activate('C4');
  const places = desk.ask('places', null);
  expect(places).toMatchObject({ ok: true, value: { cell: 'Settings!C4' } });
  expect(JSON.stringify(places)).not.toContain('TikTok Shop data');
});
