import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Partition, PartitionInfo, PartitionKey, Rows } from '../../src/server/core/ports';

const address = ({ shop, stream, partition }: PartitionKey) => `${shop} ${stream} ${partition}`;

/** A store whose payloads lie in files, as they would in a database: they take no memory. */
export class FileRows implements Rows {
  private readonly infos = new Map<string, PartitionInfo>();
  private readonly notes = new Map<string, string>();

  constructor(private readonly folder: string) {}

  private file = (key: PartitionKey) => join(this.folder, address(key));
  index = () => [...this.infos.values()];
  read = (keys: readonly PartitionKey[]) =>
    keys.map((key) => (this.infos.has(address(key)) ? readFileSync(this.file(key), 'latin1') : null));
  note = (key: string) => this.notes.get(key) ?? null;
  cells = () => 0;
  clear(): void {}

  write(
    partitions: readonly Partition[],
    notes: Record<string, string>,
    removed: readonly PartitionKey[] = [],
  ): void {
    for (const key of removed) {
      this.infos.delete(address(key));
      rmSync(this.file(key));
    }
    for (const { info, payload } of partitions) {
      this.infos.set(address(info), info);
      writeFileSync(this.file(info), payload, 'latin1');
    }
    for (const [key, text] of Object.entries(notes)) this.notes.set(key, text);
  }
}
