import { ProblemError } from '../../shared/problem';
import type { Aggregate, Values } from './aggregate';
import type { Label } from './dimension-codes';
import { asNumber, type Exact, quotient } from './exact';
import { numberTest } from './filter-labels';
import { type Groups, split } from './groups';
import type { Catalog } from './metric';
import { ranksOf, sortByRank, sortByValue } from './order';
import type { Plan } from './plan';
import type { LineKind } from './result';

/** A line of a report. */
export interface Line {
  kind: LineKind;
  labels: Label[];
  currency: string | null;
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
  /** A metric's exact value, in the report's period (0) or the compared one (1). */
  value(metric: string, line: number, column: number, period: number): Exact | null;
  /** The same over all rows of a line's currency. */
  total(metric: string, line: number, column: number, period: number): Exact | null;
}

/** More columns than a sheet takes. */
const MOST_COLUMNS = 1000;

/** Some lines of one kind: which of them each group belongs to, and the values there. */
interface Block {
  count: number;
  value(metric: string, line: number, column: number, period: number): Exact | null;
}

export function metricIn(catalog: Catalog, values: Values, id: string, group: number): Exact | null {
  const metric = catalog.metrics[id];
  if (metric?.kind === 'ratio')
    return quotient(
      metricIn(catalog, values, metric.of[0], group),
      metricIn(catalog, values, metric.of[1], group),
    );
  return values[id]?.(group) ?? null;
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

  // Rows, filtered.
  const rows = byCurrency(by(rowDimensions, everything));
  if (depth === 0 && rows.count === 0) rows.count = 1;
  const sample = sampleOf(rows);
  const [rowValues = {}] = found.values({ ...rows, dimensions: rowDimensions });
  const number = (values: Values, id: string, group: number): number | null => {
    const exact = metricIn(catalog, values, id, group);
    return exact && asNumber(exact);
  };
  const tests = plan.metricFilters.map((filter) => ({ field: filter.field, test: numberTest(filter) }));
  let kept: Int32Array = Int32Array.from(places(0, rows.count)).filter((row) =>
    tests.every(({ field, test }) => test(number(rowValues, field, row))),
  );

  // Sorted: lines of one subtotal stand together, which come in the order of their own values.
  const order = (list: Int32Array, level: number, groups: Groups, values: Values): Int32Array => {
    const first = groups === rows ? sample : sampleOf(groups);
    const rankIn = (d: number, descending: boolean) => {
      const ranks = ranksOf(codings[d] as (typeof codings)[0], descending);
      const own = codes[d] as Int32Array;
      return sortByRank(sorted, (at) => ranks[own[first[at] as number] as number] as number, ranks.length);
    };
    let sorted: Int32Array = sortByText(list, (at) => currencyAt(first[at]));
    for (let d = level - 1; d >= 0; d--) sorted = rankIn(d, false);
    for (const { field, descending } of [...query.sort].reverse()) {
      const d = query.dimensions.indexOf(field);
      if (d < 0) sorted = sortByValue(sorted, (at) => number(values, field, at), descending);
      else if (d < level) sorted = rankIn(d, descending);
    }
    return sorted;
  };
  const currencyAt = (group: number | undefined): string | null =>
    group === undefined ? null : (found.currencyOf(found.currencies[group] as number) as string | null);
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
    return (codings[d] as (typeof codings)[0]).label((codes[d] as Int32Array)[group] as number);
  }

  /** Values of lines, in each column and in all together. */
  const blockOf = (lines: Groups, dimensions: readonly number[]): Block => {
    const all = !pivot || withTotal ? found.values({ ...lines, dimensions }) : [];
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
      count: lines.count,
      value(metric, line, column, period) {
        const place = columnOrder[column];
        const values = pivot && place !== undefined ? cells[period] : all[period];
        const at = pivot && place !== undefined ? line * columns.count + place : line;
        return values ? metricIn(catalog, values, metric, at) : null;
      },
    };
  };

  const details = blockOf(rows, rowDimensions);
  const lines: Line[] = [];
  const sources: { block: Block; at: number; total: number }[] = [];
  const totals = byCurrency({ count: 1, of: inReport.of.map((row) => (row < 0 ? -1 : 0)) });
  totals.count = Math.max(1, totals.count);
  const needsTotals = query.totals || query.calculations.some(({ kind }) => kind === 'share');
  const totalBlock = needsTotals ? blockOf(totals, []) : details;
  const push = (kind: LineKind, labels: Label[], group: number | undefined, block: Block, at: number) => {
    lines.push({ kind, labels, currency: currencyAt(group) });
    sources.push({ block, at, total: group === undefined ? 0 : (totals.of[group] as number) });
  };
  const blocks = subtotals.map(({ level, groups }) => blockOf(groups, places(0, level)));
  const named = (group: number, level: number, name: string): Label[] =>
    rowDimensions.map((d) => (d < level ? labelAt(d, group) : d === level ? name : null));
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
    for (const line of sortByText(Int32Array.from(first.keys()), (at) => currencyAt(first[at])))
      push('other', named(first[line] as number, 0, 'Other'), first[line], block, line);
  }
  if (query.totals && depth > 0 && lines.length > 0) {
    const first = sampleOf(totals);
    for (const line of sortByText(Int32Array.from(first.keys()), (at) => currencyAt(first[at])))
      push('total', named(first[line] as number, 0, 'Total'), first[line], totalBlock, line);
  }
  const currencies = [
    ...new Set(Array.from(kept, (row) => currencyAt(sample[row])).filter((one) => one !== null)),
  ].sort() as string[];
  return {
    lines,
    columnLabels,
    currencies,
    cut,
    value(metric, line, column, period) {
      const { block, at } = sources[line] as (typeof sources)[0];
      return block.value(metric, at, column, period);
    },
    total: (metric, line, column, period) =>
      totalBlock.value(metric, (sources[line] as (typeof sources)[0]).total, column, period),
  };
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

const sortByText = (list: Int32Array, textOf: (at: number) => string | null): Int32Array => {
  const texts = [...new Set(Array.from(list, textOf))].sort((a, b) =>
    a === null || b === null ? (a === b ? 0 : a === null ? 1 : -1) : a < b ? -1 : 1,
  );
  const ranks = new Map(texts.map((text, rank) => [text, rank]));
  return sortByRank(list, (at) => ranks.get(textOf(at)) as number, texts.length);
};
