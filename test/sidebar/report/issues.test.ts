import fc from 'fast-check';
import { parseReport } from '../../../src/shared/report';
import type { Change } from '../../../src/shared/shape';
import { type Draft, inputOf } from '../../../src/sidebar/report/draft';
import { firstDraft } from '../../../src/sidebar/report/first-draft';
import { issuesOf } from '../../../src/sidebar/report/issues';
import { CATALOGUE, EMPTY } from '../fixtures';

const issues = (change: Partial<Draft>) =>
  issuesOf({ ...firstDraft(EMPTY, CATALOGUE, ['sample']), ...change }, CATALOGUE, EMPTY);

test('the first draft has no issue', () => {
  expect(issues({})).toEqual([]);
});

test.each<[string, Partial<Draft>, string, string]>([
  ['no name', { name: ' ' }, 'name', 'Give the report a name.'],
  ['a name that is too long', { name: 'x'.repeat(101) }, 'name', 'Use at most 100 characters.'],
  ['no shop', { shops: [] }, 'shops', 'Choose at least one shop.'],
  [
    'a shop that is gone',
    { shops: ['7'] },
    'shops',
    'A shop of this report is not connected. Clear it or connect it again.',
  ],
  ['no fields', { metrics: [], dimensions: [] }, 'fields', 'Choose at least one metric or dimension.'],
  [
    'a field that left the catalogue',
    { metrics: ['old'] },
    'fields',
    'There is no field “old” any more. Remove it.',
  ],
  [
    'fields that do not go together',
    { metrics: ['gmv'], dimensions: ['warehouse'] },
    'fields',
    "GMV can't be split by Warehouse: TikTok does not tell one for the other.",
  ],
  [
    'half a custom range',
    { range: { preset: 'custom', from: '2026-01-01', to: '' } },
    'range',
    'Choose the first and the last day.',
  ],
  [
    'a range that ends before it begins',
    { range: { preset: 'custom', from: '2026-01-02', to: '2026-01-01' } },
    'range',
    'The last day is before the first.',
  ],
  [
    'a range nobody knows',
    { range: { preset: 'soon', from: '', to: '' } },
    'range',
    'The date range “soon” is not understood.',
  ],
  [
    'a number filter with a word',
    { filters: [{ field: 'gmv', operator: '>', value: 'much' }] },
    'filters.0',
    'GMV is a number: enter one such as 12.5.',
  ],
  [
    'a limit that is no number',
    { limit: 'ten' },
    'limit',
    'Enter a whole number from 1 to 1,000,000, or leave it empty.',
  ],
  [
    'a limit of zero',
    { limit: '0' },
    'limit',
    'Enter a whole number from 1 to 1,000,000, or leave it empty.',
  ],
  [
    'a filter that is no pattern',
    { filters: [{ field: 'order_status', operator: '=~', value: '(' }] },
    'filters.0',
    'The filter “order_status=~(” is not understood: it is no regular expression',
  ],
  [
    'half of two values',
    { filters: [{ field: 'orders', operator: '><', value: '1' }] },
    'filters.0',
    'The filter “orders><1” is not understood: >< takes two values, separated by |',
  ],
  [
    'a filter that does not go with the fields',
    { filters: [{ field: 'warehouse', operator: '=', value: 'A' }], metrics: ['gmv'] },
    'filters.0',
    "GMV can't be split by Warehouse: TikTok does not tell one for the other.",
  ],
  ['a field for rows and columns', { pivot: ['date'] }, 'pivot', "Date can't split both rows and columns."],
  [
    'columns without metrics',
    { metrics: [], pivot: ['order_status'] },
    'pivot',
    'Columns can be split by a field only where there are metrics.',
  ],
  [
    'a column field that is gone',
    { pivot: ['old'] },
    'pivot',
    'There is no field “old” any more. Remove it.',
  ],
  [
    'columns that do not go with a metric',
    { metrics: ['gmv'], pivot: ['warehouse'] },
    'fields',
    "GMV can't be split by Warehouse: TikTok does not tell one for the other.",
  ],
  [
    'half a compared range',
    { compare: { preset: 'custom', from: '', to: '2026-01-01', show: ['value'] } },
    'compare',
    'Choose the first and the last day.',
  ],
  [
    'a comparison nobody knows',
    { compare: { preset: 'before', from: '', to: '', show: ['value'] } },
    'compare',
    'The date range “before” is not understood.',
  ],
  [
    'a comparison that shows nothing',
    { compare: { preset: 'last_year', from: '', to: '', show: [] } },
    'show',
    'Choose what shows beside each metric.',
  ],
  [
    'subtotals with a limit',
    { options: { subtotals: true }, limit: '5' },
    'subtotals',
    'With a limit, subtotals would not be those of the rows shown. Use one of the two.',
  ],
  [
    'a running total of what does not add up',
    { options: { calculations: [{ metric: 'customers', kind: 'running' }] } },
    'calculations',
    "Customers can't be added up from row to row: there is no running total of it.",
  ],
  [
    'a share of what is not there',
    { options: { calculations: [{ metric: 'aov', kind: 'share' }] } },
    'calculations',
    'There is a share of Average order value, which is not one of the report’s metrics.',
  ],
  [
    'a time that a metric does not know',
    { metrics: ['items_sold'], dimensions: ['date'], options: { time: 'delivery_time' } },
    'time',
    'Items sold does not know Delivery Time: choose another time.',
  ],
  [
    'a time that is gone',
    { options: { time: 'old_time' } },
    'time',
    'There is no time “old_time” any more. Choose another.',
  ],
  [
    'a currency that is none',
    { options: { rates: { to: 'DOLLAR', range: 'Rates!A2:C' } } },
    'currency',
    'Enter a currency of three letters, such as USD.',
  ],
  [
    'rates without cells',
    { options: { rates: { to: 'USD', range: '' } } },
    'rates',
    'Name the cells with your rates, such as Rates!A2:C.',
  ],
])('%s is told at its place, in plain words', (_, change, place, text) => {
  expect(issues(change)).toEqual([{ place, text }]);
});

