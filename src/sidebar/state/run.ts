/** A run from its first slice to its last: the sidebar asks for one slice after another until the run is finished. */
import type { Run } from '../../shared/api';
import { progressWords } from '../words/progress';
import { ask } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { RunEvent } from './event';
import { nextOfRound } from './round';
import type { RunPage, State } from './state';

/** A slice that moved nothing (another run holds the lock, TikTok asks to slow down) is not repeated at once. */
const PAUSE = 3_000;

export function runStep(state: State, event: RunEvent): Step {
  const { page } = state;
  if (page.at !== 'run') return stay(state);
  switch (event.type) {
    case 'nextSlice':
      return page.run.id === event.runId && !page.cancelling ? driveRun(state) : stay(state);
    case 'cancel':
      return page.run.finished || page.cancelling
        ? stay(state)
        : ask({ ...state, page: { ...page, cancelling: true }, said: 'Cancelling.' }, 'cancelRun', {
            runId: page.run.id,
          });
  }
}

export function openRun(state: State, run: Run): Step {
  const page: RunPage = { at: 'run', run, cancelling: false, paused: false };
  return goTo({ ...state, page, said: progressWords(run) }, page);
}

/** The run was started: show it and begin. */
export function runStarted(state: State, run: Run): Step {
  return also(openRun(state, run), (next) => (isOver(run) ? runOver(next, run) : driveRun(next)));
}

/** Asks for the next slice, if the run can go on by itself. */
export function driveRun(state: State): Step {
  const { page } = state;
  if (page.at !== 'run' || page.cancelling || isOver(page.run)) return stay(state);
  return ask({ ...state, page: { ...page, paused: false } }, 'continueRun', { runId: page.run.id });
}

/** A slice is done: go on, pause, or show the end. */
export function sliceDone(state: State, run: Run): Step {
  const { page } = state;
  if (page.at !== 'run' || page.run.id !== run.id) return leftBehind(state, run);
  const paused = !isOver(run) && !goesOn(run);
  const next = { ...state, page: { ...page, run, paused }, said: progressWords(run) };
  if (isOver(run)) return also(goTo(next, next.page), (ended) => runOver(ended, run));
  if (page.cancelling || paused) return stay(next);
  if (run.problem === null && moved(page.run, run)) return driveRun(next);
  return [next, [{ kind: 'after', milliseconds: PAUSE, event: { type: 'nextSlice', runId: run.id } }]];
}

/** The end shows, or the next report's turn comes. */
const runOver = (state: State, run: Run): Step =>
  state.round
    ? nextOfRound(state, { name: run.reportName, problem: run.result ? null : run.problem })
    : ask(state, 'overview', null);

export function runCancelled(state: State, run: Run): Step {
  const { page } = state;
  if (page.at !== 'run' || page.run.id !== run.id) return leftBehind(state, run);
  // The last slice may have finished the run before the wish to cancel arrived.
  if (page.run.finished) return stay(state);
  const ended: RunPage = { ...page, run, cancelling: false, paused: false };
  const next = { ...state, page: ended, round: null, said: progressWords(run) };
  return also(goTo(next, ended), (shown) => ask(shown, 'overview', null));
}

/** A call of the run failed: it waits for the user. */
export function runPaused(state: State): Step {
  const { page } = state;
  return stay(page.at === 'run' ? { ...state, page: { ...page, cancelling: false, paused: true } } : state);
}

/** The user left before the answer came: what is unfinished is offered on the first view. */
export function leftBehind(state: State, run: Run): Step {
  if (!state.overview) return stay(state);
  const unfinished = isOver(run) ? null : run;
  const next = { ...state, overview: { ...state.overview, unfinished } };
  return unfinished ? stay(next) : ask(next, 'overview', null);
}

export const isOver = (run: Run) => run.finished || run.cancelled;

/** Whether the next slice may be asked for without the user: some problems pass by themselves, others wait for them. */
const goesOn = (run: Run) =>
  run.problem === null || run.problem.class === 'slow_down' || run.problem.class === 'refresh_token';

const moved = (before: Run, after: Run) =>
  before.phase !== after.phase || before.done !== after.done || before.total !== after.total;
