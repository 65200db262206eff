import { at, rowsOf } from './normalise';
import type { Row, Stream } from './stream';

/** Each record once, in its newest form. */
export function newestOf(records: readonly unknown[], idPath: string, updatedPath: string): unknown[] {
  const newest = new Map<string, unknown>();
  for (const record of records) {
    const id = String(at(record, idPath));
    const other = newest.get(id);
    if (other === undefined || Number(at(record, updatedPath)) >= Number(at(other, updatedPath)))
      newest.set(id, record);
  }
  return [...newest.values()];
}

/**
 * Stored rows with the records' rows in place of older ones; null when nothing changes. Ids of records that are older
 * than what is stored are added to `outdated`, and those in it already are left out.
 */
export function merge(
  stream: Stream,
  stored: readonly Row[],
  records: readonly unknown[],
  outdated: Set<string>,
  hash: (text: string) => string,
): Row[] | null {
  const names = Object.keys(stream.fields);
  const parentAt = names.indexOf(stream.parentKey);
  const versionAt = names.indexOf(stream.versionField);
  const keyAt = names.indexOf(stream.primaryKey);
  const versions = new Map<string, number>();
  for (const row of stored) versions.set(String(row[parentAt]), Number(row[versionAt]));
  const replaced = new Set<string>();
  const fresh: Row[] = [];
  for (const record of records) {
    // Ids are stored as text, also those that come as short numbers.
    const parent = String(at(record, stream.endpoint.idPath));
    const known = versions.get(parent);
    if (known !== undefined && known > Number(at(record, stream.updatedPath))) outdated.add(parent);
    if (outdated.has(parent)) continue;
    replaced.add(parent);
    for (const row of rowsOf(stream, record, hash)) fresh.push(row);
  }
  if (replaced.size === 0) return null;
  const merged = stored.filter((row) => !replaced.has(String(row[parentAt]))).concat(fresh);
  // One order of rows for one content, whatever the order of arrival: the same store after any history of runs.
  return merged.sort(
    (a, b) =>
      compareIds(String(a[parentAt]), String(b[parentAt])) || compareIds(String(a[keyAt]), String(b[keyAt])),
  );
}

/** Digit strings by value, others by code units. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Least and greatest value of each time field. */
export function timesIn(stream: Stream, rows: readonly Row[]): Record<string, [number, number]> {
  const times: Record<string, [number, number]> = {};
  Object.entries(stream.fields).forEach(([id, { type }], place) => {
    if (type !== 'time' && type !== 'day') return;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const value = row[place];
      if (typeof value !== 'number') continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low <= high) times[id] = [low, high];
  });
  return times;
}
