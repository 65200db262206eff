import type { Problem } from '../../shared/problem';
import { fixedRange } from './answer';
import type { Budget } from './budget';
import { withCells } from './cell-values';
import type { Deps } from './deps';
import type { Tally } from './quota';
import { workOn } from './recorded-run';
import { noteRun, type StoredReport } from './reports';
import { startRun, unfinishedRuns } from './runs';
import { problemOf } from './unexpected';

export interface RefreshOutcome {
  done: string[];
  failed: { name: string; problem: Problem }[];
  /** Reports that the budget did not reach, or that are not finished. */
  left: string[];
}

/**
 * Begins a report or goes on with it, for one slice. True when it is finished, a problem when it failed. A run that was
 * left on another day would write that day's range: it is begun anew, and finds in the store what it has loaded.
 */
export function refreshOne(
  deps: Deps,
  { definition }: StoredReport,
  by: Tally['by'],
  budget: Budget,
): boolean | Problem {
  let run: { id: string; reportId: string } | undefined;
  try {
    const days = fixedRange(deps, withCells(deps, definition));
    run = unfinishedRuns(deps).find(({ reportId, range }) => reportId === definition.id && range === days);
    run ??= startRun(deps, definition.id);
    return workOn(deps, run, by, budget).finished;
  } catch (error) {
    const found = problemOf(deps, error);
    // One that could not begin; the others are noted where they failed.
    if (!run) noteRun(deps, definition.id, null, found);
    return found;
  }
}

/** Runs reports one after another within the budget; a failing one does not stop the others, a used-up day does. */
export function refresh(
  deps: Deps,
  reports: readonly StoredReport[],
  by: Tally['by'],
  budget: Budget,
): RefreshOutcome {
  const outcome: RefreshOutcome = { done: [], failed: [], left: [] };
  let stopped = false;
  for (const report of reports) {
    const { name } = report.definition;
    const result: boolean | Problem = !stopped && !budget.spent() && refreshOne(deps, report, by, budget);
    if (typeof result === 'object') {
      outcome.failed.push({ name, problem: result });
      stopped = result.class === 'quota_until_tomorrow';
    } else (result ? outcome.done : outcome.left).push(name);
  }
  return outcome;
}

/** The outcome in words for the user at the screen. */
export function outcomeText({ done, failed, left }: RefreshOutcome): string {
  const lines: string[] = [];
  if (done.length > 0) lines.push(`Refreshed: ${done.join(', ')}.`);
  for (const { name, problem: found } of failed) lines.push(`${name}: ${found.text} ${found.next}`);
  if (left.length > 0)
    lines.push(`Not finished yet: ${left.join(', ')}. Refresh again to go on; what is loaded stays.`);
  return lines.length > 0 ? lines.join('\n') : 'There are no reports yet. Open the sidebar to make one.';
}
