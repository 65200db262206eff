import { DamagedPartitions } from '../core/damage';
import { daysOf } from '../core/layout';
import { Store } from '../core/store';
import type { Stream } from '../core/stream';
import { streams } from '../streams';
import { coverageKey, textWithoutDays } from './coverage';
import type { Deps } from './deps';

/**
 * After a failure on damaged partitions: sets them aside and takes their days' coverage back, so that the next run
 * fetches them again. What TikTok no longer has stays missing, and reports say so. False for any other failure.
 */
export function mend(deps: Pick<Deps, 'rows' | 'log'>, error: unknown): boolean {
  if (!(error instanceof DamagedPartitions)) return false;
  const store = new Store(deps.rows);
  const notes: Record<string, string> = {};
  for (const { shop, stream: id, partition } of error.keys) {
    const stream: Stream | undefined = Object.values(streams).find((one) => one.id === id);
    const days = daysOf(partition);
    if (!stream || !days) continue;
    const key = coverageKey(shop, stream.endpoint.id);
    notes[key] = textWithoutDays(stream.endpoint, notes[key] ?? store.note(key), days);
  }
  store.setAside(error.keys, notes);
  deps.log.info(error.problem.text);
  return true;
}

/** Work after which damage that it met is set aside. */
export function mending<T>(deps: Pick<Deps, 'rows' | 'log'>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    mend(deps, error);
    throw error;
  }
}
