import { ProblemError } from '../../shared/problem';
import { type Decoded, decodePartition, decodeRows, encodePartition } from './codec';
import { asideOf, DamagedPartitions, isAside, isUnreadable } from './damage';
import { cutTo, holds, monthOf, placeFor } from './layout';
import { merge, newestOf, timesIn } from './merge';
import { at } from './normalise';
import type { Partition, PartitionInfo, PartitionKey, Rows } from './ports';
import { current } from './schema';
import type { Row, Stream } from './stream';

export { compareIds } from './merge';

/** UTC month of a record's creation, "2026-01". */
export const partitionOf = monthOf;

/**
 * Rows that a partition may hold before it is cut in halves: about 200,000 characters. Smaller ones would make
 * more calls of a daily refresh, which touches the days of the last month; larger ones would move more text each hour.
 */
const MOST_ROWS = 6000;
/** Rows kept decoded in memory for the next storing of the same execution. */
const KEPT_ROWS = 60_000;

const address = (key: PartitionKey) => `${key.shop}\n${key.stream}\n${key.partition}`;

/** Puts records into the store and takes columns out of it. One instance lives as long as one execution. */
export class Store {
  /** Rows of partitions that this execution has written: they need not be read again. The latest come last. */
  private readonly recent = new Map<string, Row[]>();
  private infos: PartitionInfo[] | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly mostRows = MOST_ROWS,
  ) {}

  /** Throws DamagedPartitions where it can't be read: a report without them would be wrong and not say so. */
  index(): PartitionInfo[] {
    this.infos ??= this.rows.index();
    const unreadable = this.infos.filter((info) => isUnreadable(info) && !isAside(info));
    if (unreadable.length > 0) throw new DamagedPartitions(unreadable);
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
    // Whole records come first: they know of a newer form even where that has no element for an exploded stream.
    const ordered = [...streams].sort(
      (a, b) => Number(a.explode !== undefined) - Number(b.explode !== undefined),
    );
    const changed: Partition[] = [];
    const removed: PartitionKey[] = [];
    const places = [...this.placed(shop, ordered, records)];
    const keys = places.flatMap(([partition]) => ordered.map(({ id }) => ({ shop, stream: id, partition })));
    const loaded = this.load(ordered, keys);
    places.forEach(([place, group], p) => {
      const outdated = new Set<string>();
      const stored = loaded.slice(p * ordered.length, (p + 1) * ordered.length);
      const merged = ordered.map((stream, i) => {
        const { idPath } = stream.endpoint;
        return merge(stream, stored[i] as Row[], newestOf(group, idPath, stream.updatedPath), outdated, hash);
      });
      if (merged.every((rows) => rows === null)) return;
      const all = merged.map((rows, i) => rows ?? (stored[i] as Row[]));
      for (const part of parted(ordered, place, all, group, this.mostRows)) {
        part.rows.forEach((rows, i) => {
          if (part.partition === place && merged[i] === null) return;
          const stream = ordered[i] as Stream;
          const key: PartitionKey = { shop, stream: stream.id, partition: part.partition };
          // One content, one store, whatever came before: nothing stands for no rows.
          if (rows.length > 0) changed.push(this.piece(stream, key, rows));
          else if (this.has(key)) {
            removed.push(key);
            this.recent.delete(address(key));
          }
        });
        if (part.partition !== place)
          for (const { id } of ordered) {
            const whole = { shop, stream: id, partition: place };
            if (this.has(whole) && !removed.some((key) => address(key) === address(whole)))
              removed.push(whole);
            this.recent.delete(address(whole));
          }
      }
    });
    // Neighbours in the store are read together, and whoever reads wants one stream.
    const place = ({ info }: Partition) => `${info.stream} ${info.partition}`;
    changed.sort((a, b) => (place(a) < place(b) ? -1 : 1));
    this.rows.write(changed, notes, removed);
    this.infos = undefined;
  }

  /**
   * Decoded partitions of a stream in order of the keys; null where nothing is stored. Throws DamagedPartitions for
   * those that stay unreadable on a second look. Only the fields are looked at, if they are named.
   */
  read(keys: readonly PartitionKey[], stream?: Stream, fields?: readonly string[]): (Decoded | null)[] {
    const decoded = this.decode(this.rows.read(keys), fields);
    const known = new Map(this.index().map((info) => [address(info), info]));
    const missing = keys.filter((key, i) => decoded[i] === null && known.has(address(key)));
    if (missing.length > 0) {
      // Index and payload are read one after the other: somebody may have written in between.
      const again = this.decode(this.rows.read(missing, true), fields);
      const now = new Set(this.rows.index().map(address));
      if (missing.some((key) => !now.has(address(key)))) throw new ProblemError('busy_elsewhere');
      const still = missing.filter((_, i) => again[i] === null);
      if (still.length > 0) throw new DamagedPartitions(still);
      missing.forEach((key, i) => {
        decoded[keys.indexOf(key)] = again[i] as Decoded;
      });
    }
    return decoded.map((found, i) => {
      const info = known.get(address(keys[i] as PartitionKey));
      return found && info && stream ? current(stream, info.schema, found) : found;
    });
  }

  /** Takes damaged partitions out of the way; what is left of their text is kept under another name. */
  setAside(keys: readonly PartitionKey[], notes: Record<string, string>): void {
    const taken = new Set(this.rows.index().map(address));
    const texts = this.rows.read(keys);
    const kept = keys.flatMap((key, i): Partition[] => {
      const payload = texts[i];
      if (!payload) return [];
      const aside = { ...key, stream: asideOf(key.stream) };
      for (let n = 2; taken.has(address(aside)); n++) aside.partition = `${key.partition} (${n})`;
      taken.add(address(aside));
      return [{ info: { ...aside, rows: 0, times: {}, schema: 0, characters: payload.length }, payload }];
    });
    for (const key of keys) this.recent.delete(address(key));
    this.rows.write(kept, notes, keys);
    this.infos = undefined;
  }

  /** Puts rows in the place of a partition's, and removes others, together with notes. */
  replace(
    replaced: readonly { stream: Stream; key: PartitionKey; rows: Row[] }[],
    removed: readonly PartitionKey[],
    notes: Record<string, string>,
  ): void {
    for (const key of removed) this.recent.delete(address(key));
    this.rows.write(
      replaced.map(({ stream, key, rows }) => this.piece(stream, key, rows)),
      notes,
      removed,
    );
    this.infos = undefined;
  }

  private piece(stream: Stream, { shop, stream: id, partition }: PartitionKey, rows: Row[]): Partition {
    this.keep({ shop, stream: id, partition }, rows);
    const payload = encodePartition(stream, rows);
    return {
      info: {
        shop,
        stream: id,
        partition,
        rows: rows.length,
        times: timesIn(stream, rows),
        schema: stream.schema,
        characters: payload.length,
      },
      payload,
    };
  }

  private has(key: PartitionKey): boolean {
    return this.index().some((info) => address(info) === address(key));
  }

  /** Texts as partitions; null for what is missing or damaged. */
  private decode(texts: readonly (string | null)[], fields?: readonly string[]): (Decoded | null)[] {
    return texts.map((text) => (text === null ? null : decodePartition(text, fields)));
  }

  /** Records by the partition they belong to. All streams of a list are cut alike. */
  private placed(
    shop: string,
    streams: readonly Stream[],
    records: readonly unknown[],
  ): Map<string, unknown[]> {
    const places = new Map<string, unknown[]>();
    const [stream] = streams;
    if (!stream || records.length === 0) return places;
    const ids = new Set(streams.map(({ id }) => id));
    const existing = new Map<string, Set<string>>();
    for (const info of this.index()) {
      if (info.shop !== shop || !ids.has(info.stream)) continue;
      const month = info.partition.slice(0, 7);
      existing.set(month, (existing.get(month) ?? new Set()).add(info.partition));
    }
    for (const record of records) {
      const created = Number(at(record, stream.createdPath));
      if (!Number.isFinite(created)) continue;
      const place = placeFor(created, existing.get(monthOf(created)) ?? new Set());
      const list = places.get(place);
      if (list) list.push(record);
      else places.set(place, [record]);
    }
    return places;
  }

  /** Stored rows of partitions, whose streams take turns. */
  private load(streams: readonly Stream[], keys: readonly PartitionKey[]): Row[][] {
    const known = new Set(this.index().map(address));
    const missing = keys.filter((key) => !this.recent.has(address(key)) && known.has(address(key)));
    const decoded = missing.length === 0 ? [] : this.read(missing);
    const read = new Map(missing.map((key, i) => [address(key), decoded[i] ?? null]));
    const schemas = new Map(this.index().map((info) => [address(info), info.schema]));
    return keys.map((key, i) => {
      const stream = streams[i % streams.length] as Stream;
      const found = read.get(address(key));
      if (!found) return this.recent.get(address(key)) ?? [];
      return decodeRows(stream, current(stream, schemas.get(address(key)) ?? stream.schema, found));
    });
  }

  private keep(key: PartitionKey, rows: Row[]): void {
    this.recent.delete(address(key));
    this.recent.set(address(key), rows);
    let kept = 0;
    for (const list of this.recent.values()) kept += list.length;
    for (const [oldest, list] of this.recent) {
      if (kept <= KEPT_ROWS) break;
      this.recent.delete(oldest);
      kept -= list.length;
    }
  }
}

