/** Bytes written and read one after another: variable-length integers, texts; and base64 of the whole. */
import { strFromU8 } from 'fflate';

export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
  /** An integer from 0 to 2^53 − 1, seven bits a byte. */
  unsigned(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }
  byte(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }
  /** An integer of either sign below 2^52, small ones short. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }
  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }
  text(text: string): void {
    const bytes = utf8(text);
    this.unsigned(bytes.length);
    this.raw(bytes);
  }
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

export class ByteReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}
  unsigned(): number {
    const first = this.bytes[this.at] as number;
    if (first < 128) {
      this.at++;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('the bytes end too early');
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
      scale *= 128;
    }
  }
  /** So many of them in one go. */
  list(count: number): Float64Array {
    const { bytes } = this;
    const list = new Float64Array(count);
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++] as number;
      if (byte < 128) {
        list[i] = byte;
        continue;
      }
      let value = 0;
      let scale = 1;
      while (byte >= 128) {
        value += (byte - 128) * scale;
        scale *= 128;
        byte = bytes[at++] as number;
      }
      if (byte === undefined) throw new RangeError('the bytes end too early');
      list[i] = value + byte * scale;
    }
    this.at = at;
    return list;
  }
  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('the bytes end too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  /** Four bytes as a number, the highest first. */
  word(): number {
    if (this.at + 4 > this.bytes.length) throw new RangeError('the bytes end too early');
    let word = 0;
    for (let i = 0; i < 4; i++) word = word * 256 + (this.bytes[this.at++] as number);
    return word;
  }
  text(): string {
    return strFromU8(this.raw(this.unsigned()));
  }
}

/**
 * UTF-8 of a text, half a surrogate pair as three bytes. Not fflate's: where there is no TextEncoder, as in Apps
 * Script, that one garbles every character beyond U+FFFF, and product names are full of emoji.
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const rest = (code: number, shift: number) => {
    bytes[length++] = 128 | ((code >> shift) & 63);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) {
      bytes[length++] = 192 | (code >> 6);
      rest(code, 0);
    } else if (code < 0x10000) {
      bytes[length++] = 224 | (code >> 12);
      rest(code, 6);
      rest(code, 0);
    } else {
      bytes[length++] = 240 | (code >> 18);
      rest(code, 12);
      rest(code, 6);
      rest(code, 0);
      i++;
    }
  }
  return bytes.subarray(0, length);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = /* @__PURE__ */ (() => {
  const codes = new Uint8Array(128).fill(255);
  for (let i = 0; i < 64; i++) codes[ALPHABET.charCodeAt(i)] = i;
  return codes;
})();

/** Base64 without padding. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 6144) {
    const end = Math.min(start + 6144, bytes.length);
    let part = '';
    for (let i = start; i < end; i += 3) {
      const a = bytes[i] as number;
      const b = i + 1 < end ? (bytes[i + 1] as number) : 0;
      const c = i + 2 < end ? (bytes[i + 2] as number) : 0;
      part += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4));
      if (i + 1 < end) part += ALPHABET.charAt(((b & 15) << 2) | (c >> 6));
      if (i + 2 < end) part += ALPHABET.charAt(c & 63);
    }
    parts.push(part);
  }
  return parts.join('');
}

/** Bytes of a stretch of a text. Throws RangeError on anything but base64 without padding. */
export function fromBase64(text: string, since = 0, until = text.length): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((until - since) * 3) / 4));
  let at = 0;
  for (let i = since; i < until; i += 4) {
    const a = CODES[text.charCodeAt(i)] ?? 255;
    const b = CODES[text.charCodeAt(i + 1)] ?? 255;
    const c = i + 2 < until ? (CODES[text.charCodeAt(i + 2)] ?? 255) : 0;
    const d = i + 3 < until ? (CODES[text.charCodeAt(i + 3)] ?? 255) : 0;
    if ((a | b | c | d) > 63) throw new RangeError('no base64');
    bytes[at++] = (a << 2) | (b >> 4);
    if (i + 2 < until) bytes[at++] = ((b & 15) << 4) | (c >> 2);
    if (i + 3 < until) bytes[at++] = ((c & 3) << 6) | d;
  }
  return bytes;
}
