import { decodeRows } from './codec';
import { asideOf } from './damage';
import { daysOf } from './layout';
import type { PartitionKey } from './ports';
import type { Store } from './store';
import type { Row, Stream } from './stream';

const DAY = 86_400;

/**
 * Removes the rows of a list that grew old before a time (unix seconds), mostly by their last change, with notes that no
 * longer claim them. A partition is read only where some of its rows stay.
 */
export function cutRows(
  store: Store,
  streams: readonly Stream[],
  shop: string,
  before: number,
  notes: Record<string, string>,
): void {
  const kept: { stream: Stream; key: PartitionKey; rows: Row[] }[] = [];
  const removed: PartitionKey[] = [];
  for (const stream of streams) {
    const own = store.index().filter((info) => info.shop === shop && startsBefore(info, before));
    for (const info of own) if (info.stream === asideOf(stream.id)) removed.push(info);
    for (const info of own.filter((one) => one.stream === stream.id)) {
      const age = stream.ageField ?? stream.versionField;
      const newest = info.times[age]?.[1] ?? Number.NEGATIVE_INFINITY;
      if (newest < before) {
        removed.push(info);
        continue;
      }
      const [decoded] = store.read([info], stream);
      if (!decoded) continue;
      const ageAt = Object.keys(stream.fields).indexOf(age);
      const all = decodeRows(stream, decoded);
      const rows = all.filter((row) => Number(row[ageAt]) >= before);
      if (rows.length < all.length) kept.push({ stream, key: info, rows });
    }
  }
  store.replace(kept, removed, notes);
}

function startsBefore({ partition }: PartitionKey, before: number): boolean {
  // What is kept of a damaged partition may bear a number behind its days.
  const days = daysOf(partition.split(' ')[0] as string);
  return days !== null && days.since * DAY < before;
}
