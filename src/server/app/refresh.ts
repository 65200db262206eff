import type { Problem } from '../../shared/problem';
import type { Budget } from './budget';
import type { Deps } from './deps';
import { noteRun, type StoredReport } from './reports';
import { continueRun, startRun, unfinishedRuns } from './runs';
import { problemOf } from './unexpected';

export interface RefreshOutcome {
  done: string[];
  failed: { name: string; problem: Problem }[];
  /** Reports that the budget did not reach, or that are not finished. */
  left: string[];
}

/** Runs reports one after another within the budget; a failing one does not stop the others. */
export function refresh(deps: Deps, reports: readonly StoredReport[], budget: Budget): RefreshOutcome {
  const outcome: RefreshOutcome = { done: [], failed: [], left: [] };
  for (const { definition } of reports) {
    if (budget.spent()) {
      outcome.left.push(definition.name);
      continue;
    }
    try {
      const begun = unfinishedRuns(deps).find((run) => run.reportId === definition.id);
      const run = continueRun(deps, (begun ?? startRun(deps, definition.id)).id, budget);
      (run.finished ? outcome.done : outcome.left).push(definition.name);
    } catch (error) {
      const found = problemOf(deps, error);
      noteRun(deps, definition.id, null, found);
      outcome.failed.push({ name: definition.name, problem: found });
    }
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
