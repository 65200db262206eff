import { type Place, placeId } from '../report/issues';
import { Issues, invalid } from './issue';

interface TextFieldProps {
  label: string;
  place: Place;
  value: string;
  issues: string[];
  placeholder?: string;
  numeric?: boolean;
  onInput: (text: string) => void;
}

export const TextField = ({ label, place, value, issues, placeholder, numeric, onInput }: TextFieldProps) => (
  <div class="field">
    <label class="label" for={placeId(place)}>
      {label}
    </label>
    <input
      type="text"
      id={placeId(place)}
      value={value}
      placeholder={placeholder}
      inputMode={numeric ? 'numeric' : undefined}
      autoComplete="off"
      onInput={(event) => onInput(event.currentTarget.value)}
      {...invalid(place, issues)}
    />
    <Issues place={place} texts={issues} />
  </div>
);
