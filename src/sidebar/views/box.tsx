interface BoxProps {
  id?: string | undefined;
  label: string;
  /** The label is only spoken: what stands around it says it to the eye. */
  spoken?: boolean;
  /** A few words beside the label. */
  about?: string | undefined;
  checked: boolean;
  /** Id of the text that says why it can't be switched on as things stand. */
  barredBy?: string | undefined;
  onChange: () => void;
}

/** A checkbox. Where it is barred it is not `disabled`: whoever uses the keyboard shall come here and hear the reason. */
export const Box = ({ id, label, spoken, about, checked, barredBy, onChange }: BoxProps) => (
  <label class="check">
    <input
      type="checkbox"
      id={id}
      checked={checked}
      aria-disabled={barredBy ? 'true' : undefined}
      aria-describedby={barredBy}
      onClick={(event) => {
        if (barredBy) event.preventDefault();
      }}
      onChange={() => barredBy || onChange()}
    />
    <span class={spoken ? 'unseen' : 'grow'}>{label}</span>
    {about && <span class="quiet small">{about}</span>}
  </label>
);
