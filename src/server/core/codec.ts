import { deflateSync, inflateSync } from 'fflate';
import { decimalsOf, toDecimal, toScaled } from '../../shared/money';
import { ProblemError } from '../../shared/problem';
import { ByteReader, ByteWriter, fromBase64, toBase64 } from './bytes';
import { checksum, shortChecksum } from './checksum';
import { type Column, readNumbers, readText, textColumn, writeNumbers, writeText } from './column';
import { textAt } from './dictionary';
import { expectedBy, predictNumbers, predictText } from './predict';
import type { Row, Stream, StreamField, Value } from './stream';

/**
 * The compact text of a partition: a letter for the version of this form, 16 hexadecimal digits of a checksum over the
 * header, 4 for the number of its characters, then the header and one block per column, each in base64 of its own and
 * with a checksum of its own: a reader decodes, checks and inflates only the columns it needs. It begins with a letter: a
 * cell never takes it for a formula or a number.
 */
const VERSION = 'V';
const START = 17;
const HEADER = START + 4;

interface Header {
  rows: number;
  /**
   * In the order of reading: each column follows only from those before it. Id, kind, characters of its block, its
   * checksum, bytes of it once inflated (0: it was not worth deflating), decimals, context and terms (`Prediction`).
   */
  columns: [
    id: string,
    kind: 't' | 'n',
    characters: number,
    check: number,
    inflated: number,
    scale: number,
    context: number | null,
    ...terms: [number, number][],
  ][];
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

const empty = (column: Column): boolean =>
  column.kind === 'text' ? column.dictionary.length === 0 : column.values.every(Number.isNaN);

/** Kinds of value that may be sums or differences of each other. */
const kinship = (type: StreamField['type']) => (isScaled(type) ? 'amount' : type);

export function encodePartition(stream: Stream, rows: readonly Row[]): string {
  const header: Header = { rows: rows.length, columns: [] };
  const blocks: string[] = [];
  const stored: Column[] = [];
  const kinds: string[] = [];
  const all = Object.entries(stream.fields)
    .map(([id, { type }], place) => ({ id, type, column: columnOf(rows, place, type) }))
    // A column without any value is left out.
    .filter(({ column }) => !empty(column));
  const texts = all.filter(({ column }) => column.kind === 'text');
  const distinct = ({ column }: (typeof all)[number]) =>
    column.kind === 'text' ? column.dictionary.length : 0;
  // What has more different texts comes first: a product follows from its variant, not the other way round.
  texts.sort((a, b) => distinct(b) - distinct(a));
  for (const { id, type, column } of [...texts, ...all.filter(({ column }) => column.kind === 'number')]) {
    const kind = kinship(type);
    const prediction =
      column.kind === 'text'
        ? predictText(column, stored)
        : predictNumbers(
            column,
            stored,
            kinds.flatMap((other, place) => (other === kind ? [place] : [])),
          );
    const scale = column.kind === 'number' ? column.scale : 0;
    const expected = expectedBy(prediction, (place) => stored[place] as Column, rows.length, scale);
    const bytes = column.kind === 'text' ? writeText(column, expected) : writeNumbers(column, expected);
    const deflated = deflateSync(bytes, { level: 9 });
    const worth = deflated.length < bytes.length * WORTH;
    const block = filled(worth ? deflated : bytes);
    const text = toBase64(block);
    header.columns.push([
      id,
      column.kind === 'text' ? 't' : 'n',
      text.length,
      shortChecksum(block),
      worth ? bytes.length : 0,
      scale,
      prediction.context,
      ...prediction.terms,
    ]);
    blocks.push(text);
    stored.push(column);
    kinds.push(kind);
  }
  const head = new ByteWriter();
  head.text(JSON.stringify(header));
  const packed = filled(deflateSync(head.done(), { level: 9 }));
  const text = toBase64(packed);
  return VERSION + checksum(packed) + digits(text.length) + text + blocks.join('');
}

const digits = (length: number): string => length.toString(16).padStart(4, '0');

/** Filled up with zeros to threes, so that every bit of the base64 counts. */
function filled(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 3) * 3);
  whole.set(bytes);
  return whole;
}

/** What a block must lose by deflating, or it is stored as it is: inflating takes most of the time of reading. */
const WORTH = 0.75;

/** Room for bytes that are read before the next are: thousands of columns would leave as many lists behind. */
function room(): (bytes: number) => Uint8Array {
  let lent = new Uint8Array(0);
  return (bytes) => {
    if (lent.length < bytes) lent = new Uint8Array(2 * bytes);
    return lent.subarray(0, bytes);
  };
}
const blockRoom = /* @__PURE__ */ room();
const inflatedRoom = /* @__PURE__ */ room();

/** More than a header takes; a longer one is inflated into room of its own. */
const HEADER_BYTES = 2 ** 16;
function inflateHeader(packed: Uint8Array): Uint8Array {
  const bytes = inflateSync(packed, { out: inflatedRoom(HEADER_BYTES) });
  return bytes.length < HEADER_BYTES ? bytes : inflateSync(packed);
}

/** The columns of a partition that were asked for. */
export interface Decoded {
  rows: number;
  /** The column, or null where no row has a value. */
  column(id: string): Column | null;
}

/** Null when the text is damaged, as far as it is needed for the fields; without them, anywhere. */
export function decodePartition(payload: string, fields?: readonly string[]): Decoded | null {
  try {
    return decode(payload, fields);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const damaged = (): never => {
  throw new RangeError('the partition is damaged');
};

function decode(payload: string, fields?: readonly string[]): Decoded {
  const size = Number.parseInt(payload.slice(START, HEADER), 16);
  if (payload[0] !== VERSION || payload.slice(START, HEADER) !== digits(size)) damaged();
  let end = HEADER + size;
  if (end > payload.length) damaged();
  const packed = fromBase64(payload, HEADER, end);
  if (checksum(packed) !== payload.slice(1, START)) damaged();
  const header = JSON.parse(new ByteReader(inflateHeader(packed)).text()) as Header;
  const starts = header.columns.map(([, , characters]) => {
    end += characters;
    return end - characters;
  });
  if (end !== payload.length) damaged();
  const read: Column[] = [];
  /** A column, read after those that it follows from. */
  const column = (place: number): Column => {
    const known = read[place];
    if (known) return known;
    const [, kind, characters, check, inflated, scale, context, ...terms] = header.columns[
      place
    ] as Header['columns'][number];
    const expected = expectedBy({ context, terms }, column, header.rows, scale);
    const start = starts[place] as number;
    const block = fromBase64(payload, start, start + characters, blockRoom);
    if (shortChecksum(block) !== check) damaged();
    const bytes = inflated ? inflateSync(block, { out: inflatedRoom(inflated) }) : block;
    const found =
      kind === 't' ? readText(bytes, header.rows, expected) : readNumbers(bytes, header.rows, expected);
    read[place] = found;
    return found;
  };
  const columns = new Map<string, Column>();
  header.columns.forEach(([id], place) => {
    if (!fields || fields.includes(id)) columns.set(id, column(place));
  });
  return { rows: header.rows, column: (id) => columns.get(id) ?? null };
}

function valueAt(column: Column | null, i: number, type: StreamField['type']): Value {
  if (column === null) return null;
  if (column.kind === 'text') {
    const code = column.codes[i] as number;
    return code < 0 ? null : textAt(column.dictionary, code);
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
