import { createHmac } from 'node:crypto';

export type Signable = {
  readonly path: string;
  /** Decoded parameters; `sign` and `access_token` are left out of the signature. */
  readonly query: Readonly<Record<string, string>>;
  /** The exact bytes on the wire. */
  readonly body: Uint8Array | string;
};

/**
 * TikTok Shop's request signature: HMAC-SHA256 over secret + path + sorted key-value pairs + raw body + secret, in
 * lower-case hex. Written here for the simulator and its client alone, so that they cannot share a mistake with the
 * add-on.
 */
export function signatureOf({ path, query, body }: Signable, secret: string): string {
  const pairs = Object.keys(query)
    .filter((key) => key !== 'sign' && key !== 'access_token')
    .sort()
    .map((key) => key + query[key]);
  return createHmac('sha256', secret)
    .update(secret + path + pairs.join(''), 'utf8')
    .update(body)
    .update(secret, 'utf8')
    .digest('hex');
}
