import { listOf } from '../report/draft-change';
import { choices } from '../report/picker';
import type { Send } from '../state/event';
import type { FieldKind, Picking } from '../state/state';
import { count } from '../words/count';
import type { PartProps } from './build';
import { Button } from './button';
import { FieldChoice } from './field-choice';
import { Nothing, Picker } from './picker';

interface FieldPickerProps extends PartProps {
  kind: FieldKind;
  picking: Picking;
  send: Send;
}

const TITLES = { metric: 'Metrics', dimension: 'Dimensions', pivot: 'Columns' } as const;

/** All fields of one kind, searchable and by group. */
export function FieldPicker({ kind, picking, catalogue, draft, change, send }: FieldPickerProps) {
  const { search, about } = picking;
  const groups = choices(catalogue, draft, kind, search);
  return (
    <>
      <Picker title={TITLES[kind]} search={search} send={send}>
        {groups.length === 0 && <Nothing search={search} />}
        {groups.map((group) => (
          <fieldset key={group.label} class="group">
            <legend>{group.label}</legend>
            {group.choices.map((choice) => (
              <FieldChoice
                key={choice.field.id}
                choice={choice}
                kind={kind}
                open={about === choice.field.id}
                change={change}
                send={send}
              />
            ))}
          </fieldset>
        ))}
      </Picker>
      <footer class="bar">
        <span class="quiet small grow">
          {count(listOf(draft, kind).length, kind === 'pivot' ? 'field' : kind)} chosen
        </span>
        <Button look="primary" onClick={() => send({ type: 'picked' })}>
          Done
        </Button>
      </footer>
    </>
  );
}
