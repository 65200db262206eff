import { decodeRows } from '../../src/server/core/codec';
import type { Rows } from '../../src/server/core/ports';
import { Store } from '../../src/server/core/store';
import type { Row, Stream } from '../../src/server/core/stream';

/** Every stored row of a stream, partition after partition, as a new execution would read it. */
export function storedRows(rows: Rows, stream: Stream): Row[] {
  const store = new Store(rows);
  const infos = store
    .index()
    .filter((info) => info.stream === stream.id)
    .sort((a, b) => (a.partition < b.partition ? -1 : 1));
  return store.read(infos).flatMap((decoded) => (decoded ? decodeRows(stream, decoded) : []));
}
