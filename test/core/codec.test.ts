import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../src/server/core/bytes';
import { decodePartition, decodeRows, encodePartition } from '../../src/server/core/codec';
import {
  type Column,
  type Expected,
  type NumberColumn,
  readNumbers,
  readText,
  textColumn,
  writeNumbers,
  writeText,
} from '../../src/server/core/column';
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
        expect(encodePartition(parcels, rows)).toMatch(/^U[0-9a-f]{16}[A-Za-z0-9+/]+$/);
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
    sum: fc.option(
      fc
        .array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: rows, maxLength: rows })
        .map((values) => Float64Array.from(values)),
      { nil: null },
    ),
  });

/** Amounts that follow from each other, as an order's do: total = goods − discount + shipping + tax, mostly. */
const receipts = defineStream({
  ...parcels,
  id: 'receipts',
  primaryKey: 'parcel_id',
  parentKey: 'parcel_id',
  versionField: 'parcel_id',
  fields: {
    parcel_id: parcels.fields.parcel_id,
    title: parcels.fields.title,
    goods: parcels.fields.price,
    discount: parcels.fields.price,
    shipping: parcels.fields.price,
    tax: parcels.fields.price,
    total: parcels.fields.price,
  },
});

test.each([1000, 2 ** 40, 2 ** 47, 2 ** 51])(
  'amounts up to %d units that mostly add up come back to the unit, or are refused',
  (most) => {
    const amount = fc.integer({ min: -most + 1, max: most - 1 });
    const row = fc.tuple(amount, amount, amount, amount, fc.constantFrom(0, 0, 0, 1), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 0, max: 2 }), (list, scale) => {
        const money = (units: number | bigint) => toDecimal(units, scale, 0);
        const rows = list.map(([goods, discount, shipping, tax, odd, variant], i): Row => {
          const total = BigInt(goods) - BigInt(discount) + BigInt(shipping) + BigInt(tax) + BigInt(odd);
          const amounts = [goods, discount, shipping, tax, total].map(money);
          return [String(10n ** 17n + BigInt(i)), variant === 0 ? null : `variant ${variant}`, ...amounts];
        });
        let stored: string;
        try {
          stored = encodePartition(receipts, rows);
        } catch (error) {
          expect(most).toBeGreaterThan(2 ** 48);
          expect(String(error)).toMatch(/too large to count exactly/);
          return;
        }
        expect(decodeRows(receipts, decodePartition(stored)!)).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  },
);

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
