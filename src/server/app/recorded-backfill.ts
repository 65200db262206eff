import type { Backfill } from '../../shared/api';
import { backfills, continueBackfill } from './backfill';
import type { Budget } from './budget';
import type { Deps } from './deps';
import { metered } from './metered';
import { countCalls, readUsage, saveUsage } from './quota';
import { userShops } from './shops';
import { problemOf } from './unexpected';
import { doUpkeep } from './upkeep';
import { noteVersion } from './version';

/** Backfills under way that the caller has the connection for: their trigger goes on with them. */
export function openBackfills(deps: Deps): Backfill[] {
  const open = backfills(deps).filter(({ paused }) => !paused);
  if (open.length === 0) return [];
  const shops = new Set(userShops(deps).map(({ id }) => id));
  return open.filter(({ shop }) => shops.has(shop));
}

/** Works on a backfill for one slice, and counts its calls. */
export const workOnBackfill = (deps: Deps, shop: string, budget: Budget): Backfill =>
  counted(deps, (metered) => {
    const backfill = continueBackfill(metered, shop, budget);
    if (backfill.finished) noteVersion(deps);
    return backfill;
  });

/** Does a shop's daily upkeep, and counts its calls. */
export const workOnUpkeep = (deps: Deps, shop: string, budget: Budget): void =>
  counted(deps, (metered) => {
    doUpkeep(metered, shop, budget);
    noteVersion(deps);
  });

function counted<T>(deps: Deps, work: (deps: Deps) => T): T {
  const meter = metered(deps.http);
  let usedUp = false;
  try {
    return work({ ...deps, http: meter.http });
  } catch (error) {
    usedUp = problemOf(deps, error).class === 'quota_until_tomorrow';
    throw error;
  } finally {
    const usage = readUsage(deps);
    countCalls(usage, meter.calls, usedUp, deps.clock.now());
    saveUsage(deps, usage);
  }
}
