// The contract with the user about a tab, over random edits between random refreshes: a refresh changes its own table and
// the formulas it fills down beside it, and nothing else; what is refused changes nothing at all.
import fc from 'fast-check';
import type { ServiceCall, TabView } from '../../dev/runtime/types';
import { a1, BY_DAY, type Desk, openDesk } from './desk';

jest.setTimeout(500_000);

let desk: Desk;
let begun: string;
let tabId: number;
const REPORTS = ['Above', 'Below'] as const;
type Name = (typeof REPORTS)[number];
const SETS = [['gmv', 'orders'], ['orders'], ['customers', 'gmv', 'orders'], ['orders', 'gmv']];

beforeAll(() => {
  desk = openDesk();
  const settings = desk.document.addTab('Settings');
  tabId = desk.document.addTab('Mine').id;
  settings.type('A1', '3');
  settings.type('A2', '2');
  desk.write({ ...BY_DAY, name: 'Above', limit: '=Settings!A1', target: { kind: 'cell', cell: 'Mine!C3' } });
  desk.write({ ...BY_DAY, name: 'Below', limit: '=Settings!A2', target: { kind: 'cell', cell: 'Mine!D14' } });
  begun = desk.runtime.snapshot();
});
afterAll(() => desk.runtime.close());

const tab = (): TabView => desk.document.tab(tabId);
const saved = (name: Name) => desk.saved(name);

interface Table {
  top: number;
  bottom: number;
  columns: number[];
}

/** Where a report's marks say that it stands; null once it has lost its heading or its columns. */
function tableOf(id: string): Table | null {
  const marks = tab().metadata.filter(({ key }) => key === `tiktokshop.report.${id}`);
  const row = (value: string) => marks.find((mark) => mark.value === value)?.index;
  const top = row('top');
  const columns = marks.flatMap(({ value, location, index }) =>
    location === 'COLUMN' && !value!.startsWith('fill ') ? [index!] : [],
  );
  if (top === undefined || columns.length === 0) return null;
  return { top, bottom: Math.max(top, row('end') ?? (row('fence') ?? 1) - 1), columns };
}
const holds = (table: Table | null, row: number, column: number): boolean =>
  table !== null && row >= table.top && row <= table.bottom && table.columns.includes(column);

const SIZE = 'A1:Z60';
/** All that a user sees of each cell. */
function cells() {
  const [values, formulas, formats, notes, styles] = [
    tab().display(SIZE),
    tab().formulas(SIZE),
    tab().formats(SIZE),
    tab().notes(SIZE),
    tab().styles(SIZE),
  ];
  return values.map((line, r) =>
    line.map((value, c) => ({
      formula: formulas[r]![c]!,
      // A formula's value follows what it counts.
      value: formulas[r]![c] === '' ? value : '',
      looks: JSON.stringify([formats[r]![c], notes[r]![c], styles[r]![c]]),
    })),
  );
}
const surroundings = () => ({
  name: tab().name,
  place: desk.document.tabs.map(({ name }) => name),
  widths: tab().columnWidths.slice(0, 20),
  frozen: tab().frozenRows,
  filter: tab().filter,
  named: desk.document.namedRanges,
  protections: tab().protections,
});

type Edit =
  | { do: 'type' | 'formula' | 'format' | 'note' | 'style'; row: number; column: number }
  | { do: 'beside'; report: Name; rows: number }
  | { do: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; at: number; count: number }
  | { do: 'moveColumn'; from: number; to: number }
  | { do: 'rename' | 'moveTab' | 'copy' | 'filter' | 'width'; n: number }
  | { do: 'refresh'; report: Name; rows: number; metrics: number | null };

