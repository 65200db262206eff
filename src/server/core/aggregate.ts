import type { Offset } from '../../shared/day';
import type { Numbers } from './amounts';
import { dense } from './dense';
import { Codebook, type Coding, type Label, type ShopFacts } from './dimension-codes';
import { type Groups, splitAll } from './groups';
import { sourceOf } from './lens';
import { gatheringOf, type Measured, measure } from './measure';
import type { Catalog } from './metric';
import { currencyHome, type Plan } from './plan';
import type { Store } from './store';
import { type Context, codingOf, type Walk, walk } from './walk';

/** Groups joined into others: which of them each one becomes part of, and which dimensions still tell those apart. */
export interface Joined extends Groups {
  dimensions: readonly number[];
}

/** Values of base metrics by group. A metric that has no rows there has none either. */
export type Values = Record<string, Measured>;

/** The rows of a query, in groups that are equal in all dimensions (rows', then columns') and in currency. */
export interface Aggregate {
  count: number;
  /** Code of each group in each dimension. */
  codes: Int32Array[];
  codings: readonly Coding[];
  currencies: Int32Array;
  currencyOf(code: number): Label;
  /** Values for groups joined from these, worked out anew from the rows; in the report's period, then in the compared one. */
  values(joined: Joined): Values[];
}

/** Works the groups of a plan out of the stored rows. */
export function aggregate(
  catalog: Catalog,
  plan: Plan,
  store: Store,
  shops: readonly ShopFacts[],
  offset: Offset,
): Aggregate {
  const { query } = plan;
  const context: Context = {
    catalog,
    plan,
    source: sourceOf(catalog, plan, store),
    shops,
    offset,
    codings: new Map(),
    currencies: new Codebook(),
    shopCurrencies: new Int32Array(shops.length + 1),
    fieldCodes: new Map(),
  };
  // Figures without a currency of their own stand beside the amounts of their shop, which come first.
  const passes = [...plan.passes].sort(
    (a, b) => Number(!currencyHome(catalog, a.stream)) - Number(!currencyHome(catalog, b.stream)),
  );
  const periods = query.comparison ? [query, query.comparison] : [query];
  const walks = periods.map((period) => passes.map((pass) => walk(context, pass, period)));
  const ids = [...query.dimensions, ...query.pivot];
  const codings = ids.map((id) => codingOf(context, id));
  const { numbers, ...gathered } = gather(walks.flat(), ids.length, [
    ...codings.map((coding) => coding.size()),
    context.currencies.size(),
  ]);
  const { codes, currencies } = query.dense
    ? dense(context, ids, gathered.codes, gathered.currencies)
    : gathered;
  const amounts = new Map<string, Numbers>();
  const isTime = (d: number) => catalog.dimensions[ids[d] as string]?.kind === 'time';

  return {
    count: currencies.length,
    codes,
    codings,
    currencies,
    currencyOf: context.currencies.label,
    values: ({ of, count, dimensions }) =>
      walks.map((list, p) => {
        const values: Values = {};
        list.forEach((walked, w) => {
          const own = numbers[p * passes.length + w] as Int32Array;
          const rows = moved(walked.groups.of, moved(own, of));
          const into = gatheringOf({ count, of: rows }, dimensions.filter(isTime));
          for (const id of walked.pass.metrics) values[id] = measure(context, walked, id, into, amounts);
        });
        return values;
      }),
  };
}

/** Groups by what they have become; what is in none stays so. A loop: there are as many as rows. */
function moved(groups: Int32Array, into: Int32Array): Int32Array {
  const list = new Int32Array(groups.length);
  for (let i = 0; i < list.length; i++) {
    const group = groups[i] as number;
    list[i] = group < 0 ? -1 : (into[group] as number);
  }
  return list;
}

/** The groups of all walks, numbered alike. */
function gather(walks: readonly Walk[], dimensions: number, sizes: readonly number[]) {
  const all = walks.reduce((sum, { groups }) => sum + groups.count, 0);
  const lists = Array.from({ length: dimensions + 1 }, () => new Int32Array(all));
  let start = 0;
  for (const { groups, codes, currencies } of walks) {
    // Any row of a group has its codes.
    const sample = new Int32Array(groups.count);
    for (let i = 0; i < groups.of.length; i++)
      if ((groups.of[i] as number) >= 0) sample[groups.of[i] as number] = i;
    for (let d = 0; d <= dimensions; d++) {
      const list = lists[d] as Int32Array;
      const own = (codes[d] ?? currencies) as Int32Array;
      for (let group = 0; group < sample.length; group++)
        list[start + group] = own[sample[group] as number] as number;
    }
    start += groups.count;
  }
  const joined = splitAll(
    { count: all > 0 ? 1 : 0, of: new Int32Array(all) },
    lists.map((codes, d) => ({ codes, size: sizes[d] as number })),
  );
  const own = lists.map((list) => {
    const codes = new Int32Array(joined.count);
    for (let i = 0; i < all; i++) codes[joined.of[i] as number] = list[i] as number;
    return codes;
  });
  start = 0;
  return {
    codes: own.slice(0, dimensions),
    currencies: own[dimensions] as Int32Array,
    numbers: walks.map(({ groups }) => {
      start += groups.count;
      return joined.of.subarray(start - groups.count, start);
    }),
  };
}
