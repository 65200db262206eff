import fc from 'fast-check';
import { parseReport } from '../../src/shared/report';

const GOOD = {
  name: 'Sales by day',
  shops: ['sample'],
  metrics: ['gmv'],
  dimensions: ['date'],
  range: 'last_30_days',
};

test('a report needs little; the rest is filled in', () => {
  expect(parseReport(GOOD)).toEqual({
    report: {
      ...GOOD,
      zone: 'UTC',
      filters: [],
      sort: [],
      limit: null,
      target: { kind: 'new' },
      schedule: 'none',
    },
  });
});

test('a parsed report is unchanged by parsing, and by JSON', () => {
  const first = parseReport(GOOD);
  if (!('report' in first)) throw new Error('refused');
  expect(parseReport(JSON.parse(JSON.stringify(first.report)))).toEqual(first);
});

/** One fault at a time, with the place that its issue must name. */
const FAULTS: [place: string, fault: Record<string, unknown>][] = [
  ['name', { name: '' }],
  ['shops', { shops: [] }],
  ['metrics.0', { metrics: ['GMV!'] }],
  ['dimensions', { dimensions: 'date' }],
  ['range', { range: 7 }],
  ['zone', { zone: '' }],
  ['filters.0.operator', { filters: [{ field: 'gmv', operator: '==', values: ['1'] }] }],
  ['sort.0.descending', { sort: [{ field: 'gmv', descending: 'yes' }] }],
  ['limit', { limit: 0 }],
  ['target', { target: { kind: 'cell' } }],
  ['schedule', { schedule: 'hourly' }],
];

test.each(FAULTS)('a fault in %s is named by its place', (place, fault) => {
  const parsed = parseReport({ ...GOOD, ...fault });
  const issues = 'issues' in parsed ? parsed.issues : [];
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}(\\.\\w+)?: \\S`));
});

test('any set of faults is named all at once', () => {
  fc.assert(
    fc.property(fc.subarray(FAULTS, { minLength: 2 }), (faults) => {
      const parsed = parseReport(Object.assign({ ...GOOD }, ...faults.map(([, fault]) => fault)));
      const issues = 'issues' in parsed ? parsed.issues : [];
      expect(issues).toHaveLength(faults.length);
      for (const [place] of faults) expect(issues.some((issue) => issue.startsWith(place))).toBe(true);
    }),
  );
});

test.each([null, undefined, 5, 'report', [], { ...GOOD, colour: 'red' }])('%p is refused', (input) => {
  expect(parseReport(input)).toHaveProperty('issues');
});

test.each<[string, object, string]>([
  ['a name of a wrong kind', { name: 7 }, 'name: must be a text'],
  ['a range that is missing', { range: undefined }, 'range: must be a text'],
  ['no name', { name: '' }, 'name: must have at least 1 character'],
  ['too many shops', { shops: Array(21).fill('a') }, 'shops: must have at most 20 entries'],
  ['a limit of 0', { limit: 0 }, 'limit: must be at least 1'],
  ['an unknown part', { colour: 'red' }, 'report: has parts that are not known: colour'],
  [
    'a schedule that is none',
    { schedule: 'yearly' },
    'schedule: must be none, daily, or every hour, day, week or month at an hour in a zone',
  ],
])('%s is told in words', (_, change, words) => {
  const good = { name: 'A', shops: ['sample'], metrics: ['gmv'], dimensions: [], range: 'today' };
  expect(parseReport(good)).toHaveProperty('report');
  expect(parseReport({ ...good, ...change })).toEqual({ issues: [words] });
});
