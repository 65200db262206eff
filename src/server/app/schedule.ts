import { type Budget, budgetOf, UNATTENDED_MS } from './budget';
import type { Deps } from './deps';
import { chores, nextDispatch, type Task, tasks } from './duty';
import { DUTY, type Duty, readDuty, rests, saveDuty } from './idle';
import { type Failure, mailFailures, mailLostConsent } from './notify';
import { countKilled, readUsage, saveUsage, unattended } from './quota';
import { finishRecalculation } from './recalculate';
import { openBackfills, workOnBackfill, workOnUpkeep } from './recorded-backfill';
import { refreshOne } from './refresh';
import { listReports } from './reports';
import { readOwner, saveOwner } from './schedule-owner';
import { userShops } from './shops';
import { problemOf } from './unexpected';
import { ownUpkeeps } from './upkeep';
import { noteDay } from './version';

/** What passes by itself is tried again at the next dispatches, so often. */
const TRIES = 3;
/** The least time worth beginning a report with, ms. */
const SHARE = 30_000;

/**
 * The hourly trigger of one user in one spreadsheet, for all their schedules there. An idle one reads one property.
 * It never makes triggers and mends nothing: that is for the sidebar and the menu.
 */
export function runSchedule(deps: Deps, trigger: string | null): void {
  const address = deps.triggers.missingConsent();
  if (address !== null) {
    const usage = readUsage(deps);
    if (!usage.noConsent) saveUsage(deps, { ...usage, noConsent: true });
    mailLostConsent(deps, address);
    return;
  }
  const document = deps.platform.documentId();
  if (document === null) noteNoSpreadsheet(deps, trigger);
  else {
    const duty = readDuty(deps, document);
    if (rests(deps, duty)) return;
    work(deps);
    saveDuty(deps, document, {
      trigger,
      ill: null,
      ...duty,
      next: nextDispatch(deps, tasks(deps, listReports(deps)), chores(deps)),
      seen: deps.clock.now(),
      found: null,
    });
  }
}

/** Recorded where the sidebar of that spreadsheet will find it. */
function noteNoSpreadsheet(deps: Deps, trigger: string | null): void {
  if (trigger === null) return;
  for (const [document, text] of Object.entries(deps.userState.all(DUTY))) {
    const duty = JSON.parse(text) as Duty;
    if (duty.trigger === trigger && duty.found === null)
      saveDuty(deps, document, { ...duty, found: 'no_spreadsheet' });
  }
}

function work(deps: Deps): void {
  finishRecalculation(deps);
  noteDay(deps);
  const began = deps.clock.now();
  const usage = readUsage(deps);
  const killed = countKilled(usage, began);
  const { left } = unattended(usage, began);
  const budget = budgetOf(deps.clock, Math.min(UNATTENDED_MS, left));
  const due = tasks(deps, listReports(deps)).filter(({ at }) => at <= began);
  // What Google ended the last dispatch at must not keep the others from their turn.
  due.sort((a, b) => Number(a.report.definition.id === killed) - Number(b.report.definition.id === killed));
  const failures: Failure[] = [];
  let count = 0;
  let tomorrow = false;
  saveUsage(deps, { ...usage, began: null });
  for (const [i, task] of due.entries()) {
    if (budget.spent() || tomorrow) break;
    saveUsage(deps, { ...readUsage(deps), began: { at: began, report: task.report.definition.id } });
    // Each gets its share of the time; what it does not need goes to the next.
    const share = Math.min(budget.left(), Math.max(SHARE, budget.left() / (due.length - i)));
    const result = refreshOne(deps, task.report, 'schedule', budgetOf(deps.clock, share));
    count++;
    if (typeof result === 'boolean') continue;
    tomorrow = result.class === 'quota_until_tomorrow';
    if (tomorrow || result.code === 'busy_elsewhere') continue;
    failures.push({
      name: task.report.definition.name,
      problem: result,
      failures: noteFailure(deps, task, result.class === 'retry' || result.class === 'slow_down'),
    });
  }
  if (!tomorrow) doChores(deps, budget, failures);
  const after = readUsage(deps);
  after.triggers.used += deps.clock.now() - began;
  saveUsage(deps, { ...after, began: null });
  if (failures.length > 0) mailFailures(deps, failures);
  deps.log.info(`schedule: ${count} of ${due.length} due, ${failures.length} failed`);
}

/** Time that the reports leave goes to upkeep, then to backfills. */
function doChores(deps: Deps, budget: Budget, failures: Failure[]): void {
  const now = deps.clock.now();
  const shops = new Map(userShops(deps).map(({ id, name }) => [id, name]));
  const named = (shop: string) => shops.get(shop) ?? shop;
  const due = ownUpkeeps(deps).filter(({ at }) => at <= now);
  const all = [
    ...due.map(({ shop }) => ({
      name: `Daily upkeep of ${named(shop)}`,
      work: () => workOnUpkeep(deps, shop, budget),
    })),
    ...openBackfills(deps).map(({ shop }) => ({
      name: `Loading the past of ${named(shop)}`,
      work: () => void workOnBackfill(deps, shop, budget),
    })),
  ];
  for (const { name, work } of all) {
    if (budget.left() < SHARE) break;
    try {
      work();
    } catch (error) {
      const found = problemOf(deps, error);
      if (found.class === 'quota_until_tomorrow') return;
      if (found.code !== 'busy_elsewhere') failures.push({ name, problem: found, failures: 1 });
    }
  }
}

/** How often in a row the report has failed now. It stays due only if trying again soon may help. */
function noteFailure(deps: Deps, { report }: Task, passes: boolean): number {
  const { id } = report.definition;
  const owner = readOwner(deps, id);
  if (!owner) return 1;
  const failures = owner.failures + 1;
  const again = passes && failures % TRIES !== 0;
  saveOwner(deps, id, { ...owner, failures, ...(again ? {} : { begun: deps.clock.now(), ran: true }) });
  return failures;
}
