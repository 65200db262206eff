/** Cells of a tab. Lines are numbered from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const overlap = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/** Numbers that follow one another, as first and count; in ascending order. */
export function runsOf(numbers: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && number === last.first + last.count) last.count++;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}
