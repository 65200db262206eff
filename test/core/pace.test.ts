import { freshPace } from '../../src/server/core/pace';
import type { Answer } from '../../src/server/core/reply';
import { sendRound, type Transport } from '../../src/server/core/send';

const LATENCY = 300;

/** A server that accepts so many calls in each second of a virtual clock, and an endless client before it. */
function scene(limitAt: (second: number) => number, retryAfterMs: number | null = null) {
  let now = 1_000_000;
  const accepted: number[] = [];
  let calls = 0;
  const counts = new Map<number, number>();
  const transport: Transport = {
    label: 'a limited server',
    renew: () => undefined,
    send(asked) {
      const second = Math.floor(now / 1000);
      const answers = asked.map((): Answer => {
        calls++;
        const count = (counts.get(second) ?? 0) + 1;
        counts.set(second, count);
        if (count <= limitAt((now - 1_000_000) / 1000)) {
          accepted.push(now);
          return { ok: true, data: {} };
        }
        return { ok: false, code: 'tiktok_busy', detail: '', request: '', retryAfterMs };
      });
      now += LATENCY;
      return answers;
    },
  };
  const pace = freshPace();
  const deps = {
    clock: {
      now: () => now,
      sleep: (ms: number) => {
        now += ms;
      },
    },
    random: { id: () => '', next: () => 0.5 },
  };
  const call = { method: 'GET' as const, path: '/', query: {}, body: null };
  return {
    runTo(seconds: number) {
      while (now < 1_000_000 + seconds * 1000) sendRound(new Array(64).fill(call), transport, pace, deps);
    },
    perSecond: (from: number, to: number) =>
      accepted.filter((at) => at >= 1_000_000 + from * 1000 && at < 1_000_000 + to * 1000).length /
      (to - from),
    calls: () => calls,
    accepted: () => accepted.length,
    pace,
  };
}

test.each([1, 2, 5, 20])(
  'of %p calls a second that are allowed, at least 90 %% are used from the second minute on',
  (limit) => {
    const one = scene(() => limit);
    one.runTo(360);
    expect(one.perSecond(60, 360) / limit).toBeGreaterThanOrEqual(0.9);
    // And few are wasted: refused calls count against Google's daily quota.
    expect(one.accepted() / one.calls()).toBeGreaterThan(0.8);
  },
);

test.each([
  [20, 5],
  [20, 1],
  [5, 1],
  [1, 5],
  [1, 20],
  [5, 20],
])('a limit that changes from %p to %p a second is found again within a minute', (before, after) => {
  const one = scene((second) => (second < 120 ? before : after));
  one.runTo(480);
  expect(one.perSecond(180, 480) / after).toBeGreaterThanOrEqual(0.9);
});

test('a server without a limit is asked ever more at once, up to 32', () => {
  const one = scene(() => Number.POSITIVE_INFINITY);
  one.runTo(3);
  expect(one.pace.width).toBe(32);
  expect(one.pace.limit).toBeNull();
});

test('Retry-After is waited for', () => {
  const one = scene(() => 5, 2000);
  one.runTo(120);
  expect(one.perSecond(60, 120)).toBeGreaterThan(3);
});
