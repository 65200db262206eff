import { type ProblemCode, ProblemError } from '../../shared/problem';
import { allowed, freshPace, learn, type Pace, sent } from './pace';
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

const MAX_FAILURES = 8;
/** Longer waits would use up the slice; whoever goes on later asks again. */
const LONGEST_WAIT_MS = 60_000;

const RETRIED: ReadonlySet<ProblemCode> = new Set([
  'tiktok_busy',
  'tiktok_down',
  'network',
  'quota_short',
  'token_expired',
]);

/**
 * Sends as many of the calls together as the pace allows, and returns the data of each, undefined for those to be asked (again). Slows down and waits as
 * TikTok asks; throws ProblemError once waiting can't help, or has not helped `MAX_FAILURES` times in a row. `taken` is
 * asked about a refusal for good: true where it is an answer to the caller.
 */
export function sendRound(
  calls: readonly ApiCall[],
  transport: Transport,
  pace: Pace,
  { clock, random }: { clock: Clock; random: Random },
  taken: (code: ProblemCode, index: number) => boolean = () => false,
): unknown[] {
  const start = allowed(pace, calls.length, clock.now());
  if (start.waitMs > 0) clock.sleep(start.waitMs);
  const sentAt = clock.now();
  sent(pace, start.count, sentAt);
  const answers = transport.send(calls.slice(0, start.count));
  let failed: Extract<Answer, { ok: false }> | undefined;
  let refused = 0;
  let expired = false;
  let waitMs = 0;
  let succeeded = 0;
  const data = answers.map((answer, i) => {
    if (answer.ok) {
      succeeded++;
      return answer.data;
    }
    if (taken(answer.code, i)) {
      succeeded++;
      return undefined;
    }
    if (!RETRIED.has(answer.code))
      throw new ProblemError(answer.code, {
        detail: answer.detail,
        request: answer.request,
        what: transport.label,
        host: 'TikTok',
      });
    failed = answer;
    if (answer.code === 'tiktok_busy' || answer.code === 'quota_short') refused++;
    expired ||= answer.code === 'token_expired';
    waitMs = Math.max(waitMs, answer.retryAfterMs ?? 0);
    return undefined;
  });
  learn(pace, succeeded, refused, sentAt, clock.now());
  if (succeeded > 0) pace.failures = 0;
  if (failed === undefined) return data;
  if (succeeded === 0 && ++pace.failures >= MAX_FAILURES) {
    // Whoever tries again later has all the patience again.
    pace.failures = 0;
    throw new ProblemError(failed.code, {
      detail: failed.detail,
      request: failed.request,
      what: transport.label,
    });
  }
  if (expired) transport.renew();
  if (waitMs > 0) clock.sleep(Math.min(waitMs, LONGEST_WAIT_MS));
  else if (pace.failures > 1 || (refused === 0 && !expired)) {
    // Trouble, or nothing came through twice: 1 s, 2 s, 4 s … up to a minute, give or take a half. What was merely too fast waits by its pace.
    const backOff = Math.min(60_000, 1000 * 2 ** Math.max(0, pace.failures - 1));
    clock.sleep(Math.round(backOff * (0.5 + random.next())));
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
