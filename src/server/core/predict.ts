import { type Column, differences, type Expected, type NumberColumn, type TextColumn } from './column';

const { isNaN: isMissing } = Number;
const { abs, log2 } = Math;

/**
 * What a column follows from, as places of columns stored before it. Chosen by trying on a sample of the rows: each
 * market and seller fills in other fields, and no list of rules by hand would fit them all.
 */
export interface Prediction {
  /** Column under whose codes the last value is expected again; −1: the row before; null: nothing. */
  context: number | null;
  /** Columns that are added (sign 1) or taken away (−1). */
  terms: [place: number, sign: number][];
}

/** Rows that a prediction is tried on: neighbours, since expecting the last value again depends on them. */
const SAMPLE = 600;
/** Rows for the many combinations of amounts. */
const FEW = 150;
const MAX_TERMS = 4;
/** Differences are stored doubled, and a number counts exactly up to 2^53. */
const LIMIT = 2 ** 52;

let zeros = new Int32Array(0);
/** The row before as a context: one code for all rows. */
function row(rows: number): Int32Array {
  if (zeros.length < rows) zeros = new Int32Array(2 * rows);
  return zeros.subarray(0, rows);
}

/** The expectation that a prediction stands for, from the columns it names. */
export function expectedBy(
  { context, terms }: Prediction,
  column: (place: number) => Column,
  rows: number,
  scale: number,
): Expected {
  let sum: Float64Array | null = null;
  for (const [place, sign] of terms) {
    sum ??= new Float64Array(rows);
    const { values, scale: own } = column(place) as NumberColumn;
    const factor = sign * 10 ** (scale - own);
    for (let i = 0; i < rows; i++) {
      const value = values[i] as number;
      // A missing value counts as none.
      if (!isMissing(value)) sum[i] = (sum[i] as number) + value * factor;
    }
  }
  const followed = context !== null && context >= 0 ? (column(context) as TextColumn) : null;
  return {
    context: context === null ? null : (followed?.codes ?? row(rows)),
    codes: followed?.dictionary.length ?? 1,
    sum,
  };
}

/** About how many bits a list of differences needs once deflated: what repeats is nearly free. */
function cost(left: Float64Array, limit: number): number {
  let bits = 0;
  let last = Number.NaN;
  for (let i = 0; i < left.length && bits < limit; i++) {
    const value = left[i] as number;
    if (isMissing(value)) continue;
    bits += value === 0 ? 0.1 : value === last ? 1 : 2 + log2(1 + abs(value));
    last = value;
  }
  return bits;
}

/** Text columns that others may follow: those whose codes come again. */
const contextsAmong = (before: readonly Column[], rows: number): number[] =>
  before.flatMap((column, place) =>
    column.kind === 'text' && column.dictionary.length > 1 && column.dictionary.length <= rows * 0.7
      ? [place]
      : [],
  );

/** Stretch of neighbouring rows in the middle. */
function middle(rows: number, length: number): [number, number] {
  const start = Math.max(0, Math.floor((rows - length) / 2));
  return [start, Math.min(rows, start + length)];
}

export function predictText(column: TextColumn, before: readonly Column[]): Prediction {
  const rows = column.codes.length;
  let best = { context: null as number | null, bits: Number.POSITIVE_INFINITY };
  const [from, to] = middle(rows, SAMPLE);
  const codes = column.codes.subarray(from, to);
  const choices = [null, -1, ...contextsAmong(before, rows)];
  for (const context of choices) {
    const seen = new Map<number, number>();
    const met = new Set<number>();
    let bits = 0;
    let previous = -2;
    for (let i = 0; i < codes.length && bits < best.bits; i++) {
      const code = codes[i] as number;
      const under =
        context === null ? i : context < 0 ? 0 : ((before[context] as TextColumn).codes[from + i] as number);
      if (context !== null && seen.get(under) === code) bits += 0.1;
      // Texts met for the first time cost one mark, whatever is expected.
      else if (!met.has(code)) bits += previous === -3 ? 0.3 : 1;
      else bits += code === previous ? 1 : 2 + log2(column.dictionary.length + 1);
      previous = met.has(code) ? code : -3;
      seen.set(under, code);
      met.add(code);
    }
    // Another column has to be read first: it must be worth it.
    bits *= context === null || context < 0 ? 1 : 1.05;
    if (bits < best.bits) best = { context, bits };
  }
  return { context: best.context, terms: [] };
}

