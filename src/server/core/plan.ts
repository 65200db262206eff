import { conflicts } from '../../shared/compat';
import type { DayRange, TimeRange } from '../../shared/day';
import { type Filter, faultOf, filterText } from '../../shared/filter';
import { ProblemError } from '../../shared/problem';
import type { Calculation, Change } from '../../shared/shape';
import { HOURS_OF_DAYS, shapeIssues } from '../../shared/shape';
import { firstOf } from './cohort';
import { basesOf, dimensionCompatible, grainsOf, metricCompatible, timeDimension } from './compatible';
import {
  addsUp,
  type BaseMetric,
  type Catalog,
  type Dimension,
  type FieldDimension,
  type Home,
  type Metric,
} from './metric';
import { above, homeFor, isDaily, pathUp, timeHome } from './relations';

/** Some days and the instants they are. */
export interface Period {
  range: TimeRange;
  /** Local days that the range touches. */
  days: DayRange;
}

/** What a report is compared to. Its days are put beside the report's own by moving them some months, then some days, ahead. */
export interface Comparison extends Period {
  months: number;
  ahead: number;
}

/** The user's exchange rates: what one unit of a currency is worth from a day on, in units of 10^-scale. */
export interface Rates {
  to: string;
  scale: number;
  /** In order of days. */
  list: { currency: string; day: number; units: number }[];
}

/** A report with its dates resolved: what is asked of the store. Plain JSON. */
export interface Query extends Period {
  /** When it is asked, unix seconds: what is late by then, or still to come. */
  now: number;
  shops: string[];
  metrics: string[];
  /** What rows are split by. */
  dimensions: string[];
  /** What columns are split by. */
  pivot: string[];
  /** Whether the range is whole days. */
  whole: boolean;
  zone: string;
  /** Day on which weeks begin: 0 = Monday, 6 = Sunday. */
  weekStart: number;
  /** The time that all metrics go by, in place of their own. */
  time: string | null;
  filters: Filter[];
  sort: { field: string; descending: boolean }[];
  limit: number | null;
  /** Whether one more row holds what the limit cut off. */
  other: boolean;
  totals: boolean;
  subtotals: boolean;
  /** Whether days and hours without any rows stand there with zeros. */
  dense: boolean;
  comparison: Comparison | null;
  changes: Change[];
  calculations: { metric: string; kind: Calculation }[];
  rates: Rates | null;
}

/** Metrics whose rows are placed by the same time and counted by the same condition: one walk over the rows. */
export interface Pass {
  /** Stream whose rows the metrics count. */
  stream: string;
  /** Stream whose rows are walked: that of the metrics, or a finer one that a dimension or filter needs. */
  grain: string;
  time: Home;
  /** Rows without any of these do not count. */
  counted: Home[];
  /** Where each dimension (rows', then columns') and each filter is found; null for times and shops. */
  dimensions: (Home | null)[];
  filters: (Home | null)[];
  metrics: string[];
  /** All streams that it reads. */
  streams: string[];
}

/** How a query is answered. Plain JSON. */
export interface Plan {
  query: Query;
  /** Filters on dimensions; those on metrics apply after grouping. */
  rowFilters: Filter[];
  metricFilters: Filter[];
  /** Base metrics that are worked out, those behind ratios included. */
  base: string[];
  passes: Pass[];
  /** Stored fields to load, per stream. */
  fields: Record<string, string[]>;
  /** Whether groups are split by the currency of their amounts. */
  money: boolean;
}

export const isMoney = (metric: Metric): boolean => metric.type === 'money';

