import type { HttpRequest } from './ports';
import { signature } from './sign';

/** A call of the Partner API before it is signed; the body is already text, so that what is signed is what is sent. */
export interface ApiCall {
  method: 'GET' | 'POST';
  path: string;
  query: Record<string, string>;
  body: string | null;
}

export const API_HOST = 'open-api.tiktokglobalshop.com';
export const AUTH_HOST = 'auth.tiktok-shops.com';
/** Every host the add-on talks to; equal to the manifest's urlFetchWhitelist. */
export const HOSTS = [AUTH_HOST, API_HOST] as const;

export interface Signing {
  appKey: string;
  appSecret: string;
  accessToken: string;
  /** Absent for calls that are not about one shop. */
  shopCipher?: string;
}

export const queryText = (query: Record<string, string>): string =>
  Object.keys(query)
    .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(query[key] as string)}`)
    .join('&');

/** The one signed request of a call. `now` in milliseconds. */
export function signedRequest(call: ApiCall, signing: Signing, now: number): HttpRequest {
  const query: Record<string, string> = {
    ...call.query,
    app_key: signing.appKey,
    timestamp: String(Math.floor(now / 1000)),
    ...(signing.shopCipher === undefined ? {} : { shop_cipher: signing.shopCipher }),
  };
  query.sign = signature(signing.appSecret, call.path, query, call.body ?? '');
  return {
    url: `https://${API_HOST}${call.path}?${queryText(query)}`,
    method: call.method,
    headers: { 'content-type': 'application/json', 'x-tts-access-token': signing.accessToken },
    ...(call.body === null ? {} : { payload: call.body }),
  };
}
