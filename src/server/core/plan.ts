import type { TimeRange } from '../../shared/day';
import type { Filter } from '../../shared/filter';
import { ProblemError } from '../../shared/problem';
import type { BaseMetric, Catalog, Dimension, Metric, Relation } from './metric';

/** A report with its dates resolved: what is asked of the store. Plain JSON. */
export interface Query {
  shops: string[];
  metrics: string[];
  dimensions: string[];
  range: TimeRange;
  zone: string;
  filters: Filter[];
  sort: { field: string; descending: boolean }[];
  limit: number | null;
}

/** Metrics whose rows are placed by the same time and counted by the same condition: one walk over the rows. */
export interface Pass {
  /** Stream whose rows are walked: that of the metrics, or the finer one that a dimension or filter needs. */
  grain: string;
  stream: string;
  time: string;
  counted: string | null;
  metrics: string[];
}

/** How a query is answered. Plain JSON. */
export interface Plan {
  query: Query;
  /** How the rows of the two streams belong together, if there are two. */
  relation: Relation | null;
  /** Base metrics that are worked out, those behind ratios included. */
  base: string[];
  passes: Pass[];
  /** Stored fields to load, per stream. */
  fields: Record<string, string[]>;
  /** Stored time fields that place rows, by stream: partitions outside the range in all of them are not read. */
  placing: Record<string, string[]>;
  /** Whether amounts are grouped by currency too, though the query does not ask for it. */
  splitsCurrency: boolean;
}

/**
 * Whether a filter is on a metric, and so applied after grouping. An id that names both a metric and a dimension means
 * the metric where the report shows that.
 */
export const filtersMetric = (catalog: Catalog, query: Query, field: string): boolean =>
  field in catalog.metrics && (!(field in catalog.dimensions) || query.metrics.includes(field));

export const isMoney = (metric: Metric): boolean => metric.type === 'money';

/** The base metrics behind a metric. */
function basesOf(catalog: Catalog, id: string): string[] {
  const metric = catalog.metrics[id] as Metric;
  return metric.kind === 'ratio' ? metric.of.flatMap((part) => basesOf(catalog, part)) : [id];
}

/** Works out how to answer a query. Throws ProblemError `unknown_field`, `nothing_chosen`, `fields_conflict`. */
export function planOf(catalog: Catalog, query: Query): Plan {
  const dimensions = query.dimensions.map((id) => lookUp(catalog, id, 'dimension') as Dimension);
  for (const id of query.metrics) lookUp(catalog, id, 'metric');
  for (const { field } of query.sort) {
    if (!query.metrics.includes(field) && !query.dimensions.includes(field))
      throw new ProblemError('bad_input', {
        what: `The report is sorted by ${field}, which is not one of its fields.`,
      });
  }
  if (query.metrics.length + query.dimensions.length === 0) throw new ProblemError('nothing_chosen');
  const metricFilters = query.filters
    .map(({ field }) => field)
    .filter((id) => filtersMetric(catalog, query, id));
  const base = [...new Set([...query.metrics, ...metricFilters].flatMap((id) => basesOf(catalog, id)))];
  const filtered = query.filters
    .filter(({ field }) => !filtersMetric(catalog, query, field))
    .map(({ field }) => lookUp(catalog, field, 'dimension') as Dimension);

  const streams = new Set<string>();
  for (const dimension of [...dimensions, ...filtered])
    if (dimension.kind === 'field') streams.add(dimension.stream);
  for (const id of base) streams.add((catalog.metrics[id] as BaseMetric).stream);
  const relation = relationOf(catalog, streams);
  const fine =
    relation &&
    [...dimensions, ...filtered].some((field) => field.kind === 'field' && field.stream === relation.child);

  const passes = new Map<string, Pass>();
  const into = (stream: string, time: string, counted: string | null): Pass => {
    const key = `${stream} ${time} ${counted}`;
    const grain = fine ? relation.child : stream;
    const pass = passes.get(key) ?? { grain, stream, time, counted, metrics: [] };
    passes.set(key, pass);
    return pass;
  };
  for (const id of base) {
    const metric = catalog.metrics[id] as BaseMetric;
    into(metric.stream, metric.time, metric.counted ?? null).metrics.push(id);
  }
  if (base.length === 0) {
    // Rows of the child are placed in time by the parent.
    const owner = relation?.parent ?? [...streams][0] ?? (Object.keys(catalog.rowTime)[0] as string);
    into(owner, catalog.rowTime[owner] as string, null);
  }

  const money = base.some((id) => isMoney(catalog.metrics[id] as Metric));
  const plan: Plan = {
    query,
    relation,
    base,
    passes: [...passes.values()],
    fields: {},
    placing: {},
    splitsCurrency: money && !query.dimensions.includes('currency'),
  };
  collectFields(catalog, plan, [...dimensions, ...filtered], money);
  return plan;
}

