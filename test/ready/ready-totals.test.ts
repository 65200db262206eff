// Every ready-made report as a user would start it, by the built add-on, on the sample shop and on a shop behind HTTP: it
// has rows, and what they come to is what the shop's raw records come to, worked out without the engine.
import { catalog, fieldInfos } from '../../src/server/catalog';
import { READY } from '../../src/server/catalog/ready';
import { addsUp } from '../../src/server/core/metric';
import { sampleStory } from '../../src/server/sample/story';
import { storyOf } from '../../src/server/sample/story-of';
import { resolveHours, resolveRange } from '../../src/shared/day';
import type { ReadyReport, ReportInput } from '../../src/shared/report';
import { connect, type Office, openOffice } from '../whole-path/office';
import { type Json, num, type Raw, rawsOf } from './raw';
import { type Span, soldAt, totalOf } from './totals';

const NOW = Date.UTC(2026, 9, 20, 12);
const STORY = { seed: 'ready', shops: ['US'], orders: 3000, since: '2025-05-01', until: '2026-12-01' };
const additive = new Set(
  fieldInfos().flatMap(({ id, additivity }) => (additivity === 'additive' ? [id] : [])),
);

let office: Office;
beforeAll(async () => {
  office = await openOffice(STORY, { now: NOW, latencyMs: 0 });
  await connect(office);
});
afterAll(() => office.stop());

const SHOPS = {
  'the sample shop': { id: () => 'sample', rawAt: rawsOf(sampleStory()) },
  'a shop behind HTTP': {
    id: () => office.call('overview', null).shops[0]!.id,
    rawAt: rawsOf(storyOf(STORY)),
  },
};
function spanOf(range: string, now: number): Span {
  const hours = resolveHours(range, Math.floor(now / 1000), () => 0);
  if (hours) return hours;
  const { since, until } = resolveRange(range, Math.floor(now / 86_400_000), 0)!;
  return { since: since * 86_400, until: until * 86_400 };
}

/** What a report of these metrics comes to; by the report's own filters and time, where it has such. */
function expectedOf({ id, report }: ReadyReport, metric: string, raw: Raw, span: Span): number | null {
  if (id === 'out_of_stock') return outOfStock(metric, raw, span);
  const { time, filters = [] } = report;
  if (!time) return totalOf(metric, raw, span);
  const status = filters.find(({ field }) => field === 'order_status')?.values[0];
  expect([metric, filters.length]).toEqual(['orders', status === undefined ? 0 : 1]);
  return raw
    .orders()
    .filter(
      (order) =>
        num(order, time) >= span.since &&
        num(order, time) < span.until &&
        (status === undefined || order['status'] === status),
    ).length;
}

/** Variants on sale of which nothing is left. */
function outOfStock(metric: string, raw: Raw, span: Span): number {
  const onSale = new Set(raw.products().flatMap(({ id, status }) => (status === 'ACTIVATE' ? [id] : [])));
  const empty = raw
    .stock()
    .filter((one) => one['total_available_quantity'] === 0 && onSale.has(one['product_id']));
  if (metric !== 'items_sold')
    return empty
      .flatMap((one) => one['warehouse_inventory'] as Json[])
      .reduce((sum, place) => sum + num(place, metric), 0);
  const ids = new Set(empty.map(({ id }) => id));
  return raw
    .orders()
    .filter((order) => soldAt(order)! >= span.since && soldAt(order)! < span.until)
    .flatMap((order) => order['line_items'] as Json[])
    .filter(({ sku_id }) => ids.has(sku_id)).length;
}

/** The report's rows alone, without what stands beside and beneath them. */
const plain = (input: ReportInput): ReportInput => {
  const { totals: _, subtotals: __, compare: ___, calculations: ____, ...rest } = input;
  return rest;
};
/** The same in one row. */
const whole = (input: ReportInput): ReportInput => {
  const { pivot: _, dense: __, limit: ___, other: ____, ...rest } = plain(input);
  return { ...rest, dimensions: [], sort: [] };
};

describe.each(Object.entries(SHOPS))('on %s', (_where, { id, rawAt }) => {
  test.each(READY.map((one) => [one.name, one] as const))('%s', (_title, one) => {
    const { report } = one;
    const input: ReportInput = { ...report, name: one.name, shops: [id()], zone: 'UTC' };
    // New customers are told by all that is stored: all of it is loaded first.
    if (report.metrics.includes('new_customers'))
      office.run({ ...input, name: 'All', range: '2024-01-01..2026-10-20' });
    expect(office.run(input).result?.rows).toBeGreaterThan(0);
    const now = office.runtime.clock.now();
    const raw = rawAt(now);
    const span = spanOf(String(report.range), now);
    const [told] = office.answer(whole(input)).rows;
    const { columns, rows } = office.answer(plain(input));
    report.metrics.forEach((metric, m) => {
      const expected = expectedOf(one, metric, raw, span);
      const same = expected === null ? null : expect.closeTo(expected, 4);
      // Filters of metrics hold for rows, not for their sum.
      if (one.id !== 'out_of_stock')
        expect({ [metric]: told![m] === null ? null : Number(told![m]) }).toEqual({ [metric]: same });
      const cut = report.limit !== undefined && !report.other;
      if (!additive.has(metric) && !(one.id === 'out_of_stock' && metric !== 'orders')) return;
      if (cut || !(addsUp(catalog.metrics[metric]!) || one.id === 'out_of_stock')) return;
      const places = columns.flatMap(({ id }, c) =>
        id === metric || id.startsWith(`${metric}[`) ? [c] : [],
      );
      const sum = rows.reduce(
        (all, row) => all + places.reduce((part, c) => part + Number(row[c] ?? 0), 0),
        0,
      );
      expect({ [`sum of ${metric}`]: sum }).toEqual({ [`sum of ${metric}`]: same });
    });
  });
});
