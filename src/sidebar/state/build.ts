/** The report builder: a draft that changes, a picker over it, and Run. */
import type { Places } from '../../shared/api';
import { type Draft, type DraftTarget, draftOf, inputOf } from '../report/draft';
import { changeDraft, type DraftChange, typedBy } from '../report/draft-change';
import { copyOf, firstDraft, readyDraft } from '../report/first-draft';
import { issuesOf, placeId } from '../report/issues';
import { ask, forget } from './calls';
import { also, goTo, type Step, stay, TITLE } from './effect';
import type { BuildEvent } from './event';
import { askPreview, insertDraft, previewChanged, togglePreview, withoutQuestions } from './preview';
import { type BuildPage, home, type Picking, type Preview, type State } from './state';

export function buildStep(before: State, event: BuildEvent): Step {
  const [state, effects] = changed(before, event);
  const [was, page] = [before.page, state.page];
  if (was.at !== 'build' || page.at !== 'build' || was.draft === page.draft) return [state, effects];
  if (!page.preview) return [{ ...state, page: { ...page, inserted: null } }, effects];
  return also([state, effects], () => previewChanged(state, page, page.preview as Preview));
}

function changed(state: State, event: BuildEvent): Step {
  const { page } = state;
  if (page.at !== 'build' || !page.draft) return event.type === 'leave' ? goTo(state, home()) : stay(state);
  const { draft } = page;
  const on = (change: Partial<BuildPage>): State => ({ ...state, page: { ...page, ...change } });
  switch (event.type) {
    case 'change': {
      const { draft: next, said = state.said } = changeDraft(draft, event.change);
      if (next === draft) return stay(state);
      const typed = typedBy(event.change);
      const past = typed !== null && typed === page.typed ? page.past : remembered(page.past, draft);
      const after = { ...on({ draft: next, past, typed, leaving: false }), said };
      return needsPlaces(event.change, draft.target) ? ask(after, 'places', null) : stay(after);
    }
    case 'startFrom': {
      if (!state.overview) return stay(state);
      const next = readyDraft(event.readyMade, draft, state.overview);
      const past = remembered(page.past, draft);
      return [
        { ...on({ draft: next, past, typed: null, picking: null }), said: `${next.name} is filled in.` },
        [{ kind: 'focus', id: TITLE }],
      ];
    }
    case 'undo': {
      const before = page.past[page.past.length - 1];
      if (!before) return stay(state);
      const past = page.past.slice(0, -1);
      return [
        { ...on({ draft: before, past, typed: null, leaving: false }), said: 'Undone.' },
        // Its button goes with the last change.
        past.length === 0 ? [{ kind: 'focus', id: TITLE }] : [],
      ];
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
    case 'preview':
      return togglePreview(state, page, draft);
    case 'previewTurn':
      return page.preview?.turn === event.turn ? askPreview(state, draft) : stay(state);
    case 'insertFormula':
      return whole(state, page, draft, () => insertDraft(state, draft));
    case 'run':
      return whole(state, page, draft, () =>
        ask(withoutQuestions(state), 'startRun', { report: inputOf(draft) }),
      );
  }
}

/** Tabs come and go, and another cell may be selected by now: asked for each time somebody wants to choose. */
function needsPlaces(change: DraftChange, { kind }: DraftTarget): boolean {
  if (change.part === 'selectedCell') return true;
  const wanted = change.part === 'target' ? change.target.kind : undefined;
  return wanted !== undefined && wanted !== 'new' && wanted !== kind;
}

/** A cell that nobody has named is the selected one. */
export function placesArrived(before: State, places: Places): Step {
  const state = { ...before, places };
  const { page } = state;
  if (page.at !== 'build' || !page.draft) return stay(state);
  const { target } = page.draft;
  if (target.kind !== 'cell' || target.cell !== '') return stay(state);
  const draft = { ...page.draft, target: { ...target, cell: places.cell } };
  return stay({ ...state, page: { ...page, draft }, said: `The first cell is ${places.cell}.` });
}

export const PICKER_SEARCH = 'picker-search';
export const STAY = 'stay';
export const RUN = 'run';
export const addButton = (kind: Picking['kind']) => `add-${kind}`;

/** More than anybody undoes. */
const MOST_UNDONE = 50;
const remembered = (past: Draft[], draft: Draft) => [...past.slice(1 - MOST_UNDONE), draft];

const GONE = { tone: 'info', text: 'This report is no longer in this file.' } as const;
const same = (a: Draft, b: Draft | null) => JSON.stringify(a) === JSON.stringify(b);
const forgetFailure = (state: State) =>
  forget(withoutQuestions(state.pending.startRun ? state : forget(state, 'startRun')), 'insertFormula');

export function openBuilder(state: State, seed: BuildPage['seed']): Step {
  const page: BuildPage = {
    at: 'build',
    seed,
    draft: null,
    opened: null,
    past: [],
    typed: null,
    checked: false,
    leaving: false,
    picking: null,
    preview: null,
    inserted: null,
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
  const ready = { ...state, page: { ...page, draft, opened: draft } };
  return draft.target.kind === 'sheet' ? ask(ready, 'places', null) : stay(ready);
}

/** Does something with a draft in which nothing is wrong; else leads to the first of what is. */
function whole(state: State, page: BuildPage, draft: Draft, then: () => Step): Step {
  if (!state.overview || !state.catalogue) return stay(state);
  const [first, ...others] = issuesOf(draft, state.catalogue, state.overview);
  if (!first) return then();
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
