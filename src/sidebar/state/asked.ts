/** Questions in place before something is lost. */
import { type Step, stay } from './effect';
import type { Asked, State } from './state';

/** Id of the button that undoes what was asked: the safe one has the focus. */
export const KEEP = 'keep';
/** Id of the button that asks. */
export const askerId = ({ what, id }: Asked) => `${what}-${id}`;

export function confirming(state: State, asked: Asked | null): Step {
  const { page } = state;
  if (!('confirming' in page)) return stay(state);
  const focus = asked ? KEEP : page.confirming && askerId(page.confirming);
  return [{ ...state, page: { ...page, confirming: asked } }, focus ? [{ kind: 'focus', id: focus }] : []];
}
