import { barrier } from '../report/clashes';
import { placeId } from '../report/issues';
import type { PartProps } from './build';
import { Calculations } from './calculations';
import { Check } from './check';
import { Fold } from './fold';
import { Issues } from './issue';

export function TotalFields(props: PartProps) {
  const { draft, catalogue, wrong, issues, change } = props;
  const { dimensions, pivot, options } = draft;
  const { totals = false, subtotals = false, calculations = [] } = options;
  const turn = { part: 'options', options: { subtotals: !subtotals } } as const;
  return (
    <Fold
      title="Totals"
      set={Number(totals) + Number(subtotals) + calculations.length}
      issues={wrong('subtotals', 'calculations')}
    >
      <div>
        <Check
          label={pivot.length > 0 ? 'Totals of all rows and columns' : 'Totals of all rows'}
          checked={totals}
          onChange={() => change({ part: 'options', options: { totals: !totals } })}
        />
        <Check
          label="Subtotals"
          place="subtotals"
          checked={subtotals}
          barred={dimensions.length < 2 ? 'Subtotals need two dimensions.' : barrier(draft, catalogue)(turn)}
          onChange={() => change(turn)}
        />
        <Issues place="subtotals" texts={issues('subtotals')} />
      </div>
      {draft.metrics.length > 0 && (
        <div class="field" id={placeId('calculations')} tabIndex={-1}>
          <Calculations {...props} />
          <Issues place="calculations" texts={issues('calculations')} />
        </div>
      )}
    </Fold>
  );
}