/** Works out how to answer a query. Throws ProblemError `unknown_field`, `nothing_chosen`, `fields_conflict`, `bad_input`. */
export function planOf(catalog: Catalog, query: Query): Plan {
  const shown = [...query.dimensions, ...query.pivot];
  for (const id of shown) lookUp(catalog, id, 'dimension');
  for (const id of query.metrics) lookUp(catalog, id, 'metric');
  checkShape(catalog, query);
  for (const filter of query.filters) {
    const why = faultOf(filter);
    if (why !== null) throw new ProblemError('bad_filter', { filter: filterText(filter), why });
  }
  const onMetric = ({ field }: Filter): boolean =>
    // An id that names both a metric and a dimension means the metric where the report shows that.
    field in catalog.metrics && (!(field in catalog.dimensions) || query.metrics.includes(field));
  const metricFilters = query.filters.filter(onMetric);
  const rowFilters = query.filters.filter((filter) => !onMetric(filter));
  const metrics = [...new Set([...query.metrics, ...metricFilters.map(({ field }) => field)])];
  const splitting = [...shown, ...rowFilters.map(({ field }) => field)].map(
    (id) => lookUp(catalog, id, 'dimension') as Dimension,
  );
  const timed = query.time === null ? null : timeChoice(catalog, query.time);
  const why = conflicts(
    [
      ...metrics.map((id) => metricCompatible(catalog, id, query.time)),
      ...splitting.map((dimension) => dimensionCompatible(catalog, dimension)),
    ],
    timed ? dimensionCompatible(catalog, timed) : undefined,
  );
  if (why.length > 0) throw new ProblemError('fields_conflict', { why: why.join(' ') });

  const base = [...new Set(metrics.flatMap((id) => basesOf(catalog, id)))];
  const passes = new Map<string, Pass>();
  const into = (stream: string, grain: string, time: string, condition?: string): Pass => {
    const placed = timed ? homeFor(catalog, timed.homes, stream, stream) : timeHome(catalog, stream, time);
    // A time that is worked out is a condition too: it holds where the report goes by another.
    const counted = [condition, ...(timed && catalog.derived[time] ? [time] : [])].filter(
      (one, i, all): one is string => one !== undefined && all.indexOf(one) === i,
    );
    const key = [stream, grain, placed?.stream, placed?.field, ...counted].join(' ');
    let pass = passes.get(key);
    if (!pass) {
      const homes = splitting.map((dimension) =>
        dimension.kind === 'field' ? (homeFor(catalog, dimension.homes, grain, stream) as Home) : null,
      );
      pass = {
        stream,
        grain,
        time: placed as Home,
        counted: counted.map((one) => timeHome(catalog, stream, one) as Home),
        dimensions: homes.slice(0, shown.length),
        filters: homes.slice(shown.length),
        metrics: [],
        streams: [],
      };
      passes.set(key, pass);
    }
    return pass;
  };
  const has = (grain: string) =>
    splitting.every((one) => dimensionCompatible(catalog, one).streams.includes(grain));
  for (const id of base) {
    const metric = catalog.metrics[id] as BaseMetric;
    const grain = grainsOf(catalog, metric).find(has) as string;
    into(metric.stream, grain, metric.time, metric.counted).metrics.push(id);
  }
  if (base.length === 0) {
    const grain = coarsest(catalog, splitting);
    const time = grain === undefined ? undefined : catalog.rowTime[grain];
    const home = time === undefined ? null : timeHome(catalog, grain as string, time);
    if (!home || (timed && !homeFor(catalog, timed.homes, home.stream, home.stream)))
      throw new ProblemError('fields_conflict', {
        why: `${splitting.map(({ label }) => label).join(', ')} have no such time: add a metric, or choose another time.`,
      });
    // Rows that belong to what has the time are placed by it: those of it that have none stand there too.
    into(home.stream, grain as string, home.field);
  }
  const daily = [...passes.values()].some(({ time }) => isDaily(catalog, time));
  if (daily && splitting.some((one) => one.kind === 'time' && one.part === 'hour'))
    throw new ProblemError('fields_conflict', { why: 'That time tells whole days only: it has no hours.' });
  if (daily && !query.whole) throw new ProblemError('fields_conflict', { why: HOURS_OF_DAYS });
  const money = base.some((id) => isMoney(catalog.metrics[id] as Metric));
  const plan = { query, rowFilters, metricFilters, base, passes: [...passes.values()], fields: {}, money };
  collectFields(catalog, plan);
  return plan;
}

/** The shape of the table, as far as it can be wrong. */
function checkShape({ metrics, dimensions }: Catalog, query: Query): void {
  if (query.metrics.length + query.dimensions.length === 0) throw new ProblemError('nothing_chosen');
  const issues = shapeIssues(query, (id) => {
    const metric = metrics[id];
    const found = metric ?? dimensions[id];
    // Formulas and commands write ids.
    return found ? { label: `${found.label} (${id})`, addsUp: metric !== undefined && addsUp(metric) } : null;
  });
  if (issues.length > 0)
    throw new ProblemError('bad_input', { what: issues.map(({ text }) => text).join(' ') });
}

/** The dimension of a time that all metrics are to go by. */
function timeChoice(catalog: Catalog, id: string): FieldDimension {
  const found = timeDimension(catalog, id);
  if (found) return found;
  lookUp(catalog, id, 'dimension');
  throw new ProblemError('bad_input', { what: `${id} is no time that a report can go by.` });
}

