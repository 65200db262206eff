import { amountsOf, type Numbers } from './amounts';
import type { TimeCoding } from './dimension-codes';
import { type Exact, quotient, whole } from './exact';
import { ExactSums } from './exact-sums';
import {
  distinctPairsPerGroup,
  distinctPerGroup,
  type Groups,
  type Sorted,
  sortByGroup,
  split,
} from './groups';
import type { BaseMetric } from './metric';
import { isMoney } from './plan';
import { boundsOf, type Context, codingOf, countedBy, timeCoder, type Walk } from './walk';

// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { isNaN: isMissing } = Number;

/** Groups into which a walk's rows are gathered, and the dimensions that tell them apart in time. */
export interface Gathering extends Groups {
  sorted(): Sorted;
  /** Places of the dimensions that are parts of time. */
  times: readonly number[];
}

export function gatheringOf(groups: Groups, times: readonly number[]): Gathering {
  let sorted: Sorted | undefined;
  return {
    ...groups,
    times,
    sorted() {
      sorted ??= sortByGroup(groups);
      return sorted;
    },
  };
}

export type Measured = (group: number) => Exact | null;

/** Values of one metric for groups of a walk's rows. `amounts` keeps what is shared out, for other groups. */
export function measure(
  context: Context,
  walked: Walk,
  id: string,
  into: Gathering,
  amounts: Map<string, Numbers>,
): Measured {
  const { catalog, source } = context;
  const { pass, lens, rows } = walked;
  const metric = catalog.metrics[id] as BaseMetric;
  const own = pass.grain === pass.stream;
  const counts =
    (of: Float64Array): Measured =>
    (group) =>
      whole(of[group] as number);
  switch (metric.kind) {
    case 'sum': {
      const key = `${pass.grain} ${id}`;
      const numbers = amounts.get(key) ?? amountsOf(catalog, source, lens, metric, pass.stream);
      amounts.set(key, numbers);
      return summed(context, walked, metric, into, numbers);
    }
    case 'rows': {
      if (!own) {
        // A row counts once in each group that any of what belongs to it falls into.
        const place = lens.place(pass.stream);
        return counts(
          distinctPerGroup(into.sorted(), codesAt(place, rows), source.frame(pass.stream).rows + 1),
        );
      }
      const { start } = into.sorted();
      return (group) => whole((start[group + 1] as number) - (start[group] as number));
    }
    case 'distinct': {
      const [field, ...more] = metric.fields as [string, ...string[]];
      const pairs = more.length === 0 ? source.frame(pass.stream).pairs(field) : null;
      if (pairs) {
        const place = codesAt(lens.place(pass.stream), rows);
        return counts(distinctPairsPerGroup(into.sorted(), codesAt(pairs.codes, place), pairs.dictionary));
      }
      const { codes, size } = valueCodes(walked, context, metric.fields);
      return counts(distinctPerGroup(into.sorted(), codes, size));
    }
    case 'new':
    case 'returning': {
      const { codes, size } = valueCodes(walked, context, [metric.field]);
      const first = isFirst(context, walked, metric.field, codes, into.times);
      const wanted = metric.kind === 'new' ? 1 : 0;
      return counts(
        distinctPerGroup(
          into.sorted(),
          codes.map((code, i) => (first[i] === wanted ? code : -1)),
          size,
        ),
      );
    }
    case 'min':
    case 'max':
      return extreme(context, walked, metric, into);
    case 'last': {
      const numbers = columnOf(context, walked, metric.field);
      return summed(context, walked, metric, lastOnly(walked, context, into), numbers);
    }
    case 'days':
      return daysOf(walked, context, into);
    case 'average': {
      const numbers = columnOf(context, walked, metric.field);
      const days = new Float64Array(into.count);
      for (let i = 0; i < rows.length; i++) {
        const value = numbers.list[numbers.place[rows[i] as number] as number] as number;
        const group = into.of[i] as number;
        if (group >= 0 && !isMissing(value)) days[group] = (days[group] as number) + 1;
      }
      const sums = summed(context, walked, metric, into, numbers);
      return (group) => quotient(sums(group), whole((days[group] as number) * (metric.per ?? 1)));
    }
  }
}

const codesAt = (list: Int32Array, rows: Int32Array): Int32Array => {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = list[rows[i] as number] as number;
  return codes;
};

function columnOf({ catalog, source }: Context, { pass, lens }: Walk, field: string): Numbers {
  const { stream } = pass;
  const { scale, values } = catalog.derived[field]
    ? { scale: 0, values: source.times({ stream, field }) }
    : source.frame(stream).number(field);
  return { scale, list: values, place: lens.place(stream) };
}

/** Exact sums; of money, multiplied by the rates. */
function summed(
  { plan }: Context,
  { rows, rates }: Walk,
  metric: BaseMetric,
  { of, count }: Groups,
  { place, list, scale }: Numbers,
): Measured {
  const factors = isMoney(metric) ? rates : null;
  const sums = new ExactSums(count);
  const known = metric.kind === 'sum' && metric.told ? new Uint8Array(count) : null;
  for (let i = 0; i < rows.length; i++) {
    const group = of[i] as number;
    const value = list[place[rows[i] as number] as number] as number;
    if (known && group >= 0 && !isMissing(value)) known[group] = 1;
    // NaN is neither.
    if (group < 0 || !(value < 0 || value > 0)) continue;
    if (factors) sums.addProduct(group, value, factors[i] as number);
    else sums.add(group, value);
  }
  const decimals = scale + (factors ? (plan.query.rates?.scale ?? 0) : 0);
  return (group) => (known?.[group] === 0 ? null : whole(sums.get(group), decimals));
}

