import { choices } from '../report/picker';
import { PICKER_SEARCH } from '../state/build';
import { TITLE } from '../state/effect';
import type { Send } from '../state/event';
import type { Picking } from '../state/state';
import { count } from '../words/count';
import type { PartProps } from './build';
import { Button } from './button';
import { FieldChoice } from './field-choice';
import { Icon } from './icon';

interface FieldPickerProps extends PartProps {
  picking: Picking;
  send: Send;
}

/** All fields of one kind, searchable and by group. */
export function FieldPicker({ picking, catalogue, draft, change, send }: FieldPickerProps) {
  const { kind, search, about } = picking;
  const groups = choices(catalogue, draft, kind, search);
  const chosen = kind === 'metric' ? draft.metrics.length : draft.dimensions.length;
  return (
    <>
      <main
        class="view picker"
        onKeyDown={(event) => {
          if (event.key === 'Escape') send({ type: 'picked' });
        }}
      >
        <header class="picker-head">
          <h1 id={TITLE} tabIndex={-1}>
            {kind === 'metric' ? 'Metrics' : 'Dimensions'}
          </h1>
          <div class="search">
            <Icon name="search" />
            <input
              type="search"
              id={PICKER_SEARCH}
              aria-label={`Search ${kind}s`}
              placeholder="Search"
              value={search}
              onInput={(event) => send({ type: 'search', text: event.currentTarget.value })}
            />
          </div>
        </header>
        {groups.length === 0 && <p class="quiet">Nothing matches “{search}”.</p>}
        {groups.map((group) => (
          <fieldset key={group.label} class="group">
            <legend>{group.label}</legend>
            {group.choices.map((choice) => (
              <FieldChoice
                key={choice.field.id}
                choice={choice}
                open={about === choice.field.id}
                change={change}
                send={send}
              />
            ))}
          </fieldset>
        ))}
      </main>
      <footer class="bar">
        <span class="quiet small grow">{count(chosen, kind)} chosen</span>
        <Button look="primary" onClick={() => send({ type: 'picked' })}>
          Done
        </Button>
      </footer>
    </>
  );
}
