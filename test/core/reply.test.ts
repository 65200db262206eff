import fc from 'fast-check';
import type { HttpFailure } from '../../src/server/core/ports';
import { readReply } from '../../src/server/core/reply';
import { PROBLEMS, type ProblemClass } from '../../src/shared/problem';
import { REFUSALS } from './tiktok-errors';

const reply = (status: number, body: string, headers: Record<string, string> = {}) =>
  readReply({ status, headers, body });
const envelope = (code: number, message: string, data: unknown) =>
  JSON.stringify({ code, data, message, request_id: '20260101' });

describe.each(REFUSALS)('$code “$message” over HTTP $status', ({ code, message, status, problem }) => {
  test(`is ${problem}`, () => {
    expect(reply(status, envelope(code, message, null))).toEqual({
      ok: false,
      code: problem,
      detail: `${code} ${message}`,
      request: '20260101',
      retryAfterMs: null,
    });
  });

  test('is the same whether data is null, empty or absent, and with the keys in another order', () => {
    const absent = JSON.stringify({ request_id: '1', message, code });
    expect(reply(status, envelope(code, message, {}))).toMatchObject({ ok: false, code: problem });
    expect(reply(status, absent)).toMatchObject({ ok: false, code: problem });
  });
});

test.each<[ProblemClass, number[]]>([
  ['slow_down', [36009002, 100005]],
  ['retry', [36009003, 36009007]],
  ['refresh_token', [105002, 101000]],
  ['grant_scope', [105005, 66009315]],
  ['reauthorize', [36004001, 36004004, 105004]],
  ['configure', [36009033, 36009043, 36009044, 12052700, 106001]],
  ['bug', [36009009, 36009010, 106013, 21008111]],
])('the class %s is what %j ask for', (klass, codes) => {
  for (const code of codes) {
    const answer = reply(200, envelope(code, '', null));
    expect(answer.ok ? null : PROBLEMS[answer.code].class).toBe(klass);
  }
});

describe('an answer that is no envelope', () => {
  test.each([
    ['an empty body', ''],
    ['an HTML page', '<html><body>502 Bad Gateway</body></html>'],
    ['JSON that is cut', '{"code":0,"data":{"orders":[{"id":"5764'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"ok"'],
    ['an object without a code', '{"data":{"orders":[]}}'],
    ['a code that is no number', '{"code":"0","data":{"orders":[]}}'],
  ])('%s is to be asked again, also over HTTP 200', (_what, body) => {
    for (const status of [200, 400, 500, 502])
      expect(reply(status, body)).toMatchObject({ ok: false, code: 'tiktok_down' });
  });

  test.each(['', '<html>', '{"message":"Too many requests"}', '{}', 'null'])(
    'over HTTP 429 with the body %p asks to slow down',
    (body) => {
      expect(reply(429, body)).toMatchObject({ ok: false, code: 'tiktok_busy' });
    },
  );

  test('never quotes the body: it may be anything', () => {
    const answer = reply(502, '<html>secret</html>');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

test('success is code 0 with data, whatever the message says', () => {
  for (const message of ['Success', 'success', ''])
    expect(reply(200, envelope(0, message, { orders: [] }))).toEqual({ ok: true, data: { orders: [] } });
});

test.each([null, undefined, 5, 'x'])('code 0 with data %p is no empty list but a failure', (data) => {
  expect(reply(200, envelope(0, 'Success', data))).toMatchObject({ ok: false, code: 'tiktok_down' });
});

test('any text at all is read without an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json()),
      fc.constantFrom(200, 401, 429, 500),
      (body, status) => typeof reply(status, body).ok === 'boolean',
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['5', 5000],
  ['0.5', 500],
  ['0', null],
  ['-1', null],
  ['', null],
  ['Wed, 21 Oct 2026 07:28:00 GMT', null],
])('Retry-After %p means %p ms', (value, retryAfterMs) => {
  const headers = { 'retry-after': value };
  expect(reply(429, envelope(36009002, '', null), headers)).toMatchObject({ retryAfterMs });
  expect(reply(429, '', headers)).toMatchObject({ retryAfterMs });
});

test.each<[HttpFailure['failure'], string, ProblemClass]>([
  ['network', 'network', 'retry'],
  ['quota_day', 'quota_day', 'quota_until_tomorrow'],
  ['quota_short', 'quota_short', 'slow_down'],
  ['not_allowed', 'fetch_not_allowed', 'configure'],
])('no answer at all: %s is %s', (failure, code, klass) => {
  const answer = readReply({ failure, text: 'what Google said' });
  expect(answer).toMatchObject({ ok: false, code, detail: 'what Google said' });
  expect(answer.ok ? null : PROBLEMS[answer.code].class).toBe(klass);
});
