import type { Store } from '../core/store';
import type { Endpoint } from '../core/stream';
import { readDayCoverage } from './sync-days';
import { readCoverage } from './sync-times';

const DAY = 86_400;

/** Time up to which a list of a shop is stored, unix seconds: of figures by day, the end of the last day; null for nothing. */
export function storedUntil(store: Store, shop: string, list: Endpoint): number | null {
  if (list.kind === 'timed') return readCoverage(store, shop, list).watermark;
  // Complete for some reports, never as a whole.
  if (list.kind === 'each') return null;
  const { latest, readAt } = readDayCoverage(store, shop, list);
  if (list.kind === 'whole') return readAt || null;
  return latest === null ? null : (latest + 1) * DAY;
}
