import { budgetOf, UNATTENDED_MS } from './budget';
import { connectedPage, refusedPage } from './callback-page';
import { finishRedirect } from './connect';
import type { Deps } from './deps';
import { outcomeText, refresh } from './refresh';
import { listReports } from './reports';
import { examine } from './trigger-doctor';
import { problemOf } from './unexpected';

/** Labels of the menu and the entry points behind them. */
export const MENU = [
  { label: 'Open sidebar', entry: 'openSidebar' },
  { label: 'Insert dashboard', entry: 'insertDashboard' },
  { label: 'Refresh TikTok Shop', entry: 'refreshTikTokShop' },
] as const;

/** "Refresh TikTok Shop": runs every report of the file, and says what came of it. */
export function refreshAll(deps: Deps): void {
  try {
    examine(deps);
    const reports = listReports(deps);
    if (reports.length > 0) deps.platform.toast('Refreshing…');
    const outcome = refresh(deps, reports, 'menu', budgetOf(deps.clock, UNATTENDED_MS));
    if (outcome.failed.length > 0) deps.platform.alert('Refresh TikTok Shop', outcomeText(outcome));
    else deps.platform.toast(outcomeText(outcome));
  } catch (error) {
    const { text, next } = problemOf(deps, error);
    deps.platform.alert('Refresh TikTok Shop', `${text} ${next}`);
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
