/** What happens on the first view: saved reports, shops, and the run that was left unfinished. */
import type { Overview } from '../../shared/api';
import { openBuilder } from './build';
import { ask } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { HomeEvent } from './event';
import { driveRun, openRun } from './run';
import type { State } from './state';

export function homeStep(state: State, event: HomeEvent): Step {
  switch (event.type) {
    case 'newReport':
      return openBuilder(state, { kind: 'new', shops: event.shops });
    case 'editReport':
      return openBuilder(state, { kind: 'saved', id: event.id });
    case 'runReport':
      return ask(state, 'startRun', { reportId: event.id });
    case 'showTab':
      return ask(state, 'showTab', { reportId: event.id });
    case 'confirm':
      return confirming(state, { what: event.what, id: event.id });
    case 'keep':
      return confirming(state, null);
    case 'deleteReport':
      return ask(state, 'deleteReport', { reportId: event.id });
    case 'disconnect':
      return ask(state, 'disconnect', { connection: event.id });
    case 'wiping':
      return state.page.at === 'home'
        ? stay({ ...state, page: { ...state.page, wiping: event.text } })
        : stay(state);
    case 'wipe':
      return mayWipe(state) ? ask(state, 'deleteAllData', { confirm: WIPE }) : stay(state);
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

/** To be typed before all data goes: nobody does it by mistake. */
export const WIPE = 'DELETE';
export const mayWipe = ({ page }: State): boolean => page.at === 'home' && page.wiping.trim() === WIPE;

/** Id of the button that undoes what was asked: the safe one has the focus. */
export const KEEP = 'keep';

function confirming(state: State, asked: { what: 'report' | 'connection'; id: string } | null): Step {
  if (state.page.at !== 'home') return stay(state);
  const before = state.page.confirming;
  const focus = asked ? KEEP : before ? `${before.what}-${before.id}` : null;
  return [
    { ...state, page: { ...state.page, confirming: asked } },
    focus ? [{ kind: 'focus', id: focus }] : [],
  ];
}

/** A report was deleted or a connection forgotten: show how things stand now. */
export function removed(state: State, overview: Overview, said: string): Step {
  const next = { ...state, overview, said };
  if (state.page.at !== 'home') return stay(next);
  return goTo(next, { ...state.page, confirming: null, wiping: '' });
}
