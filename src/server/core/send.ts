import { type ProblemCode, ProblemError } from '../../shared/problem';
import type { Clock, Random } from './ports';
import type { Answer } from './reply';
import type { ApiCall } from './request';

/** Whoever answers calls of one shop: TikTok over HTTP, or the sample shop. */
export interface Transport {
  /** Sends all at once, once each; answers in order. */
  send(calls: readonly ApiCall[]): Answer[];
  /** Renews the access token; throws ProblemError when that needs the user. */
  renew(): void;
  /** Who is asked, in words for problems. */
  label: string;
}

/** How fast one endpoint of one shop may be asked; found by trying. */
export interface Pace {
  /** Calls sent at once. */
  width: number;
  /** Whether TikTok ever asked to slow down: then the width grows by one a round, else it doubles. */
  throttled: boolean;
  /** Rounds in a row without any success. */
  failures: number;
}
export const freshPace = (): Pace => ({ width: 4, throttled: false, failures: 0 });

const MAX_WIDTH = 32;
const MAX_FAILURES = 8;

const RETRIED: ReadonlySet<ProblemCode> = new Set([
  'tiktok_busy',
  'tiktok_down',
  'network',
  'quota_short',
  'token_expired',
]);

/**
 * Sends calls together and returns the data of each, undefined for those to be asked again. Slows down and waits as
 * TikTok asks; throws ProblemError once waiting can't help, or has not helped `MAX_FAILURES` times in a row.
 */
export function sendRound(
  calls: readonly ApiCall[],
  transport: Transport,
  pace: Pace,
  { clock, random }: { clock: Clock; random: Random },
): unknown[] {
  const answers = transport.send(calls);
  let failed: Extract<Answer, { ok: false }> | undefined;
  let slowDown = false;
  let expired = false;
  let waitMs = 0;
  let succeeded = 0;
  const data = answers.map((answer) => {
    if (answer.ok) {
      succeeded++;
      return answer.data;
    }
    if (!RETRIED.has(answer.code))
      throw new ProblemError(answer.code, {
        detail: answer.detail,
        request: answer.request,
        what: transport.label,
        host: 'TikTok',
      });
    failed = answer;
    slowDown ||= answer.code === 'tiktok_busy' || answer.code === 'quota_short';
    expired ||= answer.code === 'token_expired';
    waitMs = Math.max(waitMs, answer.retryAfterMs ?? 0);
    return undefined;
  });
  if (succeeded > 0) pace.failures = 0;
  if (failed === undefined) {
    if (calls.length >= pace.width)
      pace.width = Math.min(MAX_WIDTH, pace.throttled ? pace.width + 1 : pace.width * 2);
    return data;
  }
  if (succeeded === 0 && ++pace.failures >= MAX_FAILURES)
    throw new ProblemError(failed.code, {
      detail: failed.detail,
      request: failed.request,
      what: transport.label,
    });
  if (slowDown) {
    pace.throttled = true;
    pace.width = Math.max(1, Math.floor(pace.width / 2));
  }
  if (expired) transport.renew();
  // A renewed token needs no wait; everything else gets 1 s, 2 s, 4 s … up to a minute, give or take a half.
  if (!expired || pace.failures > 1 || slowDown) {
    const backOff = Math.min(60_000, 1000 * 2 ** Math.max(0, pace.failures - 1));
    clock.sleep(Math.round(Math.max(waitMs, backOff * (0.5 + random.next()))));
  }
  return data;
}

/** One call, asked until it is answered. */
export function sendOne(
  call: ApiCall,
  transport: Transport,
  deps: { clock: Clock; random: Random },
): unknown {
  const pace = freshPace();
  for (;;) {
    const [data] = sendRound([call], transport, pace, deps);
    if (data !== undefined) return data;
  }
}
