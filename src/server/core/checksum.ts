// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { imul } = Math;

/**
 * 64 bits over a text of plain characters from a place on, as 16 hexadecimal digits; of any other text, nothing. It finds
 * damage (a cell that was cut, moved or typed over), not malice: whoever can edit the tab can also write a checksum. Each
 * step is reversible in both halves, so a change of any one character always shows. Four characters a step: every report
 * reads all of a partition for this.
 */
export function checksum(text: string, from = 0): string {
  let high = 0x2545f491 ^ (text.length - from);
  let low = 0x4cf5ad43;
  let seen = 0;
  let i = from;
  for (; i + 3 < text.length; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    seen |= a | b | c | d;
    const code = a | (b << 7) | (c << 14) | (d << 21);
    high = imul(high ^ code, 0x9e3779b1);
    low = imul(low ^ code, 0x5f356495);
  }
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    seen |= code;
    high = imul(high ^ code, 0x9e3779b1);
    low = imul(low ^ code, 0x5f356495);
  }
  if (seen > 127) return '';
  // High bits depend on every character, low ones only on the low bits of each: mixed once, at the end.
  high = imul(high ^ (high >>> 15), 0x85ebca6b);
  low = imul(low ^ (low >>> 13), 0xc2b2ae35);
  return hex(high ^ (low >>> 16)) + hex(low ^ (high >>> 16));
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
