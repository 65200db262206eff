import { type Place, placeId } from '../report/issues';
import { Issues, invalid } from './issue';

interface TextFieldProps {
  label: string;
  place: Place;
  value: string;
  issues: string[];
  placeholder?: string;
  numeric?: boolean;
  /** A sentence below it. */
  about?: string;
  onInput: (text: string) => void;
}

export const TextField = (props: TextFieldProps) => {
  const { label, place, value, issues, placeholder, numeric, about, onInput } = props;
  return (
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
      {about && <p class="quiet small">{about}</p>}
      <Issues place={place} texts={issues} />
    </div>
  );
};
