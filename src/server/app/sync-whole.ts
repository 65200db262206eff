import { textAt } from '../core/dictionary';
import { freshPace } from '../core/pace';
import { readLists } from '../core/pull-pages';
import type { ApiCall } from '../core/request';
import type { Store } from '../core/store';
import type { DayRecord, Stream, WholeEndpoint } from '../core/stream';
import { streams } from '../streams';
import type { Budget } from './budget';
import { coverageKey, dayCoverageText, streamsOf } from './coverage';
import { withDays } from './day-coverage';
import type { Deps } from './deps';
import { shopNotes } from './shops';
import { readDayCoverage } from './sync-days';
import { type SyncProgress, syncTimes } from './sync-times';
import { transportFor } from './transport';

const DAY = 86_400;
/** A list read less than this long ago is fresh enough: several reports in a row read it once. Seconds. */
const FRESH = 60;

/** Reads a list as it is now and stores it, in place of the one before or as that of the day (UTC). */
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
  if (endpoint.ids && !syncOwner(deps, store, shop, endpoint.ids.stream, budget))
    return { finished: false, done: 0, total: null };
  const calls = callsFor(endpoint, endpoint.ids ? idsIn(store, shop, endpoint.ids) : null);
  const lists = readLists(calls, endpoint, transportFor(deps, shop), freshPace(), deps);
  const list = lists.flatMap((one) => one?.elements ?? []);
  const today = Math.floor(now / DAY);
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

/** Brings the list up to date whose ids are asked for; false when the budget ends before. */
function syncOwner(deps: Deps, store: Store, shop: string, id: string, budget: Budget): boolean {
  const { endpoint } = streams[id as keyof typeof streams] as Stream;
  if (endpoint.kind !== 'timed') throw new Error(`${id} is no list of ids`);
  const now = Math.floor(deps.clock.now() / 1000);
  return syncTimes(deps, store, shop, endpoint, [now, now], budget).finished;
}

function idsIn(store: Store, shop: string, { stream, field }: NonNullable<WholeEndpoint['ids']>): string[] {
  const keys = store.index().filter((info) => info.shop === shop && info.stream === stream);
  const found = new Set<string>();
  for (const part of store.read(keys, streams[stream as keyof typeof streams], [field])) {
    const column = part?.column(field);
    if (column?.kind !== 'text') continue;
    for (const code of column.codes) if (code >= 0) found.add(textAt(column.dictionary, code));
  }
  return [...found].sort();
}

/** The call of a list, or those for its ids, so many each. */
function callsFor({ method, path, query, body, ids }: WholeEndpoint, all: string[] | null): ApiCall[] {
  const call = (more: object): ApiCall => ({
    method,
    path,
    query: { ...query },
    body: method === 'POST' ? JSON.stringify({ ...body, ...more }) : null,
  });
  if (!ids || !all) return [call({})];
  const calls: ApiCall[] = [];
  for (let i = 0; i < all.length; i += ids.most)
    calls.push(call({ [ids.parameter]: all.slice(i, i + ids.most) }));
  return calls;
}
