import { isoDay, type Offset } from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import { cohortCodes, firstOf } from './cohort';
import { textAt } from './dictionary';
import { Codebook, type Coding, fieldCodes, type ShopFacts, TimeCoding } from './dimension-codes';
import { labelTest } from './filter-labels';
import { type Groups, splitAll } from './groups';
import type { Lens, Read, Source } from './lens';
import type { Catalog, Dimension, Home } from './metric';
import { currencyHome, type Pass, type Period, type Plan } from './plan';
import { isDaily } from './relations';

// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { isNaN: isMissing } = Number;

/** All that passes over the stored rows have in common. */
export interface Context {
  catalog: Catalog;
  plan: Plan;
  source: Source;
  shops: readonly ShopFacts[];
  offset: Offset;
  /** How the values of each dimension are numbered. */
  codings: Map<string, Coding>;
  currencies: Codebook;
  /** Code of each shop's currency, by its place: 0 as long as none is known, −1 where it has several. */
  shopCurrencies: Int32Array;
  /** Codes of fields by row, made once for all passes. */
  fieldCodes: Map<string, Int32Array>;
}

/** The rows of a pass that lie in a period and pass the filters, in groups of equal dimensions and currency. */
export interface Walk {
  pass: Pass;
  lens: Lens;
  period: Period;
  /** Rows of the lens in the period. */
  rows: Int32Array;
  /** Time that places each row. */
  times: Read<Float64Array>;
  /** Group of each row; negative for rows that only stocks look at. */
  groups: Groups;
  /** Code of each row in each dimension. */
  codes: Int32Array[];
  /** Code of each row's currency. */
  currencies: Int32Array;
  /** Place of each row's shop. */
  shops: Int32Array;
  /** What each row's amount is multiplied by, in units of the rates' scale; null without rates. */
  rates: Float64Array | null;
}

const at = <List extends Int32Array | Float64Array>(
  { place, list }: Read<List>,
  rows: Int32Array,
): Int32Array => {
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = list[place[rows[i] as number] as number] as number;
  return found;
};

/** Unix seconds between which a pass's own times lie in a period. Days of shops belong to no zone. */
export const boundsOf = (catalog: Catalog, { time }: Pass, { range, days }: Period) =>
  isDaily(catalog, time) ? { since: days.since * 86_400, until: days.until * 86_400 } : range;

/** Code of a part of the time, from the time: of those that lie in the period. */
export function timeCoder(
  { catalog, offset }: Context,
  pass: Pass,
  period: Period,
  coding: TimeCoding,
): (time: number) => number {
  const daily = isDaily(catalog, pass.time);
  const local = (time: number) => time + (daily ? 0 : offset(time));
  if (coding.part === 'hour') return (time) => Math.floor((local(time) % 86_400) / 3600);
  const table = coding.table(period);
  const { since } = period.days;
  return (time) => table[Math.floor(local(time) / 86_400) - since] as number;
}

export function walk(context: Context, pass: Pass, period: Period): Walk {
  const { catalog, plan, source, shops } = context;
  const { query } = plan;
  const lens = source.lens(pass.grain, pass.stream);
  const times = { place: lens.place(pass.time.stream), list: source.times(pass.time) };
  const { since, until } = boundsOf(catalog, pass, period);
  const shopPlace = { place: lens.place(pass.stream), list: source.frame(pass.stream).shops };
  const inside = new Uint8Array(times.list.length);
  for (let row = 1; row < inside.length; row++) {
    const time = times.list[row] as number;
    // NaN fails both comparisons.
    if (time >= since && time < until) inside[row] = 1;
  }

  const reader = (id: string, home: Home | null): Read<Int32Array> => {
    const dimension = catalog.dimensions[id] as Dimension;
    const coding = codingOf(context, id);
    const first = firstOf(dimension);
    if (home && first) return cohortCodes(context, home, first, lens, times, coding as Codebook);
    if (home) {
      const key = `${home.stream} ${home.field}`;
      let list = context.fieldCodes.get(key);
      if (!list) {
        list = fieldCodes(catalog, home, source.frame(home.stream), context.offset, coding as Codebook);
        context.fieldCodes.set(key, list);
      }
      return { place: lens.place(home.stream), list };
    }
    if (dimension.kind === 'shop') {
      const names = shops.map((shop) => (coding as Codebook).code(shop[dimension.fact]));
      return { place: shopPlace.place, list: shopPlace.list.map((shop) => names[shop - 1] ?? 0) };
    }
    const list = new Int32Array(inside.length);
    const codeOf = timeCoder(context, pass, period, coding as TimeCoding);
    for (let row = 1; row < list.length; row++)
      if (inside[row] === 1) list[row] = codeOf(times.list[row] as number);
    return { place: times.place, list };
  };

  const counts = countedBy(source, pass, lens);
  // Which day of a stock is the last is not a matter of other filters than those on time.
  const stocks = pass.metrics.some((id) => catalog.metrics[id]?.kind === 'last');
  const tests = plan.rowFilters.map((filter, f) => {
    const read = reader(filter.field, pass.filters[f] ?? null);
    const coding = codingOf(context, filter.field);
    return {
      ...read,
      passes: remember(labelTest(filter), coding),
      late: stocks && catalog.dimensions[filter.field]?.kind !== 'time',
    };
  });
  const rows = new Int32Array(lens.rows);
  const of = new Int32Array(lens.rows);
  let picked = 0;
  next: for (let row = 0; row < lens.rows; row++) {
    if (inside[times.place[row] as number] !== 1) continue;
    if (!counts(row)) continue;
    let group = 0;
    for (const { place, list, passes, late } of tests)
      if (!passes(list[place[row] as number] as number)) {
        if (!late) continue next;
        group = -1;
      }
    rows[picked] = row;
    of[picked++] = group;
  }
  const kept = rows.slice(0, picked);
  const ids = [...query.dimensions, ...query.pivot];
  const codes = ids.map((id, d) => at(reader(id, pass.dimensions[d] ?? null), kept));
  const splits = codes.map((list, d) => ({ codes: list, size: codingOf(context, ids[d] as string).size() }));
  const shopOf = at(shopPlace, kept);
  const currencies = currencyCodes(context, pass, lens, kept);
  const rates = plan.money && query.rates ? ratesOf(context, pass, period, times, kept, currencies) : null;
  if (plan.money) {
    shopCurrencies(context, pass, shopOf, currencies);
    splits.push({ codes: currencies, size: context.currencies.size() });
  }
  const groups = splitAll({ count: 1, of: of.slice(0, picked) }, splits);
  return {
    pass,
    lens,
    period,
    rows: kept,
    times,
    groups,
    codes,
    currencies,
    shops: shopOf,
    rates,
  };
}

