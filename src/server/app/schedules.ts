import type { Schedules } from '../../shared/api';
import { problem } from '../../shared/problem';
import type { Deps } from './deps';
import { readDuty } from './idle';
import { isoTime } from './iso-time';
import { readUsage, unattended } from './quota';
import type { StoredReport } from './reports';
import { scheduled } from './schedule-owner';

/** What every editor may know of this file's schedules, and what stands in the way of the caller's own. */
export function schedules(deps: Deps, reports: readonly StoredReport[]): Schedules {
  const now = deps.clock.now();
  const found = scheduled(deps, reports);
  return {
    reports: found.map(({ report, owner, mine, due, at }) => ({
      reportId: report.definition.id,
      owner: mine ? 'you' : owner ? 'other' : 'nobody',
      ownerName: owner?.name ?? '',
      nextRun: isoTime(due ? now : at),
      lastRun: owner?.ran ? isoTime(owner.begun) : null,
      failures: owner?.failures ?? 0,
    })),
    problem: obstacle(deps, now),
  };
}

function obstacle(deps: Deps, now: number): Schedules['problem'] {
  const document = deps.platform.documentId();
  const duty = document === null ? null : readDuty(deps, document);
  if (!duty || duty.next === null) return null;
  if (duty.ill) return duty.ill;
  if (duty.found) return problem(duty.found);
  const usage = readUsage(deps);
  if (usage.noConsent) return problem('google_authorization');
  const { restsUntil } = unattended(usage, now);
  return restsUntil > 0
    ? problem('quota_day', { what: usage.restsUntil > now ? 'requests' : 'unattended run time' })
    : null;
}
