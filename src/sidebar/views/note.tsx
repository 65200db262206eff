import type { ComponentChildren } from 'preact';
import type { Problem } from '../../shared/problem';
import type { Send } from '../state/event';
import { type Offers, remedyOf } from '../state/remedy';
import { AccountsHelp } from './accounts-help';
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

/** Problems that pass by themselves, or are yet to come, are no alarm. */
const passes = (problem: Problem) =>
  problem.class === 'slow_down' ||
  problem.class === 'quota_until_tomorrow' ||
  problem.code === 'not_yet_available' ||
  problem.code === 'authorization_ends';

/** What Google says when it takes one of several accounts in the browser for another. */
const ACCOUNTS = ['several_accounts', 'google_authorization'];

/** The text with an address in it, such as that of Google's consent, as a link. */
function linked(text: string): ComponentChildren {
  const [address] = /https:\/\/\S*[^\s.,]/.exec(text) ?? [];
  if (!address) return text;
  const [before, after] = text.split(address);
  return (
    <>
      {before}
      <a href={address} target="_blank" rel="noopener">
        this page of Google<span class="unseen"> (opens in a new tab)</span>
      </a>
      {after}
    </>
  );
}

interface ProblemNoteProps {
  problem: Problem | undefined | null;
  /** What the button asks for is under way. */
  busy?: boolean;
  send: Send;
  offers: Offers;
}

/** What went wrong, what to do next, and the one button that does it. */
export function ProblemNote({ problem, busy = false, send, offers }: ProblemNoteProps) {
  if (!problem) return null;
  const remedy = remedyOf(problem, offers);
  return (
    <Note tone={passes(problem) ? 'warn' : 'bad'}>
      <p class="note-title">{problem.text}</p>
      <p>{linked(problem.next)}</p>
      {ACCOUNTS.includes(problem.code) && <AccountsHelp />}
      {remedy && (
        <Button look="outlined" busy={busy} onClick={() => send(remedy.event)}>
          {remedy.label}
        </Button>
      )}
    </Note>
  );
}
