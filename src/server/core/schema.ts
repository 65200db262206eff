import type { Decoded } from './codec';
import type { Stream } from './stream';

/**
 * A partition as the stream is today. What an older add-on stored is taken over field by field: fields that it did not
 * know are missing, and so are those whose meaning has changed since.
 */
export function current(stream: Stream, schema: number, decoded: Decoded): Decoded {
  if (schema >= stream.schema) return decoded;
  return {
    rows: decoded.rows,
    column(id) {
      const since = stream.fields[id]?.since ?? 0;
      return since > schema ? null : decoded.column(id);
    },
  };
}
