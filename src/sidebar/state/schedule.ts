/** The schedule of one report. */
import type { Overview } from '../../shared/api';
import { formOf, scheduleOf } from '../report/schedule-form';
import { scheduleWords } from '../words/schedule';
import { ask, forget } from './calls';
import { goTo, type Step, stay } from './effect';
import type { ScheduleEvent } from './event';
import { home, type State } from './state';

export function scheduleStep(state: State, event: ScheduleEvent): Step {
  if (event.type === 'schedule') return openSchedule(state, event.id);
  const { page } = state;
  if (page.at !== 'schedule') return stay(state);
  switch (event.type) {
    case 'scheduleForm':
      return stay({ ...state, page: { ...page, form: { ...page.form, ...event.change } } });
    case 'saveSchedule':
      return ask(state, 'setSchedule', { reportId: page.id, schedule: scheduleOf(page.form) });
    case 'takeSchedule':
      return ask(state, 'takeSchedule', { reportId: page.id });
  }
}

function openSchedule(state: State, id: string): Step {
  const report = state.overview?.reports.find(({ definition }) => definition.id === id);
  if (!report) return stay(state);
  const { definition } = report;
  // Somebody who has not said in which zone lives in the shop's, not in UTC.
  const shop = state.overview?.shops.find(({ id: known }) => known === definition.shops[0]);
  const unsaid = definition.schedule === 'none' && definition.zone === 'UTC';
  const form = formOf(unsaid && shop ? { ...definition, zone: shop.zone } : definition);
  return goTo(forget(forget(state, 'setSchedule'), 'takeSchedule'), { at: 'schedule', id, form });
}

/** The schedule is saved: back to the reports, with the news. */
export function scheduleSaved(before: State, overview: Overview): Step {
  const { page } = before;
  const state = { ...before, overview };
  if (page.at !== 'schedule') return stay(state);
  const name = overview.reports.find(({ definition }) => definition.id === page.id)?.definition.name ?? '';
  const text = `${name}: ${scheduleWords(page.form)}.`;
  return goTo({ ...state, said: text }, home({ tone: 'good', text }));
}
