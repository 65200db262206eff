import { isoLocal } from '../../shared/day';
import { budgetOf, UNATTENDED_MS } from './budget';
import type { Deps } from './deps';
import { refresh } from './refresh';
import { listReports, type StoredReport } from './reports';
import { unfinishedRuns } from './runs';

const DAY_MS = 86_400_000;

/** Reports that the hourly trigger has to work on: daily ones not refreshed for a day, and their unfinished runs. */
export function dueReports(deps: Deps): StoredReport[] {
  const reports = listReports(deps).filter(({ definition }) => definition.schedule === 'daily');
  if (reports.length === 0) return [];
  const begun = new Set(unfinishedRuns(deps).map(({ reportId }) => reportId));
  const yesterday = isoLocal(Math.floor((deps.clock.now() - DAY_MS) / 1000) + 60) + 'Z';
  return reports.filter(
    ({ definition, lastRun }) => begun.has(definition.id) || lastRun === null || lastRun <= yesterday,
  );
}

/** The hourly trigger. It never creates triggers: those made by trigger code come up disabled. */
export function runSchedule(deps: Deps): void {
  const due = dueReports(deps);
  if (due.length === 0) return;
  const outcome = refresh(deps, due, budgetOf(deps.clock, UNATTENDED_MS));
  deps.log.info(
    `schedule: ${outcome.done.length} done, ${outcome.failed.length} failed, ${outcome.left.length} left`,
  );
}

/** Makes the trigger be there if, and only if, a report needs it. Called from the menu and the sidebar. */
export function mendTrigger(deps: Deps): void {
  const needed = listReports(deps).some(({ definition }) => definition.schedule !== 'none');
  const there = deps.platform.hasTrigger();
  if (needed && !there) deps.platform.createTrigger();
  if (!needed && there) deps.platform.removeTrigger();
}
