import fc from 'fast-check';
import { distinctPerGroup, groupBy } from '../../src/server/core/groups';

/** Several lists of codes over the same rows, each with an upper bound that may be far larger than its codes. */
const coded = fc
  .tuple(
    fc.integer({ min: 0, max: 80 }),
    fc.array(fc.constantFrom(1, 7, 24, 1000, 2 ** 26), { minLength: 1, maxLength: 5 }),
  )
  .chain(([rows, sizes]) =>
    fc.tuple(
      fc.constant(rows),
      fc.constant(sizes),
      fc.tuple(
        ...sizes.map((size) =>
          fc.array(fc.oneof(fc.nat({ max: Math.min(size - 1, 3) }), fc.constant(size - 1)), {
            minLength: rows,
            maxLength: rows,
          }),
        ),
      ),
    ),
  );

test('rows are in one group exactly when all their codes are equal, groups in order of their first row', () => {
  fc.assert(
    fc.property(coded, ([rows, sizes, lists]) => {
      const groups = groupBy(
        rows,
        lists.map((list) => Int32Array.from(list)),
        sizes,
      );
      const first = new Map<string, number>();
      const wanted = Array.from({ length: rows }, (_, row) => {
        const key = lists.map((list) => list[row]).join();
        if (!first.has(key)) first.set(key, row);
        return [...first.keys()].indexOf(key);
      });
      expect([...groups.of]).toEqual(wanted);
      expect(groups.first).toEqual([...first.values()]);
      expect(groups.count).toBe(first.size);
    }),
    { numRuns: 400 },
  );
});

test('without any list of codes all rows are one group', () => {
  expect(groupBy(3, [], [])).toMatchObject({ count: 1, first: [0] });
  expect(groupBy(0, [], []).count).toBe(0);
});

test('different values are counted within each group, missing ones not at all', () => {
  const rows = fc.array(
    fc.tuple(fc.nat({ max: 4 }), fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constant(2 ** 25))),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const groups = groupBy(list.length, [Int32Array.from(list.map(([code]) => code))], [5]);
      const counts = distinctPerGroup(groups, Int32Array.from(list.map(([, value]) => value)), 2 ** 25 + 1);
      const naive = groups.first.map(
        (row) =>
          new Set(
            list.filter(([code, value]) => code === list[row]![0] && value >= 0).map(([, value]) => value),
          ).size,
      );
      expect([...counts]).toEqual(naive);
    }),
    { numRuns: 300 },
  );
});
