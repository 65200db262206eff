/** Loading a shop's past: what it would take, and then stretch after stretch until it is there. */
import type { Backfill, BackfillEstimate } from '../../shared/api';
import { parseDay } from '../../shared/day';
import { beginOf, FIRST_CHOICE } from '../report/past';
import { stretchWords } from '../words/stretch';
import { ask, askAnew, forget } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { BackfillEvent } from './event';
import { type BackfillPage, type State, shops } from './state';

/** A stretch that moved nothing is not repeated at once. */
const PAUSE = 3_000;

export function backfillStep(state: State, event: BackfillEvent): Step {
  if (event.type === 'backfill') return openBackfill(state, event.shop);
  const { page } = state;
  if (page.at !== 'backfill') return stay(state);
  switch (event.type) {
    case 'from':
      return estimate(on(state, page, { from: event.from }));
    case 'fromDay':
      return estimate(on(state, page, { day: event.day }));
    case 'load': {
      const since = wantedSince(state, page);
      return since === null ? stay(state) : ask(state, 'startBackfill', { shop: page.shop, since });
    }
    case 'nextStretch':
      return page.shop === event.shop ? drive(state) : stay(state);
    case 'pauseBackfill':
      return ask(state, 'pauseBackfill', { shop: page.shop, paused: event.paused });
    case 'cancelBackfill':
      return ask(state, 'cancelBackfill', { shop: page.shop });
  }
}

const on = (state: State, page: BackfillPage, change: Partial<BackfillPage>): State => ({
  ...state,
  page: { ...page, ...change },
});

/** The loading of a shop's past that is under way. */
export const loadingOf = (state: State, shop: string): Backfill | null =>
  state.overview?.backfills.find((one) => one.shop === shop) ?? null;

export function openBackfill(state: State, shop: string): Step {
  const page: BackfillPage = {
    at: 'backfill',
    shop,
    from: FIRST_CHOICE,
    day: '',
    estimate: null,
    finished: null,
  };
  return also(goTo(forget(state, 'startBackfill'), page), (next) =>
    loadingOf(next, shop) ? drive(next) : also(estimate(next), (asked) => ask(asked, 'quota', null)),
  );
}

/** Day from which on the user wants the past; null while there is none. */
function wantedSince(state: State, page: BackfillPage): string | null {
  const today = parseDay(state.overview?.today ?? '');
  return today === null ? null : beginOf(page, today);
}

/** What was estimated for another choice no longer counts. */
function estimate(before: State): Step {
  const { page } = before;
  if (page.at !== 'backfill') return stay(before);
  const state = forget(on(before, page, { estimate: null }), 'estimateBackfill');
  const since = wantedSince(before, page);
  return since === null ? stay(state) : askAnew(state, 'estimateBackfill', { shop: page.shop, since });
}

export function estimated(state: State, found: BackfillEstimate): Step {
  const { page } = state;
  return stay(
    page.at === 'backfill' && page.shop === found.shop ? on(state, page, { estimate: found }) : state,
  );
}

/** Asks for the next stretch, as long as somebody looks on; without, the hourly trigger goes on. */
function drive(state: State): Step {
  const { page } = state;
  if (page.at !== 'backfill' || state.pending.pauseBackfill || state.pending.cancelBackfill)
    return stay(state);
  const loading = loadingOf(state, page.shop);
  return loading && !loading.paused ? ask(state, 'continueBackfill', { shop: page.shop }) : stay(state);
}

/** The state with what is known now about a backfill. */
function noted(state: State, backfill: Backfill): State {
  const { overview } = state;
  if (!overview) return state;
  const others = overview.backfills.filter(({ shop }) => shop !== backfill.shop);
  const backfills = backfill.finished ? others : [...others, backfill];
  return { ...state, overview: { ...overview, backfills } };
}

/** Begun, paused or gone on with. */
export function backfillNoted(before: State, backfill: Backfill): Step {
  return drive({ ...noted(before, backfill), said: stretchWords(backfill) });
}

export function stretchDone(before: State, backfill: Backfill): Step {
  const known = loadingOf(before, backfill.shop);
  const state = noted(before, backfill);
  const { page } = state;
  if (page.at !== 'backfill' || page.shop !== backfill.shop) return stay(state);
  const next = { ...state, said: stretchWords(backfill) };
  if (backfill.finished) return pastLoaded(next, page, backfill);
  if (known?.done !== backfill.done || known.total !== backfill.total) return drive(next);
  return [next, [{ kind: 'after', milliseconds: PAUSE, event: { type: 'nextStretch', shop: page.shop } }]];
}

/** Of several pasts, the next one follows by itself. */
function pastLoaded(state: State, page: BackfillPage, finished: Backfill): Step {
  const own = new Set(state.overview?.shops.map(({ id }) => id));
  const next = state.overview?.backfills.find(({ shop, paused }) => own.has(shop) && !paused);
  return next ? openBackfill(state, next.shop) : goTo(state, { ...page, finished });
}

export function backfillCancelled(before: State, backfill: Backfill): Step {
  const state = noted(before, backfill);
  if (state.page.at !== 'backfill' || state.page.shop !== backfill.shop) return stay(state);
  const text = 'Loading is cancelled. What is loaded stays.';
  return goTo({ ...state, said: text }, shops({ tone: 'info', text }));
}

/** Somebody else has ended it meanwhile: see how things stand. */
export function backfillGone(state: State, shop: string): Step {
  const { overview } = state;
  if (!overview) return stay(state);
  const backfills = overview.backfills.filter((one) => one.shop !== shop);
  return ask({ ...state, overview: { ...overview, backfills } }, 'overview', null);
}
