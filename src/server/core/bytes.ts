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

/** Numbers on their way from bytes to columns: millions of rows would leave as many lists behind. */
let lent = new Float64Array(0);
let lentSmall = new Int32Array(0);

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
  /** So many of them in one go. The list is the reader's own, until it reads another. */
  list(count: number): Float64Array {
    const { bytes } = this;
    if (lent.length < count) lent = new Float64Array(2 * count);
    const list = lent;
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
  /** The same of numbers below 2^31. */
  smallList(count: number): Int32Array {
    const { bytes } = this;
    if (lentSmall.length < count) lentSmall = new Int32Array(2 * count);
    const list = lentSmall;
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++] as number;
      if (byte < 128) {
        list[i] = byte;
        continue;
      }
      let value = 0;
      let shift = 0;
      while (byte >= 128) {
        value |= (byte & 127) << shift;
        shift += 7;
        byte = bytes[at++] as number;
      }
      if (byte === undefined) throw new RangeError('the bytes end too early');
      list[i] = value | (byte << shift);
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
/** Negative for what is no base64. */
const CODES = /* @__PURE__ */ (() => {
  const codes = new Int32Array(128).fill(-1);
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

/** Bytes of a stretch of a text, in `room`. Throws RangeError on anything but base64 without padding. */
export function fromBase64(
  text: string,
  since = 0,
  until = text.length,
  room: (bytes: number) => Uint8Array = (length) => new Uint8Array(length),
): Uint8Array {
  const bytes = room(Math.floor(((until - since) * 3) / 4));
  const codes = CODES;
  const whole = since + Math.floor((until - since) / 4) * 4;
  let at = 0;
  // Negative once a character was none of the alphabet, beyond 127 once one was not even ASCII.
  let wrong = 0;
  let most = 0;
  for (let i = since; i < whole; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    const bits =
      ((codes[a & 127] as number) << 18) |
      ((codes[b & 127] as number) << 12) |
      ((codes[c & 127] as number) << 6) |
      (codes[d & 127] as number);
    wrong |= bits;
    most |= a | b | c | d;
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  if (whole < until) {
    const code = (i: number): number => {
      if (i >= until) return 0;
      most |= text.charCodeAt(i);
      return codes[text.charCodeAt(i) & 127] as number;
    };
    const bits = (code(whole) << 18) | (code(whole + 1) << 12) | (code(whole + 2) << 6);
    wrong |= bits;
    if (at < bytes.length) bytes[at++] = bits >> 16;
    if (at < bytes.length) bytes[at++] = bits >> 8;
  }
  if (wrong < 0 || most > 127) throw new RangeError('no base64');
  return bytes;
}
