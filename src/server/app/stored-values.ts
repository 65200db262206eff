import { textAt } from '../core/dictionary';
import type { PartitionInfo } from '../core/ports';
import type { Store } from '../core/store';
import type { Stream } from '../core/stream';

/** Values of some fields of each stored row of a shop's stream: texts, or numbers; null for missing. */
export function* storedValues(
  store: Store,
  shop: string,
  stream: Stream,
  fields: readonly string[],
  wanted: (info: PartitionInfo) => boolean = () => true,
): Generator<(string | number | null)[]> {
  const infos = store
    .index()
    .filter((info) => info.shop === shop && info.stream === stream.id && wanted(info));
  for (const part of store.read(infos, stream, fields)) {
    if (!part) continue;
    const columns = fields.map((field) => part.column(field));
    for (let row = 0; row < part.rows; row++)
      yield columns.map((column) => {
        if (!column) return null;
        if (column.kind === 'number') {
          const value = column.values[row] as number;
          return Number.isNaN(value) ? null : value;
        }
        const code = column.codes[row] as number;
        return code < 0 ? null : textAt(column.dictionary, code);
      });
  }
}
