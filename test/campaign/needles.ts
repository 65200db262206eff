// Finds any of some thousand texts in a long one, quickly: by their first eight characters.

const LENGTH = 8;

export type Finder = (text: string) => string[];

/** Texts shorter than eight characters are no use as evidence and are left out. */
export function finderOf(needles: Iterable<string>): Finder {
  const byStart = new Map<string, string[]>();
  for (const needle of new Set(needles)) {
    if (needle.length < LENGTH) continue;
    const start = needle.slice(0, LENGTH);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  const pairs = new Uint8Array(65_536);
  const pairAt = (text: string, at: number) =>
    ((text.charCodeAt(at) & 255) << 8) | (text.charCodeAt(at + 1) & 255);
  for (const start of byStart.keys()) pairs[pairAt(start, 0)] = 1;
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + LENGTH <= text.length; at++) {
      if (pairs[pairAt(text, at)] === 0) continue;
      for (const needle of byStart.get(text.slice(at, at + LENGTH)) ?? [])
        if (text.startsWith(needle, at)) found.add(needle);
    }
    return [...found];
  };
}
