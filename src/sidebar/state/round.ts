/** Refreshing all reports: one run after another, each seen like a single one; what fails does not stop the others. */
import type { Problem } from '../../shared/problem';
import { ask, withoutFailure } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { Outcome, State } from './state';

export function beginRound(state: State): Step {
  const [first, ...left] = state.overview?.reports.map(({ definition }) => definition.id) ?? [];
  if (first === undefined || state.pending.startRun) return stay(state);
  return ask({ ...state, round: { left, outcomes: [] } }, 'startRun', { reportId: first });
}

/** A report of the round is over: on to the next, or, after the last, to the end. */
export function nextOfRound(state: State, outcome: Outcome): Step {
  const { round } = state;
  if (!round) return stay(state);
  const outcomes = [...round.outcomes, outcome];
  const [next, ...left] = round.left;
  if (next !== undefined && !stopsAll(outcome.problem))
    return ask({ ...state, round: { left, outcomes } }, 'startRun', { reportId: next });
  const failed = outcomes.filter(({ problem }) => problem).length;
  const said =
    failed === 0 && round.left.length === 0
      ? 'All reports are refreshed.'
      : `Refreshed: ${outcomes.length - failed}. Not refreshed: ${failed + round.left.length}.`;
  const ended = { ...state, round: null, said };
  return also(goTo(ended, { at: 'round', left: round.left, outcomes }), (shown) =>
    ask(shown, 'overview', null),
  );
}

/** A report of the round could not even begin. */
export function refusedInRound(state: State, reportId: string, problem: Problem): Step {
  const report = state.overview?.reports.find(({ definition }) => definition.id === reportId);
  return nextOfRound(withoutFailure(state, 'startRun'), {
    name: report?.definition.name ?? reportId,
    problem,
  });
}

/** Whatever report comes next, it would meet the same. */
const stopsAll = (problem: Problem | null) =>
  problem !== null &&
  (problem.class === 'quota_until_tomorrow' ||
    ['offline', 'several_accounts', 'google_authorization', 'addon_changed'].includes(problem.code));
