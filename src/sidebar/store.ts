/** Holds the one state: every event goes through `step`, the page is shown anew, then the effects are carried out. */
import type { Effect } from './state/effect';
import type { Event, Send } from './state/event';
import type { State } from './state/state';
import { step } from './state/step';

export function createStore(
  initial: State,
  show: (state: State, send: Send) => void,
  perform: (effect: Effect, send: Send) => void,
): Send {
  let state = initial;
  const send = (event: Event) => {
    const [next, effects] = step(state, event);
    if (next !== state) {
      state = next;
      show(state, send);
    }
    for (const effect of effects) perform(effect, send);
  };
  show(state, send);
  return send;
}
