import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { utf8 } from './bytes';

/** SHA-256 of a text, lower-case hexadecimal. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)));

/**
 * TikTok's signature: secret + path + sorted raw key/value pairs (without `sign`, `access_token`) + body + secret,
 * HMAC-SHA256 under the secret, lower-case hexadecimal.
 */
export function signature(secret: string, path: string, query: Record<string, string>, body: string): string {
  const pairs = Object.keys(query)
    .filter((key) => key !== 'sign' && key !== 'access_token')
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => key + query[key])
    .join('');
  return bytesToHex(hmac(sha256, utf8(secret), utf8(secret + path + pairs + body + secret)));
}
