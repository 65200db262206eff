import type { TimeRange } from '../../shared/day';
import { freshPace } from '../core/pace';
import { readLists } from '../core/pull-pages';
import type { ApiCall } from '../core/request';
import type { Store } from '../core/store';
import type { EachEndpoint, EachRecord, Stream, TimedEndpoint } from '../core/stream';
import { streams } from '../streams';
import type { Budget } from './budget';
import { streamsOf } from './coverage';
import type { Deps } from './deps';
import { shopNotes } from './shops';
import { storedValues } from './stored-values';
import { type SyncProgress, syncTimes } from './sync-times';
import { transportFor } from './transport';

/** Answers gathered before they are stored: each storing rewrites the partitions it touches. */
const BATCH = 500;
/** Calls between two looks at the clock. */
const ROUND = 25;

/** The stream whose records are asked about one by one. */
export const ownerOf = ({ stream }: { stream: string }): Stream & { endpoint: TimedEndpoint } => {
  const owner: Stream = streams[stream as keyof typeof streams];
  if (owner.endpoint.kind !== 'timed') throw new Error(`${stream} is no list of ids`);
  return owner as Stream & { endpoint: TimedEndpoint };
};

/** Brings the records that are asked about up to date, then asks for what is not stored of them; what is stored is never asked for again. */
export function syncEach(
  deps: Deps,
  store: Store,
  shop: string,
  endpoint: EachEndpoint,
  range: TimeRange,
  budget: Budget,
): SyncProgress {
  const owner = ownerOf(endpoint.of).endpoint;
  if (!syncTimes(deps, store, shop, owner, [range.since, range.until], budget).finished)
    return { finished: false, done: 0, total: null };
  const { left, all } = unasked(store, shop, endpoint, range);
  const before = all - left.length;
  const transport = transportFor(deps, shop);
  const pace = freshPace();
  let gathered: EachRecord[] = [];
  const put = () => {
    if (gathered.length > 0)
      store.put(shop, streamsOf(endpoint), gathered, shopNotes(deps, store, shop), String);
    gathered = [];
  };
  let done = 0;
  try {
    while (done < left.length && !budget.spent()) {
      const round = left.slice(done, done + ROUND);
      const calls = round.map(({ of }) => callOf(endpoint, of));
      // Some may be gone by now: no other has to wait for them.
      const answers = readLists(calls, endpoint, transport, pace, deps, (code) => code === 'tiktok_refused');
      round.forEach((record, i) => {
        const answer = answers[i];
        if (answer) gathered.push({ ...(answer.first as object), ...record });
      });
      done += round.length;
      if (gathered.length >= BATCH) put();
    }
  } finally {
    put();
  }
  return { finished: done === left.length, done: before + done, total: all };
}

const callOf = ({ method, path, query }: EachEndpoint, id: string): ApiCall => ({
  method,
  path: path.replace('{id}', id),
  query: { ...query },
  body: null,
});

/** Records of a range that nothing, or only something older, is stored of; and how many there are in all. */
export function unasked(
  store: Store,
  shop: string,
  endpoint: EachEndpoint,
  { since, until }: TimeRange,
): { left: EachRecord[]; all: number } {
  const [kept] = streamsOf(endpoint) as [Stream];
  const stored = new Map<unknown, unknown>();
  for (const [id, version] of storedValues(store, shop, kept, [kept.parentKey, kept.versionField]))
    stored.set(id, version);
  const { field, created, changed = created, times, except } = endpoint.of;
  const inside = (time: unknown) => typeof time === 'number' && time >= since && time < until;
  const fields = [field, created, changed, except?.field ?? field, ...(times ?? [])];
  const left: EachRecord[] = [];
  let all = 0;
  for (const [id, born, version, state, ...at] of storedValues(store, shop, ownerOf(endpoint.of), fields)) {
    if (id === null || except?.values.includes(`${state}`) || (times && !at.some(inside))) continue;
    all++;
    if (Number(stored.get(id)) >= Number(version)) continue;
    left.push({ of: `${id}`, created: Number(born), version: Number(version) });
  }
  return { left, all };
}

/** What is said of records that nothing could be loaded of. */
export function unaskedNote(store: Store, shop: string, endpoint: EachEndpoint, range: TimeRange): string[] {
  const count = unasked(store, shop, endpoint, range).left.length;
  const [kept] = streamsOf(endpoint) as [Stream];
  const what = `${kept.label} are not loaded for ${count} of the ${ownerOf(endpoint.of).label.toLowerCase()}.`;
  return count === 0 ? [] : [what];
}
