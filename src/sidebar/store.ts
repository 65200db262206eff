/** Holds the one state of a page: every event goes through its step, the page is shown anew, then the effects are carried out. */
export function createStore<State, Event, Effect>(
  step: (state: State, event: Event) => [State, Effect[]],
  initial: State,
  show: (state: State, send: (event: Event) => void) => void,
  perform: (effect: Effect, send: (event: Event) => void) => void,
): (event: Event) => void {
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
