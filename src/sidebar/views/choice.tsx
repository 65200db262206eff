import { Select } from './select';

interface ChoiceProps<V extends string> {
  id: string;
  label: string;
  value: V;
  options: readonly { id: V; label: string }[];
  onChange: (value: V) => void;
}

/** One of a few, with its label above. */
export const Choice = <V extends string>({ id, label, value, options, onChange }: ChoiceProps<V>) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    <Select id={id} value={value} onChange={(chosen) => onChange(chosen as V)}>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </Select>
  </div>
);
