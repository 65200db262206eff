import fc from 'fast-check';
import { ExactSums } from '../../src/server/core/exact-sums';

const MAX = Number.MAX_SAFE_INTEGER;

test('sums are exact in any order, also far beyond 2^53 and back', () => {
  const values = fc.oneof(
    fc.integer({ min: -MAX, max: MAX }),
    fc.constantFrom(MAX, -MAX, 2 ** 52, -(2 ** 52), 2 ** 52 - 1, 1, -1),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), values), { maxLength: 60 }), (additions) => {
      const sums = new ExactSums(4);
      const exact = [0n, 0n, 0n, 0n];
      for (const [group, value] of additions) {
        sums.add(group, value);
        exact[group]! += BigInt(value);
      }
      expect([0, 1, 2, 3].map((group) => BigInt(sums.get(group)))).toEqual(exact);
    }),
    { numRuns: 1000 },
  );
});

test('a sum of ordinary size is an ordinary number', () => {
  const sums = new ExactSums(1);
  for (let i = 0; i < 1000; i++) sums.add(0, 2_599_000);
  expect(sums.get(0)).toBe(2_599_000_000);
});

test('a float would have lost what this keeps', () => {
  const sums = new ExactSums(1);
  sums.add(0, MAX);
  for (let i = 0; i < 9; i++) sums.add(0, 1);
  expect(sums.get(0)).toBe(BigInt(MAX) + 9n);
});
