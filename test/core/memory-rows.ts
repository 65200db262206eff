import type { Partition, PartitionInfo, PartitionKey, Rows } from '../../src/server/core/ports';

const address = ({ shop, stream, partition }: PartitionKey) => JSON.stringify([shop, stream, partition]);

/** The store's rows in memory. JSON on the way in, as on the way into a cell: nothing is shared with the caller. */
export class MemoryRows implements Rows {
  readonly partitions = new Map<string, string>();
  readonly notes = new Map<string, string>();
  /** Calls so far, so that a test can tell whether something was written. */
  writes = 0;
  /** Thrown by the next write instead of writing: a kill just before it takes effect. */
  failure: Error | null = null;

  index(): PartitionInfo[] {
    return [...this.partitions.values()].map((text) => (JSON.parse(text) as Partition).info);
  }

  read(keys: readonly PartitionKey[]): (string | null)[] {
    return keys.map((key) => {
      const text = this.partitions.get(address(key));
      return text === undefined ? null : (JSON.parse(text) as Partition).payload;
    });
  }

  note(key: string): string | null {
    return this.notes.get(key) ?? null;
  }

  write(
    partitions: readonly Partition[],
    notes: Record<string, string>,
    removed: readonly PartitionKey[] = [],
  ): void {
    this.writes++;
    if (this.failure) {
      const { failure } = this;
      this.failure = null;
      throw failure;
    }
    for (const key of removed) this.partitions.delete(address(key));
    for (const partition of partitions)
      this.partitions.set(address(partition.info), JSON.stringify(partition));
    for (const [key, text] of Object.entries(notes)) this.notes.set(key, text);
  }

  cells(): number {
    return this.partitions.size + this.notes.size;
  }

  clear(): void {
    this.partitions.clear();
    this.notes.clear();
  }

  /** Replaces a stored payload, as whoever edits the hidden tab could. */
  damage(key: PartitionKey, change: (payload: string) => string): void {
    const piece = JSON.parse(this.partitions.get(address(key))!) as Partition;
    this.partitions.set(address(key), JSON.stringify({ ...piece, payload: change(piece.payload) }));
  }

  /** All that is stored, in one order: equal for equal stores. */
  contents(): [string, string][] {
    return [...this.partitions].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
