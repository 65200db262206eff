import type { Run, RunLogLine } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import type { Budget } from './budget';
import type { Deps } from './deps';
import { isoTime } from './iso-time';
import { metered } from './metered';
import { sendNotices } from './notices';
import { countCalls, readUsage, saveUsage, type Tally } from './quota';
import { noteRun, readReport, type StoredReport } from './reports';
import { logRun } from './run-log';
import { continueRun, endedRun } from './runs';
import { readOwner, saveOwner } from './schedule-owner';
import { userShops } from './shops';
import { examine } from './trigger-doctor';
import { problemOf } from './unexpected';

const WEEK = 7 * 86_400_000;

/** Works on a run for one slice and keeps the books: calls and time at each slice, a line in the run log at the end. */
export function workOn(
  deps: Deps,
  { id: runId, reportId }: { id: string; reportId: string },
  by: Tally['by'],
  budget: Budget,
): Run {
  const began = deps.clock.now();
  const meter = metered(deps.http);
  const close = (outcome: RunLogLine['outcome'] | null, more: Partial<RunLogLine> = {}, resting = false) =>
    keep(deps, runId, reportId, { by, began, calls: meter.calls }, outcome, more, resting);
  try {
    const run = continueRun({ ...deps, http: meter.http }, runId, budget);
    close(run.finished ? 'done' : null, { rows: run.result?.rows ?? 0 });
    if (run.finished) notify(deps, reportId, by);
    return run;
  } catch (error) {
    const found = problemOf(deps, error);
    if (found.code === 'busy_elsewhere') throw error;
    if (found.code === 'run_gone') {
      // Whoever ended or cancelled it kept the books.
      const ended = endedRun(deps, runId);
      if (ended) return ended;
      throw error;
    }
    if (!(error instanceof ProblemError)) noteRun(deps, reportId, null, found);
    close(
      'failed',
      { problem: `${found.text} ${found.next}`, request: meter.request() },
      found.class === 'quota_until_tomorrow',
    );
    // The rest of the quota's day passes without the user.
    if (found.class === 'quota_until_tomorrow' && by !== 'schedule') examine(deps);
    if (error instanceof ProblemError) throw error;
    // Its text is in the execution log by now, once.
    throw Object.assign(new ProblemError(found.code), { problem: found });
  }
}

/** A run that its user called off. */
export const noteCancelled = (deps: Deps, { id, reportId }: Run): void =>
  keep(deps, id, reportId, { by: 'sidebar', began: deps.clock.now(), calls: 0 }, 'cancelled', {}, false);

/** A run that the sidebar is about to work on: an unattended one may take it up if it is left. */
export const noteBegun = (deps: Deps, { id, reportId }: Run): void =>
  keep(deps, id, reportId, { by: 'sidebar', began: deps.clock.now(), calls: 0 }, null, {}, false);

/** A mail that fails is no failure of the run. */
function notify(deps: Deps, reportId: string, by: Tally['by']): void {
  try {
    sendNotices(deps, reportId, by);
  } catch (error) {
    problemOf(deps, error);
  }
}

/** Bookkeeping never makes a run fail. */
const keep: typeof keepBooks = (deps, ...rest) => {
  try {
    keepBooks(deps, ...rest);
  } catch (error) {
    problemOf(deps, error);
  }
};

function keepBooks(
  deps: Deps,
  runId: string,
  reportId: string,
  slice: { by: Tally['by']; began: number; calls: number },
  outcome: RunLogLine['outcome'] | null,
  more: Partial<RunLogLine>,
  resting: boolean,
): void {
  const now = deps.clock.now();
  const usage = readUsage(deps);
  const before = usage.runs[runId] ?? { started: slice.began, ms: 0, calls: 0 };
  const tally: Tally = {
    started: before.started,
    seen: now,
    by: slice.by,
    ms: before.ms + now - slice.began,
    calls: before.calls + slice.calls,
  };
  countCalls(usage, slice.calls, resting, now);
  for (const [id, { seen }] of Object.entries(usage.runs)) if (now - seen > WEEK) delete usage.runs[id];
  if (outcome === null) usage.runs[runId] = tally;
  // What ends with a quota goes on tomorrow, with a line of its own in the log.
  else if (resting) usage.runs[runId] = { ...tally, started: now, ms: 0, calls: 0 };
  else delete usage.runs[runId];
  saveUsage(deps, usage);
  if (outcome === null) return;
  const owner = readOwner(deps, reportId);
  if (outcome === 'done' && owner)
    saveOwner(deps, reportId, { ...owner, begun: tally.started, ran: true, failures: 0 });
  const { definition } = readReport(deps, reportId);
  logRun(deps, {
    time: isoTime(now),
    report: definition.name,
    shops: shopNames(deps, definition.shops),
    trigger: slice.by,
    start: isoTime(tally.started),
    seconds: Math.round(tally.ms / 1000),
    calls: tally.calls,
    rows: 0,
    outcome,
    problem: '',
    request: '',
    ...more,
  });
}

function shopNames(deps: Deps, ids: StoredReport['definition']['shops']): string {
  const known = new Map(userShops(deps).map(({ id, name }) => [id, name]));
  return ids.map((id) => known.get(id) ?? id).join(', ');
}
