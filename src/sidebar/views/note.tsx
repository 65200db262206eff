import type { ComponentChildren } from 'preact';
import type { Problem } from '../../shared/problem';
import type { Send } from '../state/event';
import { type Offers, remedyOf } from '../state/remedy';
import { Button } from './button';
import { Icon } from './icon';

type Tone = 'good' | 'info' | 'warn' | 'bad';
const ICONS = { good: 'check', info: 'info', warn: 'warn', bad: 'warn' } as const;

interface NoteProps {
  tone: Tone;
  children: ComponentChildren;
}

export const Note = ({ tone, children }: NoteProps) => (
  <div class={`note ${tone}`}>
    <Icon name={ICONS[tone]} />
    <div>{children}</div>
  </div>
);

interface ProblemNoteProps {
  problem: Problem | undefined | null;
  send: Send;
  offers: Offers;
}

/** What went wrong, what to do next, and the one button that does it. */
export function ProblemNote({ problem, send, offers }: ProblemNoteProps) {
  if (!problem) return null;
  const remedy = remedyOf(problem, offers);
  return (
    <Note tone="bad">
      <p class="note-title">{problem.text}</p>
      <p>{problem.next}</p>
      {remedy && (
        <Button look="outlined" onClick={() => send(remedy.event)}>
          {remedy.label}
        </Button>
      )}
    </Note>
  );
}
