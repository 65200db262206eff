import { ByteReader, ByteWriter } from './bytes';
import { type Dictionary, textAt } from './dictionary';

// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { isNaN: isMissing } = Number;
const { floor } = Math;

/** A column of values in memory, as the engine reads them. Missing values are code −1 or NaN. */
export interface TextColumn {
  kind: 'text';
  dictionary: Dictionary;
  /** Place in the dictionary, or −1. */
  codes: Int32Array;
}
export interface NumberColumn {
  kind: 'number';
  /** Values in units of 10^-scale; scale is 0 for all but money and decimals. */
  scale: number;
  values: Float64Array;
}
export type Column = TextColumn | NumberColumn;

/** Dictionary-coded form of a list of texts. */
export function textColumn(values: readonly (string | null)[]): TextColumn {
  const places = new Map<string, number>();
  const dictionary: string[] = [];
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) {
      codes[i] = -1;
      continue;
    }
    let code = places.get(value);
    if (code === undefined) {
      code = dictionary.length;
      dictionary.push(value);
      places.set(value, code);
    }
    codes[i] = code;
  }
  return { kind: 'text', dictionary, codes };
}

/**
 * What a reader knows of a column before reading it; only the difference is stored.
 * `context` holds a code for each row: the last value met under the same code is expected again (one code for all
 * rows means the row before). `sum` is added for each row: a combination of columns read earlier.
 */
export interface Expected {
  context: Int32Array | null;
  /** Codes that there can be in the context. */
  codes: number;
  sum: Float64Array | null;
}

const DIGITS = /^[1-9]\d{15,21}$/;
const HEX = /^[0-9a-f]{16}$/;
type Spelling = 'text' | 'digits' | 'hex';
const SPELLINGS: readonly Spelling[] = ['text', 'digits', 'hex'];

const spellingOf = (texts: readonly string[]): Spelling =>
  texts.length === 0
    ? 'text'
    : texts.every((text) => DIGITS.test(text))
      ? 'digits'
      : texts.every((text) => HEX.test(text))
        ? 'hex'
        : 'text';

/** Ids of 16 to 22 digits are two numbers each, as steps from the one before; codes of 16 hex digits are 8 bytes. */
function writeDictionary(out: ByteWriter, dictionary: Dictionary): void {
  const texts = Array.from({ length: dictionary.length }, (_, code) => textAt(dictionary, code));
  const spelling = spellingOf(texts);
  out.unsigned(SPELLINGS.indexOf(spelling));
  out.unsigned(texts.length);
  let high = 0;
  let low = 0;
  for (const text of texts) {
    if (spelling === 'text') out.text(text);
    else if (spelling === 'hex')
      for (let at = 0; at < 16; at += 2) out.byte(Number.parseInt(text.slice(at, at + 2), 16));
    else {
      const head = Number(text.slice(0, -9));
      const tail = Number(text.slice(-9));
      out.signed(head - high);
      out.signed(tail - low);
      high = head;
      low = tail;
    }
  }
}

/** Not by the remainder, which is slow of what may be no small integer. */
function stepOf(mark: number): number {
  const half = floor(mark / 2);
  return mark > 2 * half ? -half - 1 : half;
}

function readDictionary(from: ByteReader): Dictionary {
  const spelling = SPELLINGS[from.unsigned()];
  const length = from.unsigned();
  if (spelling !== 'digits' && spelling !== 'hex') return Array.from({ length }, () => from.text());
  const pairs = { spelling, length, high: new Float64Array(length), low: new Float64Array(length) };
  if (spelling === 'hex') {
    for (let i = 0; i < length; i++) {
      pairs.high[i] = from.word();
      pairs.low[i] = from.word();
    }
    return pairs;
  }
  // Steps of either sign: halved, the odd ones are negative.
  const marks = from.list(2 * length);
  let high = 0;
  let low = 0;
  for (let i = 0; i < length; i++) {
    high += stepOf(marks[2 * i] as number);
    low += stepOf(marks[2 * i + 1] as number);
    pairs.high[i] = high;
    pairs.low[i] = low;
  }
  return pairs;
}

