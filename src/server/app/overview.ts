import type { Overview } from '../../shared/api';
import { isoDay, isoLocal } from '../../shared/day';
import { backfills } from './backfill';
import { listConnections } from './connections';
import type { Deps } from './deps';
import { fetchMissingShops } from './granted-shops';
import { listReports, shownReport } from './reports';
import { shownRun, unfinishedRuns } from './runs';
import { schedules } from './schedules';
import { neededPermissions, setup } from './setup';
import { userShops } from './shops';
import { upheldShops } from './upkeep';
import { tellWhoHas } from './who-has';

/** Everything the sidebar's first view needs. Holds no token and no secret. */
export function overview(deps: Deps): Overview {
  fetchMissingShops(deps, listConnections(deps));
  tellWhoHas(deps);
  const [unfinished] = unfinishedRuns(deps);
  const reports = listReports(deps);
  const upheld = upheldShops(deps);
  return {
    today: isoDay(Math.floor(deps.clock.now() / 86_400_000)),
    setup: setup(deps),
    permissions: neededPermissions(),
    redirectUrl: deps.platform.redirectUrl(),
    connections: listConnections(deps).map(({ id, seller, market, ended, refreshUntil }) => ({
      id,
      seller,
      market,
      state: ended ? 'reauthorize' : 'connected',
      authorizedUntil: refreshUntil === null ? null : isoLocal(refreshUntil) + 'Z',
    })),
    shops: userShops(deps).map((shop) => (upheld.has(shop.id) ? { ...shop, upkeep: true } : shop)),
    reports: reports.map((report) => shownReport(deps, report)),
    schedules: schedules(deps, reports),
    backfills: backfills(deps),
    unfinished: unfinished ? shownRun(deps, unfinished) : null,
  };
}
