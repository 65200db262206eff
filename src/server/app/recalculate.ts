import { ProblemError } from '../../shared/problem';
import type { Deps } from './deps';

/**
 * Google works a formula out anew only when it changes. So each call of TIKTOKSHOP is renamed and named back; the formula
 * itself stands in its cell all the while. A note in the document's properties says that names may have to be put back: a
 * run that was killed in between is completed by whatever starts next.
 */
const CALL = /\bTIKTOKSHOP(?=\s*\()/i;
const AWAY = /\b(TIKTOKSHOP)_AGAIN(?=\s*\()/i;
const NOTE = 'recalculating';

/** How many formulas were entered anew, and in which tabs there are some that this user may not change. */
export interface Recalculated {
  formulas: number;
  refused: string[];
}

/** Throws ProblemError `busy_elsewhere`. */
export function recalculate(deps: Deps): Recalculated {
  const worked = deps.documentLock.alone(5000, () => {
    putBack(deps);
    deps.documentState.set(NOTE, '1');
    let formulas = 0;
    const refused = new Set<string>();
    for (const { tab, formula, set } of deps.formulaCells.find('TIKTOKSHOP', CALL))
      try {
        set(formula.replace(all(CALL), '$&_AGAIN'));
        formulas++;
      } catch {
        refused.add(tab);
      }
    deps.formulaCells.settle();
    putBack(deps);
    return { formulas, refused: [...refused] };
  });
  if (!worked) throw new ProblemError('busy_elsewhere');
  return worked.value;
}

/** Completes what was killed. Whoever is at it now completes it himself. */
export function finishRecalculation(deps: Deps): void {
  if (deps.documentState.get(NOTE) !== null) deps.documentLock.alone(0, () => putBack(deps));
}

function putBack({ formulaCells, documentState }: Deps): void {
  for (const { formula, set } of formulaCells.find('TIKTOKSHOP_AGAIN', AWAY))
    set(formula.replace(all(AWAY), '$1'));
  formulaCells.settle();
  documentState.delete(NOTE);
}

const all = (one: RegExp) => new RegExp(one, 'gi');
