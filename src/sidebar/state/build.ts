/** The report builder: a draft that changes, a picker over it, and Run. */
import { type Draft, draftOf, inputOf } from '../report/draft';
import { changeDraft } from '../report/draft-change';
import { copyOf, firstDraft } from '../report/first-draft';
import { issuesOf, placeId } from '../report/issues';
import { ask, forget } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { BuildEvent } from './event';
import { type BuildPage, home, type State } from './state';

export function buildStep(state: State, event: BuildEvent): Step {
  const { page } = state;
  if (page.at !== 'build' || !page.draft) return event.type === 'leave' ? goTo(state, home()) : stay(state);
  const { draft } = page;
  const on = (change: Partial<BuildPage>): State => ({ ...state, page: { ...page, ...change } });
  switch (event.type) {
    case 'change': {
      const changed = changeDraft(draft, event.change);
      return stay({ ...on({ draft: changed.draft, leaving: false }), said: changed.said ?? state.said });
    }
    case 'pick':
      return [
        on({ picking: { kind: event.kind, search: '', about: null } }),
        [{ kind: 'focus', id: PICKER_SEARCH }],
      ];
    case 'search':
      return stay(page.picking ? on({ picking: { ...page.picking, search: event.text } }) : state);
    case 'about':
      return stay(page.picking ? on({ picking: { ...page.picking, about: event.id } }) : state);
    case 'picked':
      return page.picking
        ? [on({ picking: null }), [{ kind: 'focus', id: addButton(page.picking.kind) }]]
        : stay(state);
    case 'leave':
      // A run that is being started has saved the report: nothing is lost.
      if (page.leaving || state.pending.startRun || same(draft, page.opened))
        return goTo(forgetFailure(state), home());
      return [on({ leaving: true }), [{ kind: 'focus', id: STAY }]];
    case 'stay':
      return [on({ leaving: false }), [{ kind: 'focus', id: RUN }]];
    case 'run':
      return runDraft(state, page, draft);
  }
}

export const PICKER_SEARCH = 'picker-search';
export const STAY = 'stay';
export const RUN = 'run';
export const addButton = (kind: 'metric' | 'dimension') => `add-${kind}`;

const GONE = { tone: 'info', text: 'This report is no longer in this file.' } as const;
const same = (a: Draft, b: Draft | null) => JSON.stringify(a) === JSON.stringify(b);
const forgetFailure = (state: State) => (state.pending.startRun ? state : forget(state, 'startRun'));

export function openBuilder(state: State, seed: BuildPage['seed']): Step {
  const page: BuildPage = {
    at: 'build',
    seed,
    draft: null,
    opened: null,
    checked: false,
    leaving: false,
    picking: null,
  };
  return also(goTo(forgetFailure(state), page), (next) => prepareDraft(next));
}

/** Makes the draft as soon as everything it needs is there, and asks for what is not; `fresh`: the overview has just come. */
export function prepareDraft(state: State, fresh = false): Step {
  const { page, overview, catalogue } = state;
  if (page.at !== 'build' || page.draft) return stay(state);
  if (!overview || !catalogue)
    return also(overview ? stay(state) : ask(state, 'overview', null), (next) =>
      catalogue ? stay(next) : ask(next, 'catalogue', null),
    );
  const { seed } = page;
  if (seed.kind === 'new') {
    const original = overview.reports.find(({ definition }) => definition.id === seed.copyOf);
    const draft = original
      ? copyOf(original.definition, overview)
      : firstDraft(overview, catalogue, seed.shops);
    return stay({ ...state, page: { ...page, draft, opened: draft } });
  }
  const saved = overview.reports.find((report) => report.definition.id === seed.id);
  // A report that has just been saved by its first run is not in the old overview yet.
  if (!saved) return fresh ? goTo(state, home(GONE)) : ask(state, 'overview', null);
  const draft = draftOf(saved.definition);
  return stay({ ...state, page: { ...page, draft, opened: draft } });
}

function runDraft(state: State, page: BuildPage, draft: Draft): Step {
  if (!state.overview || !state.catalogue) return stay(state);
  const [first, ...others] = issuesOf(draft, state.catalogue, state.overview);
  if (!first) return ask(state, 'startRun', { report: inputOf(draft) });
  const count = others.length === 0 ? 'One thing needs' : `${others.length + 1} things need`;
  return [
    {
      ...state,
      page: { ...page, checked: true, leaving: false },
      said: `${count} your attention. ${first.text}`,
    },
    [{ kind: 'focus', id: placeId(first.place) }],
  ];
}
