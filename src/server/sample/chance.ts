// Seeded chance. Every decision draws from a stream that is keyed by what it decides about (shop, topic, day, index),
// so any order can be told alone, without telling the ones before it.

export type Chance = {
  /** [0, 1) */
  unit(): number;
  /** 0 … n-1 */
  int(n: number): number;
  /** a … b, whole numbers, both included */
  between(a: number, b: number): number;
  yes(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** One stream for each kind of decision: changing one leaves the others as they were. */
export const TOPIC = {
  demand: 1,
  viral: 2,
  hour: 3,
  buyer: 4,
  person: 5,
  life: 6,
  basket: 7,
  id: 8,
  shop: 9,
  figures: 10,
  returns: 11,
  affiliate: 12,
  settlement: 13,
  listing: 21,
  stock: 22,
  promotion: 23,
  service: 24,
};

export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Text → 32 bits (FNV-1a, mixed once more because short texts differ in few bits). */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h >>> 0, text.length);
}

/** A stream of its own for this key (mulberry32). */
export function chance(...key: readonly number[]): Chance {
  let state = 0;
  for (const part of key) state = mix(state, part);
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (n: number) => Math.floor(unit() * n);
  return {
    unit,
    int,
    between: (a, b) => a + int(b - a + 1),
    yes: (probability) => unit() < probability,
    pick: (list) => list[int(list.length)]!,
  };
}
