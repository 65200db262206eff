import type { CallName } from '../../shared/api';
import type { Event, Send } from '../state/event';
import type { State } from '../state/state';
import { ProblemNote } from './note';

interface FailureProps {
  state: State;
  /** The calls this place makes. */
  of: CallName[];
  edit?: Event;
  send: Send;
}

/** The first failed call of this place, with its way out. */
export function Failure({ state, of, edit, send }: FailureProps) {
  const name = of.find((call) => state.failed[call]);
  const problem = name && state.failed[name]?.problem;
  if (!name || !problem) return null;
  const offers = { again: { type: 'again', name }, dismiss: { type: 'dismiss', name } } as const;
  return <ProblemNote problem={problem} send={send} offers={edit ? { ...offers, edit } : offers} />;
}
