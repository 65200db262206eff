import type { Backfill, BackfillEstimate } from '../../shared/api';
import { isoDay, parseDay } from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { at } from '../core/normalise';
import { sendOne } from '../core/send';
import { Store } from '../core/store';
import type { Endpoint } from '../core/stream';
import { orderSearch } from '../streams/orders-endpoint';
import type { Budget } from './budget';
import { keptLists, storedLists } from './coverage';
import type { Deps } from './deps';
import { mending } from './mend';
import { syncList } from './sync-list';
import { without } from './sync-plan';
import { dropBackfill, readCoverage } from './sync-times';
import { transportFor } from './transport';

/** Loading a shop's past: kept in the document's properties until it is done or cancelled. One a shop. */
interface StoredBackfill {
  shop: string;
  /** How many of `pastLists` are loaded. */
  list: number;
  /** First day to load, UTC, ISO. */
  since: string;
  /** Records of those lists; `done` and `total` count them too. */
  before?: number;
  done: number;
  total: number | null;
  paused: boolean;
  startedAt: number;
}

const PREFIX = 'backfill.';
const DAY = 86_400;
/** Days loaded where nobody says from when on: what a newly connected shop begins with. */
const INITIAL_DAYS = 92;
/** TikTok Shop's first market opened in 2021. */
const FIRST_DAY = '2021-01-01';

/** Stored characters of an order with its items, on the simulator's data: `npm run bench`, store_bytes_per_item. */
const CHARACTERS_PER_ORDER = 80;
export const CALLS_PER_SECOND = 5;
/** Records that the sample shop's model makes a second. */
export const SAMPLE_PER_SECOND = 500;
const TRIGGER_SECONDS_PER_DAY = 75 * 60;

const parsedDay = (text: string): number => {
  const day = parseDay(text);
  if (day === null || text < FIRST_DAY)
    throw new ProblemError('bad_input', {
      what: `A backfill begins on a day such as 2025-01-31, not before ${FIRST_DAY}; “${text}” is none.`,
    });
  return day;
};

const shown = ({ shop, since, done, total, paused }: StoredBackfill, finished = false): Backfill => ({
  shop,
  since,
  done,
  total,
  paused,
  finished,
});

const read = (deps: Deps, shop: string): StoredBackfill => {
  const text = deps.documentState.get(PREFIX + shop);
  if (text === null) throw new ProblemError('run_gone');
  return JSON.parse(text) as StoredBackfill;
};
const save = (deps: Deps, backfill: StoredBackfill): void =>
  deps.documentState.set(PREFIX + backfill.shop, JSON.stringify(backfill));

export const backfills = (deps: Deps): Backfill[] =>
  Object.values(deps.documentState.all(PREFIX)).map((text) => shown(JSON.parse(text) as StoredBackfill));

/** What loading from a day on would take: TikTok is asked how many orders there are, nothing is loaded. */
export function estimateBackfill(deps: Deps, shop: string, since: string): BackfillEstimate {
  const store = new Store(deps.rows);
  const now = Math.floor(deps.clock.now() / 1000);
  const { covered } = readCoverage(store, shop, orderSearch);
  let orders = 0;
  for (const [from, to] of without([parsedDay(since) * DAY, now], covered)) {
    const {
      since: ge,
      until: lt,
      order,
    } = orderSearch.windows.created as NonNullable<typeof orderSearch.windows.created>;
    const body = JSON.stringify({ [ge]: from, [lt]: to });
    const call = {
      method: orderSearch.method,
      path: orderSearch.path,
      query: { page_size: '1', ...order },
      body,
    };
    orders += Number(at(sendOne(call, transportFor(deps, shop), deps), 'total_count') ?? 0);
  }
  const days = Math.ceil(now / DAY) - parsedDay(since);
  const daily = pastLists().reduce(
    (sum, list) => sum + ('most' in list ? Math.ceil(days / list.most) : 0),
    0,
  );
  const calls = Math.ceil(orders / orderSearch.pageSize) + (orders > 0 ? 10 : 0) + daily;
  const seconds = shop === SAMPLE_SHOP ? orders / SAMPLE_PER_SECOND : calls / CALLS_PER_SECOND;
  return {
    shop,
    since,
    orders,
    calls,
    minutes: Math.ceil(seconds / 60),
    days: Math.max(1, Math.ceil(seconds / TRIGGER_SECONDS_PER_DAY)),
    characters: orders * CHARACTERS_PER_ORDER,
  };
}

