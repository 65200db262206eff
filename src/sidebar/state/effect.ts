/** What a transition asks the outside world to do. Plain data, so that tests read it instead of a browser. */
import type { Api, CallName } from '../../shared/api';
import type { Event } from './event';
import type { Page, State } from './state';

export type CallEffect = {
  [N in CallName]: { kind: 'call'; name: N; input: Api[N]['input']; ticket: number };
}[CallName];

export type Effect =
  | CallEffect
  | { kind: 'after'; milliseconds: number; event: Event }
  | { kind: 'focus'; id: string }
  | { kind: 'copy'; text: string; what: string }
  | { kind: 'views'; script: string }
  | { kind: 'close' };

/** A new state, and what to do about it. */
export type Step = [State, Effect[]];

export const stay = (state: State): Step => [state, []];

/** One step after another: effects add up. */
export function also([state, effects]: Step, next: (state: State) => Step): Step {
  const [after, more] = next(state);
  return [after, [...effects, ...more]];
}

/** Every view's title has this id; a change of view moves the focus there, so that keyboard and screen reader follow. */
export const TITLE = 'view-title';

export const goTo = (state: State, page: Page): Step => [
  { ...state, page, copied: null },
  [{ kind: 'focus', id: TITLE }],
];
