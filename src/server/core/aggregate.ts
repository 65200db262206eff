import type { Offset } from '../../shared/day';
import { Codebook, type Coded, codesOf, type Label, type ShopFacts } from './dimension-codes';
import { ExactSums } from './exact-sums';
import { labelTest } from './filter-labels';
import { type Frame, loadFrame } from './frame';
import { distinctPerGroup, type Groups, groupBy } from './groups';
import { allocated, amounts, childLens, type Lens, plainLens } from './lens';
import type { BaseMetric, Catalog, Dimension } from './metric';
import { filtersMetric, isMoney, type Pass, type Plan, timeOwner } from './plan';
import type { Store } from './store';

/** A number with its unit: `units` of 10^-scale. */
export interface Amount {
  units: number | bigint;
  scale: number;
}

/** One group of rows: its dimension values, and the value of each base metric. */
export interface Group {
  labels: Label[];
  /** What the labels are sorted by. */
  order: (Label | number)[];
  /** Currency of the group's amounts; null where no amount is asked for, or none is known. */
  currency: string | null;
  values: Record<string, Amount>;
}

/** Works the groups of a plan out of the stored rows. */
export function aggregate(
  catalog: Catalog,
  plan: Plan,
  store: Store,
  shops: readonly ShopFacts[],
  offset: Offset,
): Group[] {
  const frames = framesOf(catalog, plan, store);
  const lenses = new Map<string, Lens>();
  const lensOf = (grain: string): Lens => {
    let lens = lenses.get(grain);
    if (!lens) {
      const { relation } = plan;
      lens =
        relation && grain === relation.child
          ? childLens(relation, frames.get(relation.child) as Frame, frames.get(relation.parent) as Frame)
          : plainLens(grain, frames.get(grain) as Frame);
      lenses.set(grain, lens);
    }
    return lens;
  };
  const dimensions = plan.query.dimensions.map((id) => catalog.dimensions[id] as Dimension);
  const books = dimensions.map(() => new Codebook());
  const currencies = new Codebook();
  const gathered = new Map<string, Group>();

  for (const pass of plan.passes) {
    const lens = lensOf(pass.grain);
    const coded = dimensions.map((dimension, i) =>
      codesOf(catalog, dimension, lens, shops, offset, books[i] as Codebook),
    );
    const { rows, times } = pickRows(catalog, plan, pass, lens, shops, offset);
    const codes: Int32Array[] = coded.map((dimension) => {
      const list = new Int32Array(rows.length);
      for (let i = 0; i < rows.length; i++) list[i] = dimension.code(rows[i] as number, times[i] as number);
      return list;
    });
    const sizes = coded.map((dimension) => dimension.size);
    const currency = currencyCodes(catalog, plan, pass, lens, rows, currencies);
    if (currency) {
      codes.push(currency);
      sizes.push(1000);
    }
    const groups = groupBy(rows.length, codes, sizes);
    const places = groups.first.map((row) => {
      const key = codes.map((list) => list[row]).join(' ');
      let group = gathered.get(key);
      if (!group) {
        const own = coded.map(
          (dimension, d) => [dimension, (codes[d] as Int32Array)[row] as number] as const,
        );
        group = {
          labels: own.map(([dimension, code]) => dimension.label(code)),
          order: own.map(([dimension, code]) =>
            dimension.order ? dimension.order(code) : dimension.label(code),
          ),
          currency: currency ? (currencies.labels[currency[row] as number] as string | null) : null,
          values: {},
        };
        gathered.set(key, group);
      }
      return group;
    });
    for (const id of pass.metrics) {
      const values = measure(catalog, plan, lens, pass, catalog.metrics[id] as BaseMetric, rows, groups);
      places.forEach((group, g) => {
        group.values[id] = values(g);
      });
    }
  }
  return [...gathered.values()];
}

