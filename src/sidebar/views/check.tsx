import { type Place, placeId } from '../report/issues';
import { Box } from './box';

interface CheckProps {
  label: string;
  about?: string;
  checked: boolean;
  /** Why it can't be switched on as things stand. */
  barred?: string | null | false;
  place?: Place;
  onChange: () => void;
}

/** A checkbox with the reason that bars it below. */
export const Check = ({ barred, place, ...box }: CheckProps) => {
  const reason = !box.checked && barred ? `barred-${box.label}`.replace(/\W/g, '-') : undefined;
  return (
    <div class={reason && 'barred'}>
      <Box {...box} id={place && placeId(place)} barredBy={reason} />
      {reason && (
        <p class="reason" id={reason}>
          {barred}
        </p>
      )}
    </div>
  );
};
