import { signatureOf } from '../../dev/simulator/signature';

// The first vector is in TikTok's signing guide, the second in the unit tests of a public SDK.
test("TikTok's own example signs as published", () => {
  const query = { app_key: '29a39d', timestamp: '1623812664' };
  expect(signatureOf({ path: '/authorization/202309/shops', query, body: '' }, 'e59af819cc')).toBe(
    'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
  );
});

test('a body is part of the signature, byte by byte', () => {
  const query = {
    app_key: '68xu9ks5p4i8',
    shop_cipher: 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK',
    timestamp: '1696909648',
  };
  const body = '{"event_type":"PACKAGE_UPDATE","address":"https://partner.tiktokshop.com"}';
  const sign = '701dd6deb2389fe4c469b89bd37fc56f96a6da6afeb4d01c9077a65169752fa7';
  const signed = { path: '/event/202309/webhooks', query, body };
  expect(signatureOf(signed, 'e59af819cc')).toBe(sign);
  expect(signatureOf({ ...signed, body: body.replace(':', ': ') }, 'e59af819cc')).not.toBe(sign);
});

test('sign and access_token stay out of the signature', () => {
  const signed = { path: '/x', query: { b: '2', a: '1' }, body: '' };
  const noisy = { ...signed, query: { ...signed.query, sign: 'zz', access_token: 'yy' } };
  expect(signatureOf(noisy, 's')).toBe(signatureOf(signed, 's'));
});
