import { at } from '../core/normalise';
import { Puller } from '../core/pull';
import { sha256Hex } from '../core/sign';
import type { Store } from '../core/store';
import type { TimedEndpoint } from '../core/stream';
import type { Budget } from './budget';
import { coverageFrom, coverageKey, coverageText, streamsOf } from './coverage';
import type { Deps } from './deps';
import { shopNotes } from './shops';
import {
  type Coverage,
  finishJob,
  type Job,
  nextBackfill,
  nextPull,
  type Slot,
  type Stretch,
} from './sync-plan';
import { transportFor } from './transport';

/** Nothing of TikTok Shop is older: 2020-01-01, unix seconds. */
export const FIRST_TIME = 1_577_836_800;
const DAY = 86_400;
/** Records, with what the lists of theirs hold, gathered before they are stored: each storing rewrites the partitions it touches. */
const BATCH = 5000;

export const readCoverage = (store: Store, shop: string, endpoint: TimedEndpoint): Coverage =>
  coverageFrom(store.note(coverageKey(shop, endpoint.id)), streamsOf(endpoint));

export interface SyncProgress {
  finished: boolean;
  done: number;
  total: number | null;
}

/** Salted hash of a buyer's number: the salt is made once per store, so all editors count the same customers. */
function buyerHash(
  deps: Deps,
  store: Store,
): { hash: (text: string) => string; note: Record<string, string> } {
  const stored = store.note('salt');
  const salt = stored ?? deps.random.id();
  const known = new Map<string, string>();
  return {
    note: stored === null ? { salt } : {},
    hash(text) {
      let found = known.get(text);
      if (found === undefined) {
        found = sha256Hex(salt + text).slice(0, 16);
        known.set(text, found);
      }
      return found;
    },
  };
}

/**
 * Brings the store up to date for a shop and a stretch of time: goes on with a pull that was left, then with what is
 * missing, until all is there or the budget is spent. Records and checkpoint are stored together, so whatever stops
 * it loses at most the records since the last storing. A `backfill` reads the past beside what reports need.
 */
export function syncTimes(
  deps: Deps,
  store: Store,
  shop: string,
  endpoint: TimedEndpoint,
  asked: Stretch,
  budget: Budget,
  slot: Slot = 'job',
): SyncProgress {
  const wanted = wantedOf(endpoint, asked);
  const settling = endpoint.windows.updated ? null : (endpoint.settling ?? 0);
  const key = coverageKey(shop, endpoint.id);
  let coverage = readCoverage(store, shop, endpoint);
  const transport = transportFor(deps, shop);
  const { hash, note: salt } = buyerHash(deps, store);
  const notes = { ...salt, ...shopNotes(deps, store, shop) };
  const next = (): Job | null =>
    (slot === 'job' ? nextPull : nextBackfill)(
      coverage,
      wanted,
      Math.floor(deps.clock.now() / 1000),
      settling,
    );
  for (;;) {
    const job = coverage[slot] ?? next();
    if (!job) return { finished: true, done: 0, total: 0 };
    const puller = new Puller(endpoint, transport, deps, job.pull);
    // Failures are counted over slices, or a run that fails slowly would be continued for ever.
    const failures = job.pull.pace.failures;
    let gathered: unknown[] = [];
    let size = 0;
    const put = (told: Coverage) => {
      store.put(
        shop,
        streamsOf(endpoint),
        gathered,
        { ...notes, [key]: coverageText(told, streamsOf(endpoint)) },
        hash,
      );
      gathered = [];
      size = 0;
    };
    const underWay = (): Coverage => ({ ...coverage, [slot]: { ...job, pull: puller.checkpoint() } });
    try {
      while (!puller.finished && !budget.spent()) {
        for (const record of puller.round()) {
          gathered.push(record);
          size += 1 + (endpoint.detail ? (at(record, endpoint.detail.as) as unknown[]).length : 0);
        }
        if (size >= BATCH) put(underWay());
      }
    } catch (error) {
      // What came before the failure is kept, and the count of failures that led to it begins anew.
      if (gathered.length > 0 || failures > 0) put(underWay());
      throw error;
    }
    if (!puller.finished) {
      put(underWay());
      return { finished: false, done: puller.count, total: puller.expected };
    }
    coverage = finishJob({ ...coverage, [slot]: job }, slot);
    put(coverage);
    // A pull that was left over may not have been for this stretch.
    if (next() === null) return { finished: true, done: puller.count, total: puller.count };
  }
}

/** What is placed by days of UTC is read from the beginning of one, whatever zone the report has its days in. */
function wantedOf(endpoint: TimedEndpoint, [since, until]: Stretch): Stretch {
  if (endpoint.always) return [FIRST_TIME, until];
  const daily = streamsOf(endpoint).some(({ fields, rowTime = '' }) => fields[rowTime]?.type === 'day');
  return [daily ? Math.floor(since / DAY) * DAY : since, until];
}

/** Forgets a backfill under way; what it has loaded stays stored, though not as covered. */
export function dropBackfill(store: Store, shop: string, endpoint: TimedEndpoint): void {
  const coverage = readCoverage(store, shop, endpoint);
  if (coverage.backfill)
    store.put(
      shop,
      [],
      [],
      {
        [coverageKey(shop, endpoint.id)]: coverageText({ ...coverage, backfill: null }, streamsOf(endpoint)),
      },
      String,
    );
}
