import { ByteReader, ByteWriter } from './bytes';

/** A column of values in memory, as the engine reads them. Missing values are code −1 or NaN. */
export interface TextColumn {
  kind: 'text';
  dictionary: string[];
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

const DIGITS = /^[1-9]\d{15,21}$/;

/** Ids of 16 to 22 digits are two numbers each; any other text is UTF-8. */
function writeText(out: ByteWriter, text: string, digits: boolean): void {
  if (digits) {
    out.unsigned(Number(text.slice(0, -9)));
    out.unsigned(Number(text.slice(-9)));
  } else out.text(text);
}

/**
 * Codes are written as the distance back from the next unused one: 0 for a value met for the first time, so that
 * a column of unique ids, or one sorted by its values, costs next to nothing beside its dictionary.
 */
export function writeColumn(column: Column): Uint8Array {
  const out = new ByteWriter();
  if (column.kind === 'text') {
    const digits = column.dictionary.length > 0 && column.dictionary.every((text) => DIGITS.test(text));
    out.unsigned(digits ? 1 : 0);
    out.unsigned(column.dictionary.length);
    for (const text of column.dictionary) writeText(out, text, digits);
    let next = 0;
    for (let i = 0; i < column.codes.length; i++) {
      const code = column.codes[i] as number;
      if (code === next) {
        out.unsigned(0);
        next++;
      } else out.unsigned(code < 0 ? 1 : next - code + 1);
    }
    return out.done();
  }
  out.unsigned(column.scale);
  let previous = 0;
  for (let i = 0; i < column.values.length; i++) {
    const value = column.values[i] as number;
    // 0 marks a missing value; every difference moves up by one.
    if (Number.isNaN(value)) out.unsigned(0);
    else {
      const difference = value - previous;
      out.unsigned(difference < 0 ? -2 * difference : 2 * difference + 1);
      previous = value;
    }
  }
  return out.done();
}

export function readColumn(bytes: Uint8Array, kind: Column['kind'], rows: number): Column {
  const from = new ByteReader(bytes);
  if (kind === 'text') {
    const digits = from.unsigned() === 1;
    const dictionary: string[] = new Array(from.unsigned());
    for (let i = 0; i < dictionary.length; i++)
      dictionary[i] = digits ? from.unsigned() + String(from.unsigned()).padStart(9, '0') : from.text();
    const codes = new Int32Array(rows);
    let next = 0;
    for (let i = 0; i < rows; i++) {
      const distance = from.unsigned();
      codes[i] = distance === 0 ? next++ : distance === 1 ? -1 : next - distance + 1;
    }
    return { kind, dictionary, codes };
  }
  const scale = from.unsigned();
  const values = new Float64Array(rows);
  let previous = 0;
  for (let i = 0; i < rows; i++) {
    const mark = from.unsigned();
    if (mark === 0) values[i] = Number.NaN;
    else {
      previous += mark % 2 === 1 ? (mark - 1) / 2 : -mark / 2;
      values[i] = previous;
    }
  }
  return { kind, scale, values };
}
