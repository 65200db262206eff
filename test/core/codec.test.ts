import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../src/server/core/bytes';
import { decodePartition, decodeRows, encodePartition } from '../../src/server/core/codec';
import {
  type Expected,
  type NumberColumn,
  readNumbers,
  readText,
  type TextColumn,
  textColumn,
  writeNumbers,
  writeText,
} from '../../src/server/core/column';
import { textAt } from '../../src/server/core/dictionary';
import type { Row } from '../../src/server/core/stream';
import { rowLists } from './arbitrary-rows';
import { parcels } from './parcels';

const back = (rows: readonly Row[]): Row[] =>
  decodeRows(parcels, decodePartition(encodePartition(parcels, rows))!);
const place = (field: keyof typeof parcels.fields) => Object.keys(parcels.fields).indexOf(field);
const rowWith = (field: keyof typeof parcels.fields, value: Row[number]): Row =>
  Object.keys(parcels.fields).map((id) => (id === field ? value : null));

describe('a partition', () => {
  test('comes back as the rows it was made of', () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        expect(back(rows)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test('of the same rows is the same text, also after a round trip', () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        expect(encodePartition(parcels, back(rows))).toBe(encodePartition(parcels, rows));
      }),
    );
  });

  test('is text that a cell leaves alone: a letter first, then letters, digits, + and /', () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        expect(encodePartition(parcels, rows)).toMatch(/^V[0-9a-f]{16}[A-Za-z0-9+/]+$/);
      }),
    );
  });

  test('that was changed in any one place, cut or prolonged is no partition', () => {
    const changes = fc.oneof(
      fc.tuple(fc.constant('replace'), fc.nat(), fc.constantFrom('A', 'z', '0', '+', '/', ' ', 'é', '')),
      fc.tuple(fc.constant('cut'), fc.nat(), fc.constant('')),
      fc.tuple(fc.constant('append'), fc.nat(), fc.constantFrom('A', '=', ' ')),
    );
    fc.assert(
      fc.property(rowLists, changes, (rows, [kind, at, text]) => {
        const payload = encodePartition(parcels, rows);
        const spot = at % payload.length;
        const damaged =
          kind === 'cut'
            ? payload.slice(0, spot)
            : kind === 'append'
              ? payload + text
              : payload.slice(0, spot) + text + payload.slice(spot + 1);
        fc.pre(damaged !== payload);
        expect(decodePartition(damaged)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test.each(['', 'T', 'N{}', 'T0123456789abcdef', 'x'.repeat(100)])('%p is no partition', (text) => {
    expect(decodePartition(text)).toBeNull();
  });

  test('leaves out columns without any value', () => {
    const decoded = decodePartition(encodePartition(parcels, [rowWith('parcel_id', '1')]))!;
    expect(decoded.column('parcel_id')).not.toBeNull();
    expect(decoded.column('title')).toBeNull();
    expect(decoded.column('price')).toBeNull();
  });

  test('keeps amounts of mixed decimals under the largest of them', () => {
    const amounts = ['1', '2.50', '-0.125', '0', '100000.01'];
    const rows = amounts.map((amount) => rowWith('price', amount));
    expect(decodePartition(encodePartition(parcels, rows))!.column('price')).toMatchObject({ scale: 3 });
    expect(back(rows).map((row) => row[place('price')])).toEqual(['1', '2.5', '-0.125', '0', '100000.01']);
  });

  test('refuses a number that it could not give back to the unit, instead of rounding it', () => {
    const numbers = fc.bigInt({ min: 2n ** 50n, max: 2n ** 54n });
    // Where the difference of neighbours no longer fits, and where a number itself does not.
    const borders = fc
      .constantFrom(51n, 52n, 53n)
      .chain((power) => fc.bigInt({ min: 2n ** power - 3n, max: 2n ** power + 3n }));
    const either = fc.tuple(fc.oneof(numbers, borders), fc.boolean());
    fc.assert(
      fc.property(fc.array(either, { minLength: 1, maxLength: 4 }), (all) => {
        const texts = all.map(([value, negative]) => String(negative ? -value : value));
        const rows = texts.map((text) => rowWith('price', text));
        let stored: string;
        try {
          stored = encodePartition(parcels, rows);
        } catch (error) {
          expect(String(error)).toMatch(/too large to count exactly/);
          return;
        }
        const given = decodeRows(parcels, decodePartition(stored)!).map((row) => row[place('price')]);
        expect(given).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whatever may be expected of a column of so many rows, sensible or not. */
const expectations = (rows: number): fc.Arbitrary<Expected> =>
  fc.record({
    context: fc.option(
      fc
        .array(fc.integer({ min: -1, max: 3 }), { minLength: rows, maxLength: rows })
        .map((codes) => Int32Array.from(codes)),
      { nil: null },
    ),
    codes: fc.constant(4),
    sum: fc.option(
      fc
        .array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: rows, maxLength: rows })
        .map((values) => Float64Array.from(values)),
      { nil: null },
    ),
  });

const textsIn = ({ dictionary, codes }: TextColumn): (string | null)[] =>
  Array.from(codes, (code) => (code < 0 ? null : textAt(dictionary, code)));

describe('a column', () => {
  test('of texts comes back whatever was expected, with missing values and repetitions in their places', () => {
    const texts = fc.array(
      fc.option(fc.constantFrom('a', 'b', 'c', '1234567890123456789', ''), { nil: null }),
    );
    fc.assert(
      fc.property(
        texts.chain((values) => fc.tuple(fc.constant(values), expectations(values.length))),
        ([values, expected]) => {
          const column = textColumn(values);
          expect(textsIn(readText(writeText(column, expected), values.length, expected))).toEqual(values);
        },
      ),
    );
  });

  test('of ids or codes comes back in its shorter spelling', () => {
    const spelt = fc.oneof(
      fc.array(fc.stringMatching(/^[1-9][0-9]{15,21}$/), { minLength: 1 }),
      fc.array(fc.stringMatching(/^[0-9a-f]{16}$/), { minLength: 1 }),
    );
    fc.assert(
      fc.property(spelt, (values) => {
        const column = textColumn(values);
        const expected: Expected = { context: null, codes: 1, sum: null };
        const read = readText(writeText(column, expected), values.length, expected);
        expect('spelling' in read.dictionary).toBe(true);
        expect(textsIn(read)).toEqual(values);
      }),
    );
  });

  test('of numbers comes back whatever was expected, with missing values in their places', () => {
    const numbers = fc.array(
      fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -(2 ** 49), max: 2 ** 49 })),
    );
    fc.assert(
      fc.property(
        numbers.chain((values) => fc.tuple(fc.constant(values), expectations(values.length))),
        fc.integer({ min: 0, max: 9 }),
        ([values, expected], scale) => {
          const column: NumberColumn = { kind: 'number', scale, values: Float64Array.from(values) };
          expect(readNumbers(writeNumbers(column, expected), values.length, expected)).toEqual(column);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that ends too early is an error, not a guess', () => {
    const expected: Expected = { context: null, codes: 1, sum: null };
    const bytes = writeText(textColumn(['a', 'b', 'c']), expected);
    for (let length = 0; length < bytes.length; length++)
      expect(() => readText(bytes.subarray(0, length), 3, expected)).toThrow(RangeError);
  });
});

test('base64 is that of everyone else, without padding, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''));
      expect(Buffer.from(fromBase64(text)).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
