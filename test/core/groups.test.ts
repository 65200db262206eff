import fc from 'fast-check';
import {
  distinctPairsPerGroup,
  distinctPerGroup,
  type Groups,
  sortByGroup,
  splitAll,
} from '../../src/server/core/groups';

/** Several lists of codes over the same rows, each with an upper bound that may be far larger than its codes. */
const coded = fc
  .tuple(
    fc.integer({ min: 0, max: 80 }),
    fc.array(fc.constantFrom(1, 7, 24, 1000, 2 ** 20), { minLength: 1, maxLength: 5 }),
  )
  .chain(([rows, sizes]) =>
    fc.tuple(
      fc.array(fc.constantFrom(0, 0, 0, 1, -1), { minLength: rows, maxLength: rows }),
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

/** Codes in the order in which they are first met, so that two numberings can be compared. */
const asMet = (codes: Iterable<number>): number[] => {
  const met: number[] = [];
  return Array.from(codes, (code) => {
    if (code < 0) return -1;
    if (!met.includes(code)) met.push(code);
    return met.indexOf(code);
  });
};

test('rows are in one group exactly when all their codes are equal; those without a group stay without', () => {
  fc.assert(
    fc.property(coded, ([of, sizes, lists]) => {
      const groups: Groups = splitAll(
        { count: 2, of: Int32Array.from(of) },
        lists.map((list, i) => ({ codes: Int32Array.from(list), size: sizes[i]! })),
      );
      const keys = of.map((group, row) =>
        group < 0 ? '' : [group, ...lists.map((list) => list[row])].join(),
      );
      const distinct = [...new Set(keys)].filter((key) => key !== '');
      expect(asMet(groups.of)).toEqual(asMet(keys.map((key) => distinct.indexOf(key))));
      expect(groups.count).toBe(distinct.length);
    }),
    { numRuns: 400 },
  );
});

test('sorting puts the rows of each group together, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 4 })), (of) => {
      const { start, rows } = sortByGroup({ count: 5, of: Int32Array.from(of) });
      for (let group = 0; group < 5; group++)
        expect([...rows.subarray(start[group], start[group + 1])]).toEqual(
          of.flatMap((own, row) => (own === group ? [row] : [])),
        );
    }),
  );
});

test('different values are counted within each group, missing ones not at all', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 5 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(rows, (list) => {
      const groups = { count: 5, of: Int32Array.from(list.map(([group]) => group)) };
      const counts = distinctPerGroup(
        sortByGroup(groups),
        Int32Array.from(list.map(([, value]) => value)),
        6,
      );
      const naive = [0, 1, 2, 3, 4].map(
        (group) => new Set(list.filter(([own, value]) => own === group && value >= 0).map(([, v]) => v)).size,
      );
      expect([...counts]).toEqual(naive);
    }),
    { numRuns: 300 },
  );
});

test('so are different pairs, however often and in whichever order they lie in the lists', () => {
  const numbers = fc.constantFrom(0, 1, 2 ** 16, 2 ** 31, 2 ** 32 - 1, 10 ** 12);
  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 40 })), {
    maxLength: 200,
  });
  const pairs = fc.array(fc.tuple(numbers, numbers), { minLength: 41, maxLength: 41 });
  fc.assert(
    fc.property(rows, pairs, (list, all) => {
      const counts = distinctPairsPerGroup(
        sortByGroup({ count: 5, of: Int32Array.from(list, ([group]) => group) }),
        Int32Array.from(list, ([, code]) => code),
        {
          spelling: 'hex',
          length: all.length,
          high: Float64Array.from(all, ([high]) => high),
          low: Float64Array.from(all, ([, low]) => low),
        },
      );
      const naive = [0, 1, 2, 3, 4].map((group) => {
        const own = list.filter(([of, code]) => of === group && code >= 0);
        return new Set(own.map(([, code]) => all[code]!.join())).size;
      });
      expect([...counts]).toEqual(naive);
    }),
    { numRuns: 300 },
  );
});
