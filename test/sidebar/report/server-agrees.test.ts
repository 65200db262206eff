// Any draft over the real catalogue: what the sidebar finds no fault with, the server can plan, and the other way round.
import fc from 'fast-check';
import { catalog, fieldInfos, timeInfos } from '../../../src/server/catalog';
import { READY } from '../../../src/server/catalog/ready';
import { planOf } from '../../../src/server/core/plan';
import type { Catalogue } from '../../../src/shared/api';
import { ProblemError } from '../../../src/shared/problem';
import { type AskedReport, parseReport, type ReportInput } from '../../../src/shared/report';
import { isHours } from '../../../src/shared/shape';
import { type Draft, inputOf } from '../../../src/sidebar/report/draft';
import { firstDraft, readyDraft } from '../../../src/sidebar/report/first-draft';
import { issuesOf } from '../../../src/sidebar/report/issues';
import { queryOf } from '../../core/query';
import { CATALOGUE, EMPTY } from '../fixtures';

const REAL: Catalogue = {
  ...CATALOGUE,
  fields: fieldInfos(),
  times: timeInfos(),
  ready: [...READY],
};
const FIRST = firstDraft(EMPTY, REAL, ['sample']);

/** The server adds ids to names, and some names have such a word of their own. */
const withoutIds = (text: string): string => text.replace(/ \([a-z_]+\)/g, '');

/** What the server says to a report; null if it takes it. */
function refusal(input: ReportInput): string | null {
  const parsed = parseReport(input);
  if ('issues' in parsed) return parsed.issues.join();
  const report = parsed.report as AskedReport;
  try {
    planOf(
      catalog,
      queryOf({
        metrics: report.metrics,
        dimensions: report.dimensions,
        pivot: report.pivot ?? [],
        filters: report.filters,
        sort: report.sort,
        limit: report.limit,
        subtotals: report.subtotals ?? false,
        calculations: report.calculations ?? [],
        time: report.time ?? null,
        whole: !isHours(report.range),
      }),
    );
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return withoutIds(error.problem.text);
    throw error;
  }
}

/** Fields of orders and items, most of which may stand together; or any, most of which may not. */
const sold = REAL.fields.filter(({ kind, streams }) => {
  const own = (stream: string) => stream === 'orders' || stream === 'line_items';
  return kind === 'metric' ? streams.every(own) : streams.some(own);
});
const idsIn = (fields: typeof sold) => (kind: 'metric' | 'dimension') =>
  fields.filter((one) => one.kind === kind).map(({ id }) => id);
const some = (list: string[], least: number, most: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength: least, maxLength: most });
const drafts = fc
  .constantFrom(idsIn(sold), idsIn(sold), idsIn(REAL.fields))
  .chain((ids) =>
    fc.record({
      metrics: some(ids('metric'), 1, 3),
      dimensions: some(ids('dimension'), 0, 3),
      pivot: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, some(ids('dimension'), 1, 2)),
      range: fc.constantFrom('last_30_days', 'last_30_days', 'last_24_hours'),
      limit: fc.constantFrom('', '', '5'),
      subtotals: fc.boolean(),
      time: fc.option(fc.constantFrom(...REAL.times.map(({ id }) => id)), { freq: 3 }),
      filter: fc.option(fc.constantFrom(...ids('dimension'))),
      calculated: fc.option(fc.constantFrom('share' as const, 'running' as const, 'rank' as const)),
      sorted: fc.nat({ max: 4 }),
    }),
  )
  .map(({ range, subtotals, time, filter, calculated, sorted, ...fields }): Draft => {
    const { metrics, dimensions } = fields;
    const sort = [...metrics, ...dimensions, 'gmv'][sorted];
    return {
      ...FIRST,
      ...fields,
      range: { preset: range, from: '', to: '' },
      sorts: sort === undefined ? [] : [{ field: sort, descending: true }],
      filters: filter === null ? [] : [{ field: filter, operator: '=', value: '1' }],
      options: {
        subtotals,
        ...(time === null ? {} : { time }),
        ...(calculated === null
          ? {}
          : { calculations: [{ metric: metrics[0] as string, kind: calculated }] }),
      },
    };
  });

test('the sidebar finds fault with what the server refuses, in its words, and with nothing else', () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(drafts, (draft) => {
      const issues = issuesOf(draft, REAL, EMPTY).map(({ text }) => text);
      const said = refusal(inputOf(draft));
      if (said === null) {
        taken++;
        expect(issues).toEqual([]);
      } else {
        refused++;
        expect(issues.filter((text) => said.includes(withoutIds(text)))).not.toEqual([]);
      }
    }),
    { numRuns: 1500, seed: 1 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(150);
});

test.each(READY.map((one) => [one.name, one] as const))('“%s” is ready to run as it is', (_, readyMade) => {
  const draft = readyDraft(readyMade, FIRST, EMPTY);
  expect(issuesOf(draft, REAL, EMPTY)).toEqual([]);
  expect(refusal(inputOf(draft))).toBeNull();
  expect(readyMade.about).toMatch(/^[A-Z].*\.$/);
});
