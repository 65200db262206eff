import {
  type DayRange,
  isoDay,
  isoLocal,
  localDay,
  type Offset,
  offsetTable,
  resolveRange,
  type TimeRange,
  timesOf,
} from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import { catalog } from '../catalog';
import { aggregate } from '../core/aggregate';
import { gridOf } from '../core/grid';
import { type Plan, planOf, type Query } from '../core/plan';
import type { Grid } from '../core/ports';
import { type Result, type ResultColumn, resultOf } from '../core/result';
import type { Store } from '../core/store';
import type { Endpoint, Stream } from '../core/stream';
import type { Deps } from './deps';
import { missingNotes } from './missing-notes';
import { shopFacts } from './shops';

const DAY = 86_400;

/** Offsets of a report's zone: exact near its range, which is where the table is built. */
export function zoneOffset(deps: Pick<Deps, 'zones'>, zone: string, near: TimeRange): Offset {
  if (zone === 'UTC') return () => 0;
  return offsetTable((time) => deps.zones.offset(zone, time), near.since - 100 * DAY, near.until + 100 * DAY);
}

/** The instants a report is about, and its zone's offsets. Throws ProblemError `unknown_range`, `unknown_zone`. */
export function resolveTimes(
  deps: Pick<Deps, 'zones' | 'clock'>,
  report: Pick<ReportDefinition, 'range' | 'zone'>,
): { range: TimeRange; days: DayRange; offset: Offset } {
  const now = Math.floor(deps.clock.now() / 1000);
  const today = localDay(now, (time) => (report.zone === 'UTC' ? 0 : deps.zones.offset(report.zone, time)));
  const days = resolveRange(report.range, today);
  if (!days) throw new ProblemError('unknown_range', { range: report.range });
  const offset = zoneOffset(deps, report.zone, { since: days.since * DAY, until: days.until * DAY });
  return { range: timesOf(days, offset), days, offset };
}

/** The report's days as they are now, so that a run that lasts past midnight stays with the days it began with. */
export function fixedRange(
  deps: Pick<Deps, 'zones' | 'clock'>,
  report: Pick<ReportDefinition, 'range' | 'zone'>,
): string {
  const { range, offset } = resolveTimes(deps, report);
  return `${isoDay(localDay(range.since, offset))}..${isoDay(localDay(range.until - 1, offset))}`;
}

const queryOf = (report: ReportDefinition, range: TimeRange): Query => ({
  shops: report.shops,
  metrics: report.metrics,
  dimensions: report.dimensions,
  range,
  zone: report.zone,
  filters: report.filters,
  sort: report.sort,
  limit: report.limit,
});

/** Checks everything about a report that needs no data, before anything is fetched for it. */
export function checkReport(deps: Pick<Deps, 'zones' | 'clock'>, report: ReportDefinition): void {
  const { range } = resolveTimes(deps, report);
  planOf(catalog, queryOf(report, range));
}

/** What has to be loaded for a report: lists of each of its shops. */
export function listsOf(
  deps: Pick<Deps, 'zones' | 'clock'>,
  report: ReportDefinition,
): { shop: string; endpoint: Endpoint }[] {
  const endpoints = endpointsOf(planOf(catalog, queryOf(report, resolveTimes(deps, report).range)));
  return report.shops.flatMap((shop) => endpoints.map((endpoint) => ({ shop, endpoint })));
}

/** The lists that fill the streams of a plan, once each. */
const endpointsOf = ({ fields }: Plan): Endpoint[] => [
  ...new Set(Object.keys(fields).map((id) => (catalog.streams[id] as Stream).endpoint)),
];

/** The report's answer from what is stored. */
export function answerReport(deps: Deps, store: Store, report: ReportDefinition): Result {
  const { range, days, offset } = resolveTimes(deps, report);
  const plan = planOf(catalog, queryOf(report, range));
  const facts = shopFacts(deps, store, report.shops);
  const result = resultOf(catalog, plan, aggregate(catalog, plan, store, facts, offset));
  const missing = facts.flatMap((shop) =>
    endpointsOf(plan).flatMap((endpoint) =>
      missingNotes(deps, store, shop, endpoint, { range, days, offset }),
    ),
  );
  return { ...result, notes: [...result.notes, ...missing] };
}

/** The cells of an answer with a note on each header: formula, source, zone, shops, time of the answer. */
export function reportGrid(
  deps: Pick<Deps, 'clock'>,
  report: ReportDefinition,
  result: Result,
  shops: readonly string[],
): Grid {
  const stamp = isoMinute(deps.clock.now());
  const noteOf = (column: ResultColumn): string => {
    const metric = report.metrics.includes(column.id) ? catalog.metrics[column.id] : undefined;
    const about = metric?.about ?? catalog.dimensions[column.id]?.about ?? '';
    return [
      about,
      ...(metric ? [metric.formula] : []),
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
