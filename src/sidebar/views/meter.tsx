interface MeterProps {
  name: string;
  /** Null: only that something moves can be shown. */
  value: number | null;
  max: number;
  /** Nothing moves just now. */
  still?: boolean;
}

export const Meter = ({ name, value, max, still = false }: MeterProps) =>
  value === null || max <= 0 ? (
    <progress class={still ? 'meter still' : 'meter'} aria-label={name} />
  ) : (
    <progress class="meter" aria-label={name} max={max} value={Math.min(value, max)} />
  );
