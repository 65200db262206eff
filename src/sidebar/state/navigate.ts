/** From view to view: what each needs is asked for on arrival, what failed elsewhere is left there. */
import { ask } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { Destination } from './event';
import { isOver, leftBehind } from './run';
import { home, type Page, type State, shops } from './state';

const PAGES: Record<Destination, () => Page> = {
  home,
  shops,
  activity: () => ({ at: 'activity' }),
  more: () => ({ at: 'more', wiping: '' }),
  storage: () => ({
    at: 'storage',
    shop: '',
    keep: '24',
    day: '',
    confirming: null,
    notice: null,
  }),
  transfer: () => ({ at: 'transfer', text: '' }),
  dashboards: () => ({ at: 'dashboards', shop: '' }),
};

export function go(state: State, to: Destination): Step {
  const { page } = state;
  const { overview: failure } = state.failed;
  const left = page.at === 'run' && !isOver(page.run) ? leftBehind(state, page.run) : stay(state);
  return also(left, (next) =>
    also(
      goTo({ ...next, round: null, failed: failure ? { overview: failure } : {} }, PAGES[to]()),
      askWhatShows,
    ),
  );
}

/** What the view shows may have changed since it was seen last. */
function askWhatShows(state: State): Step {
  switch (state.page.at) {
    case 'home':
    case 'shops':
      return state.overview?.connections.length ? ask(state, 'connectionStatus', null) : stay(state);
    case 'activity':
      return also(ask(state, 'quota', null), (next) => ask(next, 'runLog', null));
    case 'storage':
      return ask(state, 'storage', null);
    default:
      return stay(state);
  }
}
