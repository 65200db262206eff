import { checkWrittenTab } from '../../dev/report/written-tab';
import { createRuntime } from '../../dev/runtime/runtime';
import type { Answer } from '../../src/shared/api';

const answer: Answer = {
  columns: [
    { id: 'date', label: 'Date', type: 'date' },
    { id: 'order_id', label: 'Order ID', type: 'id' },
    { id: 'gmv', label: 'GMV', type: 'money', currency: 'USD' },
  ],
  rows: [
    ['2026-01-01', '576461413038785752', '10.50'],
    ['2026-01-02', '0012', null],
  ],
  notes: [],
};

/** A tab that says the same as the answer, typed by hand. */
function goodTab() {
  const runtime = createRuntime({ files: { 'Code.js': 'function onOpen() {}' } });
  const document = runtime.createSpreadsheet({ owner: 'you@example.com', timeZone: 'Etc/UTC' });
  const tab = runtime.document(document).tab('Sheet1');
  tab.setFormat('B2:B9', '@');
  tab.setFormat('A2:A9', 'yyyy-mm-dd');
  const cells = [
    ['Date', 'Order ID', 'GMV (USD)'],
    ['2026-01-01', '576461413038785752', '10.5'],
    ['2026-01-02', '0012', ''],
  ];
  cells.forEach((row, r) => {
    row.forEach((text, c) => {
      tab.type(`${'ABC'[c]}${r + 1}`, text);
    });
  });
  return tab;
}

test('a tab that says the same as the answer passes', () => {
  expect(() => checkWrittenTab(goodTab(), answer)).not.toThrow();
});

test.each([
  ['an amount that is off by a cent', 'C2', '10.51', 'row 2, column 3'],
  ['an id without its zeros', 'B3', '12', 'row 3, column 2'],
  ['another day', 'A2', '2026-01-03', 'row 2, column 1'],
  ['a zero where nothing is known', 'C3', '0', 'row 3, column 3'],
  ['a wrong header', 'C1', 'GMV', 'row 1, column 3'],
  ['a row more', 'A4', '2026-01-03', '3 rows'],
  ['a column more', 'D1', 'Total', '4 columns'],
])('%s is found', (_, a1, text, place) => {
  const tab = goodTab();
  tab.type(a1, text);
  expect(() => checkWrittenTab(tab, answer)).toThrow(place);
});
