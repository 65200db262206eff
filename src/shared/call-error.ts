/**
 * What Google says when a call of the add-on itself comes to nothing, whatever it was about. The page reads this part
 * of the table, the server all of it (platform-error.ts).
 */
import type { Problem } from './problem';
import { CALL_PROBLEMS } from './problems/call';
import { problemIn } from './problems/entry';

type CallCode = keyof typeof CALL_PROBLEMS;
/** What a message that fits the pattern means. */
export type Says<Code> = readonly [pattern: RegExp, code: Code];

/** First match wins. */
export const CALL_SAYS: readonly Says<CallCode>[] = [
  [/app is (currently )?blocked|access blocked|admin_policy_enforced|disabled by your admin/i, 'app_blocked'],
  [/multiple accounts|PERMISSION_DENIED|reading from storage/i, 'several_accounts'],
  [
    /authorization is required|(do not have permission|permissions are not sufficient) to call|permissions? .*not been granted/i,
    'google_authorization',
  ],
  [/too many times for one day|too much computer time|quota.* exceeded.* day/i, 'quota_day'],
  [
    /in a short time|bandwidth quota|too many times per second|running simultaneously|simultaneous invocations/i,
    'quota_short',
  ],
  [/exceeded maximum execution time|^(Error: )?timed out/i, 'too_long'],
  [/script function not found|bad value.*version|deployment .*not found/i, 'addon_changed'],
  [/NetworkError|HTTP 0|failed to fetch/i, 'offline'],
];

/** What Google says of anything that it can't do just now: the last guess. */
export const DOWN_SAYS: Says<CallCode> = [
  /service (\w+ )?(failed|timed out|unavailable|error)|server error occurred|address unavailable|DNS error|unexpected error while getting/i,
  'google_down',
];

/** The problem behind an exception that reached the page; null for any other. */
export function callProblem(message: string): Problem | null {
  const found = [...CALL_SAYS, DOWN_SAYS].find(([pattern]) => pattern.test(message));
  return found ? problemIn(CALL_PROBLEMS, found[1], { what: 'run time' }) : null;
}
