import { redacted } from '../../shared/platform-error';
import type { ProblemCode } from '../../shared/problem';
import { parseJson } from './normalise';
import type { HttpOutcome } from './ports';

/** What came of a call: the answer's data, or the problem with the class of what to do next. */
export type Answer =
  | { ok: true; data: unknown }
  | { ok: false; code: ProblemCode; detail: string; request: string; retryAfterMs: number | null };

/** TikTok's codes; where several situations share one, the message decides. First match wins. */
export const TIKTOK_SAYS: readonly [code: number | null, message: RegExp | null, problem: ProblemCode][] = [
  [36009002, /sandbox|test shop/i, 'sandbox_limit'],
  [36009002, null, 'tiktok_busy'],
  [100005, null, 'tiktok_busy'],
  [36009009, null, 'call_retired'],
  [36009010, null, 'call_retired'],
  [36009014, null, 'call_retired'],
  [36009004, /api version/i, 'call_retired'],
  [36009003, null, 'tiktok_down'],
  [36009007, null, 'tiktok_down'],
  [105002, null, 'token_expired'],
  [36009004, /access.?token|x-tts-access-token/i, 'token_expired'],
  [101000, null, 'token_expired'],
  [36009004, /timestamp/i, 'tiktok_down'],
  [36009004, /app_key|credentials/i, 'app_refused'],
  [36009004, /\bshop_(id|cipher)\b.* is invalid/i, 'shop_moved'],
  [106001, null, 'app_refused'],
  [105005, null, 'missing_scope'],
  [66009315, null, 'missing_scope'],
  [105004, null, 'wrong_market'],
  [36009033, null, 'ip_refused'],
  [36009043, null, 'shop_inactive'],
  [36009044, null, 'shop_inactive'],
  [12052700, null, 'shop_inactive'],
  [28001022, /cannot exceed/i, 'tiktok_refused'],
  [28001022, null, 'out_of_history'],
  [12052180, null, 'too_many_results'],
  [36004004, null, 'authorization_code'],
  [36004001, null, 'authorization_ended'],
  // Token endpoints: which parameter it is about says what to do.
  [98001004, /parameter app_(key|secret)/i, 'app_refused'],
  [98001004, /parameter auth_code/i, 'authorization_code'],
  [98001004, /parameter refresh_token/i, 'authorization_ended'],
  // Numbers nobody has published; the words leave no doubt.
  [null, /\bapp\b.* (not|in|under) (been )?(approved|published|review)/i, 'app_not_approved'],
  [null, /\b(shop|seller)\b.* (suspended|deactivated|closed|inactive|under review)/i, 'shop_inactive'],
  [null, /\b(shop owner|main account|admin(istrator)?)\b.*(only|must|required|permission)/i, 'not_owner'],
  [null, /only .*\b(shop owner|main account|admin)/i, 'not_owner'],
];

const FAILURES = {
  network: 'network',
  quota_day: 'quota_day',
  quota_short: 'quota_short',
  not_allowed: 'fetch_not_allowed',
} as const satisfies Record<string, ProblemCode>;

function classify(status: number, code: number, message: string): ProblemCode {
  for (const [wanted, pattern, found] of TIKTOK_SAYS)
    if ((wanted === null || wanted === code) && (pattern === null || pattern.test(message))) return found;
  if (status === 429) return 'tiktok_busy';
  if (status >= 500) return 'tiktok_down';
  return 'tiktok_refused';
}

/** Reads an outcome by TikTok's envelope at every HTTP status. */
export function readReply(outcome: HttpOutcome): Answer {
  const refused = (
    code: ProblemCode,
    detail: string,
    request = '',
    retryAfterMs: number | null = null,
  ): Answer => ({
    ok: false,
    code,
    detail,
    request,
    retryAfterMs,
  });
  if ('failure' in outcome) return refused(FAILURES[outcome.failure], outcome.text);
  const seconds = Number(outcome.headers['retry-after']);
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  // Without TikTok's code there is only the status to go by.
  const unknown = outcome.status === 429 ? 'tiktok_busy' : 'tiktok_down';
  let envelope: Record<string, unknown>;
  try {
    const parsed = parseJson(outcome.body);
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw new Error('no object');
    envelope = parsed as Record<string, unknown>;
  } catch {
    return refused(unknown, `HTTP ${outcome.status}, no JSON`, '', retryAfterMs);
  }
  const request = typeof envelope.request_id === 'string' ? envelope.request_id : '';
  if (typeof envelope.code !== 'number')
    return refused(unknown, `HTTP ${outcome.status}, no code in the answer`, request, retryAfterMs);
  if (envelope.code === 0) {
    // A truncated success must not pass for an empty list.
    if (envelope.data === null || typeof envelope.data !== 'object')
      return refused('tiktok_down', 'an answer without data', request, retryAfterMs);
    return { ok: true, data: envelope.data };
  }
  const message = typeof envelope.message === 'string' ? envelope.message : '';
  return refused(
    classify(outcome.status, envelope.code, message),
    `${envelope.code} ${redacted(message).slice(0, 300)}`,
    request,
    retryAfterMs,
  );
}
