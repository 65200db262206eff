import { budgetOf, UNATTENDED_MS } from './budget';
import { connectedPage, refusedPage } from './callback-page';
import { finishRedirect } from './connect';
import type { Deps } from './deps';
import { finishRecalculation, recalculate } from './recalculate';
import { outcomeText, refresh } from './refresh';
import { listReports } from './reports';
import { examine } from './trigger-doctor';
import { problemOf } from './unexpected';

/** "Refresh TikTok Shop": runs every report of the file, and says what came of it. */
export const refreshAll = (deps: Deps): void =>
  told(deps, 'Refresh TikTok Shop', () => {
    finishRecalculation(deps);
    examine(deps);
    const reports = listReports(deps);
    if (reports.length > 0) deps.platform.toast('Refreshing…');
    const outcome = refresh(deps, reports, 'menu', budgetOf(deps.clock, UNATTENDED_MS));
    return { text: outcomeText(outcome), failed: outcome.failed.length > 0 };
  });

/** "Recalculate formulas": enters every formula with TIKTOKSHOP anew. */
export const recalculateAll = (deps: Deps): void =>
  told(deps, 'Recalculate formulas', () => {
    const { formulas, refused } = recalculate(deps);
    const again = `${formulas} ${formulas === 1 ? 'formula is' : 'formulas are'} worked out anew.`;
    return refused.length === 0
      ? { text: formulas > 0 ? again : 'No formula of this file uses TIKTOKSHOP.' }
      : {
          text: `${again} Those in ${refused.join(', ')} can't be changed by you: ask whoever protects these cells.`,
          failed: true,
        };
  });

/** Does what a menu item asks for, and says what came of it: in passing, or so that nobody misses it where something failed. */
function told(deps: Deps, title: string, work: () => { text: string; failed?: boolean }): void {
  try {
    const { text, failed } = work();
    if (failed) deps.platform.alert(title, text);
    else deps.platform.toast(text);
  } catch (error) {
    const { text, next } = problemOf(deps, error);
    deps.platform.alert(title, `${text} ${next}`);
  }
}

/** Where TikTok's consent page leads back to: the page that says how it went. */
export function authCallback(deps: Deps, parameter: Record<string, string>): string {
  try {
    const connection = finishRedirect(
      deps,
      { code: parameter.code ?? '', error: parameter.error ?? '', state: parameter.state ?? '' },
      parameter.market === 'us' ? 'us' : 'global',
      parameter.user ?? '',
    );
    return connectedPage(
      connection.seller,
      connection.shops.map(({ name }) => name),
    );
  } catch (error) {
    return refusedPage(problemOf(deps, error));
  }
}
