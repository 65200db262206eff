import type { Market, Overview } from '../../shared/api';
import { isoDay, isoLocal } from '../../shared/day';
import { listConnections } from './connections';
import type { Deps } from './deps';
import { listReports, shownReport } from './reports';
import { shownRun, unfinishedRuns } from './runs';
import { missingProperties } from './settings';
import { userShops } from './shops';

const MARKETS: Market[] = ['global', 'us'];

/** Everything the sidebar's first view needs. Holds no token and no secret. */
export function overview(deps: Deps): Overview {
  const [unfinished] = unfinishedRuns(deps);
  return {
    today: isoDay(Math.floor(deps.clock.now() / 86_400_000)),
    setup: MARKETS.map((market) => ({ market, missing: missingProperties(deps, market) })),
    redirectUrl: deps.platform.redirectUrl(),
    connections: listConnections(deps).map(({ id, seller, market, ended, refreshUntil }) => ({
      id,
      seller,
      market,
      state: ended ? 'reauthorize' : 'connected',
      authorizedUntil: refreshUntil === null ? null : isoLocal(refreshUntil) + 'Z',
    })),
    shops: userShops(deps),
    reports: listReports(deps).map((report) => shownReport(deps, report)),
    unfinished: unfinished ? shownRun(deps, unfinished) : null,
  };
}
