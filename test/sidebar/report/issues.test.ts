import fc from 'fast-check';
import { parseReport } from '../../../src/shared/report';
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
])('%s is told at its place, in plain words', (_, change, place, text) => {
  expect(issues(change)).toEqual([{ place, text }]);
});

test('issues come in the order of the form', () => {
  expect(issues({ limit: '0', name: '', shops: [] }).map(({ place }) => place)).toEqual([
    'name',
    'shops',
    'limit',
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
      fc.constantFrom('0', '1', '1000000', '1000001', '1.5', '-1', 'ten', '1e3'),
    ),
    filters: filter.chain((one) => many(30, one)),
  });
  fc.assert(
    fc.property(drafts, (change) => {
      const draft = { ...firstDraft(EMPTY, CATALOGUE, ['sample']), ...change };
      // That something is chosen is asked beside the schema.
      fc.pre(draft.metrics.length + draft.dimensions.length > 0);
      expect(issuesOf(draft, CATALOGUE, EMPTY).length === 0).toBe('report' in parseReport(inputOf(draft)));
    }),
    { numRuns: 1500 },
  );
});
