import { ProblemError } from '../../shared/problem';
import type { Aggregate, Values } from './aggregate';
import type { Label } from './dimension-codes';
import { asNumber, type Exact, minus, plus, quotient, times, whole } from './exact';
import { numberTest } from './filter-labels';
import { type Groups, split } from './groups';
import { type Catalog, isMade } from './metric';
import { ranksOf, sortByRank, sortByValue } from './order';
import type { Plan } from './plan';
import type { LineKind } from './result';

/** A line of a report. */
export interface Line {
  kind: LineKind;
  labels: Label[];
  currency: string | null;
  /** Where its values are, and those of the total that it is part of. */
  block: Block;
  at: number;
  total: number;
}

/** A report's lines and columns, and what stands in them. */
export interface Table {
  lines: Line[];
  /** Labels of the columns that the metrics are split by: one without any if they are not, null for the total. */
  columnLabels: (Label[] | null)[];
  /** Currencies of the lines. */
  currencies: string[];
  /** Rows that the limit left out. */
  cut: number;
  /** The totals of each currency. */
  totals: Block;
}

/** More columns than a sheet takes. */
const MOST_COLUMNS = 1000;

/** Lines of one kind, and the exact value of a metric there, in the report's period (0) or the compared one (1). */
export interface Block {
  value(metric: string, line: number, column: number, period: number): Exact | null;
}

type Pair = [Exact | null, Exact | null];

export function metricIn(catalog: Catalog, values: Values, id: string, group: number): Exact | null {
  const base = values[id];
  if (base) return base(group);
  const metric = catalog.metrics[id];
  if (!metric || !isMade(metric)) return null;
  const valuesOf = (ids: readonly string[]) => ids.map((part) => metricIn(catalog, values, part, group));
  const above = valuesOf(metric.of);
  if (metric.kind === 'total') {
    const below = valuesOf(metric.minus);
    const sum = (parts: typeof above): Exact =>
      parts.reduce<Exact>((total, part) => (part ? plus(total, part) : total), whole(0));
    return [...above, ...below].every((part) => part === null) ? null : minus(sum(above), sum(below));
  }
  const [one, other] = above as Pair;
  const { per, part } = metric;
  return quotient(
    one && per ? { ...one, n: times(one.n, per) } : one,
    part && one && other ? plus(one, other) : other,
  );
}

