import type { Change } from '../../shared/shape';
import { daysCompared } from '../report/days-now';
import { placeId } from '../report/issues';
import { days } from '../words/days';
import type { PartProps } from './build';
import { Check } from './check';
import { Fold } from './fold';
import { Issues, invalid } from './issue';
import { RangeChoice } from './range-choice';

const COMPARISONS = [
  { id: '', label: 'Nothing' },
  { id: 'previous_period', label: 'The period before' },
  { id: 'last_year', label: 'The same days last year' },
  { id: 'same_weekdays', label: 'The same weekdays last year' },
];
const SHOWN: readonly { id: Change; label: string }[] = [
  { id: 'value', label: 'Its value then' },
  { id: 'change', label: 'Change' },
  { id: 'percent', label: 'Change in %' },
];

export function CompareFields(props: PartProps) {
  const { draft, overview, wrong, issues, change } = props;
  const { preset, show } = draft.compare;
  const then = preset === '' ? null : daysCompared(draft, overview);
  const texts = issues('show');
  return (
    <Fold title="Compare" set={preset === '' ? 0 : 1} issues={wrong('compare', 'show')}>
      <div class="field">
        <RangeChoice
          {...props}
          place="compare"
          label="Compare with"
          range={draft.compare}
          presets={COMPARISONS}
          meaning={then && days(then)}
          onChange={(range) => change({ part: 'compare', range })}
        />
      </div>
      {preset !== '' && (
        <fieldset class="field" id={placeId('show')} tabIndex={-1} {...invalid('show', texts)}>
          <legend class="label">Beside each metric</legend>
          {SHOWN.map(({ id, label }) => (
            <Check
              key={id}
              label={label}
              checked={show.includes(id)}
              onChange={() => {
                // In the order in which they are listed.
                const ids = SHOWN.map((one) => one.id).filter((one) => show.includes(one) !== (one === id));
                change({ part: 'compare', range: { show: ids } });
              }}
            />
          ))}
          <Issues place="show" texts={texts} />
        </fieldset>
      )}
    </Fold>
  );
}
