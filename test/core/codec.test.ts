import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../src/server/core/bytes';
import { decodePartition, decodeRows, encodePartition } from '../../src/server/core/codec';
import { type Column, readColumn, textColumn, writeColumn } from '../../src/server/core/column';
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
        expect(encodePartition(parcels, rows)).toMatch(/^T[0-9a-f]{16}[A-Za-z0-9+/]+$/);
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
    const column = decodePartition(encodePartition(parcels, rows))!.column('price') as Column & {
      scale: number;
    };
    expect(column.scale).toBe(3);
    expect(back(rows).map((row) => row[place('price')])).toEqual(['1', '2.5', '-0.125', '0', '100000.01']);
  });

  test('refuses a number that it could not give back to the unit, instead of rounding it', () => {
    const numbers = fc.bigInt({ min: 2n ** 50n, max: 2n ** 54n });
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, fc.boolean()), { minLength: 1, maxLength: 4 }), (all) => {
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

describe('a column', () => {
  test('of texts comes back with missing values and repetitions in their places', () => {
    const texts = fc.array(
      fc.option(fc.constantFrom('a', 'b', 'c', '1234567890123456789', ''), { nil: null }),
    );
    fc.assert(
      fc.property(texts, (values) => {
        const column = textColumn(values);
        expect(readColumn(writeColumn(column), 'text', values.length)).toEqual(column);
      }),
    );
  });

  test('of numbers comes back with missing values in their places', () => {
    const numbers = fc.array(
      fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -(2 ** 51), max: 2 ** 51 - 1 })),
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 9 }), (values, scale) => {
        const column: Column = { kind: 'number', scale, values: Float64Array.from(values) };
        expect(readColumn(writeColumn(column), 'number', values.length)).toEqual(column);
      }),
      { numRuns: 500 },
    );
  });

  test('that ends too early is an error, not a guess', () => {
    const bytes = writeColumn(textColumn(['a', 'b', 'c']));
    for (let length = 0; length < bytes.length; length++)
      expect(() => readColumn(bytes.subarray(0, length), 'text', 3)).toThrow(RangeError);
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