function extreme(
  context: Context,
  walked: Walk,
  metric: BaseMetric & { kind: 'min' | 'max' },
  { of, count }: Groups,
): Measured {
  const { scale, place, list } = columnOf(context, walked, metric.field);
  const rates = isMoney(metric) ? walked.rates : null;
  const sign = metric.kind === 'min' ? 1 : -1;
  const best = new Float64Array(count).fill(Number.NaN);
  for (let i = 0; i < walked.rows.length; i++) {
    const group = of[i] as number;
    const value = (list[place[walked.rows[i] as number] as number] as number) * (rates?.[i] ?? 1);
    if (group < 0 || isMissing(value) || sign * value >= sign * (best[group] as number)) continue;
    best[group] = value;
  }
  const decimals = scale + (rates ? (context.plan.query.rates?.scale ?? 0) : 0);
  return (group) => (isMissing(best[group]) ? null : whole(best[group] as number, decimals));
}

/** Codes of combinations of texts, −1 where one is missing. */
function valueCodes({ pass, lens, rows }: Walk, { source }: Context, fields: readonly string[]) {
  const place = lens.place(pass.stream);
  let groups: Groups | undefined;
  let size = 0;
  for (const field of fields) {
    const { dictionary, codes } = source.frame(pass.stream).text(field);
    const list = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) list[i] = codes[place[rows[i] as number] as number] as number;
    if (groups) {
      groups = split(
        groups,
        list.map((code) => code + 1),
        dictionary.length + 1,
      );
      for (let i = 0; i < list.length; i++) if ((list[i] as number) < 0) groups.of[i] = -1;
      size = groups.count;
    } else {
      size = dictionary.length;
      groups = { count: size, of: list };
    }
  }
  return { codes: (groups as Groups).of, size };
}

/**
 * For each row, whether the first counted row of its value, in all that is stored, lies in the period and in the same
 * parts of time as the row.
 */
function isFirst(
  context: Context,
  walked: Walk,
  field: string,
  values: Int32Array,
  dimensions: readonly number[],
): Uint8Array {
  const { catalog, source, plan } = context;
  const { pass, period, codes } = walked;
  const { since, until } = boundsOf(catalog, pass, period);
  const lens = source.lens(pass.stream, pass.stream);
  const { dictionary, codes: valueAt } = source.frame(pass.stream).text(field);
  const first = new Float64Array(dictionary.length).fill(Number.POSITIVE_INFINITY);
  const placed = lens.place(pass.time.stream);
  const times = source.times(pass.time);
  const counts = countedBy(source, pass, lens);
  for (let row = 0; row < lens.rows; row++) {
    const value = valueAt[row + 1] as number;
    const time = times[placed[row] as number] as number;
    if (value < 0 || !(time < until) || time >= (first[value] as number)) continue;
    if (!counts(row)) continue;
    first[value] = time;
  }
  const is = new Uint8Array(values.length);
  for (let i = 0; i < is.length; i++)
    if ((values[i] as number) >= 0 && (first[values[i] as number] as number) >= since) is[i] = 1;
  for (const d of dimensions) {
    const id = [...plan.query.dimensions, ...plan.query.pivot][d] as string;
    const codeOf = timeCoder(context, pass, period, codingOf(context, id) as TimeCoding);
    const own = codes[d] as Int32Array;
    for (let i = 0; i < is.length; i++)
      if (is[i] === 1 && codeOf(first[values[i] as number] as number) !== own[i]) is[i] = 0;
  }
  return is;
}

/** Only rows of the last day that their shop has, within their parts of time. */
function lastOnly({ rows, times, codes, shops }: Walk, context: Context, into: Gathering): Groups {
  const all = [...context.plan.query.dimensions, ...context.plan.query.pivot];
  let buckets: Groups = { count: context.shops.length + 1, of: shops };
  for (const d of into.times)
    buckets = split(buckets, codes[d] as Int32Array, codingOf(context, all[d] as string).size());
  const last = new Float64Array(buckets.count).fill(Number.NEGATIVE_INFINITY);
  const timeOf = (i: number) => times.list[times.place[rows[i] as number] as number] as number;
  for (let i = 0; i < rows.length; i++) {
    const bucket = buckets.of[i] as number;
    last[bucket] = Math.max(last[bucket] as number, timeOf(i));
  }
  return {
    count: into.count,
    of: into.of.map((group, i) => (timeOf(i) === last[buckets.of[i] as number] ? group : -1)),
  };
}

/** Days of the period in the parts of time that a group's rows share. */
function daysOf({ period, codes, rows }: Walk, context: Context, into: Gathering): Measured {
  const all = [...context.plan.query.dimensions, ...context.plan.query.pivot];
  const parts = into.times.flatMap((d) => {
    const coding = codingOf(context, all[d] as string) as TimeCoding;
    // Every day has each hour.
    return coding.part === 'hour' ? [] : [{ table: coding.table(period), own: codes[d] as Int32Array }];
  });
  const sample = new Int32Array(into.count).fill(-1);
  for (let i = 0; i < rows.length; i++) if ((into.of[i] as number) >= 0) sample[into.of[i] as number] = i;
  return (group) => {
    const row = sample[group] as number;
    if (row < 0) return null;
    let days = 0;
    for (let day = 0; day < period.days.until - period.days.since; day++)
      if (parts.every(({ table, own }) => table[day] === own[row])) days++;
    return whole(days);
  };
}
