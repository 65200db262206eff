import type { Draft } from '../../../src/sidebar/report/draft';
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
  [
    'no fields',
    { metrics: [], dimensions: [] },
    'fields',
    'No fields are chosen. Choose at least one metric or dimension.',
  ],
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
