// What a user may do around a report, and what becomes of it at the next refresh.
import type { TabView } from '../../dev/runtime/types';
import type { Problem } from '../../src/shared/problem';
import type { ReportInput } from '../../src/shared/report';
import { BY_DAY, type Desk, EDITOR, OWNER, openDesk } from './desk';

let desk: Desk;
let loaded: string;
beforeAll(() => {
  desk = openDesk();
  desk.write({ ...BY_DAY, name: 'Loads' });
  loaded = desk.runtime.snapshot();
});
beforeEach(() => desk.runtime.restore(loaded));
afterAll(() => desk.runtime.close());

const at = (cell: string, more: Partial<ReportInput> = {}): ReportInput => ({
  ...BY_DAY,
  ...more,
  target: { kind: 'cell', cell },
});
const idOf = () => desk.saved('By day').id;
const again = () => desk.write({ reportId: idOf() });
/** The saved report with something changed. */
const changed = (more: Partial<ReportInput>): ReportInput => ({
  ...desk.saved('By day'),
  ...more,
});
const refused = (report: ReportInput | { reportId: string }, user?: string): Problem => {
  const outcome = desk.refresh(report, user);
  if (!('code' in outcome)) throw new Error('it was written');
  return outcome;
};
const heads = (tab: TabView, row = 1) => tab.values()[row - 1];
const DAYS = ['2026-05-10', '2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];
const column = (tab: TabView, range: string) => tab.display(range).map(([cell]) => cell);

test('a report begins at the cell it was told, and no other cell is touched', () => {
  const notes = desk.document.addTab('My notes');
  notes.type('A1', 'Target');
  notes.type('F20', '=1+1');
  const tab = desk.write(at("'My notes'!C3"));
  expect(tab.id).toBe(notes.id);
  expect(heads(tab, 3)).toEqual(['', '', 'Date', 'GMV (USD)', 'Orders', '']);
  expect(column(tab, 'C4:C8')).toEqual(DAYS);
  expect([tab.cell('A1').value, tab.cell('F20').formula, tab.frozenRows]).toEqual(['Target', '=1+1', 0]);
});

test('an existing tab takes the report from its first cell on, and what stands there is not overwritten', () => {
  const sheet = desk.document.addTab('Mine');
  const target = { kind: 'sheet', sheetId: sheet.id } as const;
  sheet.type('B2', 'mine');
  expect(refused({ ...BY_DAY, target })).toMatchObject({
    code: 'cell_overlap',
    text: expect.stringContaining('cell B2'),
  });
  sheet.type('B2', '');
  expect(column(desk.write({ ...BY_DAY, target }), 'A2:A6')).toEqual(DAYS);
});

test('a cell or tab that is not there is named', () => {
  expect(refused(at('Gone!B2')).text).toContain('There is no cell Gone!B2');
  expect(refused({ ...BY_DAY, target: { kind: 'sheet', sheetId: 42 } }).text).toContain('is gone');
});

test('rows and columns inserted before a table move it, and it goes on there', () => {
  desk.document.addTab('Mine');
  const tab = desk.write(at('Mine!B2'));
  tab.insertRows(1, 3);
  tab.insertColumns(1, 2);
  tab.type('A1', 'mine');
  again();
  expect(heads(tab, 5)?.slice(3)).toEqual(['Date', 'GMV (USD)', 'Orders']);
  expect(column(tab, 'D6:D10')).toEqual(DAYS);
  expect([tab.lastRow, tab.lastColumn, tab.cell('A1').value]).toEqual([10, 6, 'mine']);
});

test('a renamed and moved tab is found; a copied one is the user’s, also when the original is deleted', () => {
  const tab = desk.write(BY_DAY);
  tab.rename('Renamed');
  tab.moveTo(0);
  const copy = tab.duplicate();
  copy.type('B2', '-1');
  expect(again().id).toBe(tab.id);
  tab.delete();
  const anew = again();
  expect([anew.name, anew.id === copy.id, copy.cell('B2').value]).toEqual(['By day', false, -1]);
});

test('fewer rows than last time: what was below goes, the user’s cells beside stay', () => {
  const tab = desk.write(BY_DAY);
  tab.type('E5', 'mine');
  desk.write(changed({ range: '2026-05-10..2026-05-11' }));
  expect(tab.values('A2:C6').slice(2).flat().join('')).toBe('');
  expect(tab.cell('E5').value).toBe('mine');
});

test('more rows than last time never go over cells of the user: they are named, and nothing is written', () => {
  const tab = desk.write(BY_DAY);
  tab.type('B8', 'my total');
  const before = JSON.stringify([tab.values(), tab.notes()]);
  const problem = refused(changed({ range: '2026-05-08..2026-05-14' }));
  expect(problem).toMatchObject({ code: 'cell_overlap', text: expect.stringContaining('cell B8') });
  expect(JSON.stringify([tab.values(), tab.notes()])).toBe(before);
  tab.type('B8', '');
  desk.write({ reportId: idOf() });
  expect(column(tab, 'A2:A8')).toEqual(['2026-05-08', '2026-05-09', ...DAYS]);
});

test('formulas beside a table are filled down with new rows and cut with those that go; what the user typed stays', () => {
  const tab = desk.write(BY_DAY);
  for (let row = 2; row <= 6; row++) tab.type(`D${row}`, `=B${row}*2`);
  desk.write(changed({ range: '2026-05-08..2026-05-14' }));
  expect(tab.formulas('D2:D9').flat()).toEqual([2, 3, 4, 5, 6, 7, 8].map((row) => `=B${row}*2`).concat(''));
  desk.write(changed({ range: '2026-05-10..2026-05-11' }));
  // The five rows that were typed stay where they were; ours are gone.
  expect(tab.formulas('D2:D9').flat()).toEqual([2, 3, 4, 5, 6].map((row) => `=B${row}*2`).concat('', '', ''));
});

test('a filled formula that the user changed is the user’s', () => {
  const tab = desk.write(BY_DAY);
  tab.type('D6', '=B6*2');
  desk.write(changed({ range: '2026-05-08..2026-05-14' }));
  tab.type('D8', '=B8*3');
  desk.write(changed({ range: '2026-05-10..2026-05-11' }));
  expect(tab.formulas('D6:D8').flat()).toEqual(['=B6*2', '', '=B8*3']);
});

test('columns that the user moved are followed, and a column inserted between them is the user’s', () => {
  const tab = desk.write(BY_DAY);
  tab.moveColumns(3, 1, 1);
  tab.insertColumns(3);
  tab.type('C1', 'My share');
  again();
  expect(heads(tab)).toEqual(['Orders', 'Date', 'My share', 'GMV (USD)']);
  expect(column(tab, 'B2:B6')).toEqual(DAYS);
});

test('a changed definition: unmoved columns stand in the report’s order', () => {
  const tab = desk.write(BY_DAY);
  desk.write(changed({ metrics: ['customers', 'gmv'], dimensions: ['date'] }));
  expect(heads(tab)).toEqual(['Date', 'Customers', 'GMV (USD)']);
});

test('a changed definition: moved columns stay, new ones take the places of those left out', () => {
  const tab = desk.write(BY_DAY);
  tab.moveColumns(3, 1, 1);
  desk.write(changed({ metrics: ['customers', 'gmv', 'items_sold'] }));
  expect(heads(tab)).toEqual(
    ['Customers', 'Date', 'GMV (USD)', 'Items sold'].map((head) =>
      expect.stringMatching(new RegExp(head.replace(/[()]/g, '\\$&'), 'i')),
    ),
  );
});

test('a deleted column comes back at the right end', () => {
  const tab = desk.write(BY_DAY);
  tab.deleteColumns(2);
  again();
  expect(heads(tab)).toEqual(['Date', 'Orders', 'GMV (USD)']);
});

test('deleted rows come back; cells that moved up to the table are the user’s', () => {
  const tab = desk.write(BY_DAY);
  tab.type('A8', 'mine');
  tab.deleteRows(3, 2);
  expect(refused({ reportId: idOf() })).toMatchObject({ code: 'cell_overlap' });
  tab.type('A6', '');
  tab.type('A9', 'mine');
  again();
  expect(column(tab, 'A2:A6')).toEqual(DAYS);
  expect(tab.cell('A9').value).toBe('mine');
});

test('the last row deleted: the table ends where it now does', () => {
  const tab = desk.write(BY_DAY);
  tab.deleteRows(6);
  tab.type('A7', 'mine');
  again();
  expect(column(tab, 'A2:A7')).toEqual([...DAYS, 'mine']);
});

test('the heading row deleted: it is said, and nothing is written until the table is gone altogether', () => {
  const tab = desk.write(BY_DAY);
  tab.deleteRows(1);
  expect(refused({ reportId: idOf() })).toMatchObject({ code: 'heading_gone' });
  tab.deleteRows(1, 5);
  expect(column(again(), 'A2:A6')).toEqual(DAYS);
});

test('two reports in one tab go on side by side, and neither grows into the other', () => {
  desk.document.addTab('Both');
  const tab = desk.write(at('Both!A1'));
  desk.write(at('Both!A8', { name: 'Below', range: '2026-05-10..2026-05-11' }));
  desk.write(at('Both!E1', { name: 'Beside', metrics: ['customers'] }));
  again();
  expect(column(tab, 'A1:A10')).toEqual(['Date', ...DAYS, '', 'Date', '2026-05-10', '2026-05-11']);
  expect(refused(changed({ range: '2026-05-06..2026-05-14' }))).toMatchObject({
    code: 'cell_overlap',
    text: expect.stringContaining('another report’s'),
  });
});

test('a deleted report leaves its cells, which are the user’s from then on', () => {
  const tab = desk.write(BY_DAY);
  const before = JSON.stringify(tab.values());
  desk.ask('deleteReport', { reportId: idOf() });
  expect(JSON.stringify(tab.values())).toBe(before);
  expect(tab.metadata.filter(({ key }) => key.startsWith('tiktokshop.report'))).toEqual([]);
});

test('another destination: the report goes there, and what stood before stays as the user’s', () => {
  const tab = desk.write(BY_DAY);
  desk.document.addTab('There');
  const there = desk.write(changed({ target: { kind: 'cell', cell: 'There!B2' } }));
  expect([there.name, heads(there, 2)?.[1]]).toEqual(['There', 'Date']);
  expect(column(tab, 'A2:A6')).toEqual(DAYS);
  expect(again().id).toBe(there.id);
});

test('merged cells and cells that somebody else protects are named before anything is written', () => {
  const tab = desk.write(BY_DAY);
  const before = JSON.stringify([tab.values(), tab.notes()]);
  tab.merge('B3:C4');
  expect(refused({ reportId: idOf() })).toMatchObject({
    code: 'cells_merged',
    text: expect.stringContaining('B3:C4'),
  });
  expect(JSON.stringify([tab.values(), tab.notes()])).toBe(before);
});

test('a range protected against this user is named; its owner may refresh', () => {
  const tab = desk.write(BY_DAY);
  tab.protect('A2:B3', [OWNER]);
  expect(refused({ reportId: idOf() }, EDITOR)).toMatchObject({
    code: 'cells_protected',
    text: expect.stringContaining('A2:B3'),
  });
  again();
});

test('formats, widths, notes, a filter, named ranges and styles of the user survive; new rows take the format above', () => {
  const tab = desk.write(BY_DAY);
  tab.setFormat('B2:B6', '$#,##0');
  tab.setStyle('A3:C3', { background: '#ffff00' });
  tab.setColumnWidth(2, 333);
  tab.setNote('C4', 'my note');
  tab.createFilter('A1:C6');
  tab.nameRange('MY_SALES', 'B2:B6');
  desk.write(changed({ range: '2026-05-09..2026-05-14' }));
  expect(tab.formats('B2:B7').flat()).toEqual(Array(6).fill('$#,##0'));
  expect(tab.cell('A3').style).toEqual({ background: '#ffff00' });
  expect([tab.columnWidths[1], tab.cell('C4').note, tab.filter]).toEqual([333, 'my note', 'A1:C6']);
  expect(desk.document.namedRanges).toEqual([{ name: 'MY_SALES', tab: 'By day', range: 'B2:B6' }]);
});

test('a run that is killed at any call while it writes is completed by the next one, fills and moved columns included', () => {
  const tab = desk.write(BY_DAY);
  tab.moveColumns(3, 1, 1);
  for (let row = 2; row <= 6; row++) tab.type(`D${row}`, `=C${row}*2`);
  const wider = changed({ range: '2026-05-09..2026-05-14', metrics: ['customers', 'gmv'] });
  const before = desk.runtime.snapshot();
  desk.write(wider);
  const shown = () => ({
    values: JSON.stringify(desk.document.tab('By day').values()),
    formats: desk.document.tab('By day').formats(),
    formulas: desk.document.tab('By day').formulas(),
    lines: desk.document
      .tab('By day')
      .metadata.map(({ value, index }) => `${value} ${index}`.replace(/^(fill|from) \S+/, '$1'))
      .sort(),
  });
  const whole = shown();
  const writes = desk.calls.filter(({ writes, on }) => writes && on?.startsWith('By day')).map(({ n }) => n);
  expect(writes.length).toBeGreaterThan(10);
  for (const killAt of writes) {
    desk.runtime.restore(before);
    const run = desk.ask('startRun', { report: wider });
    if (!run.ok) throw new Error(run.problem.text);
    desk.runtime.serverCall(
      desk.document.id,
      OWNER,
      'rpc',
      ['continueRun', JSON.stringify({ runId: run.value.id })],
      { killAt },
    );
    desk.write({ reportId: idOf() });
    expect({ killAt, ...shown() }).toEqual({ killAt, ...whole });
  }
});

test('a report saved before tables had marks of their own goes on in its tab', () => {
  const { id } = desk.write(BY_DAY);
  const state = JSON.parse(desk.runtime.snapshot()) as {
    documents: Record<string, { metadata: { key: string; value: string; tab: number | null }[] }>;
  };
  const file = state.documents[desk.document.id]!;
  file.metadata = file.metadata.filter(({ key, tab }) => tab !== id || key === 'tiktokshop.report');
  const mark = { report: idOf(), rows: 6, columns: 3, state: 'done', fresh: false };
  for (const one of file.metadata) if (one.tab === id) one.value = JSON.stringify(mark);
  desk.runtime.restore(JSON.stringify(state));
  const tab = desk.write(changed({ range: '2026-05-10..2026-05-11', metrics: ['gmv'] }));
  expect([tab.id, tab.values()]).toEqual([id, [['Date', 'GMV (USD)'], ...tab.values('A2:B3')]]);
  tab.insertRows(1);
  expect(column(again(), 'A2:A4')).toEqual(['Date', ...DAYS.slice(0, 2)]);
});
