import type { Api } from '../../shared/api';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { Store } from '../core/store';
import type { Endpoint } from '../core/stream';
import { listsOf } from './answer';
import { CALLS_PER_SECOND, SAMPLE_PER_SECOND } from './backfill';
import { withCells } from './cell-values';
import { streamsOf } from './coverage';
import { missingDays } from './day-coverage';
import type { Deps } from './deps';
import { checkedReport } from './reports';
import { readDayCoverage } from './sync-days';
import { unasked } from './sync-each';
import { type Stretch, without } from './sync-plan';
import { readCoverage } from './sync-times';

const DAY = 86_400;
/** Records of a page where a list does not say. */
const USUAL_PAGE = 100;

const length = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, [since, until]) => sum + until - since, 0);

/**
 * What a run of the report would have to load, by what is stored: TikTok is not asked. Lists grow as they did on the days
 * that are stored; `records` is null where nothing is stored to go by, and `calls` then counts one for each such list.
 */
export function estimateRun(
  deps: Deps,
  { report }: Api['estimateRun']['input'],
): Api['estimateRun']['output'] {
  const store = new Store(deps.rows);
  const now = Math.floor(deps.clock.now() / 1000);
  const total = { days: 0, records: 0 as number | null, calls: 0, seconds: 0 };
  for (const { shop, endpoint, span } of listsOf(deps, [withCells(deps, checkedReport(deps, report))])) {
    const { missing, stored, calls } = stateOf(store, shop, endpoint, span, now);
    const rows = storedRows(store, shop, endpoint);
    const records = missing === 0 ? 0 : stored === 0 ? null : Math.ceil((rows / stored) * missing);
    const pages = Math.ceil(
      (records ?? 0) / ('pageSize' in endpoint && endpoint.pageSize ? endpoint.pageSize : USUAL_PAGE),
    );
    const asked = shop === SAMPLE_SHOP ? 0 : Math.max(calls, pages);
    total.days = Math.max(total.days, Math.ceil(missing));
    total.records = total.records === null || records === null ? null : total.records + records;
    total.calls += asked;
    total.seconds += shop === SAMPLE_SHOP ? (records ?? 0) / SAMPLE_PER_SECOND : asked / CALLS_PER_SECOND;
  }
  return { ...total, seconds: Math.ceil(total.seconds) };
}

/** Days that a list lacks, days that it has, and the least calls that the missing ones take. */
function stateOf(
  store: Store,
  shop: string,
  endpoint: Endpoint,
  { times, days }: ReturnType<typeof listsOf>[number]['span'],
  now: number,
): { missing: number; stored: number; calls: number } {
  if (endpoint.kind === 'timed') {
    const { covered } = readCoverage(store, shop, endpoint);
    const missing = without([times.since, Math.min(times.until, now)], covered);
    return {
      missing: length(missing) / DAY,
      stored: length(covered) / DAY,
      calls: Math.max(1, missing.length),
    };
  }
  // As far as the records that are asked about are known.
  if (endpoint.kind === 'each')
    return { missing: 0, stored: 0, calls: unasked(store, shop, endpoint, times).left.length };
  const coverage = readDayCoverage(store, shop, endpoint);
  const stored = length([...coverage.final, ...coverage.open]);
  if (endpoint.kind === 'whole') return { missing: coverage.readAt ? 0 : 1, stored, calls: 1 };
  const missing = missingDays(coverage, [days.since, days.until], now);
  return { missing: length(missing), stored, calls: Math.ceil(length(missing) / endpoint.most) };
}

const storedRows = (store: Store, shop: string, endpoint: Endpoint): number => {
  const first = streamsOf(endpoint)[0]?.id;
  return store
    .index()
    .reduce((sum, one) => sum + (one.shop === shop && one.stream === first ? one.rows : 0), 0);
};
