import type { Catalogue } from '../../shared/api';
import { found } from '../report/picker';
import type { Send } from '../state/event';
import type { Picking } from '../state/state';
import { Button } from './button';
import { Nothing, Picker } from './picker';

interface ReadyMadePickerProps {
  catalogue: Catalogue;
  picking: Picking;
  send: Send;
}

/** Reports to begin with, searchable and by group; one click fills the builder. */
export function ReadyMadePicker({ catalogue, picking: { search }, send }: ReadyMadePickerProps) {
  const groups = found(catalogue.ready, search);
  return (
    <>
      <Picker title="Ready-made reports" search={search} send={send}>
        {groups.length === 0 && <Nothing search={search} />}
        {groups.map(({ label, choices }) => (
          <fieldset key={label} class="group">
            <legend>{label}</legend>
            <div class="choices">
              {choices.map((readyMade) => (
                <button
                  key={readyMade.name}
                  type="button"
                  class="choice"
                  onClick={() => send({ type: 'startFrom', readyMade })}
                >
                  <span class="grow">
                    <span class="choice-label">{readyMade.name}</span>
                    <span class="quiet small">{readyMade.about}</span>
                  </span>
                </button>
              ))}
            </div>
          </fieldset>
        ))}
      </Picker>
      <footer class="bar">
        <Button look="text" onClick={() => send({ type: 'picked' })}>
          Back
        </Button>
      </footer>
    </>
  );
}
