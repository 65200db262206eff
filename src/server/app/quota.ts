import type { QuotaInfo } from '../../shared/api';
import type { Deps } from './deps';
import { isoTime } from './iso-time';

/** What this user has used of Google's daily quotas, in all files: an estimate, kept in one user property. */

const DAY = 86_400_000;
/** Of consumer accounts; what kind the account is can't be asked. */
const CALLS = 20_000;
const TRIGGER_MINUTES = 90;
/** Unattended work ends before Google would end it, and leaves something for other scripts. */
const UNATTENDED_LIMIT = 75 * 60_000;
/** What Google lets an execution take, ms. */
const EXECUTION = 360_000;

interface Meter {
  since: number;
  used: number;
}
/** What a run has taken so far, over its slices. */
export interface Tally {
  started: number;
  /** End of the last slice. */
  seen: number;
  by: 'menu' | 'sidebar' | 'schedule';
  ms: number;
  calls: number;
}
export interface Usage {
  calls: Meter;
  triggers: Meter;
  /** Google's own word that a day's quota is used up: unattended runs rest until then. */
  restsUntil: number;
  /** A dispatch that has begun a report and not ended yet. */
  began: { at: number; report: string } | null;
  /** Last failure mail. */
  mailed: number;
  /** Google's consent was missing at the last dispatch. */
  noConsent: boolean;
  runs: Record<string, Tally>;
}

const KEY = 'usage';

export function readUsage(deps: Deps): Usage {
  const none = { since: 0, used: 0 };
  const usage: Usage = {
    calls: none,
    triggers: none,
    restsUntil: 0,
    began: null,
    mailed: 0,
    noConsent: false,
    runs: {},
    ...(JSON.parse(deps.userState.get(KEY) ?? '{}') as Partial<Usage>),
  };
  // Google counts 24 hours from the first use.
  const now = deps.clock.now();
  const fresh = (meter: Meter) => (now - meter.since < DAY ? meter : { since: now, used: 0 });
  usage.calls = fresh(usage.calls);
  usage.triggers = fresh(usage.triggers);
  return usage;
}

export const saveUsage = (deps: Deps, usage: Usage): void => deps.userState.set(KEY, JSON.stringify(usage));

/** Counts the dispatch that Google ended without a word, if there was one; returns the report it was at. */
export function countKilled(usage: Usage, now: number): string | null {
  // A younger one may still be at work in another file.
  if (!usage.began || now - usage.began.at < EXECUTION) return null;
  usage.triggers.used += EXECUTION;
  return usage.began.report;
}

/** Counts a slice's calls; `usedUp` when Google said during it that the day's quota is used up. */
export function countCalls(usage: Usage, calls: number, usedUp: boolean, now: number): void {
  usage.calls.used += calls;
  if (usedUp) usage.restsUntil = Math.max(usage.calls.since + DAY, now + 3_600_000);
  // Google has just answered, so whatever was used up is there again.
  else if (calls > 0) usage.restsUntil = 0;
}

/** Milliseconds that unattended work may still take today, and until when it rests if that is none. */
export function unattended(usage: Usage, now: number): { left: number; restsUntil: number } {
  if (usage.restsUntil > now) return { left: 0, restsUntil: usage.restsUntil };
  const left = UNATTENDED_LIMIT - usage.triggers.used;
  return left > 0 ? { left, restsUntil: 0 } : { left: 0, restsUntil: usage.triggers.since + DAY };
}

export function quotaInfo(deps: Deps): QuotaInfo {
  const usage = readUsage(deps);
  const { restsUntil } = unattended(usage, deps.clock.now());
  return {
    calls: { used: usage.calls.used, limit: CALLS },
    triggerMinutes: { used: Math.ceil(usage.triggers.used / 60_000), limit: TRIGGER_MINUTES },
    restsUntil: restsUntil > 0 ? isoTime(restsUntil) : null,
  };
}