function framesOf(catalog: Catalog, plan: Plan, store: Store): Map<string, Frame> {
  const { range, shops } = plan.query;
  const frames = new Map<string, Frame>();
  const streams = plan.relation ? [plan.relation.parent, plan.relation.child] : Object.keys(plan.fields);
  // A row is placed by one of these times; a partition that has none of them in the range can't matter.
  const owner = streams[0] as string;
  const placing = plan.placing[owner] ?? [];
  const chosen = new Set<string>();
  for (const info of store.index()) {
    if (info.stream !== owner) continue;
    const inside = placing.some((field) => {
      const span = info.times[field];
      return span !== undefined && span[0] < range.until && span[1] >= range.since;
    });
    if (inside) chosen.add(`${info.shop} ${info.partition}`);
  }
  for (const stream of streams)
    frames.set(
      stream,
      loadFrame(store, catalog.streams[stream] as (typeof catalog.streams)[string], shops, (info) =>
        chosen.has(`${info.shop} ${info.partition}`),
      ),
    );
  return frames;
}

/** Rows of a pass in the range that all filters let through, with the times that place them. */
function pickRows(
  catalog: Catalog,
  plan: Plan,
  pass: Pass,
  lens: Lens,
  shops: readonly ShopFacts[],
  offset: Offset,
): { rows: Int32Array; times: Float64Array } {
  const { range, filters } = plan.query;
  const time = rowValues(catalog, plan, pass, lens, pass.time);
  const counted = pass.counted === null ? null : rowValues(catalog, plan, pass, lens, pass.counted);
  const tests = filters
    .filter(({ field }) => !filtersMetric(catalog, plan.query, field))
    .map((filter) => {
      const coded = codesOf(
        catalog,
        catalog.dimensions[filter.field] as Dimension,
        lens,
        shops,
        offset,
        new Codebook(),
      );
      return { coded, test: remember(coded, labelTest(filter)) };
    });
  const rows = new Int32Array(lens.rows);
  const times = new Float64Array(lens.rows);
  let picked = 0;
  for (let row = 0; row < lens.rows; row++) {
    const at = time[row] as number;
    // NaN fails both comparisons.
    if (!(at >= range.since && at < range.until)) continue;
    if (counted && Number.isNaN(counted[row])) continue;
    if (!tests.every(({ coded, test }) => test(coded.code(row, at)))) continue;
    rows[picked] = row;
    times[picked++] = at;
  }
  return { rows: rows.subarray(0, picked), times: times.subarray(0, picked) };
}

/** A test of labels asked once per code. */
function remember(coded: Coded, test: (label: Label) => boolean): (code: number) => boolean {
  const known = new Map<number, boolean>();
  return (code) => {
    let answer = known.get(code);
    if (answer === undefined) {
      answer = test(coded.label(code));
      known.set(code, answer);
    }
    return answer;
  };
}

/** A time or condition per row of the grain: stored, or worked out by the catalogue's rule. */
function rowValues(catalog: Catalog, plan: Plan, pass: Pass, lens: Lens, field: string): Float64Array {
  const derived = catalog.derived[field];
  const owner = timeOwner(catalog, plan, field, pass.stream);
  if (!derived) return lens.number(owner, field).values;
  const stream = catalog.streams[owner] as (typeof catalog.streams)[string];
  const read = derived.needs.map((need): ((row: number) => string | number | null) => {
    const type = stream.fields[need]?.type;
    if (type === 'id' || type === 'text' || type === 'hash') {
      const { dictionary, codes } = lens.text(owner, need);
      return (row) => ((codes[row] as number) < 0 ? null : (dictionary[codes[row] as number] as string));
    }
    const { values } = lens.number(owner, need);
    return (row) => (Number.isNaN(values[row] as number) ? null : (values[row] as number));
  });
  const values = new Float64Array(lens.rows);
  for (let row = 0; row < lens.rows; row++)
    values[row] = derived.of(...read.map((one) => one(row))) ?? Number.NaN;
  return values;
}

