import { ProblemError } from '../../shared/problem';
import { DayPuller } from '../core/pull-days';
import type { Store } from '../core/store';
import type { DailyEndpoint, DayRecord, WholeEndpoint } from '../core/stream';
import type { Budget } from './budget';
import { coverageKey, dayCoverageFrom, dayCoverageText, streamsOf } from './coverage';
import { type DayCoverage, missingDays, withDays } from './day-coverage';
import type { Deps } from './deps';
import { shopNotes } from './shops';
import type { Stretch } from './sync-plan';
import type { SyncProgress } from './sync-times';
import { transportFor } from './transport';

const DAY = 86_400;
/** Elements gathered before they are stored. */
const BATCH = 5000;

export const readDayCoverage = (
  store: Store,
  shop: string,
  endpoint: DailyEndpoint | WholeEndpoint,
): DayCoverage => dayCoverageFrom(store.note(coverageKey(shop, endpoint.id)), streamsOf(endpoint));

/**
 * Brings the store up to date for a shop's daily figures over a stretch of days, until all is there that TikTok has or
 * the budget is spent. Days and what is known of them are stored together; what is left is what is still missing.
 */
export function syncDays(
  deps: Deps,
  store: Store,
  shop: string,
  endpoint: DailyEndpoint,
  wanted: Stretch,
  budget: Budget,
): SyncProgress {
  const seconds = () => Math.floor(deps.clock.now() / 1000);
  let coverage = readDayCoverage(store, shop, endpoint);
  const missing = missingDays(coverage, wanted, seconds());
  const total = missing.reduce((sum, [since, until]) => sum + until - since, 0);
  if (total === 0) return { finished: true, done: 0, total: 0 };
  const puller = new DayPuller(endpoint, transportFor(deps, shop), deps, missing);
  let done = 0;
  let gathered: DayRecord[] = [];
  const put = (more: Partial<DayCoverage> = {}) => {
    const { latest, oldest } = puller;
    const days = gathered.map(({ day }): Stretch => [day / DAY, day / DAY + 1]);
    coverage = {
      ...withDays(coverage, days, (latest ?? 0) + 1 - endpoint.settling),
      latest: latest ?? coverage.latest,
      oldest: oldest ?? coverage.oldest,
      ...more,
    };
    const streams = streamsOf(endpoint);
    const note = { [coverageKey(shop, endpoint.id)]: dayCoverageText(coverage, streams) };
    store.put(shop, streams, gathered, { ...shopNotes(deps, store, shop), ...note }, String);
    done += gathered.length;
    gathered = [];
  };
  try {
    while (!puller.finished && !budget.spent()) {
      for (const record of puller.round()) gathered.push(record);
      if (gathered.reduce((sum, { list }) => sum + list.length, 0) >= BATCH) put();
    }
  } catch (error) {
    if (gathered.length > 0) put();
    throw error;
  }
  // A refusal of everything says nothing about where history begins.
  if (puller.finished && (puller.latest ?? coverage.latest) === null)
    throw new ProblemError('out_of_history');
  put(puller.finished ? { readAt: seconds() } : {});
  return { finished: puller.finished, done, total };
}
