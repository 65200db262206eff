/** What is rarely needed: dashboards, cutting what is stored, reports as JSON, deleting everything. */
import type { Overview, Storage } from '../../shared/api';
import { parseDay } from '../../shared/day';
import { cutDay } from '../report/cut';
import { count } from '../words/count';
import { size } from '../words/size';
import { ask } from './calls';
import { goTo, type Step, stay } from './effect';
import type { MoreEvent } from './event';
import { home, type State } from './state';

/** To be typed before all data goes: nobody does it by mistake. */
export const WIPE = 'DELETE';

export const mayWipe = ({ page }: State): boolean => page.at === 'more' && page.wiping.trim() === WIPE;

export function moreStep(state: State, event: MoreEvent): Step {
  const { page } = state;
  switch (event.type) {
    case 'explore':
      return ask(state, 'openExplorer', null);
    case 'dashboardShop':
      return stay(page.at === 'dashboards' ? { ...state, page: { ...page, shop: event.shop } } : state);
    case 'insertDashboard': {
      const { dashboard, shop } = event;
      return ask(state, 'insertDashboard', { dashboard, shop });
    }
    case 'cutting':
      return stay(
        page.at === 'storage'
          ? { ...state, page: { ...page, ...event.change, confirming: null, notice: null } }
          : state,
      );
    case 'cut': {
      const beforeDay = page.at === 'storage' ? cutDay(page, parseDay(state.overview?.today ?? '')) : null;
      return page.at === 'storage' && beforeDay !== null
        ? ask(state, 'cutStorage', { shop: page.shop || null, beforeDay })
        : stay(state);
    }
    case 'importing':
      return stay(page.at === 'transfer' ? { ...state, page: { ...page, text: event.text } } : state);
    case 'import':
      return page.at === 'transfer' && page.text.trim() !== ''
        ? ask(state, 'importReports', { text: page.text.trim() })
        : stay(state);
    case 'wiping':
      return stay(page.at === 'more' ? { ...state, page: { ...page, wiping: event.text } } : state);
    case 'wipe':
      return mayWipe(state) ? ask(state, 'deleteAllData', { confirm: WIPE }) : stay(state);
  }
}

/** Old data is gone: say how much is left. */
export function storageCut(before: State, storage: Storage): Step {
  const text = `Removed. This file now holds ${size(storage.characters)}.`;
  const state = { ...before, storage, said: text };
  const { page } = state;
  return page.at === 'storage'
    ? goTo(state, { ...page, confirming: null, notice: { tone: 'good', text } })
    : stay(state);
}

export function imported(before: State, overview: Overview): Step {
  const news = overview.reports.length - (before.overview?.reports.length ?? 0);
  const text = `${count(news, 'report')} imported.`;
  const state = { ...before, overview, said: text };
  return state.page.at === 'transfer' ? goTo(state, home({ tone: 'good', text })) : stay(state);
}

/** Everything is deleted: nothing of it is known any more. */
export function wiped(before: State, overview: Overview): Step {
  const text = 'All data of the add-on is deleted.';
  const state: State = {
    ...before,
    overview,
    statuses: [],
    storage: null,
    runLog: null,
    said: text,
  };
  return state.page.at === 'more' ? goTo(state, home({ tone: 'good', text })) : stay(state);
}
