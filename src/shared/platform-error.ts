/**
 * What Google's own exceptions mean. Their texts are never shown: they are no help, and may quote addresses with
 * secrets in them.
 */
import { CALL_SAYS, DOWN_SAYS, type Says } from './call-error';
import type { Problem } from './problem';
import { CALL_PROBLEMS } from './problems/call';
import { problemIn } from './problems/entry';
import { GOOGLE_PROBLEMS } from './problems/google';

const PROBLEMS = { ...CALL_PROBLEMS, ...GOOGLE_PROBLEMS };

/** First match wins. Sources of the texts: docs/problems.md names an example of each. */
const GOOGLE_SAYS: readonly Says<keyof typeof PROBLEMS>[] = [
  ...CALL_SAYS,
  [/property storage quota|argument too large/i, 'properties_full'],
  [/number of cells in the workbook|limit of 10,?000,?000 cells/i, 'spreadsheet_full'],
  [/more than the maximum of 50,?000 characters/i, 'text_too_long'],
  [/protected (cell|range|sheet)/i, 'range_protected'],
  [/permission to (access the requested document|edit)|view.only/i, 'cannot_edit'],
  [/lock timeout|get a lock/i, 'busy_elsewhere'],
  [/too many (time-based )?triggers/i, 'trigger_limit'],
  [/trigger.*(at least one hour|not supported|test deployment|document in use)/i, 'trigger_refused'],
  [/send e?mail|invalid e?mail/i, 'mail_refused'],
  [/no spreadsheet in this execution/i, 'no_spreadsheet'],
  [
    /urlfetchwhitelist|(url|domain|host|fetch\w*).*(not permitted|not allowed|allowlist|whitelist)/i,
    'fetch_not_allowed',
  ],
  DOWN_SAYS,
];

/** The problem behind an exception of Google's; null for any other. */
export function platformProblem(message: string): Problem | null {
  const found = GOOGLE_SAYS.find(([pattern]) => pattern.test(message));
  if (!found) return null;
  const service = /one day: *(\w+)/i.exec(message)?.[1] ?? '';
  return problemIn(PROBLEMS, found[1], {
    what: QUOTAS[service.toLowerCase()] ?? 'run time',
    host: 'TikTok',
  });
}

const QUOTAS: Record<string, string> = {
  urlfetch: 'requests',
  email: 'e-mails',
  properties: 'settings',
  trigger: 'scheduled runs',
};

/** A message without any address, parameter value or long word: each could be a secret. */
export const redacted = (message: string): string =>
  message
    .replace(/https?:\/\/\S+/gi, '(address)')
    .replace(/[\w.-]+=[^\s&]+/g, '(value)')
    .replace(/\S{40,}/g, '(value)');
