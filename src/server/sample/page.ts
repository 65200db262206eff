// TikTok's page tokens are opaque, but decode to offsets: a list that changes between two pages skips or repeats rows.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export type Page<T> = { readonly rows: readonly T[]; readonly next: string };

/** One page of a list; `next` is "" on the last one. */
export function pageOf<T>(list: readonly T[], size: number, token: string | undefined): Page<T> {
  const offset = token ? (offsetIn(token) ?? 0) : 0;
  const end = offset + size;
  return { rows: list.slice(offset, end), next: end < list.length ? tokenFor(end) : '' };
}

const tokenFor = (offset: number): string => base64(`offset=${offset}`);

/** The offset in a token, or undefined if we never made such a token. */
export function offsetIn(token: string): number | undefined {
  const digits = /^offset=(\d{1,9})$/.exec(fromBase64(token))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function base64(ascii: string): string {
  let out = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const [a, b, c] = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1), ascii.charCodeAt(i + 2)];
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0);
    for (let at = 0; at < 4; at++) {
      out += i + at > ascii.length ? '=' : ALPHABET[(bits >> (18 - 6 * at)) & 63];
    }
  }
  return out;
}

function fromBase64(text: string): string {
  let out = '';
  let bits = 0;
  let have = 0;
  for (const character of text.replace(/=+$/, '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    have += 6;
    if (have >= 8) {
      have -= 8;
      out += String.fromCharCode((bits >> have) & 255);
    }
  }
  return out;
}
