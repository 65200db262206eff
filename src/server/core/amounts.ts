import { currencyDigits } from '../../shared/money';
import { allocate } from './allocate';
import type { NumberColumn } from './column';
import { textAt } from './dictionary';
import { sortByGroup } from './groups';
import type { Lens, Read, Source } from './lens';
import type { Catalog, Relation, SumMetric } from './metric';
import { currencyHome, isMoney } from './plan';

// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { isNaN: isMissing } = Number;

/** A number for each row of a grain, in units of 10^-scale. */
export interface Numbers extends Read<Float64Array> {
  scale: number;
}

/** A metric's sum of terms for each row of a grain: its own stream's, or shared out to a finer one. */
export function amountsOf(
  catalog: Catalog,
  source: Source,
  lens: Lens,
  metric: SumMetric,
  counted: string,
): Numbers {
  const { scale, values } = termsOf(source, metric);
  if (lens.path.length === 0) return { scale, list: values, place: lens.place(counted) };
  let list = values;
  let units = unitsOf(catalog, source, metric, scale);
  const shared = new Float64Array(lens.rows);
  const spread = (stream: string) => {
    const place = lens.place(stream);
    for (let i = 0; i < place.length; i++) if (place[i] !== 0) shared[i] = list[place[i] as number] as number;
  };
  // From the counted stream down: what finer rows belong to is overwritten by their shares.
  spread(counted);
  for (const relation of lens.path) {
    const parents = source.join(relation);
    list = shareOut(source, relation, list, units);
    units = units.length === 1 ? units : parents.map((parent) => units[parent] as number);
    spread(relation.child);
  }
  const place = new Int32Array(lens.rows);
  for (let i = 0; i < place.length; i++) place[i] = i;
  return { scale, list: shared, place };
}

/** Decimals that a currency has at most. */
const MONEY_DIGITS = 2;

/** Sum of the terms per row of the metric's stream, missing ones as 0; of what others count, missing where all are. */
function termsOf(source: Source, metric: SumMetric): NumberColumn {
  const { stream, terms } = metric;
  const columns = terms.map(({ field }) => source.frame(stream).number(field));
  // However few decimals the stored amounts happen to have: they are shared out in those of the currency.
  const scale = Math.max(isMoney(metric) ? MONEY_DIGITS : 0, ...columns.map((column) => column.scale));
  const values = new Float64Array(source.frame(stream).rows + 1);
  columns.forEach((column, t) => {
    const factor = 10 ** (scale - column.scale) * (terms[t] as { sign: number }).sign;
    for (let i = 1; i < values.length; i++) {
      const value = column.values[i] as number;
      if (!isMissing(value)) values[i] = (values[i] as number) + value * factor;
    }
  });
  if (metric.told)
    for (let i = 1; i < values.length; i++)
      if (columns.every((column) => isMissing(column.values[i] as number))) values[i] = Number.NaN;
  return { kind: 'number', scale, values };
}

/** The unit that each row's amount is shared out in: the smallest of its currency; of other numbers, whatever is stored. */
function unitsOf(catalog: Catalog, source: Source, metric: SumMetric, scale: number): Int32Array {
  const home = isMoney(metric) ? currencyHome(catalog, metric.stream) : null;
  if (!home) return new Int32Array([1]);
  const { dictionary, codes } = source.frame(home.stream).text(home.field);
  const place = source.lens(metric.stream, metric.stream).place(home.stream);
  const byCode = Array.from(
    { length: dictionary.length },
    (_, code) => 10 ** Math.max(0, scale - currencyDigits(textAt(dictionary, code))),
  );
  const none = 10 ** Math.max(0, scale - currencyDigits(''));
  // One for all, mostly: then there is nothing to look up.
  if (byCode.every((unit) => unit === none)) return new Int32Array([none]);
  const units = new Int32Array(place.length + 1);
  for (let i = 0; i < place.length; i++) units[i + 1] = byCode[codes[place[i] as number] as number] ?? none;
  return units;
}

/**
 * Amounts of the parent's rows shared out among the child's by their weight, ties to the row that is stored first (which
 * has the smaller id), so that they always add up to the parent's.
 */
function shareOut(
  source: Source,
  relation: Relation,
  amounts: Float64Array,
  units: Int32Array,
): Float64Array {
  const { rows: childRows, number } = source.frame(relation.child);
  const weights = number(relation.weight as string).values;
  const { start, rows } = sortByGroup({ count: amounts.length, of: source.join(relation) });
  const shares = new Float64Array(childRows + 1);
  const own: number[] = [];
  const parts: number[] = [];
  for (let parent = 1; parent < amounts.length; parent++) {
    const from = start[parent] as number;
    const count = (start[parent + 1] as number) - from;
    const amount = amounts[parent] as number;
    if (count === 0 || amount === 0) continue;
    // What is missing is missing in each.
    if (count === 1 || isMissing(amount)) {
      for (let i = 0; i < count; i++) shares[rows[from + i] as number] = amount;
      continue;
    }
    // An amount stated with more decimals than its currency has is shared out in those.
    let unit = units[units.length === 1 ? 0 : parent] as number;
    while (unit > 1 && amount % unit !== 0) unit /= 10;
    own.length = count;
    for (let i = 0; i < count; i++) {
      const weight = weights[rows[from + i] as number] as number;
      // A missing one counts as none.
      own[i] = isMissing(weight) ? 0 : Math.max(0, weight);
    }
    allocate(amount, own, unit, parts);
    for (let i = 0; i < count; i++) shares[rows[from + i] as number] = parts[i] as number;
  }
  return shares;
}