/** Currency per row, when amounts are asked for and the report does not group by it already. */
function currencyCodes(
  catalog: Catalog,
  plan: Plan,
  pass: Pass,
  lens: Lens,
  rows: Int32Array,
  book: Codebook,
): Int32Array | null {
  if (!plan.base.some((id) => isMoney(catalog.metrics[id] as BaseMetric))) return null;
  // An order and its items share the currency, so every pass can name it.
  const stream = lens.parents ? (plan.relation?.parent ?? pass.grain) : pass.grain;
  const field = (catalog.streams[stream] as (typeof catalog.streams)[string]).currencyField;
  const codes = new Int32Array(rows.length);
  if (!field) return codes.fill(book.code(null));
  const column = lens.text(stream, field);
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i] as number] as number;
    codes[i] = book.code(code < 0 ? null : (column.dictionary[code] as string));
  }
  return codes;
}

/** Values of one metric, by group. */
function measure(
  catalog: Catalog,
  plan: Plan,
  lens: Lens,
  pass: Pass,
  metric: BaseMetric,
  rows: Int32Array,
  groups: Groups,
): (group: number) => Amount {
  const finer = pass.grain !== metric.stream;
  if (metric.kind === 'sum') {
    const relation = plan.relation;
    const { scale, values } =
      finer && relation ? allocated(catalog, relation, lens, metric) : amounts(lens, metric);
    const sums = new ExactSums(groups.count);
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i] as number] as number;
      if (value !== 0) sums.add(groups.of[i] as number, value);
    }
    return (group) => ({ units: sums.get(group), scale });
  }
  if (metric.kind === 'rows') {
    // A parent counts once in each group that any of its children falls into.
    const list = finer ? picked(lens.parents as Int32Array, rows) : ownRows(lens, pass, catalog, plan, rows);
    const counts = finer ? distinctPerGroup(groups, list, lens.rows + 1) : countPerGroup(groups, list);
    return (group) => ({ units: counts[group] as number, scale: 0 });
  }
  const columns = metric.fields.map((field) => lens.text(metric.stream, field));
  let codes = picked((columns[0] as { codes: Int32Array }).codes, rows);
  let size = (columns[0] as { dictionary: string[] }).dictionary.length + 1;
  for (const column of columns.slice(1)) {
    const more = picked(column.codes, rows);
    const pairs = groupBy(
      rows.length,
      [codes.map((code) => code + 1), more.map((code) => code + 1)],
      [size + 1, column.dictionary.length + 1],
    );
    codes = pairs.of.map((pair, i) => ((codes[i] as number) < 0 || (more[i] as number) < 0 ? -1 : pair));
    size = pairs.count + 1;
  }
  const counts = distinctPerGroup(groups, codes, size);
  return (group) => ({ units: counts[group] as number, scale: 0 });
}

const picked = (codes: Int32Array, rows: Int32Array): Int32Array => {
  const list = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) list[i] = codes[rows[i] as number] as number;
  return list;
};

/** 1 for real rows of the grain, −1 for those that stand for a parent without children. */
function ownRows(lens: Lens, pass: Pass, catalog: Catalog, plan: Plan, rows: Int32Array): Int32Array {
  if (!lens.parents || pass.grain !== plan.relation?.child) return new Int32Array(rows.length).fill(1);
  const key = lens.text(
    pass.grain,
    (catalog.streams[pass.grain] as (typeof catalog.streams)[string]).primaryKey,
  );
  return picked(key.codes, rows).map((code) => (code < 0 ? -1 : 1));
}

function countPerGroup(groups: Groups, list: Int32Array): Float64Array {
  const counts = new Float64Array(groups.count);
  for (let i = 0; i < list.length; i++)
    if ((list[i] as number) > 0)
      counts[groups.of[i] as number] = (counts[groups.of[i] as number] as number) + 1;
  return counts;
}
