// Plays events against the transition function and keeps what they asked the outside world to do.
import type { Api, CallName, Catalogue, Overview, Reply } from '../../../src/shared/api';
import type { CallEffect, Effect } from '../../../src/sidebar/state/effect';
import type { Answered, Event } from '../../../src/sidebar/state/event';
import { initialState, type Page, type State } from '../../../src/sidebar/state/state';
import { step } from '../../../src/sidebar/state/step';
import { CATALOGUE, EMPTY, ok } from '../fixtures';

export class Play {
  state: State = initialState;
  /** Effects of the last event. */
  effects: Effect[] = [];

  /** A sidebar that has loaded everything it needs. */
  static opened(overview: Overview = EMPTY, catalogue: Catalogue = CATALOGUE): Play {
    const play = new Play();
    play.send({ type: 'opened' });
    play.answer('overview', ok(overview));
    play.answer('catalogue', ok(catalogue));
    return play;
  }

  send(...events: Event[]): this {
    this.effects = [];
    for (const event of events) {
      const [state, effects] = step(this.state, event);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** The server's answer to the call of this name that is under way. */
  answer<N extends CallName>(name: N, reply: Reply<Api[N]['output']>): this {
    const ticket = this.state.pending[name]?.ticket;
    if (ticket === undefined) throw new Error(`${name} is not under way`);
    return this.send({ type: 'answered', name, ticket, reply } as Answered);
  }

  /** Calls the last event made. */
  calls(): { name: CallName; input: unknown }[] {
    return this.effects
      .filter((effect): effect is CallEffect => effect.kind === 'call')
      .map(({ name, input }) => ({ name, input }));
  }

  /** Time passes: the timers that the last event set, one after another. */
  timers(): { milliseconds: number; event: Event }[] {
    return this.effects.flatMap((effect) => (effect.kind === 'after' ? [effect] : []));
  }

  page<A extends Page['at']>(at: A): Extract<Page, { at: A }> {
    if (this.state.page.at !== at) throw new Error(`the page is ${this.state.page.at}`);
    return this.state.page as Extract<Page, { at: A }>;
  }
}
