import type { Backfill } from '../../shared/api';
import { backfills, continueBackfill } from './backfill';
import type { Budget } from './budget';
import type { Deps } from './deps';
import { metered } from './metered';
import { countCalls, readUsage, saveUsage } from './quota';
import { userShops } from './shops';
import { problemOf } from './unexpected';

/** Backfills under way that the caller has the connection for: their trigger goes on with them. */
export function openBackfills(deps: Deps): Backfill[] {
  const open = backfills(deps).filter(({ paused }) => !paused);
  if (open.length === 0) return [];
  const shops = new Set(userShops(deps).map(({ id }) => id));
  return open.filter(({ shop }) => shops.has(shop));
}

/** Works on a backfill for one slice, and counts its calls. */
export function workOnBackfill(deps: Deps, shop: string, budget: Budget): Backfill {
  const meter = metered(deps.http);
  let usedUp = false;
  try {
    return continueBackfill({ ...deps, http: meter.http }, shop, budget);
  } catch (error) {
    usedUp = problemOf(deps, error).class === 'quota_until_tomorrow';
    throw error;
  } finally {
    const usage = readUsage(deps);
    countCalls(usage, meter.calls, usedUp, deps.clock.now());
    saveUsage(deps, usage);
  }
}
