import type { Coding, Label } from './dimension-codes';
import { compareLabels } from './filter-labels';

/** Place of each code of a dimension in its order, missing ones last. */
export function ranksOf(coding: Coding, descending = false): Int32Array {
  const size = coding.size();
  const orders: Label[] = Array.from({ length: size }, (_, code) => coding.order(code));
  const codes = orders.map((_, code) => code);
  codes.sort((a, b) => {
    const [x, y] = [orders[a] as Label, orders[b] as Label];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return descending ? compareLabels(y, x) : compareLabels(x, y);
  });
  const ranks = new Int32Array(size);
  codes.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** Reorders places by a small number each, those with equal ones as they were. */
export function sortByRank(places: Int32Array, rankOf: (place: number) => number, ranks: number): Int32Array {
  const next = new Int32Array(ranks + 1);
  const own = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const rank = rankOf(places[i] as number);
    own[i] = rank;
    next[rank + 1] = (next[rank + 1] as number) + 1;
  }
  for (let rank = 0; rank < ranks; rank++)
    next[rank + 1] = (next[rank + 1] as number) + (next[rank] as number);
  const sorted = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const rank = own[i] as number;
    sorted[next[rank] as number] = places[i] as number;
    next[rank] = (next[rank] as number) + 1;
  }
  return sorted;
}

/** Reorders places by a value each, missing ones last in either direction, those with equal ones as they were. */
export function sortByValue(
  places: Int32Array,
  sizeOf: (place: number) => number | null,
  descending: boolean,
): Int32Array {
  const values = new Map<number, number | null>();
  for (const place of places) values.set(place, sizeOf(place));
  const sign = descending ? -1 : 1;
  return Int32Array.from(
    Array.from(places).sort((a, b) => {
      const x = values.get(a) as number | null;
      const y = values.get(b) as number | null;
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      return sign * (x - y);
    }),
  );
}
