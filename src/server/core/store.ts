import { civil } from '../../shared/day';
import { type Decoded, decodePartition, decodeRows, encodePartition } from './codec';
import { at, rowsOf } from './normalise';
import type { Partition, PartitionInfo, PartitionKey, Rows } from './ports';
import type { Row, Stream } from './stream';

/** UTC month of a record's creation, "2026-01". */
export function partitionOf(created: number): string {
  const { year, month } = civil(Math.floor(created / 86_400));
  return `${year}-${month < 10 ? '0' : ''}${month}`;
}

const address = (key: PartitionKey) => `${key.shop}\n${key.stream}\n${key.partition}`;

/** Puts records into the store and takes columns out of it. One instance lives as long as one execution. */
export class Store {
  /** Rows of partitions that this execution has written: they need not be read again. */
  private readonly recent = new Map<string, Row[]>();
  private infos: PartitionInfo[] | undefined;

  constructor(private readonly rows: Rows) {}

  index(): PartitionInfo[] {
    this.infos ??= this.rows.index();
    return this.infos;
  }

  note(key: string): string | null {
    return this.rows.note(key);
  }

  /**
   * Stores the records of one list in all its streams, each record replacing what is stored of it unless that is
   * newer, together with notes such as the checkpoint: both take effect, or neither.
   */
  put(
    shop: string,
    streams: readonly Stream[],
    records: readonly unknown[],
    notes: Record<string, string>,
    hash: (text: string) => string,
  ): void {
    const changed: Partition[] = [];
    // Whole records come first: they know of a newer form even where that has no element for an exploded stream.
    const outdated = new Set<string>();
    const whole = streams.filter(({ explode }) => explode === undefined);
    for (const stream of [...whole, ...streams.filter((one) => !whole.includes(one))]) {
      const { createdPath, updatedPath, endpoint } = stream;
      const months = new Map<string, unknown[]>();
      for (const record of newestOf(records, endpoint.idPath, updatedPath)) {
        const created = Number(at(record, createdPath));
        if (!Number.isFinite(created)) continue;
        const month = partitionOf(created);
        const list = months.get(month);
        if (list) list.push(record);
        else months.set(month, [record]);
      }
      const keys = [...months.keys()].map(
        (partition): PartitionKey => ({ shop, stream: stream.id, partition }),
      );
      const stored = this.load(stream, keys);
      keys.forEach((key, i) => {
        const records = months.get(key.partition) as unknown[];
        const merged = merge(stream, stored[i] as Row[], records, outdated, hash);
        if (merged === null) return;
        this.recent.set(address(key), merged);
        changed.push({
          info: { ...key, rows: merged.length, times: timesOf(stream, merged), schema: stream.schema },
          payload: encodePartition(stream, merged),
        });
      });
    }
    this.rows.write(changed, notes);
    this.infos = undefined;
  }

  /** Decoded partitions in order of the keys; null where nothing sound is stored. */
  read(keys: readonly PartitionKey[]): (Decoded | null)[] {
    return this.rows.read(keys).map((payload) => (payload === null ? null : decodePartition(payload)));
  }

  private load(stream: Stream, keys: readonly PartitionKey[]): Row[][] {
    const known = new Set(this.index().map(address));
    const missing = keys.filter((key) => !this.recent.has(address(key)) && known.has(address(key)));
    const decoded = missing.length === 0 ? [] : this.read(missing);
    missing.forEach((key, i) => {
      const found = decoded[i];
      if (found) this.recent.set(address(key), decodeRows(stream, found));
    });
    return keys.map((key) => this.recent.get(address(key)) ?? []);
  }
}

/** Each record once, in its newest form. */
function newestOf(records: readonly unknown[], idPath: string, updatedPath: string): unknown[] {
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
function merge(
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
  const versions = new Map<unknown, number>();
  for (const row of stored) versions.set(row[parentAt], Number(row[versionAt]));
  const replaced = new Set<unknown>();
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
  const merged = stored.filter((row) => !replaced.has(row[parentAt])).concat(fresh);
  // One order of rows for one content, whatever the order of arrival: the same store after any history of runs.
  return merged.sort(
    (a, b) =>
      compareIds(String(a[parentAt]), String(b[parentAt])) || compareIds(String(a[keyAt]), String(b[keyAt])),
  );
}

/** Digit strings by value, others by code units. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

function timesOf(stream: Stream, rows: readonly Row[]): Record<string, [number, number]> {
  const times: Record<string, [number, number]> = {};
  Object.entries(stream.fields).forEach(([id, { type }], place) => {
    if (type !== 'time') return;
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
