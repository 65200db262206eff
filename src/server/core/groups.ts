/** Which of `count` groups each of some rows is in; negative: none. */
export interface Groups {
  count: number;
  of: Int32Array;
}

/** The places of rows in the order of their groups: those of group g are `rows[start[g]]` to `rows[start[g + 1] − 1]`. */
export interface Sorted {
  start: Int32Array;
  rows: Int32Array;
}

export function sortByGroup({ count, of }: Groups): Sorted {
  const start = new Int32Array(count + 1);
  for (let i = 0; i < of.length; i++) {
    const group = of[i] as number;
    if (group >= 0) start[group + 1] = (start[group + 1] as number) + 1;
  }
  for (let group = 0; group < count; group++)
    start[group + 1] = (start[group + 1] as number) + (start[group] as number);
  const next = start.slice();
  const rows = new Int32Array(start[count] as number);
  for (let i = 0; i < of.length; i++) {
    const group = of[i] as number;
    if (group < 0) continue;
    const at = next[group] as number;
    rows[at] = i;
    next[group] = at + 1;
  }
  return { start, rows };
}

/** Up to this many combinations are numbered through a plain array. */
const TABLE = 2 ** 22;

/** Groups split further by one more code, from 0 to size − 1, of each row. */
export function split(groups: Groups, codes: Int32Array, size: number): Groups {
  const { of } = groups;
  const next = new Int32Array(of.length).fill(-1);
  let count = 0;
  if (groups.count * size <= TABLE) {
    const numbers = new Int32Array(groups.count * size).fill(-1);
    for (let i = 0; i < of.length; i++) {
      if ((of[i] as number) < 0) continue;
      const key = (of[i] as number) * size + (codes[i] as number);
      if ((numbers[key] as number) < 0) numbers[key] = count++;
      next[i] = numbers[key] as number;
    }
    return { count, of: next };
  }
  const { start, rows } = sortByGroup(groups);
  const seenIn = new Int32Array(size).fill(-1);
  const numbers = new Int32Array(size);
  for (let group = 0; group < groups.count; group++)
    for (let at = start[group] as number; at < (start[group + 1] as number); at++) {
      const row = rows[at] as number;
      const code = codes[row] as number;
      if (seenIn[code] !== group) {
        seenIn[code] = group;
        numbers[code] = count++;
      }
      next[row] = numbers[code] as number;
    }
  return { count, of: next };
}

/** Number of different values within each group; values are below `size`, and negative ones do not count. */
export function distinctPerGroup({ start, rows }: Sorted, values: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(start.length - 1);
  const seenIn = new Int32Array(size).fill(-1);
  for (let group = 0; group < counts.length; group++) {
    let count = 0;
    for (let at = start[group] as number; at < (start[group + 1] as number); at++) {
      const value = values[rows[at] as number] as number;
      if (value < 0 || seenIn[value] === group) continue;
      seenIn[value] = group;
      count++;
    }
    counts[group] = count;
  }
  return counts;
}