/**
 * Marks: 0 the expected code, 1 one met for the first time, 2 missing, else the distance back from the next unused
 * code. So a column of unique ids, one sorted by its values or one that follows from another costs next to nothing.
 */
export function writeText(column: TextColumn, { context, codes }: Expected): Uint8Array {
  const out = new ByteWriter();
  writeDictionary(out, column.dictionary);
  const last = context && new Int32Array(codes + 1).fill(-2);
  let next = 0;
  for (let i = 0; i < column.codes.length; i++) {
    const code = column.codes[i] as number;
    const place = context ? (context[i] as number) + 1 : 0;
    if (last && last[place] === code) out.unsigned(0);
    else out.unsigned(code === next ? 1 : code < 0 ? 2 : next - code + 2);
    if (code === next) next++;
    if (last) last[place] = code;
  }
  return out.done();
}

export function readText(bytes: Uint8Array, rows: number, { context, codes: most }: Expected): TextColumn {
  const from = new ByteReader(bytes);
  const dictionary = readDictionary(from);
  const codes = new Int32Array(rows);
  const last = context && new Int32Array(most + 1).fill(-2);
  let next = 0;
  const marks = from.smallList(rows);
  // Nothing is expected without a context: then no mark is 0.
  if (!context || !last)
    for (let i = 0; i < rows; i++) {
      const mark = marks[i] as number;
      codes[i] = mark === 1 ? next++ : mark === 2 ? -1 : next - mark + 2;
    }
  else
    for (let i = 0; i < rows; i++) {
      const mark = marks[i] as number;
      const place = (context[i] as number) + 1;
      if (mark === 0) codes[i] = last[place] as number;
      else {
        const code = mark === 1 ? next++ : mark === 2 ? -1 : next - mark + 2;
        codes[i] = code;
        last[place] = code;
      }
    }
  return { kind: 'text', dictionary, codes };
}

/** What is left of each value beside what is expected; missing ones are NaN. */
export function differences(values: Float64Array, { context, codes, sum }: Expected): Float64Array {
  const left = new Float64Array(values.length);
  const last = context && new Float64Array(codes + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    left[i] = Number.NaN;
    if (isMissing(value)) continue;
    const rest = sum ? value - (sum[i] as number) : value;
    const place = context ? (context[i] as number) + 1 : 0;
    left[i] = last ? rest - (last[place] as number) : rest;
    if (last) last[place] = rest;
  }
  return left;
}

/** Marks: 0 missing, else one more than the difference with its sign as lowest bit. */
export function writeNumbers(column: NumberColumn, expected: Expected): Uint8Array {
  const out = new ByteWriter();
  out.unsigned(column.scale);
  for (const left of differences(column.values, expected))
    if (isMissing(left)) out.unsigned(0);
    else out.unsigned(left < 0 ? -2 * left : 2 * left + 1);
  return out.done();
}

export function readNumbers(
  bytes: Uint8Array,
  rows: number,
  { context, codes, sum }: Expected,
): NumberColumn {
  const from = new ByteReader(bytes);
  const scale = from.unsigned();
  // What is expected of a row is no longer needed once its value is known.
  const values = sum ?? new Float64Array(rows);
  const last = context && new Float64Array(codes + 1);
  const marks = from.list(rows);
  for (let i = 0; i < rows; i++) {
    const mark = marks[i] as number;
    if (mark === 0) {
      values[i] = Number.NaN;
      continue;
    }
    const half = floor(mark / 2);
    let rest = mark > 2 * half ? half : -half;
    if (last) {
      const place = (context?.[i] as number) + 1;
      rest += last[place] as number;
      last[place] = rest;
    }
    values[i] = (values[i] as number) + rest;
  }
  return { kind: 'number', scale, values };
}
