import { deflateSync, inflateSync } from 'fflate';
import { decimalsOf, toDecimal, toScaled } from '../../shared/money';
import { ProblemError } from '../../shared/problem';
import { ByteReader, ByteWriter, fromBase64, toBase64 } from './bytes';
import { type Column, readColumn, textColumn, writeColumn } from './column';
import { sha256Hex } from './sign';
import type { Row, Stream, StreamField, Value } from './stream';

/**
 * The compact text of a partition: `T` + 16 hexadecimal digits of a checksum + base64 of a header and one deflated
 * block per column, so that a reader inflates only the columns it needs. It begins with a letter: a cell never takes
 * it for a formula or a number.
 */

interface Header {
  rows: number;
  /** Id, kind and byte length of each column, in order. */
  columns: [string, Column['kind'], number][];
}

const isText = (type: StreamField['type']) => type === 'id' || type === 'text' || type === 'hash';
const isScaled = (type: StreamField['type']) => type === 'money' || type === 'decimal';

/** Columns store twice the difference of neighbours: that is exact as long as every number stays below this. */
const LIMIT = 2 ** 51;

function numbers(rows: readonly Row[], place: number, scale: number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = (rows[i] as Row)[place];
    if (value === null || value === undefined) {
      values[i] = Number.NaN;
      continue;
    }
    const units = typeof value === 'string' ? toScaled(value, scale) : Number(value);
    if (units === null || Math.abs(units) >= LIMIT)
      throw new ProblemError('unexpected', { detail: `the amount ${value} is too large to count exactly` });
    values[i] = units;
  }
  return values;
}

function columnOf(rows: readonly Row[], place: number, type: StreamField['type']): Column {
  if (isText(type)) return textColumn(rows.map((row) => row[place] as string | null));
  let scale = 0;
  if (isScaled(type))
    for (const row of rows) {
      const value = row[place];
      if (typeof value === 'string') scale = Math.max(scale, decimalsOf(value) ?? 0);
    }
  return { kind: 'number', scale, values: numbers(rows, place, scale) };
}

export function encodePartition(stream: Stream, rows: readonly Row[]): string {
  const header: Header = { rows: rows.length, columns: [] };
  const blocks: Uint8Array[] = [];
  Object.entries(stream.fields).forEach(([id, { type }], place) => {
    const column = columnOf(rows, place, type);
    // A column without any value is left out.
    if (column.kind === 'text' ? column.dictionary.length === 0 : column.values.every(Number.isNaN)) return;
    const block = deflateSync(writeColumn(column), { level: 6 });
    header.columns.push([id, column.kind, block.length]);
    blocks.push(block);
  });
  const out = new ByteWriter();
  out.text(JSON.stringify(header));
  for (const block of blocks) out.raw(block);
  const body = toBase64(out.done());
  return 'T' + sha256Hex(body).slice(0, 16) + body;
}

/** A partition whose columns are inflated when first asked for. */
export interface Decoded {
  rows: number;
  /** The column, or null where no row has a value. */
  column(id: string): Column | null;
}

/** Null when the text is damaged. */
export function decodePartition(payload: string): Decoded | null {
  const body = payload.slice(17);
  if (payload[0] !== 'T' || sha256Hex(body).slice(0, 16) !== payload.slice(1, 17)) return null;
  const from = new ByteReader(fromBase64(body));
  const header = JSON.parse(from.text()) as Header;
  const blocks = new Map<string, { kind: Column['kind']; bytes: Uint8Array }>();
  for (const [id, kind, length] of header.columns) blocks.set(id, { kind, bytes: from.raw(length) });
  return {
    rows: header.rows,
    column(id) {
      const block = blocks.get(id);
      return block ? readColumn(inflateSync(block.bytes), block.kind, header.rows) : null;
    },
  };
}

function valueAt(column: Column | null, i: number, type: StreamField['type']): Value {
  if (column === null) return null;
  if (column.kind === 'text') {
    const code = column.codes[i] as number;
    return code < 0 ? null : (column.dictionary[code] as string);
  }
  const value = column.values[i] as number;
  if (Number.isNaN(value)) return null;
  if (isScaled(type)) return toDecimal(value, column.scale, 0);
  return type === 'boolean' ? value === 1 : value;
}

/** The rows of a partition again, as they were before encoding (decimals without trailing zeros). */
export function decodeRows(stream: Stream, decoded: Decoded): Row[] {
  const fields = Object.entries(stream.fields);
  const columns = fields.map(([id]) => decoded.column(id));
  const rows: Row[] = [];
  for (let i = 0; i < decoded.rows; i++)
    rows.push(fields.map(([, { type }], place) => valueAt(columns[place] as Column | null, i, type)));
  return rows;
}
