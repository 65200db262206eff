interface DayFieldProps {
  label: string;
  value: string;
  min?: string;
  max: string;
  onChange: (day: string) => void;
}

export const DayField = ({ label, value, min, max, onChange }: DayFieldProps) => (
  <label class="field">
    <span class="label">{label}</span>
    <input
      type="date"
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </label>
);
