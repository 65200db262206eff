import type { FieldType } from '../../shared/field';
import { currencyDigits } from '../../shared/money';
import type { Calculation, Change } from '../../shared/shape';
import type { Label } from './dimension-codes';
import { asNumber, decimalText, type Exact, minus, plus, quotient } from './exact';
import type { Catalog, Metric } from './metric';
import type { Query } from './plan';
import type { ResultColumn } from './result';
import type { Line, Table } from './table';

/** One of the columns that a metric has, within each value of the columns' dimensions. */
export interface Series {
  id: string;
  label: string;
  type: FieldType;
  /** What stands in a line and column. */
  cells(table: Table): (line: Line, column: number) => Label;
}

/** Decimals beyond the currency's own with which quotients of money, and converted money, are stated. */
const MORE_DIGITS = 4;

const WORDS: Record<Change | Calculation, { suffix: string; type?: FieldType }> = {
  value: { suffix: 'compared' },
  change: { suffix: 'change' },
  percent: { suffix: 'change %', type: 'percent' },
  share: { suffix: 'share', type: 'percent' },
  running: { suffix: 'running total' },
  rank: { suffix: 'rank', type: 'integer' },
};

export function seriesOf(catalog: Catalog, query: Query): Series[] {
  return query.metrics.flatMap((metric) => {
    const found = catalog.metrics[metric] as Metric;
    const label = found.type === 'money' && query.rates ? `${found.label}, converted` : found.label;
    const make = (kind: Change | Calculation | null, cells: Series['cells']): Series => ({
      id: kind === null ? metric : `${metric}:${kind === 'value' ? 'compared' : kind}`,
      label: kind === null ? label : `${label}, ${WORDS[kind].suffix}`,
      type: (kind && WORDS[kind].type) || found.type,
      cells,
    });
    const shown = (exact: Exact | null, currency: string | null): Label => {
      if (exact === null) return null;
      if (found.type !== 'money') return asNumber(exact);
      const digits = currencyDigits(currency ?? '');
      const most = exact.d === 1 && !query.rates ? exact.scale : digits + MORE_DIGITS;
      return decimalText(exact, digits, most);
    };
    const changes: Record<Change, Series['cells']> = {
      value: () => (line, column) => shown(line.block.value(metric, line.at, column, 1), line.currency),
      change: () => (line, column) => {
        const [now, then] = both(metric, line, column);
        return now && then ? shown(minus(now, then), line.currency) : null;
      },
      percent: () => (line, column) => {
        const [now, then] = both(metric, line, column);
        const change = now && then && quotient(minus(now, then), then);
        return change ? asNumber(change) * (then && asNumber(then) < 0 ? -1 : 1) : null;
      },
    };
    const calculations: Record<Calculation, Series['cells']> = {
      share: (table) => (line, column) => {
        const share = quotient(
          line.block.value(metric, line.at, column, 0),
          table.totals.value(metric, line.total, column, 0),
        );
        return share && asNumber(share);
      },
      running: () => {
        const sums = new Map<string, Exact>();
        return (line, column) => {
          const { kind, currency } = line;
          const value = line.block.value(metric, line.at, column, 0);
          if ((kind !== 'row' && kind !== 'other') || !value) return null;
          const key = `${currency} ${column}`;
          const before = sums.get(key);
          const sum = plus(value, before ?? null);
          sums.set(key, sum);
          return shown(sum, currency);
        };
      },
      rank: (table) => {
        const ranks = new Map<string, number[]>();
        const sizeOf = (line: Line, column: number): number | null => {
          const value = line.block.value(metric, line.at, column, 0);
          return value && asNumber(value);
        };
        return (line, column) => {
          const { kind, currency } = line;
          const own = sizeOf(line, column);
          if (kind !== 'row' || own === null) return null;
          const key = `${currency} ${column}`;
          let sorted = ranks.get(key);
          if (!sorted) {
            sorted = table.lines
              .flatMap((one) => {
                const value = one.kind === 'row' && one.currency === currency ? sizeOf(one, column) : null;
                return value === null ? [] : [value];
              })
              .sort((a, b) => b - a);
            ranks.set(key, sorted);
          }
          return firstAt(sorted, own) + 1;
        };
      },
    };
    return [
      make(null, () => (line, column) => shown(line.block.value(metric, line.at, column, 0), line.currency)),
      ...(query.comparison ? query.changes.map((kind) => make(kind, changes[kind])) : []),
      ...query.calculations
        .filter((one) => one.metric === metric)
        .map(({ kind }) => make(kind, calculations[kind])),
    ];
  });
}

const both = (metric: string, { block, at }: Line, column: number) =>
  [block.value(metric, at, column, 0), block.value(metric, at, column, 1)] as const;

/** Place of the first of equal values in a descending list. */
function firstAt(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The metrics' columns: each series, for each value of what columns are split by. */
export function columnsOf(
  series: readonly Series[],
  columns: readonly (Label[] | null)[],
  currency: string | undefined,
): ResultColumn[] {
  return columns.flatMap((labels) =>
    series.map(({ id, label, type }): ResultColumn => {
      const words =
        labels === null ? ['Total'] : labels.map((one) => (one === null ? '(none)' : String(one)));
      return {
        id: words.length === 0 ? id : `${id}[${labels === null ? '' : words.join(',')}]`,
        label: [...words, label].join(' · '),
        type,
        ...(type === 'money' && currency ? { currency } : {}),
      };
    }),
  );
}
