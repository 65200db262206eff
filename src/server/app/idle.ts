import type { Problem, ProblemCode } from '../../shared/problem';
import type { Deps } from './deps';

/**
 * What one user's hourly trigger has to do in one spreadsheet: the one property that an idle dispatch reads. `next`
 * may be too early, never too late: an early look costs a second, a late one a report.
 */
export interface Duty {
  /** The trigger's id. */
  trigger: string | null;
  /** When there is something to do, ms; null: never. */
  next: number | null;
  /** Last dispatch that did something, or last repair, ms. */
  seen: number;
  /** What the dispatcher found in its way. */
  found: ProblemCode | null;
  /** What the last examination could not mend. */
  ill: Problem | null;
}

export const DUTY = 'duty.';

export function readDuty(deps: Deps, document: string): Duty | null {
  const text = deps.userState.get(DUTY + document);
  return text === null ? null : (JSON.parse(text) as Duty);
}

/** Whether there is nothing to do yet. */
export const rests = ({ clock }: Pick<Deps, 'clock'>, duty: Duty | null): boolean =>
  duty !== null && (duty.next === null || duty.next > clock.now());

/** Whether a dispatch has nothing to do at all, by the least that tells it: most have not. */
export function isIdle(deps: Deps): boolean {
  if (deps.triggers.missingConsent() !== null) return false;
  const document = deps.platform.documentId();
  return document !== null && rests(deps, readDuty(deps, document));
}

export const saveDuty = (deps: Deps, document: string, duty: Duty): void =>
  deps.userState.set(DUTY + document, JSON.stringify(duty));