/** A partition's rows of all streams, cut into smaller ones once a stream has too many. */
function parted(
  streams: readonly Stream[],
  place: string,
  all: readonly Row[][],
  records: readonly unknown[],
  most: number,
): { partition: string; rows: Row[][] }[] {
  const whole = [{ partition: place, rows: [...all] }];
  if (all.every((rows) => rows.length <= most)) return whole;
  // Elements mostly lack the time of creation that places them: their parents, whole records, have it.
  const created = new Map<string, number>();
  streams.forEach((stream, s) => {
    if (stream.explode !== undefined) return;
    const idAt = Object.keys(stream.fields).indexOf(stream.parentKey);
    const createdAt = placeOfCreation(stream);
    for (const row of all[s] as Row[]) created.set(String(row[idAt]), Number(row[createdAt]));
    for (const record of records)
      created.set(String(at(record, stream.endpoint.idPath)), Number(at(record, stream.createdPath)));
  });
  const timesOf = (rows: readonly Row[], stream: Stream): number[] => {
    const own = placeOfCreation(stream);
    if (own >= 0) return rows.map((row) => Number(row[own]));
    const place = Object.keys(stream.fields).indexOf(stream.parentKey);
    return rows.map((row) => created.get(String(row[place])) ?? Number.NaN);
  };
  const times = all.map((rows, i) => timesOf(rows, streams[i] as Stream));
  // A row whose parent is gone has no place of its own: it can't be cut away from the others.
  if (times.some((list) => list.some(Number.isNaN))) return whole;
  return cutTo(place, times, most).map((partition) => ({
    partition,
    rows: all.map((rows, i) =>
      rows.filter((_, at) => holds(partition, (times[i] as number[])[at] as number)),
    ),
  }));
}

/** Place of the field that holds a row's time of creation; −1 for none. */
const placeOfCreation = ({ fields, explode, createdPath }: Stream): number =>
  Object.values(fields).findIndex(({ path }) => path === (explode === undefined ? '' : '^.') + createdPath);
