import type { Deps } from './deps';
import { readUsage, unattended } from './quota';
import { openBackfills } from './recorded-backfill';
import type { StoredReport } from './reports';
import { unfinishedRuns } from './runs';
import { scheduled } from './schedule-owner';
import { ownUpkeeps } from './upkeep';
import { nextVersion } from './version';

/** A run that somebody has been looking at until a moment ago is theirs. */
const WATCHED = 10 * 60_000;

export interface Task {
  report: StoredReport;
  /** Has an unfinished run. */
  begun: boolean;
  scheduled: boolean;
  at: number;
}

/** The user's scheduled reports and unfinished runs, with the time from which each is to be worked on, in order. */
export function tasks(deps: Deps, reports: readonly StoredReport[]): Task[] {
  const now = deps.clock.now();
  const { runs } = readUsage(deps);
  const unfinished = new Map(
    unfinishedRuns(deps).flatMap(({ id, reportId }) => {
      const tally = runs[id];
      return tally ? [[reportId, tally.by === 'schedule' ? 0 : tally.seen + WATCHED] as const] : [];
    }),
  );
  const due = new Map(
    scheduled(deps, reports)
      .filter(({ mine }) => mine)
      .map(({ report, at }) => [report.definition.id, at]),
  );
  return reports
    .flatMap((report): Task[] => {
      const { id } = report.definition;
      const at = unfinished.get(id) ?? due.get(id);
      return at === undefined ? [] : [{ report, begun: unfinished.has(id), scheduled: due.has(id), at }];
    })
    .sort((a, b) => Number(b.begun && b.at <= now) - Number(a.begun && a.at <= now) || a.at - b.at);
}

/** When there is something to do beside reports, ms: a backfill goes on at each dispatch, upkeep is done daily. */
export const chores = (deps: Deps): number[] => [
  ...openBackfills(deps).map(() => deps.clock.now()),
  ...ownUpkeeps(deps).map(({ at }) => at),
];

/** When the next dispatch has something to do; null when none ever has. */
export function nextDispatch(deps: Deps, all: readonly Task[], beside: readonly number[]): number | null {
  const now = deps.clock.now();
  const times = [...all.map(({ at }) => at), ...beside];
  if (times.length === 0) return null;
  // A new day for formulas is noted by a trigger that is there for other things; none is made for it.
  const next = Math.min(...times, nextVersion(deps) ?? (times[0] as number));
  return Math.max(unattended(readUsage(deps), now).restsUntil, next);
}
