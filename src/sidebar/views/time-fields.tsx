import { fromCell } from '../report/draft';
import { placeId } from '../report/issues';
import { ownTimes, timesFor } from '../report/times';
import type { PartProps } from './build';
import { Check } from './check';
import { Choice } from './choice';
import { Fold } from './fold';
import { Issues, invalid } from './issue';
import { Select } from './select';
import { TextField } from './text-field';

/** Which time counts, how days are laid out, and in which currency amounts stand. */
export function TimeFields({ draft, catalogue, wrong, issues, change }: PartProps) {
  const { time = '', weekStart, dense = false, rates = { to: '', range: '' } } = draft.options;
  const { fit, others } = timesFor(draft, catalogue);
  const texts = issues('time');
  const set = (options: typeof draft.options) => change({ part: 'options', options });
  const setRates = (part: Partial<typeof rates>) => {
    const next = { ...rates, ...part };
    set({ rates: next.to + next.range === '' ? undefined : next });
  };
  const timed = [...draft.dimensions, ...draft.pivot].some((id) =>
    catalogue.fields.some((field) => field.id === id && field.timePart),
  );
  return (
    <Fold
      title="More"
      set={
        Object.keys(draft.options).filter((id) => ['time', 'weekStart', 'dense', 'rates'].includes(id)).length
      }
      issues={wrong('time', 'currency', 'rates', 'shopCell')}
    >
      <div class="field">
        <label class="label" for={placeId('time')}>
          Time that counts
        </label>
        <Select
          id={placeId('time')}
          value={time}
          invalid={invalid('time', texts)}
          onChange={(time) => set({ time })}
        >
          <option value="">Each metric’s own</option>
          {time !== '' && ![...fit, ...others].some(({ id }) => id === time) && (
            <option value={time}>{time}</option>
          )}
          {fit.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
          {others.length > 0 && (
            <optgroup label="Not known to all metrics">
              {others.map(({ id, label }) => (
                <option key={id} value={id} disabled={id !== time}>
                  {label}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
        {time === '' && <p class="quiet small">{ownTimes(draft, catalogue)}</p>}
        <Issues place="time" texts={texts} />
      </div>
      <Choice
        id="week-start"
        label="Weeks begin on"
        value={String(weekStart ?? 0)}
        options={[
          { id: '0', label: 'Monday' },
          { id: '6', label: 'Sunday' },
        ]}
        onChange={(day) => set({ weekStart: day === '6' ? 6 : 0 })}
      />
      <Check
        label="Show days without any rows too"
        checked={dense}
        barred={!timed && 'This needs a dimension of time, such as Date.'}
        onChange={() => set({ dense: !dense })}
      />
      <TextField
        label="Shop from a cell"
        place="shopCell"
        value={draft.shops.find(fromCell) ?? ''}
        placeholder="=Settings!B2"
        about="A cell with a shop’s name or id, beside the shops that are chosen above."
        issues={issues('shopCell')}
        onInput={(text) =>
          change({ part: 'shopCell', text: text === '' ? '' : `=${text.replace(/^=/, '')}` })
        }
      />
      <TextField
        label="Convert amounts to"
        place="currency"
        value={rates.to}
        placeholder="Keep their currency"
        issues={issues('currency')}
        onInput={(text) => setRates({ to: fromCell(text) ? text : text.trim().toUpperCase() })}
      />
      {rates.to + rates.range !== '' && (
        <TextField
          label="Cells with your rates"
          place="rates"
          value={rates.range}
          placeholder="Rates!A2:C"
          about="Three columns: first day (empty: always), currency, and what one unit of it is worth."
          issues={issues('rates')}
          onInput={(text) => setRates({ range: text.trim() })}
        />
      )}
    </Fold>
  );
}
