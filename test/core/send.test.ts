import { freshPace } from '../../src/server/core/pace';
import type { Answer } from '../../src/server/core/reply';
import { sendOne, sendRound, type Transport } from '../../src/server/core/send';
import { PROBLEMS, type ProblemCode, ProblemError } from '../../src/shared/problem';
import { refused } from './parcel-server';
import { steadyRandom, VirtualClock } from './virtual-clock';

const CALL = { method: 'GET' as const, path: '/', query: {}, body: null };
const OK: Answer = { ok: true, data: { fine: true } };

/** A transport that answers each round as the script says, and its last line for ever. */
function scene(script: readonly (Answer | ((place: number) => Answer))[]) {
  const clock = new VirtualClock();
  const sentAt: number[] = [];
  const widths: number[] = [];
  let renewals = 0;
  const transport: Transport = {
    label: 'My Shop',
    renew: () => {
      renewals++;
    },
    send(calls) {
      const line = script[Math.min(widths.length, script.length - 1)]!;
      sentAt.push(clock.now());
      widths.push(calls.length);
      return calls.map((_, place) => (typeof line === 'function' ? line(place) : line));
    },
  };
  const pace = freshPace();
  const deps = { clock, random: steadyRandom };
  return {
    clock,
    sentAt,
    widths,
    pace,
    renewals: () => renewals,
    round: (calls: number) => sendRound(new Array(calls).fill(CALL), transport, pace, deps),
    one: () => sendOne(CALL, transport, deps),
  };
}
function problemOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const RETRIED: ProblemCode[] = ['tiktok_busy', 'tiktok_down', 'network', 'quota_short', 'token_expired'];
const FINAL: ProblemCode[] = [
  'missing_scope',
  'app_refused',
  'ip_refused',
  'shop_inactive',
  'wrong_market',
  'out_of_history',
  'quota_day',
  'fetch_not_allowed',
  'authorization_ended',
  'tiktok_refused',
];

test('what waiting can help is asked again, and nothing else: by the class of the problem', () => {
  for (const code of RETRIED) expect(['retry', 'slow_down', 'refresh_token']).toContain(PROBLEMS[code].class);
  for (const code of FINAL)
    expect(['retry', 'slow_down', 'refresh_token']).not.toContain(PROBLEMS[code].class);
});

test.each(RETRIED)('%s: the others’ answers are kept, this one is asked again', (code) => {
  const one = scene([(place) => (place === 1 ? refused(code) : OK), OK]);
  expect(one.round(3)).toEqual([{ fine: true }, undefined, { fine: true }]);
  expect(one.round(1)).toEqual([{ fine: true }]);
});

test.each(RETRIED)('%s for ever ends with that very problem, after a few tries and minutes', (code) => {
  const one = scene([refused(code)]);
  expect(problemOf(() => one.one()).code).toBe(code);
  expect(one.widths.length).toBeGreaterThanOrEqual(4);
  expect(one.widths.length).toBeLessThanOrEqual(10);
  const waited = one.clock.slept.reduce((sum, ms) => sum + ms, 0);
  expect(waited).toBeLessThan(5 * 60_000);
});

test.each(FINAL)('%s ends at once, without waiting, with all its details', (code) => {
  const one = scene([refused(code)]);
  const problem = problemOf(() => one.round(2));
  expect(problem.code).toBe(code);
  expect(problem.text + problem.next).not.toMatch(/\{(detail|request|what|host)\}/);
  expect(one.clock.slept).toEqual([]);
});

test('trouble is met with waits of 1, 2, 4 … seconds', () => {
  const one = scene([refused('tiktok_down'), refused('network'), refused('tiktok_down'), OK]);
  expect(one.one()).toEqual({ fine: true });
  expect(one.clock.slept).toEqual([1000, 2000, 4000]);
});

test('waits vary by chance, so that two users do not knock in step', () => {
  const waits = [0, 0.999].map((chance) => {
    const clock = new VirtualClock();
    const transport: Transport = {
      label: '',
      renew: () => undefined,
      send: () => [refused('tiktok_down')],
    };
    sendRound([CALL], transport, freshPace(), { clock, random: { ...steadyRandom, next: () => chance } });
    return clock.slept[0]!;
  });
  expect(waits[0]).toBeLessThan(waits[1]!);
});

test('Retry-After is kept to: nothing is sent before', () => {
  const one = scene([refused('tiktok_busy', 7000), OK]);
  expect(one.one()).toEqual({ fine: true });
  expect(one.sentAt[1]! - one.sentAt[0]!).toBeGreaterThanOrEqual(7000);
});

test('one success restores the patience', () => {
  const down = refused('tiktok_down');
  const one = scene([down, down, down, down, down, (place) => (place === 0 ? OK : down), down]);
  for (let round = 0; round < 6; round++) one.round(2);
  expect(one.pace.failures).toBe(0);
});

test('a token that ran out is renewed once for the whole round, and the calls go out again without a wait', () => {
  const one = scene([refused('token_expired'), OK]);
  one.round(4);
  expect(one.renewals()).toBe(1);
  expect(one.clock.slept).toEqual([]);
  expect(one.round(4)).toEqual(new Array(4).fill({ fine: true }));
});

test('without a refusal ever more goes out at once; after one, less', () => {
  const one = scene([OK, OK, OK, (place) => (place > 3 ? refused('tiktok_busy') : OK), OK]);
  for (let round = 0; round < 5; round++) one.round(64);
  const [first, second, third, , after] = one.widths as [number, number, number, number, number];
  expect(first).toBeLessThan(8);
  expect(second).toBeGreaterThan(first);
  expect(third).toBeGreaterThan(second);
  expect(after).toBeLessThan(one.widths[3]!);
});
