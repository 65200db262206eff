// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { imul } = Math;

/**
 * The different texts of a column, by code. Long ids and hashes are pairs of numbers: most are only compared, and become
 * text where they are shown.
 */
export type Dictionary = readonly string[] | Pairs;
export interface Pairs {
  /** Digits without leading zero, the last nine in `low`; or 16 hexadecimal digits, eight in each. */
  spelling: 'digits' | 'hex';
  length: number;
  high: Float64Array;
  low: Float64Array;
}

const hex = (half: number): string => half.toString(16).padStart(8, '0');

export function textAt(dictionary: Dictionary, code: number): string {
  if (!('spelling' in dictionary)) return dictionary[code] as string;
  const high = dictionary.high[code] as number;
  const low = dictionary.low[code] as number;
  return dictionary.spelling === 'hex' ? hex(high) + hex(low) : high + String(low).padStart(9, '0');
}

const counting = (length: number): Int32Array => {
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++) codes[i] = i;
  return codes;
};

/** Numbers the texts of several dictionaries alike. For each of them: the new code of each old one. */
export function unify(dictionaries: readonly Dictionary[]): { moved: Int32Array[]; dictionary: Dictionary } {
  const [first = []] = dictionaries;
  if (dictionaries.length === 1) return { moved: [counting(first.length)], dictionary: first };
  const spelling = 'spelling' in first ? first.spelling : null;
  if (spelling && dictionaries.every((one) => 'spelling' in one && one.spelling === spelling))
    return unifyPairs(spelling, dictionaries as readonly Pairs[]);
  const codes = new Map<string, number>();
  const texts: string[] = [];
  const moved = dictionaries.map((dictionary) => {
    const list = new Int32Array(dictionary.length);
    for (let i = 0; i < list.length; i++) {
      const text = textAt(dictionary, i);
      let code = codes.get(text);
      if (code === undefined) {
        code = texts.length;
        texts.push(text);
        codes.set(text, code);
      }
      list[i] = code;
    }
    return list;
  });
  return { moved, dictionary: texts };
}

/** Whether each pair is greater than the one before, as ids are that TikTok gave out one after another. */
function ascending({ length, high, low }: Pairs): boolean {
  for (let i = 1; i < length; i++) {
    const step = (high[i] as number) - (high[i - 1] as number);
    if (step < 0 || (step === 0 && (low[i] as number) <= (low[i - 1] as number))) return false;
  }
  return true;
}

/** Two lists in ascending order, gone through side by side. */
function mergePairs(spelling: Pairs['spelling'], [one, other]: readonly [Pairs, Pairs]) {
  const most = one.length + other.length;
  const high = new Float64Array(most);
  const low = new Float64Array(most);
  const moved = [new Int32Array(one.length), new Int32Array(other.length)] as const;
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const order =
      i >= one.length
        ? 1
        : j >= other.length
          ? -1
          : (one.high[i] as number) - (other.high[j] as number) ||
            (one.low[i] as number) - (other.low[j] as number);
    const from = order <= 0 ? one : other;
    const at = order <= 0 ? i : j;
    high[length] = from.high[at] as number;
    low[length] = from.low[at] as number;
    if (order <= 0) moved[0][i++] = length;
    if (order >= 0) moved[1][j++] = length;
    length++;
  }
  return {
    moved: [...moved],
    dictionary: { spelling, length, high: high.subarray(0, length), low: low.subarray(0, length) },
  };
}

/** Where to look for a pair first, in a table whose length is a power of two. */
export function placeOf(high: number, low: number, mask: number): number {
  const mixed = imul(low | 0, 0x9e3779b1) ^ imul(high | 0, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** With a hash table of numbers: no text is made. */
function unifyPairs(spelling: Pairs['spelling'], dictionaries: readonly Pairs[]) {
  const [one, other] = dictionaries;
  if (one && other && dictionaries.length === 2 && ascending(one) && ascending(other))
    return mergePairs(spelling, [one, other]);
  const most = dictionaries.reduce((sum, { length }) => sum + length, 0);
  let room = 16;
  while (room < 2 * most) room *= 2;
  const mask = room - 1;
  // One more than the code that lies there.
  const table = new Int32Array(room);
  const high = new Float64Array(most);
  const low = new Float64Array(most);
  let length = 0;
  const moved = dictionaries.map((dictionary) => {
    const list = new Int32Array(dictionary.length);
    for (let i = 0; i < list.length; i++) {
      const h = dictionary.high[i] as number;
      const l = dictionary.low[i] as number;
      let at = placeOf(h, l, mask);
      for (;;) {
        const code = (table[at] as number) - 1;
        if (code < 0) {
          high[length] = h;
          low[length] = l;
          list[i] = length;
          table[at] = ++length;
          break;
        }
        if (low[code] === l && high[code] === h) {
          list[i] = code;
          break;
        }
        at = (at + 1) & mask;
      }
    }
    return list;
  });
  return {
    moved,
    dictionary: { spelling, length, high: high.subarray(0, length), low: low.subarray(0, length) },
  };
}
