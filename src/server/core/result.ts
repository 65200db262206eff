import type { FieldType } from '../../shared/field';
import { currencyDigits, toDecimal } from '../../shared/money';
import type { Amount, Group } from './aggregate';
import type { Label } from './dimension-codes';
import { compareLabels, numberTest } from './filter-labels';
import type { Catalog, Metric } from './metric';
import { filtersMetric, type Plan } from './plan';

/** A report's answer in exact, readable values: money as decimal strings, days and times as ISO text, missing as null. */
export interface Result {
  columns: ResultColumn[];
  rows: Label[][];
  notes: string[];
}
export interface ResultColumn {
  id: string;
  label: string;
  type: FieldType;
  /** The one currency of a money column. */
  currency?: string;
}

/** Decimals beyond the currency's own with which quotients of money are stated. */
const RATIO_DIGITS = 4;

const asNumber = ({ units, scale }: Amount): number => Number(units) / 10 ** scale;

/** Value of any metric in a group, as a number; null for a quotient by zero. */
function numeric(catalog: Catalog, id: string, group: Group): number | null {
  const metric = catalog.metrics[id] as Metric;
  if (metric.kind !== 'ratio') return asNumber(group.values[id] ?? ZERO);
  if (metric.of.every((part) => catalog.metrics[part]?.kind !== 'ratio'))
    return quotient(group.values[metric.of[0]] ?? ZERO, group.values[metric.of[1]] ?? ZERO);
  const [above, below] = metric.of.map((part) => numeric(catalog, part, group));
  return above === null || above === undefined || !below ? null : above / below;
}

/** Divided as integers: 7.25 ÷ 100.00 is the nearest number to 0.0725, so that a filter can meet it. */
function quotient(above: Amount, below: Amount): number | null {
  const scale = Math.max(above.scale, below.scale);
  const whole = ({ units, scale: own }: Amount) => Number(units) * 10 ** (scale - own);
  return Number(below.units) === 0 ? null : whole(above) / whole(below);
}

const ZERO: Amount = { units: 0, scale: 0 };

function shown(catalog: Catalog, id: string, group: Group): Label {
  const metric = catalog.metrics[id] as Metric;
  const digits = currencyDigits(group.currency ?? '');
  if (metric.kind !== 'ratio') {
    const { units, scale } = group.values[id] ?? ZERO;
    return metric.type === 'money' ? toDecimal(units, scale, digits) : Number(units) / 10 ** scale;
  }
  const value = numeric(catalog, id, group);
  if (value === null || metric.type !== 'money') return value;
  return (
    decimalOfQuotient(catalog, metric.of, group, digits) ??
    toDecimal(Math.round(value * 10 ** (digits + RATIO_DIGITS)), digits + RATIO_DIGITS, digits)
  );
}

/** Money ÷ count, rounded half away from zero from the exact integers. */
function decimalOfQuotient(
  catalog: Catalog,
  [above, below]: readonly [string, string],
  group: Group,
  digits: number,
): string | null {
  if (catalog.metrics[above]?.kind === 'ratio' || catalog.metrics[below]?.kind === 'ratio') return null;
  const numerator = group.values[above] ?? ZERO;
  const denominator = group.values[below] ?? ZERO;
  const scale = digits + RATIO_DIGITS;
  const ten = (power: number) => BigInt(10) ** BigInt(power);
  let dividend = BigInt(numerator.units) * ten(scale + denominator.scale);
  let divisor = BigInt(denominator.units) * ten(numerator.scale);
  if (divisor < BigInt(0)) {
    dividend = -dividend;
    divisor = -divisor;
  }
  const half = dividend < BigInt(0) ? -divisor : divisor;
  return toDecimal((dividend * BigInt(2) + half) / (divisor * BigInt(2)), scale, digits);
}

/** Smaller first; missing values last in either direction. */
function compareValues(a: Label, b: Label, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return descending ? compareLabels(b, a) : compareLabels(a, b);
}

/** Sorted, filtered and cut groups as rows. `zeroRow`: a report without dimensions answers even about nothing. */
export function resultOf(catalog: Catalog, plan: Plan, groups: Group[]): Result {
  const { query } = plan;
  const notes: string[] = [];
  let kept = groups;
  if (query.dimensions.length === 0 && kept.length === 0)
    kept = [{ labels: [], order: [], currency: null, values: {} }];
  for (const filter of query.filters) {
    if (!filtersMetric(catalog, query, filter.field)) continue;
    const test = numberTest(filter);
    kept = kept.filter((group) => test(numeric(catalog, filter.field, group)));
  }
  const currencies = [...new Set(kept.map((group) => group.currency).filter((one) => one !== null))].sort();
  const split = plan.splitsCurrency && currencies.length > 1;
  if (split)
    notes.push(`Amounts in ${currencies.join(', ')} are never added up: each currency has rows of its own.`);

  const sortKeys = query.sort.map(({ field, descending }) => {
    const place = query.dimensions.indexOf(field);
    return (a: Group, b: Group) =>
      place < 0
        ? compareValues(numeric(catalog, field, a), numeric(catalog, field, b), descending)
        : compareValues(a.order[place] as Label, b.order[place] as Label, descending);
  });
  kept = [...kept].sort((a, b) => {
    for (const compare of sortKeys) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    for (let i = 0; i < a.order.length; i++) {
      const difference = compareValues(a.order[i] as Label, b.order[i] as Label, false);
      if (difference !== 0) return difference;
    }
    return compareValues(a.currency, b.currency, false);
  });
  if (query.limit !== null && kept.length > query.limit) kept = kept.slice(0, query.limit);

  const currency = currencies.length === 1 ? (currencies[0] as string) : undefined;
  const columns: ResultColumn[] = query.dimensions.map((id) => {
    const dimension = catalog.dimensions[id];
    return { id, label: dimension?.label ?? id, type: dimension?.type ?? 'text' };
  });
  if (split) columns.push({ id: 'currency', label: 'Currency', type: 'currency' });
  for (const id of query.metrics) {
    const { label, type } = catalog.metrics[id] as Metric;
    columns.push({ id, label, type, ...(type === 'money' && currency ? { currency } : {}) });
  }
  const rows = kept.map((group) => [
    ...group.labels,
    ...(split ? [group.currency] : []),
    ...query.metrics.map((id) => shown(catalog, id, group)),
  ]);
  return { columns, rows, notes };
}
