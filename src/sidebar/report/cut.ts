/** Which stored data a cut removes. */
import type { Storage } from '../../shared/api';
import { type Day, isoDay, monthStart, parseDay } from '../../shared/day';

export const AGES: readonly { id: string; label: string }[] = [
  { id: '24', label: 'Keep 24 months' },
  { id: '12', label: 'Keep 12 months' },
  { id: '6', label: 'Keep 6 months' },
  { id: 'day', label: 'Keep from a day on' },
];

/** ISO day before which all goes; null while there is none. */
export function cutDay({ keep, day }: { keep: string; day: string }, today: Day | null): string | null {
  if (today === null) return null;
  if (keep !== 'day') return isoDay(monthStart(today, -Number(keep)));
  const first = parseDay(day);
  return first === null || first > today ? null : day;
}

/** What lies wholly before a day, of one shop or (empty) all: at most so much goes, since what changed later stays. */
export function older(storage: Storage, shop: string, day: string): { rows: number; characters: number } {
  const found = storage.partitions.filter((one) => (shop === '' || one.shop === shop) && one.to < day);
  return {
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    characters: found.reduce((sum, { characters }) => sum + characters, 0),
  };
}
