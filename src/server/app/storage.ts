import type { Storage } from '../../shared/api';
import { isoDay, parseDay } from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import { isAside } from '../core/damage';
import { daysOf } from '../core/layout';
import { cutRows } from '../core/retention';
import { Store } from '../core/store';
import { coverageKey, storedLists, streamsOf, textWithoutPast } from './coverage';
import type { Deps } from './deps';

const DAY = 86_400;

/** How much the store holds, oldest partitions first within shop and stream. */
export function storageOf(deps: Pick<Deps, 'rows'>): Storage {
  const partitions = deps.rows.index().map((info) => {
    const days = daysOf(info.partition.slice(0, 14).split(' ')[0] as string);
    return {
      shop: info.shop,
      stream: info.stream,
      from: days ? isoDay(days.since) : '',
      to: days ? isoDay(days.until - 1) : '',
      rows: info.rows,
      characters: info.characters,
      damaged: isAside(info),
    };
  });
  const order = (one: (typeof partitions)[number]) => `${one.shop} ${one.stream} ${one.from}`;
  partitions.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {
    characters: partitions.reduce((sum, { characters }) => sum + characters, 0),
    partitions,
    cells: deps.rows.cells(),
  };
}

/**
 * Removes what changed last before a day (ISO, UTC) from the store, of one shop or all (null), and what is kept of
 * damaged partitions from before. Records that changed since stay, so that reports of later days stay right.
 */
export function cutStorage(
  deps: Pick<Deps, 'rows' | 'documentLock'>,
  shop: string | null,
  beforeDay: string,
): Storage {
  const day = parseDay(beforeDay);
  if (day === null) throw new ProblemError('unknown_range', { range: beforeDay });
  const done = deps.documentLock.alone(5000, () => {
    const store = new Store(deps.rows);
    const shops = new Set(store.index().map((info) => info.shop));
    for (const one of shops) {
      if (shop !== null && one !== shop) continue;
      for (const list of storedLists()) {
        const key = coverageKey(one, list.id);
        cutRows(store, streamsOf(list), one, day * DAY, {
          [key]: textWithoutPast(list, store.note(key), day),
        });
      }
    }
    return storageOf(deps);
  });
  if (!done) throw new ProblemError('busy_elsewhere');
  return done.value;
}

/** Deletes the store with everything in it; connections and reports stay. */
export function deleteAllData(deps: Pick<Deps, 'rows' | 'documentLock'>): void {
  const done = deps.documentLock.alone(5000, () => {
    deps.rows.clear();
    return true;
  });
  if (!done) throw new ProblemError('busy_elsewhere');
}
