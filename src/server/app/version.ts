import { isoLocal } from '../../shared/day';
import type { Deps } from './deps';

/**
 * The cell that formulas name to be worked out anew. Where there is one, the day it was changed on is noted: a new day
 * changes what “last 30 days” means, so whoever's trigger comes first then changes the cell again.
 */
const NOTE = 'version';
const DAY = 86_400_000;

export const versionText = ({ clock }: Pick<Deps, 'clock'>): string =>
  isoLocal(Math.floor(clock.now() / 1000)) + 'Z';

/** Formulas that name the cell are worked out anew. */
export function noteVersion(deps: Deps): void {
  const day = Math.floor(deps.clock.now() / DAY);
  if (deps.sheets.noteVersion(versionText(deps))) deps.documentState.set(NOTE, String(day));
}

/** When the next day begins for the formulas, ms; null where none names the cell. */
export function nextVersion(deps: Deps): number | null {
  const day = deps.documentState.get(NOTE);
  return day === null ? null : (Number(day) + 1) * DAY;
}

/** Notes a new day. */
export function noteDay(deps: Deps): void {
  const next = nextVersion(deps);
  if (next === null || next > deps.clock.now()) return;
  // The cell may be gone.
  deps.documentState.delete(NOTE);
  noteVersion(deps);
}
