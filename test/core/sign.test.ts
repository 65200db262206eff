import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { API_HOST, type ApiCall, signedRequest } from '../../src/server/core/request';
import { sha256Hex, signature } from '../../src/server/core/sign';

/** The algorithm of TikTok's signing guide, with Node's own HMAC, over what was received. */
function asReceived(url: string, body: string, secret: string): string {
  const { pathname, searchParams } = new URL(url);
  const pairs = [...searchParams]
    .filter(([key]) => key !== 'sign' && key !== 'access_token')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => key + value);
  return createHmac('sha256', secret)
    .update(secret + pathname + pairs.join('') + body + secret)
    .digest('hex');
}

test('the published signature of TikTok’s signing guide', () => {
  const query = { app_key: '29a39d', timestamp: '1623812664' };
  expect(signature('e59af819cc', '/authorization/202309/shops', query, '')).toBe(
    'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
  );
});

test('the published signature of a request with a body', () => {
  const query = {
    timestamp: '1696909648',
    shop_cipher: 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK',
    app_key: '68xu9ks5p4i8',
  };
  const body = '{"event_type":"PACKAGE_UPDATE","address":"https://partner.tiktokshop.com"}';
  expect(signature('e59af819cc', '/event/202309/webhooks', query, body)).toBe(
    '701dd6deb2389fe4c469b89bd37fc56f96a6da6afeb4d01c9077a65169752fa7',
  );
});

test('sign and access_token are no part of what is signed', () => {
  const query = { app_key: 'a', timestamp: '1' };
  expect(signature('s', '/p', { ...query, sign: 'x', access_token: 'y' }, '')).toBe(
    signature('s', '/p', query, ''),
  );
});

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const calls: fc.Arbitrary<ApiCall> = fc.oneof(
  fc.record({
    method: fc.constant('POST' as const),
    path: fc.constant('/order/202309/orders/search'),
    query: fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), words, { noNullPrototype: true }),
    body: fc.dictionary(words, words).map((body) => JSON.stringify(body)),
  }),
  fc.record({
    method: fc.constant('GET' as const),
    path: fc.constant('/authorization/202309/shops'),
    query: fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), words, { noNullPrototype: true }),
    body: fc.constant(null),
  }),
);

test('whoever receives the request computes the same signature from it, byte for byte', () => {
  const secrets = fc.record({ appKey: words, appSecret: words, accessToken: words });
  fc.assert(
    fc.property(calls, secrets, fc.option(words), fc.nat({ max: 2 ** 41 }), (call, secret, cipher, now) => {
      const signing = { ...secret, ...(cipher === null ? {} : { shopCipher: cipher }) };
      const request = signedRequest(call, signing, now);
      const { host, searchParams } = new URL(request.url);
      expect(host).toBe(API_HOST);
      expect(searchParams.get('sign')).toBe(asReceived(request.url, request.payload ?? '', secret.appSecret));
      expect(searchParams.get('timestamp')).toBe(String(Math.floor(now / 1000)));
      expect(searchParams.get('shop_cipher')).toBe(cipher);
      expect(request.payload ?? null).toBe(call.body);
      expect(request.headers['x-tts-access-token']).toBe(secret.accessToken);
    }),
    { numRuns: 500 },
  );
});

test('neither secret nor token stand in the address', () => {
  const signing = { appKey: 'key', appSecret: 'hidden-secret', accessToken: 'hidden-token' };
  const { url } = signedRequest({ method: 'GET', path: '/p', query: {}, body: null }, signing, 0);
  expect(url).not.toMatch(/hidden/);
});

test('the hash of a text is that of its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
