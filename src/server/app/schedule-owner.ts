import type { Schedule } from '../../shared/report';
import type { Deps } from './deps';
import { dueAt, timed } from './due';
import type { StoredReport } from './reports';
import { userShops } from './shops';

/**
 * Who refreshes a scheduled report: whoever switched its schedule on, since triggers run in their maker's name with
 * their maker's connections. One document property a report, so that nobody's note overwrites another's.
 */
export interface Owner {
  /** The user's own code, made up once: Google's user key changes every month. */
  code: string;
  /** Shown to other editors; the e-mail address as far as Google tells it. */
  name: string;
  /** The schedule as it was switched on: another one has another owner. */
  schedule: string;
  /** When it was switched on or last begun, ms. */
  begun: number;
  ran: boolean;
  /** Unattended runs that failed in a row. */
  failures: number;
}

const PREFIX = 'owner.';

export function readOwner(deps: Deps, reportId: string): Owner | null {
  const text = deps.documentState.get(PREFIX + reportId);
  return text === null ? null : (JSON.parse(text) as Owner);
}

export const saveOwner = (deps: Deps, reportId: string, owner: Owner): void =>
  deps.documentState.set(PREFIX + reportId, JSON.stringify(owner));

export const dropOwner = (deps: Deps, reportId: string): void => deps.documentState.delete(PREFIX + reportId);

/** Throws ProblemError `unknown_zone`. */
export function checkSchedule(deps: Deps, schedule: Schedule): void {
  if (typeof schedule === 'object' && schedule.every !== 'hour') deps.zones.offset(schedule.zone, 0);
}

export function userCode(deps: Deps): string {
  let code = deps.userState.get('code');
  if (code === null) {
    code = deps.random.id().slice(0, 8);
    deps.userState.set('code', code);
  }
  return code;
}

/** Makes the schedule the caller's if it is new or changed (or in any case, when taken over). */
export function claim(deps: Deps, { definition }: StoredReport, anyway = false): void {
  const { id } = definition;
  const owner = readOwner(deps, id);
  const schedule = JSON.stringify(definition.schedule);
  if (definition.schedule === 'none') {
    if (owner) dropOwner(deps, id);
  } else if (anyway || owner?.schedule !== schedule)
    saveOwner(deps, id, {
      code: userCode(deps),
      name: deps.mail.address(),
      schedule,
      begun: deps.clock.now(),
      ran: false,
      failures: 0,
      // Taking over changes who runs it, not when.
      ...(owner?.schedule === schedule ? { begun: owner.begun, ran: owner.ran } : {}),
    });
}

export interface Scheduled {
  report: StoredReport;
  owner: Owner | null;
  mine: boolean;
  due: boolean;
  /** The moment missed if due, else the next one, ms. */
  at: number;
}

/** The scheduled ones of these reports. */
export function scheduled(deps: Deps, reports: readonly StoredReport[]): Scheduled[] {
  const now = deps.clock.now();
  const code = userCode(deps);
  return reports.flatMap((report): Scheduled[] => {
    const { id, schedule, zone } = report.definition;
    const plan = timed(schedule, zone);
    if (!plan) return [];
    const owner = readOwner(deps, id);
    const begun = Math.floor((owner?.begun ?? now) / 1000);
    const { due, at } = dueAt(plan, begun, Math.floor(now / 1000), deps.zones.offset);
    return [{ report, owner, mine: owner?.code === code, due, at: at * 1000 }];
  });
}

/** Schedules that nobody owns, as the first version left them, become the caller's who can reach their shops. */
export function adopt(deps: Deps, reports: readonly StoredReport[]): void {
  for (const report of reports) {
    const { id, schedule, shops } = report.definition;
    if (schedule === 'none' || readOwner(deps, id) !== null) continue;
    const reachable = new Set(userShops(deps).map((shop) => shop.id));
    if (shops.every((shop) => reachable.has(shop))) claim(deps, report);
  }
}
