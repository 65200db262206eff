// Amounts of one record follow from each other; whatever a codec makes of that, the unit has to survive.
import fc from 'fast-check';
import { decodePartition, decodeRows, encodePartition } from '../../src/server/core/codec';
import type { Row, Stream } from '../../src/server/core/stream';
import { toDecimal } from '../../src/shared/money';
import { parcels } from './parcels';

/** As an order: total = goods − discount + shipping + tax, mostly. */
const receipts: Stream = {
  ...parcels,
  id: 'receipts',
  fields: {
    parcel_id: parcels.fields.parcel_id,
    title: parcels.fields.title,
    goods: parcels.fields.price,
    discount: parcels.fields.price,
    shipping: parcels.fields.price,
    tax: parcels.fields.price,
    total: parcels.fields.price,
  },
};

test.each([1000, 2 ** 40, 2 ** 47, 2 ** 49, 2 ** 51])(
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
