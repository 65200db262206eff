/** The builder's look at what a draft would answer, and the draft as a formula. */
import type { Api } from '../../shared/api';
import { type Draft, inputOf } from '../report/draft';
import { issuesOf } from '../report/issues';
import { ask, askAnew, forget } from './calls';
import { also, type Step, stay } from './effect';
import type { BuildPage, Preview, State } from './state';

/** Rows that show; one more is asked for, to know whether there are more. */
export const PREVIEW_ROWS = 10;
/** Who goes on changing the draft within this time waits for no answer in between. */
const PAUSE_MS = 700;

const on = (state: State, page: BuildPage, change: Partial<BuildPage>): State => ({
  ...state,
  page: { ...page, ...change },
});

/** Opens the preview, or closes it. */
export function togglePreview(state: State, page: BuildPage, draft: Draft): Step {
  if (page.preview) return stay(withoutQuestions(on(state, page, { preview: null })));
  const preview: Preview = { turn: 0, answer: null, estimate: null };
  return askPreview(on(state, page, { preview }), draft);
}

/** The draft has changed: what was answered no longer holds, and is asked anew once the user pauses. */
export function previewChanged(state: State, page: BuildPage, preview: Preview): Step {
  const turn = preview.turn + 1;
  return [
    withoutQuestions(on(state, page, { preview: { turn, answer: null, estimate: null }, inserted: null })),
    [{ kind: 'after', milliseconds: PAUSE_MS, event: { type: 'previewTurn', turn } }],
  ];
}

export const withoutQuestions = (state: State): State => forget(forget(state, 'answer'), 'estimateRun');

/** A draft that is not complete has no answer; its name does not matter. */
export const previewIssues = (draft: Draft, { catalogue, overview }: State) =>
  catalogue && overview ? issuesOf(draft, catalogue, overview).filter(({ place }) => place !== 'name') : [];

export function askPreview(state: State, draft: Draft): Step {
  if (previewIssues(draft, state).length > 0) return stay(state);
  const report = { ...inputOf(draft), name: draft.name.trim() || 'Preview' };
  return also(askAnew(state, 'answer', { report, rows: PREVIEW_ROWS + 1 }), (next) =>
    askAnew(next, 'estimateRun', { report }),
  );
}

export function previewed(state: State, news: Partial<Preview>): Step {
  const { page } = state;
  if (page.at !== 'build' || !page.preview) return stay(state);
  return stay(on(state, page, { preview: { ...page.preview, ...news } }));
}

export const insertDraft = (state: State, draft: Draft): Step =>
  ask(state, 'insertFormula', { report: inputOf(draft) });

export function inserted(state: State, { tab, area }: Api['insertFormula']['output']): Step {
  const { page } = state;
  const place = `${area} of “${tab}”`;
  const next = page.at === 'build' ? on(state, page, { inserted: place }) : state;
  return stay({ ...next, said: `The formula is in ${place}.` });
}