export function predictNumbers(
  column: NumberColumn,
  before: readonly Column[],
  /** Places of columns that may be terms: of the same kind of value. */
  kin: readonly number[],
): Prediction {
  const rows = column.values.length;
  const at = (place: number) => before[place] as Column;
  const terms = termsFor(column, before, kin);
  const [from, to] = middle(rows, SAMPLE);
  const values = column.values.subarray(from, to);
  let best: Prediction = { context: -1, terms: [] };
  let least = Number.POSITIVE_INFINITY;
  for (const chosen of terms.length > 0 ? [[], terms] : [[]]) {
    const { sum } = expectedBy({ context: null, terms: chosen }, at, rows, column.scale);
    for (const context of [-1, null, ...contextsAmong(before, rows)]) {
      const codes = context === null ? null : context < 0 ? row(rows) : (before[context] as TextColumn).codes;
      const bits =
        cost(
          differences(values, {
            context: codes?.subarray(from, to) ?? null,
            codes: context === null || context < 0 ? 1 : (before[context] as TextColumn).dictionary.length,
            sum: sum?.subarray(from, to) ?? null,
          }),
          least,
        ) * (context === null || context < 0 ? 1 : 1.05);
      if (bits < least) {
        least = bits;
        best = { context, terms: chosen };
      }
    }
  }
  const left = differences(column.values, expectedBy(best, at, rows, column.scale));
  return left.some((value) => abs(value) >= LIMIT) ? { context: -1, terms: [] } : best;
}

/** The sum or difference of up to four columns that comes nearest; none where that is no gain. */
function termsFor(
  column: NumberColumn,
  before: readonly Column[],
  kin: readonly number[],
): Prediction['terms'] {
  const rows = column.values.length;
  const [from, to] = middle(rows, FEW);
  const values = column.values.subarray(from, to);
  const scaled = kin
    .filter((place) => (before[place] as NumberColumn).scale <= column.scale)
    .map((place) => {
      const { values, scale } = before[place] as NumberColumn;
      return {
        place,
        values: values.subarray(from, to).map((v) => (isMissing(v) ? 0 : v * 10 ** (column.scale - scale))),
      };
    })
    .filter((one) => one.values.some((value) => value !== 0));
  let terms: Prediction['terms'] = [];
  let left = values;
  let bits = cost(values, Number.POSITIVE_INFINITY);
  const less = (from: Float64Array, sign: number, term: Float64Array) =>
    from.map((value, i) => value - sign * (term[i] as number));
  while (terms.length < MAX_TERMS && bits > values.length * 0.2) {
    const base = left;
    let found: { added: Prediction['terms']; left: Float64Array } | null = null;
    const consider = (added: Prediction['terms'], rest: Float64Array) => {
      const needed = cost(rest, bits);
      // A term must earn its reading.
      if (needed < bits * 0.97) {
        bits = needed;
        found = { added, left: rest };
      }
    };
    for (const [i, one] of scaled.entries())
      for (const sign of [1, -1]) {
        const rest = less(base, sign, one.values);
        consider([[one.place, sign]], rest);
        if (terms.length > 0) continue;
        for (const other of scaled.slice(i + 1))
          consider(
            [
              [one.place, sign],
              [other.place, -sign],
            ],
            less(rest, -sign, other.values),
          );
      }
    if (!found) break;
    const { added, left: rest } = found as { added: Prediction['terms']; left: Float64Array };
    terms = [...terms, ...added];
    left = rest;
  }
  return terms.slice(0, MAX_TERMS);
}
