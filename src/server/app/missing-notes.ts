import { type DayRange, isoDay, localDay, type Offset, type TimeRange } from '../../shared/day';
import type { ShopFacts } from '../core/dimension-codes';
import type { Store } from '../core/store';
import type { Endpoint } from '../core/stream';
import { absentDays } from './day-coverage';
import type { Deps } from './deps';
import { readDayCoverage } from './sync-days';
import { unaskedNote } from './sync-each';
import { type Stretch, without } from './sync-plan';
import { readCoverage } from './sync-times';
import { copyDay } from './sync-whole';

/** Says which of the asked days are not stored of one list of a shop, and why: empty is not zero. */
export function missingNotes(
  deps: Pick<Deps, 'clock' | 'zones'>,
  store: Store,
  shop: ShopFacts,
  endpoint: Endpoint,
  { range, days }: { range: TimeRange; days: DayRange },
  offset: Offset,
): string[] {
  const now = Math.floor(deps.clock.now() / 1000);
  if (endpoint.notIn?.includes(shop.region))
    return [`${shop.name}: TikTok has no ${endpoint.scopeLabel} in this market.`];
  const unread = (first: number, last: number) => `${shop.name}: ${span(first, last)} is not loaded yet.`;
  if (endpoint.kind === 'each')
    return unaskedNote(store, shop.id, endpoint, range).map((text) => `${shop.name}: ${text}`);
  if (endpoint.kind === 'timed') {
    const { covered, watermark } = readCoverage(store, shop.id, endpoint);
    const until = Math.min(range.until, now);
    // What happened after the last sync is not missing, just not there yet.
    const end = Math.min(until, watermark ?? until);
    if (range.since >= end) return [];
    return without([range.since, end], covered).map(([since, until]) =>
      unread(localDay(since, offset), localDay(until - 1, offset)),
    );
  }
  const coverage = readDayCoverage(store, shop.id, endpoint);
  if (endpoint.kind === 'whole') {
    if (coverage.readAt === 0 && endpoint.keep !== 'nothing')
      return [`${shop.name}: ${endpoint.scopeLabel} are not loaded yet.`];
    if (endpoint.keep !== 'daily') return [];
    const today = copyDay(deps, shop.region, now);
    return without(
      [days.since, Math.max(days.since, Math.min(days.until, today + 1))],
      [...coverage.final, ...coverage.open],
    ).map(
      ([since, until]) =>
        `${shop.name}: TikTok tells ${endpoint.scopeLabel} only as they are now, and nothing was stored on ${span(since, until - 1)}.`,
    );
  }
  const absent = absentDays(coverage, [days.since, days.until], now);
  const each = (stretches: readonly Stretch[], text: (first: number, last: number) => string) =>
    stretches.map(([since, until]) => text(since, until - 1));
  return [
    ...each(
      absent.gone,
      (first, last) => `${shop.name}: TikTok no longer has its own figures of ${span(first, last)}.`,
    ),
    ...each(absent.unread, unread),
    ...each(absent.early, (first) => `${shop.name}: TikTok has no figures from ${isoDay(first)} on yet.`),
  ];
}

const span = (first: number, last: number): string =>
  first === last ? isoDay(first) : `${isoDay(first)} to ${isoDay(last)}`;
