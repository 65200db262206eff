/** What happens on the first view: saved reports, and the run that was left unfinished. */
import type { Overview } from '../../shared/api';
import { openBuilder } from './build';
import { ask } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { HomeEvent } from './event';
import { beginRound } from './round';
import { driveRun, openRun } from './run';
import type { HomePage, State } from './state';

export function homeStep(state: State, event: HomeEvent): Step {
  switch (event.type) {
    case 'newReport':
      return openBuilder(state, { kind: 'new', shops: event.shops });
    case 'editReport':
      return openBuilder(state, { kind: 'saved', id: event.id });
    case 'duplicateReport':
      return openBuilder(state, { kind: 'new', shops: null, copyOf: event.id });
    case 'runReport':
      return ask(state, 'startRun', { reportId: event.id });
    case 'refreshAll':
      return beginRound(state);
    case 'showTab':
      return ask(state, 'showTab', { reportId: event.id });
    case 'find':
      return on(state, { search: event.text });
    case 'more':
      return state.page.at === 'home'
        ? on(state, { open: state.page.open === event.id ? null : event.id, confirming: null })
        : stay(state);
    case 'deleteReport':
      return ask(state, 'deleteReport', { reportId: event.id });
    case 'continueRun': {
      const run = state.overview?.unfinished;
      return run ? also(openRun(state, run), driveRun) : stay(state);
    }
    case 'cancelUnfinished': {
      const run = state.overview?.unfinished;
      return run ? ask(state, 'cancelRun', { runId: run.id }) : stay(state);
    }
  }
}

const on = (state: State, change: Partial<HomePage>): Step =>
  stay(state.page.at === 'home' ? { ...state, page: { ...state.page, ...change } } : state);

/** A report was deleted or a connection forgotten: show how things stand now. */
export function removed(state: State, overview: Overview, said: string): Step {
  const next = { ...state, overview, said };
  const { page } = state;
  if (page.at !== 'home' && page.at !== 'shops') return stay(next);
  return goTo(next, { ...page, confirming: null });
}
