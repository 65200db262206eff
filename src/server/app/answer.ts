import {
  type DayRange,
  isoDay,
  isoLocal,
  localDay,
  type Offset,
  offsetTable,
  resolveComparison,
  resolveHours,
  resolveRange,
  type TimeRange,
  timesOf,
} from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import type { AskedReport, ReportDefinition } from '../../shared/report';
import { writeIssue } from '../../shared/shape';
import { catalog } from '../catalog';
import { wordsKey } from '../catalog/labelled';
import { aggregate } from '../core/aggregate';
import { cohortsOf } from '../core/cohort';
import { gridOf } from '../core/grid';
import {
  type Comparison,
  type Period,
  type Plan,
  planOf,
  type Query,
  type Rates,
  type Reach,
  reachOf,
} from '../core/plan';
import type { Grid } from '../core/ports';
import { type Result, type ResultColumn, resultOf } from '../core/result';
import { Store } from '../core/store';
import type { Endpoint, Stream } from '../core/stream';
import type { Deps } from './deps';
import { missingNotes } from './missing-notes';
import { ratesFor } from './rates';
import { shopFacts } from './shops';

const DAY = 86_400;

/** Offsets of a report's zone: exact near its range, which is where the table is built. */
export function zoneOffset(deps: Pick<Deps, 'zones'>, zone: string, near: TimeRange): Offset {
  if (zone === 'UTC') return () => 0;
  return offsetTable((time) => deps.zones.offset(zone, time), near.since - 100 * DAY, near.until + 100 * DAY);
}

type Dated = Pick<
  ReportDefinition,
  'range' | 'zone' | 'shops' | 'compare' | 'weekStart' | 'dimensions' | 'pivot' | 'filters'
>;
type Places = Pick<Deps, 'zones' | 'clock' | 'rows'>;

const FIRST_STORED =
  'First purchases are those among the stored orders: what was bought before them is not known.';

/** A report's dates, resolved. */
interface Times extends Period {
  now: number;
  whole: boolean;
  comparison: Comparison | null;
  offset: Offset;
}

/** Throws ProblemError `unknown_range`, `unknown_zone`. */
function timesOfReport(deps: Places, report: Dated): Times {
  const { range: text, zone, weekStart = 0 } = report;
  const now = Math.floor(deps.clock.now() / 1000);
  const probe: Offset = (time) => (zone === 'UTC' ? 0 : deps.zones.offset(zone, time));
  const today = localDay(now, probe);
  const hours = resolveHours(text, now, probe);
  const days = hours
    ? { since: localDay(hours.since, probe), until: localDay(hours.until - 1, probe) + 1 }
    : text === 'all'
      ? { since: firstStored(deps, report.shops, probe) ?? today, until: today + 1 }
      : resolveRange(text, today, weekStart);
  if (!days) throw new ProblemError('unknown_range', { range: text });
  const compared = report.compare && resolveComparison(report.compare.to, days, today, weekStart);
  if (report.compare && !compared) throw new ProblemError('unknown_range', { range: report.compare.to });
  const stored = cohortsOf(catalog, report).length > 0 ? firstStored(deps, report.shops, probe) : null;
  const offset = zoneOffset(deps, zone, {
    since: Math.min(days.since, compared?.days.since ?? days.since, stored ?? days.since) * DAY,
    until: Math.max(days.until, compared?.days.until ?? days.until) * DAY,
  });
  const range = hours ?? timesOf(days, offset);
  return {
    now,
    range,
    days,
    whole: hours === null,
    comparison: compared
      ? hours
        ? hoursBefore(hours, days, report.compare?.to === 'previous_period' ? null : compared.days)
        : { ...compared, range: timesOf(compared.days, offset) }
      : null,
    offset,
  };
}

/** Hours are compared to the same hours of days before: of so many as they span, or of the first of other days. */
function hoursBefore({ since, until }: TimeRange, days: DayRange, other: DayRange | null): Comparison {
  const ahead = other ? days.since - other.since : Math.ceil((until - since) / DAY);
  return {
    range: { since: since - ahead * DAY, until: until - ahead * DAY },
    days: { since: days.since - ahead, until: days.until - ahead },
    months: 0,
    ahead,
  };
}

/** First day on which anything that is stored of the shops was created. */
function firstStored(deps: Pick<Deps, 'rows'>, shops: readonly string[], offset: Offset): number | null {
  const starts = new Store(deps.rows).index().flatMap(({ shop, stream, times }) => {
    const found = catalog.streams[stream];
    const list = found?.endpoint;
    // What is stored for other records to point at is no part of the shop's story.
    if (
      list?.kind === 'whole'
        ? list.keep === 'latest'
        : list?.kind === 'each' || (list?.kind === 'timed' && list.always)
    )
      return [];
    const created = Object.entries(found?.fields ?? {}).find(
      ([, { path }]) => path.replace('^.', '') === found?.createdPath,
    );
    const span = created && times[created[0]];
    return span && shops.includes(shop) ? [span[0]] : [];
  });
  return starts.length === 0 ? null : localDay(Math.min(...starts), offset);
}

/** Instants, and the days that they are. */
interface Span {
  times: TimeRange;
  days: DayRange;
}

/** The instants and days that a report needs, those that it is compared to included. */
function neededSpan(deps: Places, report: Dated): Span {
  const { range, days, comparison } = timesOfReport(deps, report);
  return { times: around(range, comparison?.range), days: around(days, comparison?.days) };
}

/** From the start of the earlier to the end of the later. */
const around = (one: TimeRange, other: TimeRange = one): TimeRange => ({
  since: Math.min(one.since, other.since),
  until: Math.max(one.until, other.until),
});