const row = fc.integer({ min: 1, max: 24 });
const column = fc.integer({ min: 1, max: 9 });
const refreshing = fc.record({
  do: fc.constant('refresh' as const),
  report: fc.constantFrom(...REPORTS),
  rows: fc.integer({ min: 1, max: 5 }),
  metrics: fc.option(fc.integer({ min: 0, max: SETS.length - 1 })),
});
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: refreshing },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'type' as const,
        'formula' as const,
        'formula' as const,
        'format' as const,
        'note' as const,
        'style' as const,
      ),
      row,
      column,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('beside' as const),
      report: fc.constantFrom(...REPORTS),
      rows: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'insertRows' as const,
        'deleteRows' as const,
        'insertColumns' as const,
        'deleteColumns' as const,
      ),
      at: fc.integer({ min: 1, max: 16 }),
      count: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('moveColumn' as const), from: column, to: column }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'rename' as const,
        'moveTab' as const,
        'copy' as const,
        'filter' as const,
        'width' as const,
      ),
      n: fc.integer({ min: 0, max: 3 }),
    }),
  },
);

const formula = (row: number, number: number) => `=$A$1+A${row}*${number}`;

/** Within a table it is the report that writes. What is typed carries a note, so that it is told from what is filled down. */
function typed(row: number, column: number, text: string): void {
  if (REPORTS.some((name) => holds(tableOf(saved(name).id), row, column))) return;
  tab().type(a1(row, column), text);
  tab().setNote(a1(row, column), `typed ${text}`);
}

/** What a person does by hand. */
const HANDS: {
  [Do in Exclude<Edit['do'], 'refresh'>]: (step: Extract<Edit, { do: Do }>, number: number) => void;
} = {
  type: ({ row, column }, number) => typed(row, column, `mine ${number}`),
  formula: ({ row, column }, number) => typed(row, column, formula(row, number)),
  beside({ report, rows }, number) {
    const table = tableOf(saved(report).id);
    if (!table) return;
    const right = Math.max(...table.columns) + 1;
    for (let row = Math.max(table.top + 1, table.bottom - rows + 1); row <= table.bottom; row++)
      typed(row, right, formula(row, number));
  },
  format: ({ row, column }) => tab().setFormat(a1(row, column), '0.000'),
  note({ row, column }, number) {
    const heading = REPORTS.some((name) => tableOf(saved(name).id)?.top === row);
    if (!heading) tab().setNote(a1(row, column), `note ${number}`);
  },
  style: ({ row, column }) => tab().setStyle(a1(row, column), { background: '#ffee00' }),
  insertRows: ({ at, count }) => tab().insertRows(at, count),
  deleteRows: ({ at, count }) => tab().deleteRows(at, count),
  insertColumns: ({ at, count }) => tab().insertColumns(at, count),
  deleteColumns: ({ at, count }) => tab().deleteColumns(at, count),
  moveColumn: ({ from, to }) => tab().moveColumns(from, 1, to),
  rename: (_, number) => tab().rename(`Mine ${number}`),
  moveTab: ({ n }) => tab().moveTo(n % desk.document.tabs.length),
  copy: () => void tab().duplicate(),
  filter: () => tab().createFilter('B2:E9'),
  width: ({ n }, number) => tab().setColumnWidth(n + 1, 200 + number),
};

/** The changes that a refresh may make outside its table: formulas filled down from the row before, or taken back. */
function expectOnlyFills(before: ReturnType<typeof cells>, old: Table | null, now: Table | null): void {
  const after = cells();
  after.forEach((line, r) => {
    line.forEach((cell, c) => {
      const was = before[r]![c]!;
      if (holds(old, r + 1, c + 1)) return;
      // A table grows into empty cells alone.
      if (holds(now, r + 1, c + 1)) {
        expect([a1(r + 1, c + 1), was.value, was.formula]).toEqual([a1(r + 1, c + 1), '', '']);
        return;
      }
      const place = `${a1(r + 1, c + 1)} of ${JSON.stringify([old, now])}`;
      // Looks stay everywhere.
      expect([place, cell.looks]).toEqual([place, was.looks]);
      if (cell.formula === was.formula && cell.value === was.value) return;
      const typed = was.looks.includes('"typed ');
      const filled = was.formula === '' && was.value === '' && cell.formula.startsWith('=$A$1+');
      const taken = cell.formula === '' && cell.value === '' && was.formula.startsWith('=$A$1+') && !typed;
      expect([place, was, cell, filled || taken]).toEqual([place, was, cell, true]);
      if (filled) expect([place, r + 1 > old!.bottom && r + 1 <= now!.bottom]).toEqual([place, true]);
      if (taken) expect([place, r + 1 > now!.bottom && r + 1 <= old!.bottom]).toEqual([place, true]);
    });
  });
}

