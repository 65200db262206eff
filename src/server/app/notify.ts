import type { Problem } from '../../shared/problem';
import type { Deps } from './deps';
import { readUsage, saveUsage } from './quota';

const DAY = 86_400_000;

export interface Failure {
  name: string;
  problem: Problem;
  /** How often in a row. */
  failures: number;
}

/** At most one mail a day and user, whatever it is about; nothing happens where mail is not allowed or used up. */
function mailOnceADay(deps: Deps, subject: string, body: string): void {
  const usage = readUsage(deps);
  const now = deps.clock.now();
  if (now - usage.mailed < DAY || !deps.mail.send(subject, body)) return;
  usage.mailed = now;
  saveUsage(deps, usage);
}

/** Tells the owner of what will not mend itself: a second failure in a row, or a lost authorization at once. */
export function mailFailures(deps: Deps, failures: readonly Failure[]): void {
  if (!failures.some(({ failures: count, problem }) => count > 1 || problem.class === 'reauthorize')) return;
  const names = failures.map(({ name }) => `“${name}”`).join(', ');
  const lines = failures.map(({ name, problem: { text, next } }) => `${name}: ${text}\nNext step: ${next}\n`);
  mailOnceADay(
    deps,
    `TikTok Shop: ${names} could not be refreshed`.slice(0, 200),
    `In the spreadsheet ${deps.platform.documentName()}:\n\n${lines.join('\n')}\n` +
      'The tabs keep what the last successful run wrote. You get at most one such mail a day.',
  );
}

/** Google wants the user's permission again; only its own page can give it. */
export function mailLostConsent(deps: Deps, address: string): void {
  mailOnceADay(
    deps,
    'TikTok Shop: scheduled reports wait for your permission',
    `Google needs your permission again before TikTok Shop reports can be refreshed. Allow it here:\n\n${address}\n`,
  );
}