/** The relation between the streams involved; null for one stream that stands alone. */
function relationOf(catalog: Catalog, streams: ReadonlySet<string>): Relation | null {
  for (const relation of catalog.relations) {
    if (![...streams].every((stream) => stream === relation.child || stream === relation.parent)) continue;
    if (streams.has(relation.child)) return relation;
  }
  if (streams.size <= 1) return null;
  throw new ProblemError('fields_conflict', {
    why: `${[...streams].join(' and ')} have no records in common.`,
  });
}

function collectFields(catalog: Catalog, plan: Plan, dimensions: readonly Dimension[], money: boolean): void {
  const fields: Record<string, Set<string>> = {};
  const placing: Record<string, Set<string>> = {};
  const need = (stream: string, field: string): void => {
    fields[stream] ??= new Set();
    const derived = catalog.derived[field];
    if (derived && derived.stream === stream)
      for (const part of derived.needs) (fields[stream] as Set<string>).add(part);
    else (fields[stream] as Set<string>).add(field);
  };
  for (const dimension of dimensions) if (dimension.kind === 'field') need(dimension.stream, dimension.field);
  for (const id of plan.base) {
    const metric = catalog.metrics[id] as BaseMetric;
    if (metric.kind === 'sum') for (const { field } of metric.terms) need(metric.stream, field);
    if (metric.kind === 'distinct') for (const field of metric.fields) need(metric.stream, field);
    if (metric.counted) need(timeOwner(catalog, plan, metric.counted, metric.stream), metric.counted);
  }
  for (const pass of plan.passes) {
    const owner = timeOwner(catalog, plan, pass.time, pass.stream);
    need(owner, pass.time);
    placing[owner] ??= new Set();
    for (const part of catalog.derived[pass.time]?.needs ?? [pass.time])
      if (
        /^(time|day)$/.test(
          (catalog.streams[owner] as (typeof catalog.streams)[string]).fields[part]?.type ?? '',
        )
      )
        (placing[owner] as Set<string>).add(part);
  }
  if (plan.relation) {
    need(plan.relation.child, plan.relation.childKey);
    need(plan.relation.parent, plan.relation.parentKey);
    const shared = plan.base.some((id) => {
      const metric = catalog.metrics[id] as BaseMetric;
      return metric.kind === 'sum' && metric.stream === plan.relation?.parent;
    });
    if (shared) {
      need(plan.relation.child, plan.relation.weight);
      need(
        plan.relation.child,
        (catalog.streams[plan.relation.child] as (typeof catalog.streams)[string]).primaryKey,
      );
    }
  }
  if (money || plan.query.dimensions.includes('currency'))
    for (const stream of Object.keys(fields)) {
      const currency = (catalog.streams[stream] as (typeof catalog.streams)[string]).currencyField;
      if (currency) need(stream, currency);
    }
  for (const [stream, set] of Object.entries(fields)) plan.fields[stream] = [...set];
  for (const [stream, set] of Object.entries(placing)) plan.placing[stream] = [...set];
}

/** Stream that a time or condition belongs to: the metric's own, or its parent. */
export function timeOwner(
  catalog: Catalog,
  plan: Pick<Plan, 'relation'>,
  field: string,
  stream: string,
): string {
  const derived = catalog.derived[field];
  if (derived) return derived.stream;
  if ((catalog.streams[stream] as (typeof catalog.streams)[string]).fields[field]) return stream;
  return plan.relation?.parent ?? stream;
}

/** A metric or dimension by id; Throws ProblemError `unknown_field` with the nearest id there is. */
export function lookUp(catalog: Catalog, id: string, kind: 'metric' | 'dimension'): Metric | Dimension {
  const known: Readonly<Record<string, Metric | Dimension>> =
    kind === 'metric' ? catalog.metrics : catalog.dimensions;
  const found = Object.keys(known).includes(id) ? known[id] : undefined;
  if (found) return found;
  throw new ProblemError('unknown_field', { field: id, nearest: nearest(id, Object.keys(known)) });
}

/** The known word that needs the fewest edits. */
export function nearest(word: string, known: readonly string[]): string {
  let best = '';
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    let row = Array.from({ length: candidate.length + 1 }, (_, i) => i);
    for (let i = 1; i <= word.length; i++) {
      const next = [i];
      for (let j = 1; j <= candidate.length; j++)
        next.push(
          Math.min(
            (row[j] as number) + 1,
            (next[j - 1] as number) + 1,
            (row[j - 1] as number) + (word[i - 1] === candidate[j - 1] ? 0 : 1),
          ),
        );
      row = next;
    }
    const edits = row[candidate.length] as number;
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}
