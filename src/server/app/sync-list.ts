import type { DayRange, TimeRange } from '../../shared/day';
import type { Store } from '../core/store';
import type { Endpoint } from '../core/stream';
import type { Budget } from './budget';
import type { Deps } from './deps';
import { shopFacts } from './shops';
import { syncDays } from './sync-days';
import { syncEach } from './sync-each';
import type { Slot } from './sync-plan';
import { type SyncProgress, syncTimes } from './sync-times';
import { syncWhole } from './sync-whole';

/** Brings the store up to date for one list of a shop: by time or by day, as TikTok tells it. */
export function syncList(
  deps: Deps,
  store: Store,
  shop: string,
  endpoint: Endpoint,
  { times, days }: { times: TimeRange; days: DayRange },
  budget: Budget,
  slot: Slot = 'job',
): SyncProgress {
  if (endpoint.notIn?.includes(shopFacts(deps, store, [shop])[0]?.region ?? ''))
    return { finished: true, done: 0, total: 0 };
  switch (endpoint.kind) {
    case 'timed':
      return syncTimes(deps, store, shop, endpoint, [times.since, times.until], budget, slot);
    case 'daily':
      return syncDays(deps, store, shop, endpoint, [days.since, days.until], budget);
    case 'each':
      return syncEach(deps, store, shop, endpoint, times, budget);
    case 'whole':
      return syncWhole(deps, store, shop, endpoint, budget);
  }
}
