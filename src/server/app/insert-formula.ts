import type { Api } from '../../shared/api';
import { separatorIn } from '../../shared/formula-text';
import { ProblemError } from '../../shared/problem';
import { Store } from '../core/store';
import { withCells } from './cell-values';
import type { Deps } from './deps';
import { answerCells } from './formula';
import { checkedReport } from './reports';
import { noteVersion, versionText } from './version';

/**
 * Enters a report as a formula where the cursor is. Throws ProblemError `bad_input` for what a formula can't say, and
 * `formula_overlap` where its answer would have no room.
 */
export function insertFormula(
  deps: Deps,
  { report: input }: Api['insertFormula']['input'],
): Api['insertFormula']['output'] {
  const report = withCells(deps, checkedReport(deps, input));
  const formula = deps.inputs.formula(report, separatorIn(deps.platform.sheetLocale()));
  if ('cannot' in formula) throw new ProblemError('bad_input', { what: formula.cannot });
  const answer = answerCells(deps, new Store(deps.rows), report, report.shops, true);
  const [rows, columns] = Array.isArray(answer) ? [answer.length, answer[0]?.length ?? 1] : [1, 1];
  const place = deps.formulaCells.current(rows, columns);
  if (place.filled.length > 0)
    throw new ProblemError('formula_overlap', {
      area: place.area,
      tab: place.tab,
      filled: place.filled.slice(0, 5).join(', ') + (place.filled.length > 5 ? ' …' : ''),
    });
  deps.formulaCells.makeVersion(versionText(deps));
  noteVersion(deps);
  place.enter(formula.text);
  return { tab: place.tab, area: place.area };
}
