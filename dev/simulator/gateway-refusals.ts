import type { Refusal } from '../../src/server/sample/refusal';

const bad = (message: string): Refusal => ({ code: 36009004, message });

/** What TikTok's gateway says before an endpoint sees the call; texts as documented. */
export const GATEWAY = {
  unsigned: bad('Missing credentials. The request does not include a required signature in the query.'),
  timeNegative: bad(
    'Invalid timestamp. The value of the `timestamp` query parameter must not be lesser than 0.',
  ),
  timeEarly: bad(
    'Invalid timestamp. The value of the `timestamp` query parameter must not be earlier than 5 minutes before the current time.',
  ),
  timeLate: bad(
    'Invalid timestamp. The value of the `timestamp` query parameter must not exceed the current time by more than 30 seconds.',
  ),
  appKey: { ...bad('Invalid credentials. Invalid `app_key` query parameter.'), status: 400 },
  sign: { code: 106001, message: 'Invalid credentials. The `sign` query parameter is invalid.' },
  token: bad('Invalid credentials. The `x-tts-access-token` header is invalid.'),
  // The status of an expired token is not known; several clients expect 401.
  expired: {
    code: 105002,
    message: 'Expired credentials. The `access_token` or `x-tts-access-token` header has expired.',
    status: 401,
  },
  // Only the number is known.
  region: { code: 105004, message: 'The authorization is of another region.' },
  scope: {
    code: 105005,
    message:
      'Access denied. The app is not authorized to access the endpoint because the access scopes granted for the app or the access token do not contain the required access scope for the endpoint. For more details: https://m.tiktok.shop/s/AIu6dbFhs2XW',
  },
  format: {
    code: 36009022,
    message:
      'Invalid request format. The request body format must be `application/json` for structured data or `multipart/form-data` for binary files.',
  },
  tooMany: {
    code: 36009002,
    message: "Too many requests. You've made too many requests in a short period of time.",
    status: 429,
  },
  internal: {
    code: 36009003,
    message:
      'Internal error. Please try again. If the issue persists after multiple attempts, please contact platform support.',
  },
  timeout: { code: 36009007, message: 'Request timeout. The request to the endpoint timed out.' },
} as const satisfies Record<string, Refusal>;
