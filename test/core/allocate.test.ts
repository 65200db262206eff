import fc from 'fast-check';
import { allocate } from '../../src/server/core/allocate';

/** Largest remainder, written with BigInt and without any thought of speed. */
function naive(amount: bigint, weights: bigint[], unit: bigint): bigint[] {
  const sign = amount < 0n ? -1n : 1n;
  const units = (sign * amount) / unit;
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = total === 0n ? weights.map(() => 1n) : weights;
  const whole = total === 0n ? BigInt(weights.length) : total;
  const shares = parts.map((part) => (units * part) / whole);
  const order = parts
    .map((part, i) => ({ i, rest: (units * part) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = units - shares.reduce((sum, share) => sum + share, 0n);
  for (let n = 0; n < Number(left); n++) shares[order[n]!.i]! += 1n;
  return shares.map((share) => sign * share * unit);
}

const weightLists = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 2 ** 46 }), { minLength: 1, maxLength: 30 }),
  fc.array(fc.constant(0), { minLength: 1, maxLength: 30 }),
  fc.array(fc.constant(1999), { minLength: 1, maxLength: 30 }),
);
const amounts = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -(2 ** 46), max: 2 ** 46 }),
);

test('shares are the largest-remainder shares, exactly, however large amount and weights are', () => {
  fc.assert(
    fc.property(amounts, weightLists, fc.constantFrom(1, 10, 100), (units, weights, unit) => {
      const shares = allocate(units * unit, weights, unit);
      expect(shares.map(BigInt)).toEqual(naive(BigInt(units * unit), weights.map(BigInt), BigInt(unit)));
    }),
    { numRuns: 2000 },
  );
});

test('shares add up to the amount, in whole units, none of the wrong sign', () => {
  fc.assert(
    fc.property(amounts, weightLists, fc.constantFrom(1, 10, 100), (units, weights, unit) => {
      const shares = allocate(units * unit, weights, unit);
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(units) * BigInt(unit));
      for (const share of shares) {
        expect(Math.abs(share % unit)).toBe(0);
        expect(share * Math.sign(units)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [100, [1, 1, 1], 1, [34, 33, 33], 'ties go to the first'],
  [101, [0, 0], 1, [51, 50], 'equally where no weight is known'],
  [-100, [1, 1, 1], 1, [-34, -33, -33], 'a refund as the amount itself'],
  [5000, [1, 2], 100, [1700, 3300], 'in whole units'],
  [1, [5, 3, 2], 1, [1, 0, 0], 'less than one unit for each'],
  [700, [0, 5], 1, [0, 700], 'nothing for a gift'],
  [-9, [4], 1, [-9], 'all for the only one'],
])('%d by %j in units of %d is %j: %s', (amount, weights, unit, shares) => {
  expect(allocate(amount, weights, unit).map((share) => share + 0)).toEqual(shares);
});
