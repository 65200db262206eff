/** Calls as state: at most one of each name is under way, and only the answer to the latest ticket counts. */
import type { Api, CallName } from '../../shared/api';
import type { CallEffect, Step } from './effect';
import type { Answered } from './event';
import type { State } from './state';

/** Asks the server, unless the same call is under way already: one intent, one call. */
export function ask<N extends CallName>(state: State, name: N, input: Api[N]['input']): Step {
  return state.pending[name] ? [state, []] : askAnew(state, name, input);
}

/** Asks the server; the answer to an earlier call of this name will be dropped. */
export function askAnew<N extends CallName>(state: State, name: N, input: Api[N]['input']): Step {
  const ticket = state.tickets + 1;
  return [
    {
      ...withoutFailure(state, name),
      tickets: ticket,
      pending: { ...state.pending, [name]: { ticket, input } },
    },
    [{ kind: 'call', name, input, ticket } as CallEffect],
  ];
}

/** Repeats a failed call with the same input. */
export function askAgain(state: State, name: CallName): Step {
  const failure = state.failed[name];
  return failure ? ask(state, name, failure.input) : [state, []];
}

/** Nobody waits for this call any more. */
export function forget(state: State, name: CallName): State {
  const { [name]: _, ...pending } = state.pending;
  return { ...withoutFailure(state, name), pending };
}

export function withoutFailure(state: State, name: CallName): State {
  if (!state.failed[name]) return state;
  const { [name]: _, ...failed } = state.failed;
  return { ...state, failed };
}

/** The state with an answer booked: no longer pending, failure remembered. Null when the answer is stale. */
export function settle(state: State, answer: Answered): State | null {
  const awaited = state.pending[answer.name];
  if (!awaited || awaited.ticket !== answer.ticket) return null;
  const settled = forget(state, answer.name);
  if (answer.reply.ok) return settled;
  const failure = { input: awaited.input, problem: answer.reply.problem };
  return { ...settled, failed: { ...settled.failed, [answer.name]: failure } };
}