export function tableOf(catalog: Catalog, plan: Plan, found: Aggregate): Table {
  const { query } = plan;
  const { codings, codes } = found;
  const depth = query.dimensions.length;
  const places = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const everything: Groups = { count: 1, of: new Int32Array(found.count) };
  const by = (dimensions: readonly number[], groups: Groups): Groups =>
    dimensions.reduce(
      (joined, d) => split(joined, codes[d] as Int32Array, (codings[d] as (typeof codings)[0]).size()),
      groups,
    );
  const most = found.currencies.reduce((a, b) => Math.max(a, b), 0) + 1;
  const byCurrency = (groups: Groups) => split(groups, found.currencies, most);
  const rowDimensions = places(0, depth);
  const columnDimensions = places(depth, codings.length);

  const labels: Label[][] = codings.map(() => []);

  // Rows, filtered.
  const rows = byCurrency(by(rowDimensions, everything));
  if (depth === 0 && rows.count === 0) rows.count = 1;
  const sample = sampleOf(rows);
  const valuesOfRows = found.values({ ...rows, dimensions: rowDimensions });
  const [rowValues = {}] = valuesOfRows;
  const number = (values: Values, id: string, group: number): number | null => {
    const exact = metricIn(catalog, values, id, group);
    return exact && asNumber(exact);
  };
  const tests = plan.metricFilters.map((filter) => ({ field: filter.field, test: numberTest(filter) }));
  let kept: Int32Array = new Int32Array(rows.count).map((_, row) => row);
  if (tests.length > 0)
    kept = kept.filter((row) => tests.every(({ field, test }) => test(number(rowValues, field, row))));

  // Sorted: lines of one subtotal stand together, which come in the order of their own values.
  const order = (list: Int32Array, level: number, groups: Groups, values: Values): Int32Array => {
    const first = groups === rows ? sample : sampleOf(groups);
    const rankIn = (d: number, descending: boolean) => {
      const ranks = ranksOf(codings[d] as (typeof codings)[0], descending);
      const own = codes[d] as Int32Array;
      return sortByRank(sorted, (at) => ranks[own[first[at] as number] as number] as number, ranks.length);
    };
    let sorted = byCurrencyName(list, first);
    for (let d = level - 1; d >= 0; d--) sorted = rankIn(d, false);
    for (const { field, descending } of [...query.sort].reverse()) {
      const d = query.dimensions.indexOf(field);
      if (d < 0) sorted = sortByValue(sorted, (at) => number(values, field, at), descending);
      else if (d < level) sorted = rankIn(d, descending);
    }
    return sorted;
  };
  const currencyCode = (group: number | undefined): number =>
    group === undefined ? 0 : (found.currencies[group] as number);
  const currencyAt = (group: number | undefined) => found.currencyOf(currencyCode(group)) as string | null;
  const currencyRanks = ranksOf({ size: () => most, label: found.currencyOf, order: found.currencyOf });
  const byCurrencyName = (list: Int32Array, first: readonly number[]): Int32Array =>
    sortByRank(list, (at) => currencyRanks[currencyCode(first[at])] as number, most);
  kept = order(kept, depth, rows, rowValues);
  const levels = query.subtotals ? places(1, depth) : [];
  const subtotals = levels.map((level) => {
    const dimensions = places(0, level);
    const groups = masked(byCurrency(by(dimensions, everything)), rows, kept);
    const [values = {}] = found.values({ ...groups, dimensions });
    const first = sampleOf(groups);
    const some = places(0, groups.count).filter((group) => first[group] !== undefined);
    const ranked = order(Int32Array.from(some), level, groups, values);
    const rank = new Int32Array(groups.count);
    ranked.forEach((group, at) => {
      rank[group] = at;
    });
    return { level, groups, rank };
  });
  for (const { groups, rank } of [...subtotals].reverse())
    kept = sortByRank(
      kept,
      (row) => rank[groups.of[sample[row] as number] as number] as number,
      groups.count,
    );

  // Cut.
  const limit = query.limit ?? kept.length;
  const shown = kept.slice(0, limit);
  const cut = kept.length - shown.length;

  // Columns.
  const inReport = masked(rows, rows, kept);
  const pivot = query.pivot.length > 0;
  let columns = by(columnDimensions, { ...everything, of: inReport.of.map((row) => (row < 0 ? -1 : 0)) });
  if (!pivot) columns = { count: 1, of: columns.of.map((column) => (column < 0 ? -1 : 0)) };
  if (columns.count > MOST_COLUMNS)
    throw new ProblemError('bad_input', {
      what: `The report would have ${columns.count} columns for each metric; ${MOST_COLUMNS} are possible.`,
    });
  const columnSample = sampleOf(columns);
  let columnOrder: Int32Array = Int32Array.from(places(0, columns.count));
  for (const d of [...columnDimensions].reverse()) {
    const ranks = ranksOf(codings[d] as (typeof codings)[0]);
    columnOrder = sortByRank(
      columnOrder,
      (at) => ranks[(codes[d] as Int32Array)[columnSample[at] as number] as number] as number,
      ranks.length,
    );
  }
  const columnLabels: (Label[] | null)[] = Array.from(columnOrder, (column) =>
    columnDimensions.map((d) => labelAt(d, columnSample[column] as number)),
  );
  const withTotal = pivot && query.totals;
  if (withTotal) columnLabels.push(null);
  function labelAt(d: number, group: number): Label {
    const code = (codes[d] as Int32Array)[group] as number;
    const known = labels[d] as Label[];
    let label = known[code];
    if (label === undefined) {
      label = (codings[d] as (typeof codings)[0]).label(code);
      known[code] = label;
    }
    return label;
  }

  /** Values of lines, in each column and in all together. */
  const blockOf = (lines: Groups, dimensions: readonly number[], known?: Values[]): Block => {
    const all = known ?? (!pivot || withTotal ? found.values({ ...lines, dimensions }) : []);
    const cells = pivot
      ? found.values({
          count: lines.count * columns.count,
          of: lines.of.map((line, i) =>
            line < 0 || (columns.of[i] as number) < 0 ? -1 : line * columns.count + (columns.of[i] as number),
          ),
          dimensions: [...dimensions, ...columnDimensions],
        })
      : [];
    return {
      value(metric, line, column, period) {
        const place = columnOrder[column];
        const values = pivot && place !== undefined ? cells[period] : all[period];
        const at = pivot && place !== undefined ? line * columns.count + place : line;
        return values ? metricIn(catalog, values, metric, at) : null;
      },
    };
  };

  const details = blockOf(rows, rowDimensions, valuesOfRows);
  const lines: Line[] = [];
  const totals = byCurrency({ count: 1, of: inReport.of.map((row) => (row < 0 ? -1 : 0)) });
  totals.count = Math.max(1, totals.count);
  const needsTotals = query.totals || query.calculations.some(({ kind }) => kind === 'share');
  const totalBlock = needsTotals ? blockOf(totals, []) : details;
  const push = (kind: LineKind, labels: Label[], group: number | undefined, block: Block, at: number) => {
    const total = group === undefined ? 0 : (totals.of[group] as number);
    lines.push({ kind, labels, currency: currencyAt(group), block, at, total });
  };
  const blocks = subtotals.map(({ level, groups }) => blockOf(groups, places(0, level)));
  const named = (group: number, level: number, name: string): Label[] => {
    const row: Label[] = new Array(depth);
    for (let d = 0; d < depth; d++) row[d] = d < level ? labelAt(d, group) : d === level ? name : null;
    return row;
  };
  shown.forEach((row, i) => {
    const group = sample[row] as number;
    push('row', depth === 0 ? [] : named(group, depth, ''), group, details, row);
    // A subtotal follows its last line, the finest first.
    for (let s = subtotals.length - 1; s >= 0; s--) {
      const { level, groups } = subtotals[s] as (typeof subtotals)[0];
      const own = groups.of[group] as number;
      const next = shown[i + 1];
      if (next === undefined || groups.of[sample[next] as number] !== own)
        push('subtotal', named(group, level, 'Total'), group, blocks[s] as Block, own);
    }
  });
  if (query.other && cut > 0) {
    const rest = byCurrency({
      count: 1,
      of: masked(rows, rows, kept.slice(limit)).of.map((r) => (r < 0 ? -1 : 0)),
    });
    const block = blockOf(rest, []);
    const first = sampleOf(rest);
    for (const line of byCurrencyName(Int32Array.from(first.keys()), first))
      push('other', named(first[line] as number, 0, 'Other'), first[line], block, line);
  }
  if (query.totals && depth > 0 && lines.length > 0) {
    const first = sampleOf(totals);
    for (const line of byCurrencyName(Int32Array.from(first.keys()), first))
      push('total', named(first[line] as number, 0, 'Total'), first[line], totalBlock, line);
  }
  const known = new Set<number>();
  for (const row of kept) known.add(currencyCode(sample[row]));
  const currencies = [...known].filter((code) => code > 0).map((code) => found.currencyOf(code) as string);
  return { lines, columnLabels, currencies: currencies.sort(), cut, totals: totalBlock };
}

/** A group of each that is joined. */
function sampleOf({ of, count }: Groups): number[] {
  const sample: number[] = new Array(count);
  for (let group = of.length - 1; group >= 0; group--)
    if ((of[group] as number) >= 0) sample[of[group] as number] = group;
  return sample;
}

/** Without the groups of rows that are not kept. */
function masked(groups: Groups, rows: Groups, kept: Int32Array): Groups {
  const is = new Uint8Array(rows.count);
  for (const row of kept) is[row] = 1;
  return {
    count: groups.count,
    of: groups.of.map((group, i) => (is[rows.of[i] as number] === 1 ? group : -1)),
  };
}