/** Whether a row has all that its pass counts rows by. */
export function countedBy(source: Source, { counted }: Pass, lens: Lens): (row: number) => boolean {
  const reads = counted.map((home) => ({ place: lens.place(home.stream), list: source.times(home) }));
  return (row) => {
    for (const { place, list } of reads) if (isMissing(list[place[row] as number] as number)) return false;
    return true;
  };
}

/** A test of labels asked once per code. */
function remember(test: (label: ReturnType<Coding['label']>) => boolean, coding: Coding) {
  const known: boolean[] = [];
  return (code: number): boolean => {
    const found = known[code] ?? test(coding.label(code));
    known[code] = found;
    return found;
  };
}

export function codingOf({ codings, catalog, plan }: Context, id: string): Coding {
  const dimension = catalog.dimensions[id] as Dimension;
  const found =
    codings.get(id) ??
    (dimension.kind === 'time' ? new TimeCoding(dimension.part, plan.query) : new Codebook());
  codings.set(id, found);
  return found;
}

/** Currency of each row's amounts, 0 where it has none. */
function currencyCodes(context: Context, pass: Pass, lens: Lens, rows: Int32Array): Int32Array {
  const { catalog, source, currencies, plan } = context;
  const home = plan.money ? currencyHome(catalog, pass.stream) : null;
  if (!home) return new Int32Array(rows.length);
  const { dictionary, codes } = source.frame(home.stream).text(home.field);
  const moved = Array.from({ length: dictionary.length }, (_, code) =>
    currencies.code(textAt(dictionary, code)),
  );
  const place = lens.place(home.stream);
  const found = new Int32Array(rows.length);
  for (let i = 0; i < found.length; i++)
    found[i] = moved[codes[place[rows[i] as number] as number] as number] ?? 0;
  return found;
}

/** Rows that have no currency of their own take that of their shop, or the only one there is; from others it becomes known. */
function shopCurrencies(context: Context, pass: Pass, shops: Int32Array, currencies: Int32Array): void {
  const known = context.shopCurrencies;
  const home = currencyHome(context.catalog, pass.stream);
  const only = context.currencies.size() === 2 ? 1 : 0;
  if (home)
    for (let i = 0; i < shops.length; i++) {
      const code = currencies[i] as number;
      const before = known[shops[i] as number] as number;
      if (code > 0 && before !== code) known[shops[i] as number] = before === 0 ? code : -1;
    }
  // Amounts of what belongs to nothing that is known have none.
  if (home && home.stream !== pass.stream) return;
  for (let i = 0; i < shops.length; i++) {
    const before = known[shops[i] as number] as number;
    if (currencies[i] === 0) currencies[i] = before > 0 ? before : only;
  }
}

/** Puts the rates' own currency in the place of the rows', and says what each amount is multiplied by. */
function ratesOf(
  context: Context,
  pass: Pass,
  period: Period,
  { place, list }: Read<Float64Array>,
  rows: Int32Array,
  currencies: Int32Array,
): Float64Array {
  const { to, scale, list: known } = context.plan.query.rates as NonNullable<Plan['query']['rates']>;
  const daily = isDaily(context.catalog, pass.time);
  const target = context.currencies.code(to);
  const { since, until } = period.days;
  // By currency, then day of the period.
  const tables = new Map<number, Float64Array>();
  const tableFor = (code: number): Float64Array => {
    const currency = context.currencies.label(code);
    const table = new Float64Array(until - since).fill(currency === to ? 10 ** scale : Number.NaN);
    for (const { currency: other, day, units } of known)
      if (other === currency && currency !== to) table.fill(units, Math.max(0, day - since));
    tables.set(code, table);
    return table;
  };
  const factors = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = currencies[i] as number;
    if (code === 0) continue;
    const time = list[place[rows[i] as number] as number] as number;
    const day = Math.floor((time + (daily ? 0 : context.offset(time))) / 86_400);
    const factor = (tables.get(code) ?? tableFor(code))[day - since] as number;
    if (isMissing(factor))
      throw new ProblemError('bad_input', {
        what: `There is no exchange rate from ${context.currencies.label(code)} to ${to} for ${isoDay(day)}.`,
      });
    factors[i] = factor;
    currencies[i] = target;
  }
  return factors;
}