/** Begins to load a shop's past from a day on, about three months back if none is named; one that is under way gets the earlier of both days. */
export function startBackfill(deps: Deps, shop: string, from?: string): Backfill {
  const since = from ?? isoDay(Math.floor(deps.clock.now() / 86_400_000) - INITIAL_DAYS);
  parsedDay(since);
  transportFor(deps, shop);
  const before = deps.documentState.get(PREFIX + shop);
  const earlier = before === null ? since : [since, (JSON.parse(before) as StoredBackfill).since].sort()[0];
  const backfill: StoredBackfill = {
    shop,
    list: 0,
    since: earlier as string,
    done: 0,
    total: null,
    paused: false,
    startedAt: deps.clock.now(),
  };
  save(deps, backfill);
  return shown(backfill);
}

/** Works on a backfill for one slice, alone in the spreadsheet. Throws ProblemError `busy_elsewhere`. */
export function continueBackfill(deps: Deps, shop: string, budget: Budget): Backfill {
  const worked = deps.documentLock.alone(5000, () => {
    const backfill = read(deps, shop);
    if (backfill.paused) return shown(backfill);
    const next = mending(deps, () => load(deps, backfill, budget));
    const finished = next.list >= pastLists().length;
    if (finished) deps.documentState.delete(PREFIX + shop);
    else save(deps, next);
    return shown(next, finished);
  });
  if (!worked) throw new ProblemError('busy_elsewhere');
  return worked.value;
}

/**
 * Figures by day come first: TikTok keeps them for a while only. Then what happened, newest first; what takes a call a day,
 * or is so only now, waits for all that.
 */
const turnOf = (list: Endpoint): number =>
  list.kind === 'daily' && list.most > 1 ? 0 : list.kind === 'timed' && !list.always ? 1 : 2;
const pastLists = () => keptLists().sort((a, b) => turnOf(a) - turnOf(b));

function load(deps: Deps, backfill: StoredBackfill, budget: Budget): StoredBackfill {
  const { shop, since, startedAt } = backfill;
  const store = new Store(deps.rows);
  const days = { since: parsedDay(since), until: Math.ceil(startedAt / 86_400_000) };
  const times = { since: days.since * DAY, until: Math.floor(startedAt / 1000) };
  const next = { ...backfill };
  for (const endpoint of pastLists().slice(backfill.list)) {
    try {
      const progress = syncList(deps, store, shop, endpoint, { times, days }, budget, 'backfill');
      if (endpoint.kind === 'timed') {
        next.done = (next.before ?? 0) + progress.done;
        next.total = progress.total === null ? null : (next.before ?? 0) + progress.total;
      }
      if (!progress.finished) return next;
    } catch (error) {
      // A permission that the seller did not give must not keep back what he gave; the connection's status tells it.
      if (!(error instanceof ProblemError) || error.problem.class !== 'grant_scope') throw error;
    }
    next.list++;
    next.before = next.done;
    if (budget.spent()) return next;
  }
  return next;
}

export function pauseBackfill(deps: Deps, shop: string, paused: boolean): Backfill {
  const backfill = { ...read(deps, shop), paused };
  save(deps, backfill);
  return shown(backfill);
}

/** What was loaded so far stays in the store. */
export function cancelBackfill(deps: Deps, shop: string): Backfill {
  const backfill = read(deps, shop);
  const dropped = deps.documentLock.alone(5000, () => {
    const store = new Store(deps.rows);
    for (const list of storedLists()) if (list.kind === 'timed') dropBackfill(store, shop, list);
    deps.documentState.delete(PREFIX + shop);
  });
  if (!dropped) throw new ProblemError('busy_elsewhere');
  return shown(backfill, true);
}
