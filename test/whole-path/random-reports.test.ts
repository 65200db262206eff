// Any report about the sample shop, drawn by lot: the add-on's answer is the oracle's.
import fc from 'fast-check';
import { createRuntime } from '../../dev/runtime/runtime';
import type { ReportInput } from '../../src/shared/report';
import { FIELDS } from '../oracle/fields';
import { METRICS } from '../oracle/metrics';
import { oracle } from '../oracle/oracle';
import type { ShopRecords } from '../oracle/question';
import { OWNER } from './office';
import { recordsOf } from './records';
import { expectAnswer } from './shown';

const FIRST = '2026-01-01';
const LAST = '2026-03-31';
// Long after: nothing is on its way any more.
const NOW = Date.UTC(2026, 7, 1);
const RUNS = 60;

const runtime = createRuntime({ now: NOW });
const document = runtime.createSpreadsheet({ owner: OWNER });
let shop: ShopRecords;

function call(name: string, input: unknown) {
  const { value, error } = runtime.serverCall(document, OWNER, 'rpc', [name, JSON.stringify(input)]);
  if (error) throw new Error(error.message);
  const reply = JSON.parse(String(value));
  if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.text}`);
  return reply.value;
}

beforeAll(async () => {
  const name = { id: 'sample', name: 'Sample Shop', region: 'US' };
  [shop] = (await recordsOf('sample', [name], { first: FIRST, last: LAST, now: NOW })) as [ShopRecords];
  // The store is filled once, wide enough for every zone; the answers below come from it.
  const report = { name: 'All', shops: ['sample'], metrics: ['gmv'], range: `2025-12-30..2026-04-02` };
  let run = call('startRun', { report: { ...report, dimensions: [] } });
  while (!run.finished) run = call('continueRun', { runId: run.id });
});

const dimension = fc.constantFrom(...Object.keys(FIELDS));
const metric = fc.constantFrom(...Object.keys(METRICS));
const day = fc.integer({ min: 0, max: 89 });
const isoDay = (number: number) =>
  new Date(Date.parse(FIRST) + number * 86_400_000).toISOString().slice(0, 10);

const comparison = fc.constantFrom('>=', '<=', '>', '<', '=', '!=');
const anyFilter = fc.oneof(
  fc.record({
    field: metric,
    operator: comparison,
    values: fc.constantFrom('0', '1', '2', '10', '19.99', '250').map((value) => [value]),
  }),
  fc.constantFrom(
    { field: 'order_status', operator: '=', values: ['COMPLETED', 'CANCELLED'] },
    { field: 'order_status', operator: '!=', values: ['COMPLETED'] },
    { field: 'product_name', operator: '~', values: ['lip'] },
    { field: 'product_name', operator: '!~', values: ['e'] },
    { field: 'product_name', operator: '^=', values: ['=2'] },
    { field: 'seller_sku', operator: '=', values: ['1E5', 'TRUE', '007'] },
    { field: 'is_gift', operator: '=', values: ['true'] },
    { field: 'is_sample_order', operator: '=', values: ['false'] },
    { field: 'cancel_reason', operator: '=', values: [''] },
    { field: 'cancel_reason', operator: '!=', values: [''] },
    { field: 'room_id', operator: '!=', values: [''] },
    { field: 'hour', operator: '>=', values: ['12'] },
    { field: 'hour', operator: '<', values: ['7'] },
    { field: 'day_of_week', operator: '=', values: ['Saturday', 'Sunday'] },
    { field: 'date', operator: '>=', values: ['2026-02-01'] },
    { field: 'month', operator: '=', values: ['2026-03'] },
    { field: 'create_time', operator: '<', values: ['2026-02-15'] },
    { field: 'paid_time', operator: '=', values: ['2026-02-15'] },
    { field: 'delivery_time', operator: '>', values: ['2026-02-15'] },
    { field: 'tax_rate', operator: '>=', values: ['0.0725'] },
    { field: 'fulfillment_priority_level', operator: '>', values: ['5'] },
    { field: 'currency', operator: '=', values: ['USD'] },
    { field: 'shop_region', operator: '!=', values: ['VN'] },
  ),
);

const anyReport = fc
  .record({
    metrics: fc.uniqueArray(metric, { maxLength: 5 }),
    dimensions: fc.uniqueArray(dimension, { maxLength: 3 }),
    days: fc.tuple(day, day),
    zone: fc.constantFrom(
      'UTC',
      'America/Los_Angeles',
      'Asia/Kathmandu',
      'Pacific/Auckland',
      'Europe/London',
    ),
    filters: fc.array(anyFilter, { maxLength: 3 }),
    limit: fc.option(fc.integer({ min: 1, max: 30 })),
    order: fc.array(fc.record({ place: fc.nat(), descending: fc.boolean() }), { maxLength: 2 }),
  })
  .filter(({ metrics, dimensions }) => metrics.length + dimensions.length > 0)
  .map(({ days, order, ...report }) => {
    const fields = [...report.metrics, ...report.dimensions];
    return {
      ...report,
      name: 'Any',
      shops: ['sample'],
      range: [Math.min(...days), Math.max(...days)].map(isoDay).join('..'),
      sort: order.map(({ place, descending }) => ({ field: fields[place % fields.length]!, descending })),
    };
  });

test('any report has the oracle’s answer, cell by cell', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const [first = '', last = ''] = report.range.split('..');
      const expected = oracle({ ...report, shops: [shop], first, last });
      expectAnswer(call('answer', { report: report as ReportInput }), expected);
    }),
    { seed: 20_261_122, numRuns: RUNS },
  );
});