/** Marks are no cells, and rows and columns come at the end of the tab alone. */
const HARMLESS = ['addDeveloperMetadata', 'insertRowsAfter', 'insertColumnsAfter'];
const FILLS = ['setFormulaR1C1', 'clearContent'];

function expectCallsWithin(
  calls: readonly ServiceCall[],
  name: string,
  old: Table | null,
  now: Table | null,
): void {
  for (const { on, method, writes, service } of calls) {
    if (!writes || HARMLESS.includes(method)) continue;
    const [place, area] = (on ?? '').split(/!(?=[A-Z]+\d+(?::|$))/);
    if (place !== name) continue;
    expect([service, method]).toEqual(['Range', method]);
    const [from = '', to = from] = area!.split(':');
    const [first, last] = [from, to].map((cell) => /([A-Z]+)(\d+)/.exec(cell)!);
    const [left, right] = [first![1]!, last![1]!].map((letters) => letters.charCodeAt(0) - 64);
    for (let r = Number(first![2]); r <= Number(last![2]); r++)
      for (let c = left!; c <= right!; c++)
        if (!holds(old, r, c) && !holds(now, r, c))
          expect([method, on, FILLS.includes(method) && left === right]).toEqual([method, on, true]);
  }
}

function refresh({ report, rows, metrics }: Extract<Edit, { do: 'refresh' }>): void {
  desk.document.tab('Settings').type(report === 'Above' ? 'A1' : 'A2', String(rows));
  const definition = saved(report);
  const [old, before, around] = [tableOf(definition.id), cells(), surroundings()];
  const others = desk.document.tabs.length;
  const changed = metrics === null ? { reportId: definition.id } : { ...definition, metrics: SETS[metrics]! };
  const outcome = desk.refresh(changed);
  const now = tableOf(definition.id);
  if ('code' in outcome) {
    expect(['cell_overlap', 'heading_gone', 'bad_input']).toContain(outcome.code);
    expect(cells()).toEqual(before);
    expect(desk.calls.filter(({ on, writes }) => writes && on?.split('!')[0] === tab().name)).toEqual([]);
  } else {
    expect(desk.document.tabs.length).toBe(others);
    const found = now!;
    expect(found.bottom - found.top).toBe(rows);
    const ids = ['date', ...(metrics === null ? definition.metrics : SETS[metrics]!)];
    expect(found.columns.length).toBe(ids.length);
    const heads = found.columns.map((column) => tab().display(a1(found.top, column))[0]![0]);
    expect(heads.sort()).toEqual(
      ids
        .map((id) => ({ date: 'Date', gmv: 'GMV (USD)', orders: 'Orders', customers: 'Customers' })[id])
        .sort(),
    );
    expectOnlyFills(before, old, now);
    expectCallsWithin(desk.calls, tab().name, old, now);
  }
  expect(surroundings()).toEqual(around);
}

test('random edits between random refreshes: the user’s cells, formats and tabs are as if the tables alone had changed', () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 4, maxLength: 14 }), (steps) => {
      desk.runtime.restore(begun);
      steps.forEach((step, number) => {
        if (step.do === 'refresh') refresh(step);
        else (HANDS[step.do] as (step: Edit, number: number) => void)(step, number + 1);
      });
      // Whatever was done, the last word is a refresh's.
      for (const report of REPORTS) refresh({ do: 'refresh', report, rows: 2, metrics: null });
    }),
    // A counterexample has a few steps as it is; to make it shorter takes longer than to read it.
    {
      numRuns: Number(process.env['CONTRACT_RUNS'] ?? 12),
      seed: Number(process.env['CONTRACT_SEED'] ?? 1),
      endOnFailure: true,
    },
  );
});
