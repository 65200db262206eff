import { formulaText } from '../../shared/formula-text';
import { inputOf } from '../report/draft';
import type { BuildPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { CopyField } from './copy-field';
import { Failure } from './failure';
import { Fold } from './fold';
import { Note } from './note';

/** The draft as a formula: to copy, or to be put where the cursor is. */
export function AsFormula({ state, page, send }: ViewProps<BuildPage>) {
  const { draft, inserted } = page;
  if (!draft || !state.catalogue) return null;
  const formula = formulaText(inputOf(draft), state.catalogue.separator);
  return (
    <Fold title="As a formula" set={0} issues={0}>
      {'cannot' in formula ? (
        <p class="small">{formula.cannot}</p>
      ) : (
        <>
          <p class="quiet small">
            Instead of a tab of its own, the answer can stand in the cell where the cursor is. It is worked
            out from stored data, anew after each refresh.
          </p>
          <CopyField what="Formula" text={formula.text} copied={state.copied} send={send} />
          <Failure state={state} of={['insertFormula']} send={send} />
          {inserted && (
            <Note tone="good">
              <p>The formula is in {inserted}.</p>
            </Note>
          )}
          <Button
            look="outlined"
            busy={state.pending.insertFormula !== undefined}
            onClick={() => send({ type: 'insertFormula' })}
          >
            Insert as formula
          </Button>
        </>
      )}
    </Fold>
  );
}
