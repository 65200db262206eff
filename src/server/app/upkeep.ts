import { ProblemError } from '../../shared/problem';
import { startBackfill } from './backfill';
import type { Deps } from './deps';
import { userShops } from './shops';
import { strangerTo } from './who-has';

/** Document property of a shop whose data somebody wants to be loaded day by day. */
const PREFIX = 'upkeep.';

/** Shops whose upkeep somebody has switched on. */
export const upheldShops = (deps: Pick<Deps, 'documentState'>): ReadonlySet<string> =>
  new Set(
    deps.documentState
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length)),
  );

/** Switches it on, which begins with the last months, or off. Throws ProblemError `not_connected`. */
export function setUpkeep(deps: Deps, shop: string, on: boolean): void {
  if (!on) {
    deps.documentState.delete(PREFIX + shop);
    return;
  }
  if (!userShops(deps).some(({ id, connection }) => id === shop && connection))
    throw new ProblemError('not_connected', strangerTo(deps, shop));
  startBackfill(deps, shop);
  deps.documentState.set(PREFIX + shop, 'on');
}
