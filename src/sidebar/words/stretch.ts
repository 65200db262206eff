/** How far the loading of a past is, in words. */
import type { Backfill } from '../../shared/api';
import { count } from './count';

export function stretchWords({ done, total, paused, finished }: Backfill): string {
  if (finished) return `${count(done, 'order')} loaded.`;
  const amount =
    total === null
      ? `${count(done, 'order')} so far`
      : `${done.toLocaleString('en-US')} of ${count(total, 'order')}`;
  return paused ? `Paused: ${amount}.` : `Loading: ${amount}.`;
}
