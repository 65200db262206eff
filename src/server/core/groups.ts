import { type Pairs, placeOf } from './dictionary';

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

/** Codes of rows, from 0 to size − 1. */
export interface Codes {
  codes: Int32Array;
  size: number;
}

/** Groups split further by several codes, as many at once as can be numbered in a table not much larger than the rows are many. */
export function splitAll(groups: Groups, all: readonly Codes[]): Groups {
  const [first, second, ...rest] = all;
  if (!first) return groups;
  const most = Math.min(TABLE, 4 * groups.of.length);
  if (!second || groups.count * first.size * second.size > most)
    return splitAll(split(groups, first.codes, first.size), all.slice(1));
  const codes = new Int32Array(groups.of.length);
  for (let i = 0; i < codes.length; i++)
    codes[i] = (first.codes[i] as number) * second.size + (second.codes[i] as number);
  return splitAll(groups, [{ codes, size: first.size * second.size }, ...rest]);
}

/** Groups split further by one more code of each row. */
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

/**
 * The same of pairs of numbers, which may lie in the lists several times: numbering them all alike first takes longer, since
 * most groups are small and have their pairs side by side. Negative codes do not count.
 */
export function distinctPairsPerGroup(
  { start, rows }: Sorted,
  codes: Int32Array,
  { high, low }: Pairs,
): Float64Array {
  const counts = new Float64Array(start.length - 1);
  const sizeOf = (group: number) => (start[group + 1] as number) - (start[group] as number);
  let most = 1;
  for (let group = 0; group < counts.length; group++) most = Math.max(most, sizeOf(group));
  const roomFor = (size: number) => 2 ** (33 - Math.clz32(size));
  // One more than the code that lies there; emptied after each group.
  const table = new Int32Array(roomFor(most));
  const taken = new Int32Array(most);
  for (let group = 0; group < counts.length; group++) {
    const mask = roomFor(sizeOf(group)) - 1;
    let count = 0;
    for (let at = start[group] as number; at < (start[group + 1] as number); at++) {
      const code = codes[rows[at] as number] as number;
      if (code < 0) continue;
      const h = high[code] as number;
      const l = low[code] as number;
      let place = placeOf(h, l, mask);
      let other = (table[place] as number) - 1;
      while (other >= 0 && (low[other] !== l || high[other] !== h)) {
        place = (place + 1) & mask;
        other = (table[place] as number) - 1;
      }
      if (other >= 0) continue;
      table[place] = code + 1;
      taken[count++] = place;
    }
    for (let i = 0; i < count; i++) table[taken[i] as number] = 0;
    counts[group] = count;
  }
  return counts;
}
