import { ProblemError } from '../../shared/problem';
import { Store } from '../core/store';
import type { TimedEndpoint } from '../core/stream';
import { backfills, startBackfill } from './backfill';
import type { Budget } from './budget';
import { keptLists } from './coverage';
import type { Deps } from './deps';
import { mending } from './mend';
import { userCode } from './schedule-owner';
import { userShops } from './shops';
import { syncList } from './sync-list';
import { readCoverage } from './sync-times';
import { strangerTo } from './who-has';

/**
 * Daily upkeep of a shop: everything that changed is stored each day, whether or not a report asks for it, since what
 * TikTok forgets could not be had later. Kept in the document's properties; done by the hourly trigger of whoever
 * switched it on.
 */
interface StoredUpkeep {
  /** The user's own code. */
  code: string;
  /** When it was last done, ms; 0 for never. */
  begun: number;
  /** Tries in a row that failed. */
  failures: number;
}

const PREFIX = 'upkeep.';
const HOUR = 3_600_000;
const DAY = 86_400;
/** An hour early each day: dispatches come a little later each time, and days must not be skipped for it. */
const EVERY = 23 * HOUR;
/** What passes by itself is tried again at the next dispatches, so often; then the next day. */
const TRIES = 3;
/** Days of figures that are looked after: about as far back as TikTok has them. */
const KEPT_DAYS = 180;

const stored = (deps: Pick<Deps, 'documentState'>, shop: string): StoredUpkeep | null => {
  const text = deps.documentState.get(PREFIX + shop);
  return text === null ? null : (JSON.parse(text) as StoredUpkeep);
};
const save = (deps: Deps, shop: string, upkeep: StoredUpkeep): void =>
  deps.documentState.set(PREFIX + shop, JSON.stringify(upkeep));

/** Shops whose upkeep somebody has switched on. */
export const upheldShops = (deps: Pick<Deps, 'documentState'>): ReadonlySet<string> =>
  new Set(Object.keys(deps.documentState.all(PREFIX)));

/** Switches it on, which begins with about three months of the past, or off. The caller's trigger does it from then on. Throws ProblemError `not_connected`. */
export function setUpkeep(deps: Deps, shop: string, on: boolean): void {
  if (!on) {
    deps.documentState.delete(PREFIX + shop);
    return;
  }
  if (!userShops(deps).some(({ id, connection }) => id === shop && connection))
    throw new ProblemError('not_connected', strangerTo(deps, shop));
  save(deps, shop, { code: userCode(deps), begun: 0, failures: 0 });
  if (!backfills(deps).some((backfill) => backfill.shop === shop)) startBackfill(deps, shop);
}

/** The caller's own of shops that he is connected to, with the time from which each is due, ms. */
export function ownUpkeeps(deps: Deps): { shop: string; at: number }[] {
  const all = Object.entries(deps.documentState.all(PREFIX));
  if (all.length === 0) return [];
  const code = userCode(deps);
  const reachable = new Set(userShops(deps).map(({ id }) => id));
  return all
    .map(([shop, text]) => ({ shop, ...(JSON.parse(text) as StoredUpkeep) }))
    .filter((upkeep) => upkeep.code === code && reachable.has(upkeep.shop))
    .map(({ shop, begun }) => ({ shop, at: begun + EVERY }));
}

/** Does a shop's upkeep, alone in the spreadsheet. What one list refuses keeps back no other; the first failure is thrown at the end. */
export function doUpkeep(deps: Deps, shop: string, budget: Budget): void {
  const began = deps.clock.now();
  const worked = deps.documentLock.alone(5000, () => mending(deps, () => refreshLists(deps, shop, budget)));
  if (!worked) throw new ProblemError('busy_elsewhere');
  const { finished, failure } = worked.value;
  const upkeep = stored(deps, shop);
  if (upkeep && (finished || failure)) {
    const failures = failure ? upkeep.failures + 1 : 0;
    const passes = failure?.problem.class === 'retry' || failure?.problem.class === 'slow_down';
    const again = passes && failures % TRIES !== 0;
    save(deps, shop, { ...upkeep, failures, ...(again ? {} : { begun: began }) });
  }
  if (failure) throw failure;
}

function refreshLists(
  deps: Deps,
  shop: string,
  budget: Budget,
): { finished: boolean; failure: ProblemError | null } {
  const store = new Store(deps.rows);
  const now = Math.floor(deps.clock.now() / 1000);
  const today = Math.floor(now / DAY);
  const days = { since: today - KEPT_DAYS, until: today + 2 };
  let failure: ProblemError | null = null;
  for (const endpoint of keptLists()) {
    try {
      const times = {
        since: endpoint.kind === 'timed' ? knownUntil(store, shop, endpoint, now) : now,
        until: now,
      };
      if (!syncList(deps, store, shop, endpoint, { times, days }, budget).finished)
        return { finished: false, failure };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.class === 'quota_until_tomorrow') throw error;
      // Each list has a permission of its own; the connection's status tells which were not given.
      if (error.problem.class !== 'grant_scope') failure ??= error;
    }
  }
  return { finished: true, failure };
}

/** From here on a list has to be asked for, however long ago the last time was. */
function knownUntil(store: Store, shop: string, list: TimedEndpoint, now: number): number {
  const { covered } = readCoverage(store, shop, list);
  return covered[covered.length - 1]?.[1] ?? now - DAY;
}