/** The report's range as it is now, so that a run that lasts past midnight stays with the days it began with. */
export function fixedRange(deps: Places, report: Dated): string {
  const { range, days, whole } = timesOfReport(deps, report);
  return whole ? `${isoDay(days.since)}..${isoDay(days.until - 1)}` : `@${range.since}..${range.until}`;
}

const queryOf = (report: AskedReport, { offset: _, ...times }: Times, rates: Rates | null): Query => ({
  ...times,
  shops: report.shops,
  metrics: report.metrics,
  dimensions: report.dimensions,
  pivot: report.pivot ?? [],
  zone: report.zone,
  weekStart: report.weekStart ?? 0,
  time: report.time ?? null,
  filters: report.filters,
  sort: report.sort,
  limit: report.limit,
  other: report.other ?? false,
  totals: report.totals ?? false,
  subtotals: report.subtotals ?? false,
  dense: report.dense ?? false,
  changes: report.compare?.show ?? [],
  calculations: report.calculations ?? [],
  rates,
});

/** Checks everything about a report that needs no data, before anything is fetched for it. */
export function checkReport(deps: Deps, report: AskedReport): void {
  const why = writeIssue(report);
  if (why !== null) throw new ProblemError('bad_input', { what: why });
  planReport(deps, report);
}

/** How a report is answered. */
function planReport(deps: Deps, report: AskedReport): { plan: Plan; times: Times } {
  const times = timesOfReport(deps, report);
  return { plan: planOf(catalog, queryOf(report, times, ratesFor(deps, report))), times };
}

interface NeededList {
  shop: string;
  endpoint: Endpoint;
  span: Span;
}

/** What has to be loaded for reports: lists of each of their shops, once each, and over which time. */
export function listsOf(deps: Deps, reports: readonly AskedReport[]): NeededList[] {
  const found: NeededList[] = [];
  for (const report of reports) {
    const { times, days } = neededSpan(deps, report);
    const lists = reachesOf(planReport(deps, report).plan);
    for (const shop of report.shops)
      for (const [endpoint, reach] of lists) {
        const span = { times: reaching(times, reach), days };
        const known = found.find((list) => list.shop === shop && list.endpoint === endpoint);
        if (known)
          known.span = { times: around(known.span.times, span.times), days: around(known.span.days, days) };
        else found.push({ shop, endpoint, span });
      }
  }
  return found;
}

/** The lists that fill the streams of a plan, once each, and how far beyond the range they are needed. */
function reachesOf(plan: Plan): [Endpoint, Reach][] {
  const found = new Map<Endpoint, Reach>();
  for (const id of Object.keys(plan.fields)) {
    const { endpoint } = catalog.streams[id] as Stream;
    const known = found.get(endpoint) ?? { before: 0, after: 0 };
    const { before, after } = reachOf(catalog, plan, id);
    found.set(endpoint, {
      before: Math.max(known.before, before),
      after: Math.max(known.after, after),
    });
  }
  return [...found];
}

const reaching = ({ since, until }: TimeRange, { before, after }: Reach): TimeRange => ({
  since: since - before * DAY,
  until: until + after * DAY,
});

/** The report's answer from what is stored. */
export function answerReport(deps: Deps, store: Store, report: AskedReport): Result {
  const { plan, times } = planReport(deps, report);
  const { comparison, offset } = times;
  const facts = shopFacts(deps, store, report.shops);
  const result = resultOf(catalog, plan, aggregate(catalog, plan, store, facts, offset));
  const notes = [...result.notes];
  if (cohortsOf(catalog, plan.query).length > 0) notes.push(FIRST_STORED);
  if (comparison)
    notes.push(`Compared to ${isoDay(comparison.days.since)} to ${isoDay(comparison.days.until - 1)}.`);
  for (const period of comparison ? [times, comparison] : [times])
    for (const shop of facts)
      for (const [endpoint, reach] of reachesOf(plan)) {
        const needed = { ...period, range: reaching(period.range, reach) };
        notes.push(...missingNotes(deps, store, shop, endpoint, needed, offset));
      }
  // Two lists of one permission lack the same days.
  return { ...result, notes: [...new Set(notes)] };
}

/** The cells of an answer with a note on each header: formula, source, zone, shops, time of the answer. */
export function reportGrid(
  deps: Pick<Deps, 'clock' | 'words'>,
  report: AskedReport,
  result: Result,
  shops: readonly string[],
): Grid {
  const stamp = isoMinute(deps.clock.now());
  const noteOf = (column: ResultColumn): string => {
    // What follows a metric's id says which of its columns this is.
    const [id = ''] = column.id.split(/[:[]/);
    const metric = report.metrics.includes(id) ? catalog.metrics[id] : undefined;
    const kind = metric ? 'metric' : 'dimension';
    const about = deps.words((metric ?? catalog.dimensions[id])?.about ?? '', wordsKey(id, kind));
    return [
      about,
      ...(metric
        ? [
            deps.words(metric.formula, wordsKey(id, 'formula')) +
              (report.time ? `; here by ${report.time}` : ''),
          ]
        : []),
      `Days in ${report.zone}. Shops: ${shops.join(', ')}. Last refresh: ${stamp}.`,
      ...(column === result.columns[0] ? result.notes : []),
    ]
      .filter((line) => line !== '')
      .join('\n');
  };
  return gridOf(result, noteOf);
}

const isoMinute = (milliseconds: number): string =>
  isoLocal(Math.floor(milliseconds / 1000))
    .slice(0, 16)
    .replace('T', ' ') + ' UTC';
