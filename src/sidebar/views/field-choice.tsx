import type { DraftChange } from '../report/draft-change';
import type { Choice } from '../report/picker';
import type { Send } from '../state/event';
import type { FieldKind } from '../state/state';
import { ADDITIVITY } from '../words/additivity';
import { Box } from './box';
import { IconButton } from './button';

interface FieldChoiceProps {
  choice: Choice;
  /** What it is chosen as. */
  kind: FieldKind;
  /** Its explanation shows. */
  open: boolean;
  change: (change: DraftChange) => void;
  send: Send;
}

export function FieldChoice({ choice, kind, open, change, send }: FieldChoiceProps) {
  const { field, chosen, barred } = choice;
  const reason = `barred-${field.id}`;
  return (
    <div class={barred ? 'choice-row barred' : 'choice-row'}>
      <Box
        label={field.label}
        checked={chosen}
        barredBy={barred ? reason : undefined}
        onChange={() => change({ part: 'field', kind, id: field.id, label: field.label })}
      />
      <IconButton
        icon="info"
        name={`About ${field.label}`}
        expanded={open}
        onClick={() => send({ type: 'about', id: open ? null : field.id })}
      />
      {barred && (
        <p class="reason" id={reason}>
          {barred}
        </p>
      )}
      {open && <About choice={choice} />}
    </div>
  );
}

const About = ({ choice: { field } }: { choice: Choice }) => (
  <div class="about">
    <p>{field.about}</p>
    {field.additivity && <p>{ADDITIVITY[field.additivity]}</p>}
    <dl>
      <dt>{field.kind === 'metric' ? 'Formula' : 'Source'}</dt>
      <dd>{field.source}</dd>
      <dt>In formulas</dt>
      <dd>
        <code>{field.id}</code>
      </dd>
    </dl>
  </div>
);