/** Of the streams whose rows have all dimensions, that with the fewest steps to them. */
function coarsest(catalog: Catalog, dimensions: readonly Dimension[]): string | undefined {
  const steps = (grain: string): number =>
    dimensions.reduce((sum, one) => {
      const home = one.kind === 'field' ? homeFor(catalog, one.homes, grain, grain) : undefined;
      return sum + (home ? (pathUp(catalog, grain, home.stream)?.length ?? 0) : 0);
    }, 0);
  return Object.keys(catalog.rowTime)
    .filter((grain) => dimensions.every((one) => dimensionCompatible(catalog, one).streams.includes(grain)))
    .sort((a, b) => steps(a) - steps(b))[0];
}

/** The stream's own currency field, or that of what its rows belong to. */
export function currencyHome(catalog: Catalog, stream: string): Home | null {
  for (const owner of above(catalog, stream)) {
    const field = catalog.streams[owner]?.currencyField;
    if (field) return { stream: owner, field };
  }
  return null;
}

/** Notes in the plan which fields are read, and in each pass of which streams. */
function collectFields(catalog: Catalog, plan: Plan): void {
  for (const pass of plan.passes) {
    const need = ({ stream, field }: Home): void => {
      if (!pass.streams.includes(stream)) pass.streams.push(stream);
      const fields = plan.fields[stream] ?? [];
      plan.fields[stream] = fields;
      for (const part of catalog.derived[field]?.needs ?? [field])
        if (!fields.includes(part)) fields.push(part);
    };
    /** Everything on the way between two streams. */
    const needPath = (from: string, to: string): void => {
      for (const { child, parent, childKey, parentKey } of pathUp(catalog, from, to) ?? []) {
        need({ stream: child, field: childKey });
        need({ stream: parent, field: parentKey });
      }
    };
    const needHome = (home: Home): void => {
      need(home);
      needPath(pathUp(catalog, pass.stream, home.stream) ? pass.stream : pass.grain, home.stream);
    };
    needPath(pass.grain, pass.stream);
    const currency = plan.money ? currencyHome(catalog, pass.stream) : null;
    for (const home of [pass.time, ...pass.counted, currency, ...pass.dimensions, ...pass.filters])
      if (home) needHome(home);
    const { dimensions, pivot } = plan.query;
    [...dimensions, ...pivot].concat(plan.rowFilters.map(({ field }) => field)).forEach((id, d) => {
      const first = firstOf(catalog.dimensions[id]);
      const home = [...pass.dimensions, ...pass.filters][d];
      if (first && home) need({ stream: home.stream, field: first.time });
    });
    for (const id of pass.metrics) {
      const metric = catalog.metrics[id] as BaseMetric;
      const fields =
        metric.kind === 'sum'
          ? metric.terms.map(({ field }) => field)
          : metric.kind === 'distinct'
            ? metric.fields
            : metric.kind === 'rows' || metric.kind === 'days'
              ? []
              : [metric.field];
      for (const field of fields) need({ stream: metric.stream, field });
      if (metric.kind === 'sum')
        for (const { child, weight } of pathUp(catalog, pass.grain, pass.stream) ?? [])
          need({ stream: child, field: weight as string });
    }
    // Rows are counted even where none of their fields is asked for.
    if (!pass.streams.includes(pass.grain)) {
      const key = catalog.streams[pass.grain]?.primaryKey as string;
      need({ stream: pass.grain, field: key });
    }
  }
}

/** Days by which what is read of a list may lie before and after those that place it. */
export interface Reach {
  before: number;
  after: number;
}

/** How far a stream's rows may lie from the range: what belongs to them comes later, and they come later than what they belong to. */
export function reachOf(catalog: Catalog, { passes }: Plan, stream: string): Reach {
  const listOf = (id: string) => catalog.streams[id]?.endpoint.id;
  const later = (from: string, to: string): number =>
    (pathUp(catalog, from, to) ?? []).reduce((days, { within = 0 }) => days + within, 0);
  const reach = { before: 0, after: 0 };
  for (const { grain, time, streams } of passes) {
    if (!streams.includes(stream) || listOf(stream) === listOf(time.stream)) continue;
    reach.before = Math.max(reach.before, later(grain, stream));
    reach.after = Math.max(reach.after, later(grain, time.stream));
  }
  return reach;
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
