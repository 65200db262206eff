// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { imul } = Math;

/**
 * 64 bits over some bytes, as 16 hexadecimal digits. It finds damage (a cell that was cut, moved or typed over), not
 * malice: whoever can edit the tab can also write a checksum. Each step is reversible in both halves, so a change of any
 * one byte always shows. A cryptographic hash took most of the time of reading.
 */
export function checksum(bytes: Uint8Array): string {
  const [high, low] = halves(bytes);
  return hex(high) + hex(low);
}

/** The first half alone, as a number. */
export const shortChecksum = (bytes: Uint8Array): number => halves(bytes)[0] >>> 0;

function halves(bytes: Uint8Array): [high: number, low: number] {
  let high = 0x2545f491 ^ bytes.length;
  let low = 0x4cf5ad43;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    high = imul(high ^ byte, 0x9e3779b1);
    low = imul(low ^ byte, 0x5f356495);
  }
  // High bits depend on every byte, low ones only on the low bits of each: mixed once, at the end.
  high = imul(high ^ (high >>> 15), 0x85ebca6b);
  low = imul(low ^ (low >>> 13), 0xc2b2ae35);
  return [high ^ (low >>> 16), low ^ (high >>> 16)];
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
