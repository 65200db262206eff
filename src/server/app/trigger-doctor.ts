import { problem } from '../../shared/problem';
import type { Deps } from './deps';
import { chores, nextDispatch, tasks } from './duty';
import { type Duty, readDuty, saveDuty } from './idle';
import { readUsage, saveUsage } from './quota';
import { listReports } from './reports';
import { adopt } from './schedule-owner';
import { problemOf } from './unexpected';

/** A trigger that has let its duty wait for so long fires no more, whatever Google says of it. */
const SILENT = 26 * 3_600_000;

/**
 * Makes this user's hourly trigger be there once if there is something for it to do, and not otherwise; what can't be
 * mended is noted for the sidebar. Called by the sidebar and the menu, never by the trigger: those that it makes come
 * up disabled.
 */
export function examine(deps: Deps): void {
  const document = deps.platform.documentId();
  if (document === null) return;
  const reports = listReports(deps);
  adopt(deps, reports);
  const todo = tasks(deps, reports);
  const before = readDuty(deps, document);
  const beside = chores(deps);
  let next = nextDispatch(deps, todo, beside);
  // What has waited since then still waits: an examination is no reason to call the trigger punctual.
  if (before?.next && next !== null && next <= deps.clock.now()) next = Math.min(next, before.next);
  const duty: Duty = {
    trigger: null,
    seen: 0,
    found: null,
    ...before,
    next,
    ill: null,
  };
  if (duty.next === null && before === null) return;
  try {
    mend(deps, before, duty, beside.length > 0 || todo.some(({ scheduled }) => scheduled));
  } catch (error) {
    const found = problemOf(deps, error);
    const refused = found.code === 'google_authorization';
    duty.ill = refused
      ? problem('schedule_permission', { address: 'the menu “Refresh TikTok Shop”' })
      : found;
  }
  if (JSON.stringify(duty) !== JSON.stringify(before)) saveDuty(deps, document, duty);
}

function mend(deps: Deps, before: Duty | null, duty: Duty, scheduled: boolean): void {
  const address = deps.triggers.missingConsent();
  if (address !== null) {
    duty.ill = problem('schedule_permission', { address });
    return;
  }
  const usage = readUsage(deps);
  if (usage.noConsent) saveUsage(deps, { ...usage, noConsent: false });
  const now = deps.clock.now();
  const silent = before !== null && before.next !== null && now - Math.max(before.next, before.seen) > SILENT;
  const there = deps.triggers.list();
  const good = silent || duty.next === null ? undefined : there.find(({ disabled }) => !disabled);
  for (const { id } of there) if (id !== good?.id) deps.triggers.delete(id);
  duty.trigger = good?.id ?? null;
  // A run that was merely left is gone on with where there is a trigger; it is no reason to make one.
  if (good || !(scheduled || usage.restsUntil > now)) return;
  duty.trigger = deps.triggers.create();
  duty.seen = now;
  duty.found = null;
}
