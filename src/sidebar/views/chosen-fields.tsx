import { listOf } from '../report/draft-change';
import { labelOf } from '../report/field-of';
import { placeId } from '../report/issues';
import { addButton } from '../state/build';
import type { Send } from '../state/event';
import type { FieldKind } from '../state/state';
import type { PartProps } from './build';
import { Button } from './button';
import { Chip } from './chip';

interface ChosenFieldsProps extends PartProps {
  kind: FieldKind;
  send: Send;
}

const WORDS = {
  metric: { title: 'Metrics', about: 'What is counted', add: 'Add metrics' },
  dimension: { title: 'Dimensions', about: 'One row for each', add: 'Add dimensions' },
  pivot: { title: 'Columns', about: 'One column for each', add: 'Choose fields' },
} as const;

export function ChosenFields({ kind, draft, catalogue, issues, change, send }: ChosenFieldsProps) {
  const ids = listOf(draft, kind);
  const words = WORDS[kind];
  // Issues of both lists stand below the second one; the focus goes to the first.
  const place = kind === 'pivot' ? 'pivot' : 'fields';
  const first = kind !== 'dimension';
  return (
    <section
      class={issues(place).length > 0 ? 'field wrong' : 'field'}
      aria-labelledby={`${kind}-title`}
      id={first ? placeId(place) : undefined}
      tabIndex={first ? -1 : undefined}
    >
      <div class="field-head">
        <h2 class="label" id={`${kind}-title`}>
          {words.title}
        </h2>
        <span class="quiet small">{words.about}</span>
      </div>
      {ids.length > 0 && (
        <ul class="chips">
          {ids.map((id, index) => (
            <Chip
              key={id}
              label={labelOf(catalogue.fields, id)}
              kind={kind}
              id={id}
              index={index}
              count={ids.length}
              change={change}
            />
          ))}
        </ul>
      )}
      <Button look="text" icon="add" id={addButton(kind)} onClick={() => send({ type: 'pick', kind })}>
        {words.add}
      </Button>
    </section>
  );
}
