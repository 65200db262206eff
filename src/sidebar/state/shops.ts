/** Shops: connections, and whether their data is kept fresh. */
import type { Overview } from '../../shared/api';
import { openBackfill } from './backfill';
import { ask } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { ShopsEvent } from './event';
import type { State } from './state';

export function shopsStep(state: State, event: ShopsEvent): Step {
  switch (event.type) {
    case 'disconnect':
      return ask(state, 'disconnect', { connection: event.id });
    case 'upkeep':
      return ask(state, 'setUpkeep', { shop: event.shop, on: event.on });
    case 'acceptUpkeep':
      return switchOnNext(state);
  }
}

/** Asks after connecting whether the shops that are new may be loaded and kept fresh. */
export function offerUpkeep(state: State, text: string, shops: string[]): Step {
  return goTo(state, { at: 'upkeep', text, shops, left: shops });
}

function switchOnNext(state: State): Step {
  const { page } = state;
  if (page.at !== 'upkeep') return stay(state);
  const [next] = page.left;
  return next === undefined
    ? openBackfill(state, page.shops[0] as string)
    : ask(state, 'setUpkeep', { shop: next, on: true });
}

/** A shop's upkeep is as wanted; of several that were accepted together, the next one follows. */
export function upkeepSet(before: State, overview: Overview, { shop, on } = { shop: '', on: false }): Step {
  const { page } = before;
  const state = { ...before, overview };
  if (page.at === 'upkeep')
    return switchOnNext({ ...state, page: { ...page, left: page.left.filter((one) => one !== shop) } });
  const said = on ? 'The shop is kept fresh daily.' : 'The shop is no longer kept fresh.';
  return also(stay({ ...state, said }), (next) =>
    // It has begun to load the last months: who switched it on sees that.
    on && page.at === 'shops' ? openBackfill(next, shop) : stay(next),
  );
}
