import { daysNow } from '../report/days-now';
import { placeId } from '../report/issues';
import { zonesFor } from '../report/zones';
import { days } from '../words/days';
import type { PartProps } from './build';
import { RangeChoice } from './range-choice';
import { Select } from './select';

export function RangeFields(props: PartProps) {
  const { draft, overview, catalogue, change } = props;
  const now = daysNow(draft, overview);
  return (
    <div class="field">
      <RangeChoice
        {...props}
        place="range"
        label="Date range"
        range={draft.range}
        presets={catalogue.presets}
        meaning={now && days(now)}
        onChange={(range) => change({ part: 'range', range })}
      />
      <label class="label minor" for={placeId('zone')}>
        Time zone
      </label>
      <Select id={placeId('zone')} value={draft.zone} onChange={(text) => change({ part: 'zone', text })}>
        {zonesFor(draft, overview).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
