import type { Place } from '../report/issues';
import { placeId } from '../report/issues';

interface CheckProps {
  label: string;
  /** A few words beside the label. */
  about?: string;
  checked: boolean;
  /** Why it can't be switched on as things stand. */
  barred?: string | null | false;
  place?: Place;
  onChange: () => void;
}

export const Check = ({ label, about, checked, barred, place, onChange }: CheckProps) => {
  const off = !checked && barred;
  const reason = `barred-${label}`.replace(/\W/g, '-');
  return (
    <div class={off ? 'barred' : undefined}>
      <label class="check">
        <input
          type="checkbox"
          id={place && placeId(place)}
          checked={checked}
          // Not `disabled`: whoever uses the keyboard shall come here and hear the reason.
          aria-disabled={off ? 'true' : undefined}
          aria-describedby={off ? reason : undefined}
          onClick={(event) => {
            if (off) event.preventDefault();
          }}
          onChange={() => off || onChange()}
        />
        <span class="grow">{label}</span>
        {about && <span class="quiet small">{about}</span>}
      </label>
      {off && (
        <p class="reason" id={reason}>
          {barred}
        </p>
      )}
    </div>
  );
};
