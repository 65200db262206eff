import { isoDay } from '../../shared/day';
import { freshPace } from '../core/pace';
import { readCut, readLists } from '../core/pull-pages';
import type { ApiCall } from '../core/request';
import type { Store } from '../core/store';
import type { DayRecord, WholeEndpoint } from '../core/stream';
import type { Budget } from './budget';
import { coverageKey, dayCoverageText, streamsOf } from './coverage';
import { withDays } from './day-coverage';
import type { Deps } from './deps';
import { regionFacts } from './regions';
import { shopFacts, shopNotes } from './shops';
import { storedValues } from './stored-values';
import { readDayCoverage } from './sync-days';
import { ownerOf } from './sync-each';
import { FIRST_TIME, type SyncProgress, syncTimes } from './sync-times';
import { transportFor } from './transport';

const DAY = 86_400;
/** A list read less than this long ago is fresh enough: several reports in a row read it once. Seconds. */
const FRESH = 60;

/** Reads a list as it is now and stores it, in place of the one before or as that of the day. */
export function syncWhole(
  deps: Deps,
  store: Store,
  shop: string,
  endpoint: WholeEndpoint,
  budget: Budget,
): SyncProgress {
  const nothing = { finished: true, done: 0, total: 0 };
  if (endpoint.keep === 'nothing') return nothing;
  const now = Math.floor(deps.clock.now() / 1000);
  const coverage = readDayCoverage(store, shop, endpoint);
  if (now - coverage.readAt < FRESH) return nothing;
  if (endpoint.ids && !syncOwner(deps, store, shop, endpoint.ids, budget))
    return { finished: false, done: 0, total: null };
  const how = [endpoint, transportFor(deps, shop), freshPace(), deps] as const;
  const { cut, ids } = endpoint;
  const today = copyDay(deps, shopFacts(deps, store, [shop])[0]?.region ?? '', now);
  const list = ids
    ? readLists(callsFor(endpoint, ids, idsIn(store, shop, ids)), ...how).flatMap(
        (one) => one?.elements ?? [],
      )
    : readCut(
        (part) =>
          callOf(endpoint, part && cut ? { [cut.since]: part[0], [cut.until]: part[1] - 1 } : {}, today),
        [cut ? FIRST_TIME : now, now + 1],
        ...how,
      );
  const record: DayRecord = { day: endpoint.keep === 'daily' ? today * DAY : 0, readAt: now, list };
  const told = { ...withDays(coverage, [[today, today + 1]], today), latest: today, readAt: now };
  const kept = streamsOf(endpoint);
  const notes = {
    ...shopNotes(deps, store, shop),
    [coverageKey(shop, endpoint.id)]: dayCoverageText(told, kept),
  };
  store.put(shop, kept, [record], notes, String);
  return { finished: true, done: list.length, total: list.length };
}

/** The day that is copied: a day ends when it has ended in UTC and at the shop, so that every report of either has it. */
export const copyDay = (deps: Pick<Deps, 'zones'>, region: string, now: number): number => {
  const { zone } = regionFacts(region);
  return Math.floor(Math.min(now, now + (zone === 'UTC' ? 0 : deps.zones.offset(zone, now))) / DAY);
};

/** Brings the list up to date whose ids are asked for; false when the budget ends before. */
function syncOwner(deps: Deps, store: Store, shop: string, ids: { stream: string }, budget: Budget): boolean {
  const now = Math.floor(deps.clock.now() / 1000);
  return syncTimes(deps, store, shop, ownerOf(ids).endpoint, [now, now], budget).finished;
}

function idsIn(
  store: Store,
  shop: string,
  { stream, field, except }: NonNullable<WholeEndpoint['ids']>,
): string[] {
  const found = new Set<string>();
  const fields = [field, except?.field ?? field];
  for (const [id, state] of storedValues(store, shop, ownerOf({ stream }), fields))
    if (id !== null && !except?.values.includes(`${state}`)) found.add(`${id}`);
  return [...found].sort();
}

/** The call of a list. */
const callOf = ({ method, path, query, body, today }: WholeEndpoint, more: object, day = 0): ApiCall => ({
  method,
  path,
  query: { ...query, ...(today ? { [today.since]: isoDay(day), [today.until]: isoDay(day + 1) } : {}) },
  body: method === 'POST' ? JSON.stringify({ ...body, ...more }) : null,
});

/** The calls for a list's ids, so many each. */
function callsFor(
  endpoint: WholeEndpoint,
  { most, parameter }: NonNullable<WholeEndpoint['ids']>,
  all: string[],
): ApiCall[] {
  const calls: ApiCall[] = [];
  for (let i = 0; i < all.length; i += most)
    calls.push(callOf(endpoint, { [parameter]: all.slice(i, i + most) }));
  return calls;
}