test('issues come in the order of the form', () => {
  const wrong = {
    limit: '0',
    name: '',
    shops: [],
    pivot: ['date'],
    options: { time: 'old', subtotals: true },
  };
  expect(issues(wrong).map(({ place }) => place)).toEqual([
    'name',
    'shops',
    'limit',
    'pivot',
    'subtotals',
    'time',
  ]);
});

test.each<[string, Partial<Draft>, string, string]>([
  ['21 shops', { shops: Array(21).fill('sample') }, 'shops', 'Choose at most 20 shops.'],
  [
    '61 metrics',
    { metrics: Array(61).fill('gmv') },
    'fields',
    'Choose at most 60 metrics and 60 dimensions.',
  ],
  [
    'a value of 501 characters',
    { filters: [{ field: 'order_id', operator: '=', value: 'x'.repeat(501) }] },
    'filters.0',
    'This value is too long.',
  ],
  [
    '201 values',
    { filters: [{ field: 'order_id', operator: '=', value: Array(201).fill('x').join('|') }] },
    'filters.0',
    'Use at most 200 values.',
  ],
  [
    '31 filters',
    { filters: Array(31).fill({ field: 'order_id', operator: '=', value: 'x' }) },
    'filters.30',
    'Use at most 30 filters.',
  ],
  [
    '11 sort fields',
    { sorts: Array(11).fill({ field: 'gmv', descending: true }) },
    'sort.10',
    'Use at most 10 sort fields.',
  ],
])('%s is more than the server takes, and is told before', (_, change, place, text) => {
  expect(issues(change)).toEqual([{ place, text }]);
});

test('a draft without an issue is one that the server’s schema takes, and the other way round', () => {
  // Mostly one, so that what is wrong in one place is not hidden by what is wrong in another.
  const near = (most: number) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.constantFrom(0, most - 1, most, most + 1));
  const many = <T>(most: number, item: T) => near(most).map((size) => Array<T>(size).fill(item));
  const value = fc.oneof(
    near(500).map((size) => 'v'.repeat(size)),
    many(200, 'v').map((values) => values.join(' | ')),
  );
  const filter = fc.record({
    field: fc.constant('order_id'),
    operator: fc.constantFrom('=' as const, '~' as const),
    value,
  });
  const drafts = fc.record({
    name: near(100).map((size) => 'n'.repeat(size)),
    shops: many(20, 'sample'),
    metrics: many(60, 'gmv'),
    dimensions: many(60, 'order_id'),
    sorts: many(10, { field: 'gmv', descending: true }),
    limit: fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      fc.constantFrom('0', '1', '1000000', '1000001', '1.5', '-1', 'ten', '1e3', '=Settings!B2', '=B2'),
    ),
    filters: filter.chain((one) => many(30, one)),
    target: fc.constantFrom(
      ...['', 'B3', 'Sheet1!B3', "'My plan'!$B$3", 'Sheet1!B', '=Sheet1!B3'].map((cell) => ({
        kind: 'cell' as const,
        sheetId: null,
        cell,
      })),
      { kind: 'sheet' as const, sheetId: 5, cell: '' },
      { kind: 'new' as const, sheetId: null, cell: '' },
      { kind: 'new' as const, sheetId: null, cell: '' },
    ),
    pivot: fc.constantFrom<string[]>([], ['order_status'], ['order_status', 'is_cod']),
    compare: fc.record({
      preset: fc.constantFrom('', 'previous_period', 'last_year', 'custom'),
      from: fc.constant('2026-01-01'),
      to: fc.constant('2026-01-31'),
      show: fc.constantFrom<Change[]>(['value'], ['change', 'percent'], []),
    }),
    options: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      fc.record({
        rates: fc.record({
          to: fc.constantFrom('USD', 'US', 'usd', ''),
          range: near(60).map((size) => 'r'.repeat(size)),
        }),
      }),
      fc.record({ calculations: many(60, { metric: 'gmv', kind: 'rank' as const }) }),
    ),
  });
  fc.assert(
    fc.property(drafts, (change) => {
      const draft = { ...firstDraft(EMPTY, CATALOGUE, ['sample']), ...change };
      // What is asked beside the schema: that there are metrics, where something is made of them.
      fc.pre(draft.metrics.length > 0);
      expect(issuesOf(draft, CATALOGUE, EMPTY).length === 0).toBe('report' in parseReport(inputOf(draft)));
    }),
    { numRuns: 1500 },
  );
});
