import { KEEP } from '../state/asked';
import type { Send } from '../state/event';
import { Button } from './button';

interface ConfirmProps {
  question: string;
  yes: string;
  busy: boolean;
  onYes: () => void;
  send: Send;
}

/** Asks in place before something is lost; the safe answer has the focus. */
export const Confirm = ({ question, yes, busy, onYes, send }: ConfirmProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form part; this is a question.
  <div class="confirm" role="group" aria-label={question}>
    <p>{question}</p>
    <div class="actions">
      <Button look="danger" busy={busy} onClick={onYes}>
        {yes}
      </Button>
      <Button look="text" id={KEEP} onClick={() => send({ type: 'keep' })}>
        Keep
      </Button>
    </div>
  </div>
);
