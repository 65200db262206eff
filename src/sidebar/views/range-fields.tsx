import { parseDay, resolveRange } from '../../shared/day';
import { customRange } from '../report/custom-range';
import { CUSTOM, rangeText } from '../report/draft';
import { placeId } from '../report/issues';
import { zonesFor } from '../report/zones';
import { days } from '../words/days';
import type { PartProps } from './build';
import { Issues, invalid } from './issue';
import { Select } from './select';

export function RangeFields(props: PartProps) {
  const { draft, overview, catalogue, issues, change } = props;
  const { preset } = draft.range;
  const texts = issues('range');
  const today = parseDay(overview.today.slice(0, 10));
  const known = preset === CUSTOM || catalogue.presets.some(({ id }) => id === preset);
  return (
    <div class="field">
      <label class="label" for={placeId('range')}>
        Date range
      </label>
      <Select
        id={placeId('range')}
        value={preset}
        invalid={invalid('range', texts)}
        onChange={(id) =>
          change({ part: 'range', range: id === CUSTOM ? customRange(draft.range, today) : { preset: id } })
        }
      >
        {catalogue.presets.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {!known && <option value={preset}>{preset.replace(/_/g, ' ')}</option>}
        <option value={CUSTOM}>Custom days</option>
      </Select>
      {preset === CUSTOM ? <CustomDays {...props} /> : <Preview {...props} />}
      <Issues place="range" texts={texts} />
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

const CustomDays = ({ draft, change }: PartProps) => (
  <div class="pair">
    {(['from', 'to'] as const).map((end) => (
      <label key={end}>
        <span class="small quiet">{end === 'from' ? 'First day' : 'Last day'}</span>
        <input
          type="date"
          value={draft.range[end]}
          onInput={(event) => change({ part: 'range', range: { [end]: event.currentTarget.value } })}
        />
      </label>
    ))}
  </div>
);

/** The days a preset means today. In other zones than UTC it may be another day just now: the server decides. */
function Preview({ draft, overview }: PartProps) {
  const today = parseDay(overview.today.slice(0, 10));
  const range = today === null || draft.zone !== 'UTC' ? null : resolveRange(rangeText(draft.range), today);
  return range && <p class="quiet small">{days(range)}</p>;
}
