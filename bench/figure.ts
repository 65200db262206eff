/** One measured figure, with what it is compared to. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The same measure of the baseline, taken in the same run. */
  baseline: number | null;
  /** What the baseline is. */
  against: string;
}

/** Middle value of repeated measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export const rounded = (value: number): number => Number(value.toPrecision(4));
