/** Rows gathered into groups of equal codes. */
export interface Groups {
  count: number;
  /** Group of each picked row. */
  of: Int32Array;
  /** For each group, the position (among the picked rows) of its first row. */
  first: number[];
}

const SAFE = 2 ** 52;
/** Up to this many combinations of codes are numbered through a plain array. */
const TABLE = 2 ** 22;

/** Groups positions 0…rows−1 by the combination of codes; `sizes` are the upper bounds of each list of codes. */
export function groupBy(rows: number, codes: readonly Int32Array[], sizes: readonly number[]): Groups {
  let keys = new Float64Array(rows);
  let size = 1;
  codes.forEach((list, i) => {
    const next = sizes[i] as number;
    if (size * next > SAFE) {
      const dense = number(keys, size);
      keys = Float64Array.from(dense.of);
      size = dense.count;
    }
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) * next + (list[row] as number);
    size *= next;
  });
  return number(keys, size);
}

function number(keys: Float64Array, size: number): Groups {
  const of = new Int32Array(keys.length);
  const first: number[] = [];
  if (size <= TABLE) {
    const groups = new Int32Array(size).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let group = groups[key] as number;
      if (group < 0) {
        group = first.length;
        groups[key] = group;
        first.push(i);
      }
      of[i] = group;
    }
  } else {
    const groups = new Map<number, number>();
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let group = groups.get(key);
      if (group === undefined) {
        group = first.length;
        groups.set(key, group);
        first.push(i);
      }
      of[i] = group;
    }
  }
  return { count: first.length, of, first };
}

/** Number of different values within each group; values are ≥ 0 and below `size`, negative ones do not count. */
export function distinctPerGroup(groups: Groups, values: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(groups.count);
  const seen = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < 0) continue;
    const group = groups.of[i] as number;
    const before = seen.size;
    seen.add(group * size + value);
    if (seen.size !== before) counts[group] = (counts[group] as number) + 1;
  }
  return counts;
}
