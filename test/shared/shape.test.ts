import { isHours, type Shape, shapeIssues } from '../../src/shared/shape';

const PLAIN: Shape = {
  metrics: ['gmv', 'customers'],
  dimensions: ['date', 'product'],
  pivot: [],
  sort: [],
  limit: null,
  subtotals: false,
  calculations: [],
};
const known = (id: string) =>
  id === 'gone' ? null : { label: id.charAt(0).toUpperCase() + id.slice(1), addsUp: id === 'gmv' };
const issues = (change: Partial<Shape>) => shapeIssues({ ...PLAIN, ...change }, known);

test('a plain table has no issue, and one with all there is has none either', () => {
  expect(issues({})).toEqual([]);
  expect(
    issues({
      pivot: ['status'],
      sort: [{ field: 'date', descending: true }],
      subtotals: true,
      calculations: [
        { metric: 'gmv', kind: 'running' },
        { metric: 'customers', kind: 'share' },
      ],
    }),
  ).toEqual([]);
});

test.each<[string, Partial<Shape>, string, string]>([
  ['columns without metrics', { metrics: [], pivot: ['status'] }, 'pivot', 'only where there are metrics'],
  ['three fields for columns', { pivot: ['a', 'b', 'c'] }, 'pivot', 'by one or two fields'],
  ['one field for both', { pivot: ['date'] }, 'pivot', "Date can't split both rows and columns."],
  ['a sort by what is not there', { sort: [{ field: 'aov', descending: true }] }, 'sort.0', 'sorted by Aov'],
  ['subtotals and a limit', { subtotals: true, limit: 3 }, 'subtotals', 'Use one of the two.'],
  [
    'a rank of what is not there',
    { calculations: [{ metric: 'gone', kind: 'rank' }] },
    'calculations',
    'There is a rank of gone,',
  ],
  [
    'a running total of different buyers',
    { calculations: [{ metric: 'customers', kind: 'running' }] },
    'calculations',
    "Customers can't be added up from row to row",
  ],
])('%s is told at its place', (_, change, place, text) => {
  expect(issues(change)).toEqual([{ place, text: expect.stringContaining(text) }]);
});

test('hours are told from days', () => {
  expect(['last_24_hours', 'last_7_days', 'today', '2026-01-01..2026-01-02'].map(isHours)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
