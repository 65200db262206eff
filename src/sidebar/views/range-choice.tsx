import { parseDay } from '../../shared/day';
import { customRange } from '../report/custom-range';
import { CUSTOM, type DraftRange, fromCell } from '../report/draft';
import { type Place, placeId } from '../report/issues';
import type { PartProps } from './build';
import { Issues, invalid } from './issue';
import { Select } from './select';

/** Stands for all ranges that are taken from cells. */
const CELLS = '=';

interface RangeChoiceProps extends PartProps {
  place: Place;
  label: string;
  range: DraftRange;
  presets: readonly { id: string; label: string }[];
  /** What the preset means today. */
  meaning: string | null;
  onChange: (range: Partial<DraftRange>) => void;
}

/** A range by name, or days of one's own. */
export function RangeChoice(props: RangeChoiceProps) {
  const { place, label, range, presets, meaning, onChange, overview, catalogue, issues } = props;
  const { preset } = range;
  const texts = issues(place);
  const cells = fromCell(preset);
  const known = cells || preset === CUSTOM || presets.some(({ id }) => id === preset);
  return (
    <>
      <label class="label" for={placeId(place)}>
        {label}
      </label>
      <Select
        id={placeId(place)}
        value={cells ? CELLS : preset}
        invalid={invalid(place, texts)}
        onChange={(id) =>
          onChange(
            id === CELLS
              ? { preset: '=' }
              : id === CUSTOM
                ? customRange(range, parseDay(overview.today.slice(0, 10)))
                : { preset: id },
          )
        }
      >
        {presets.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {!known && (
          <option value={preset}>
            {catalogue.presets.find(({ id }) => id === preset)?.label ?? preset.replace(/_/g, ' ')}
          </option>
        )}
        <option value={CUSTOM}>Custom days</option>
        <option value={CELLS}>From a cell</option>
      </Select>
      {cells && (
        <>
          <input
            type="text"
            aria-label={`Cell with the ${label.toLowerCase()}`}
            value={preset}
            placeholder="=Settings!B2"
            autoComplete="off"
            onInput={(event) =>
              onChange({ preset: `=${event.currentTarget.value.trim().replace(/^=/, '')}` })
            }
          />
          <p class="quiet small">
            A cell with a range such as last_30_days, or two cells with days: =Settings!B2..=Settings!B3.
          </p>
        </>
      )}
      {preset === CUSTOM ? (
        <div class="pair">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span class="small quiet">{end === 'from' ? 'First day' : 'Last day'}</span>
              <input
                type="date"
                value={range[end]}
                onInput={(event) => onChange({ [end]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
      ) : (
        meaning && <p class="quiet small">{meaning}</p>
      )}
      <Issues place={place} texts={texts} />
    </>
  );
}
