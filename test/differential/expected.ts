// A report's answer by DuckDB: SQL groups and counts, and what is done with the groups is done here, in the plainest way.
import type { Cell, Database } from './database';
import {
  compared,
  decimalIn,
  decimalText,
  less,
  over,
  type Quotient,
  quotientOf,
  rounded,
  sum,
  whole,
} from './decimal';
import type { Filter } from './filters';
import { basesOf, gather, literal } from './gathered';
import type { Question } from './question';
import { METRICS, PARTS, typeOf } from './words';

export interface Expected {
  columns: { id: string; type: string; currency?: string }[];
  rows: Cell[][];
}

/** Decimals beyond the currency's own with which a quotient of money is stated. */
const QUOTIENT_DIGITS = 4;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Decimals of a currency's smallest unit in TikTok's prices. */
export const digitsOf = (currency: Cell) => (['IDR', 'JPY', 'VND'].includes(String(currency)) ? 0 : 2);

type Label = string | null;
interface Group {
  labels: Label[];
  currency: Label;
  /** By period and metric. */
  found: Map<string, Record<string, Cell>>;
}

/** The gathered rows in groups of some dimensions and currency, of those that a condition holds for. */
async function groupsOf(
  database: Database,
  question: Question,
  dimensions: readonly number[],
  condition: string,
): Promise<Map<string, Group>> {
  const all = [...question.dimensions, ...(question.pivot ?? [])];
  const times = dimensions.filter((n) => PARTS[all[n] as string]);
  const fresh = ['fresh', ...times.map((n) => `g${n} is not distinct from r${n}`)].join(' and ');
  const keys = ['p', 'm', 'cur', ...dimensions.map((n) => `r${n}`)].join(', ');
  const sameDays = [
    'c.p = g.p',
    ...times.filter((n) => all[n] !== 'hour').map((n) => `c.r${n} is not distinct from g.r${n}`),
  ].join(' and ');
  const rows = await database.all(`
    select *, (select count(*) from calendar c where ${sameDays}) as calendar_days from (
    select ${keys}, sum(amount)::varchar as total, count(amount)::varchar as numbers, min(amount)::varchar as least,
      max(amount)::varchar as most, count(distinct k) as once, count(distinct k) filter (${fresh}) as new,
      count(distinct k) filter (not (${fresh})) as old, (sum(amount) filter (t = last))::varchar as stock
    from (select *, max(t) over (partition by ${['p', 'm', 'shop', ...times.map((n) => `r${n}`)].join(', ')}) as last from gathered)
    where ok and ${condition} group by ${keys}) g`);
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const labels = dimensions.map((n) => row[`r${n}`] as Label);
    const currency = row['cur'] as Label;
    const key = keyOf(labels, currency);
    const group = groups.get(key) ?? { labels, currency, found: new Map() };
    groups.set(key, group);
    group.found.set(`${row['p']} ${row['m']}`, row);
  }
  return groups;
}

const keyOf = (labels: readonly Label[], currency: Label): string =>
  [...labels, currency].map((label) => label ?? '∅').join('|');

const NOTHING: Quotient = { above: 0n, below: 1n };

/** Any metric of a group as an exact quotient; null where there is none. */
function exactly(group: Group | undefined, id: string, period: number): Quotient | null {
  const metric = METRICS[id]!;
  if ('of' in metric) {
    const [above, below] = metric.of.map((part) => exactly(group, part, period));
    if (!above || !below) return null;
    const { per = 1, part } = metric;
    return over({ ...above, above: above.above * BigInt(per) }, part ? sum(above, below) : below);
  }
  if ('plus' in metric) {
    const values = (ids: string[]) => ids.flatMap((part) => exactly(group, part, period) ?? []);
    const [added, taken] = [values(metric.plus), values(metric.minus)];
    return added.length + taken.length === 0
      ? null
      : less(added.reduce(sum, NOTHING), taken.reduce(sum, NOTHING));
  }
  const row = group?.found.get(`${period} ${id}`);
  const count = (name: string) => quotientOf(whole(BigInt(Number(row?.[name] ?? 0))), whole(1));
  const units = (name: string) => quotientOf(whole(BigInt(String(row?.[name] ?? 0))), whole(100));
  switch (metric.how) {
    case 'sum':
      return units('total');
    case 'told':
      return row === undefined || row['total'] === null ? null : units('total');
    case 'stock':
      return units('stock');
    case 'days':
      return row === undefined ? null : count('calendar_days');
    case 'once':
      return count('once');
    case 'new':
      return count('new');
    case 'returning':
      return count('old');
    case 'mean':
      return Number(row?.['numbers'] ?? 0) === 0
        ? null
        : over(units('total')!, quotientOf(whole(Number(row!['numbers']) * (metric.per ?? 1)), whole(1))!);
    default:
      return row?.[metric.how] === undefined || row[metric.how] === null ? null : units(metric.how);
  }
}

function shownAs(value: Quotient | null, id: string, currency: Cell): Cell {
  if (value === null) return null;
  const metric = METRICS[id]!;
  if (metric.type !== 'money') return Number(value.above) / Number(value.below);
  const isQuotient = 'of' in metric || ('how' in metric && metric.how === 'mean');
  const digits = digitsOf(currency);
  return decimalText(rounded(value, isQuotient ? digits + QUOTIENT_DIGITS : 2), digits);
}

function cellOf(label: Label, id: string): Cell {
  if (label === null) return null;
  const type = typeOf(id);
  if (type === 'boolean') return label === 'true';
  return type === 'integer' || type === 'percent' ? Number(label) : label;
}

/** Missing ones last, in either direction. */
function missingLast<T>(
  a: T | null,
  b: T | null,
  descending: boolean,
  compare: (a: T, b: T) => number,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return descending ? compare(b, a) : compare(a, b);
}
function compareLabels(a: string, b: string, id: string): number {
  const type = typeOf(id);
  if (type === 'integer' || type === 'percent') return Number(a) - Number(b);
  if (id === 'day_of_week') return WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

export async function expectedOf(database: Database, question: Question): Promise<Expected> {
  const { metrics, dimensions, pivot = [], filters = [], sort = [], limit = null, compare } = question;
  const onMetric = ({ field }: Filter) =>
    field in METRICS && (metrics.includes(field) || !['tax_rate'].includes(field));
  const metricFilters = filters.filter(onMetric);
  const bases = basesOf([...metrics, ...metricFilters.map(({ field }) => field)]);
  await gather(
    database,
    question,
    bases,
    filters.filter((filter) => !onMetric(filter)),
  );
  const places = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
  const depth = dimensions.length;
  const rowPlaces = places(0, depth);
  const columnPlaces = places(depth, depth + pivot.length);

  const orderAt = (level: number) => (a: Group, b: Group) => {
    for (const { field, descending } of sort) {
      const place = dimensions.indexOf(field);
      if (place >= level) continue;
      const difference =
        place >= 0
          ? missingLast(a.labels[place]!, b.labels[place]!, descending, (x, y) => compareLabels(x, y, field))
          : missingLast(exactly(a, field, 0), exactly(b, field, 0), descending, compared);
      if (difference !== 0) return difference;
    }
    for (let place = 0; place < level; place++) {
      const difference = missingLast(a.labels[place]!, b.labels[place]!, false, (x, y) =>
        compareLabels(x, y, dimensions[place]!),
      );
      if (difference !== 0) return difference;
    }
    return missingLast(a.currency, b.currency, false, (x, y) => (x < y ? -1 : x > y ? 1 : 0));
  };

  const rows = await groupsOf(database, question, rowPlaces, 'true');
  // One total is an answer even about nothing.
  if (depth === 0 && rows.size === 0) rows.set('∅', { labels: [], currency: null, found: new Map() });
  let kept = [...rows.values()].filter((group) =>
    metricFilters.every((filter) => metricPasses(exactly(group, filter.field, 0), filter)),
  );
  kept.sort(orderAt(depth));
  const among = (groups: readonly Group[]) =>
    groups.length === 0
      ? 'false'
      : `row_key in (${groups.map((group) => literal(keyOf(group.labels, group.currency))).join(', ')})`;
  const inReport = among(kept);
  const levels = question.subtotals ? places(1, depth) : [];
  const subtotals: { level: number; groups: Map<string, Group> }[] = [];
  for (const level of levels)
    subtotals.push({ level, groups: await groupsOf(database, question, places(0, level), inReport) });
  const parentOf = (group: Group, { level, groups }: (typeof subtotals)[number]) =>
    groups.get(keyOf(group.labels.slice(0, level), group.currency))!;
  const byLevels = (a: Group, b: Group): number => {
    for (const one of subtotals) {
      const [x, y] = [parentOf(a, one), parentOf(b, one)];
      if (x !== y) return orderAt(one.level)(x, y);
    }
    return orderAt(depth)(a, b);
  };
  kept.sort(byLevels);
  const all = kept;
  const shown = kept.slice(0, limit ?? kept.length);
  const rest = kept.slice(shown.length);
  kept = shown;

  const columnGroups =
    pivot.length > 0
      ? [
          ...new Map(
            [...(await groupsOf(database, question, columnPlaces, inReport)).values()].map((group) => [
              JSON.stringify(group.labels),
              group.labels,
            ]),
          ).values(),
        ].sort((a, b) => {
          for (const [n, id] of pivot.entries()) {
            const difference = missingLast(a[n]!, b[n]!, false, (x, y) => compareLabels(x, y, id));
            if (difference !== 0) return difference;
          }
          return 0;
        })
      : [];
  const columns: (Label[] | null)[] =
    pivot.length > 0 ? [...columnGroups, ...(question.totals ? [null] : [])] : [null];

  interface Line {
    kind: string;
    labels: Cell[];
    currency: Label;
    at: (column: Label[] | null) => Group | undefined;
  }
  const linesOf = async (kind: string, level: number, condition: string) => {
    const wide = await groupsOf(database, question, [...places(0, level), ...columnPlaces], condition);
    const narrow =
      pivot.length === 0 ? wide : await groupsOf(database, question, places(0, level), condition);
    return (labels: Label[], currency: Label): Line => ({
      kind,
      labels: dimensions.map((id, n) =>
        n < level ? cellOf(labels[n]!, id) : n === level ? (kind === 'other' ? 'Other' : 'Total') : null,
      ),
      currency,
      at: (column) =>
        column === null
          ? narrow.get(keyOf(labels, currency))
          : wide.get(keyOf([...labels, ...column], currency)),
    });
  };
  const lines: Line[] = [];
  const detail = await linesOf('row', depth, inReport);
  const subtotalLines: Awaited<ReturnType<typeof linesOf>>[] = [];
  for (const { level } of subtotals) subtotalLines.push(await linesOf('subtotal', level, inReport));
  kept.forEach((group, n) => {
    lines.push(detail(group.labels, group.currency));
    const next = kept[n + 1];
    for (let s = subtotals.length - 1; s >= 0; s--) {
      const own = parentOf(group, subtotals[s]!);
      if (next === undefined || parentOf(next, subtotals[s]!) !== own)
        lines.push(subtotalLines[s]!(own.labels, own.currency));
    }
  });
  const currenciesOf = (groups: readonly Group[]) =>
    [...new Set(groups.map(({ currency }) => currency))].sort((a, b) =>
      missingLast(a, b, false, (x, y) => (x < y ? -1 : 1)),
    );
  if (question.other && rest.length > 0) {
    const other = await linesOf('other', 0, among(rest));
    for (const currency of currenciesOf(rest)) lines.push(other([], currency));
  }
  const needsTotal = question.totals || (question.calculations ?? []).some(({ kind }) => kind === 'share');
  const total = needsTotal ? await linesOf('total', 0, inReport) : detail;
  if (question.totals && depth > 0 && lines.length > 0)
    for (const currency of currenciesOf(all)) lines.push(total([], currency));

  const currencies = currenciesOf(all).filter((currency) => currency !== null);
  const split = currencies.length > 1 && !dimensions.includes('currency');
  const only = currencies.length === 1 ? currencies[0]! : undefined;
  const result: Expected = {
    columns: dimensions.map((id) => ({ id, type: typeOf(id) })),
    rows: lines.map(({ labels, currency }) => [...labels, ...(split ? [currency] : [])]),
  };
  if (split) result.columns.push({ id: 'currency', type: 'currency' });
  for (const column of columns)
    for (const id of metrics) {
      const { type } = METRICS[id]!;
      const values = (period: number) => lines.map((line) => exactly(line.at(column), id, period));
      const now = values(0);
      const put = (suffix: string, kind: string, cells: Cell[]) => {
        const name =
          pivot.length === 0
            ? ''
            : `[${column === null ? '' : column.map((label) => (label === null ? '(none)' : label)).join(',')}]`;
        result.columns.push({
          id: id + suffix + name,
          type: kind,
          ...(kind === 'money' && only ? { currency: only } : {}),
        });
        for (const [n, cell] of cells.entries()) result.rows[n]!.push(cell);
      };
      const amounts = (list: readonly (Quotient | null)[]) =>
        list.map((value, n) => shownAs(value, id, lines[n]!.currency));
      put('', type, amounts(now));
      if (compare) {
        const then = values(1);
        const change = now.map((value, n) => (value && then[n] ? less(value, then[n]!) : null));
        for (const kind of compare.show) {
          if (kind === 'value') put(':compared', type, amounts(then));
          if (kind === 'change') put(':change', type, amounts(change));
          if (kind === 'percent')
            put(
              ':percent',
              'percent',
              change.map((value, n) => {
                const size =
                  then[n] && (then[n]!.above < 0n ? { ...then[n]!, above: -then[n]!.above } : then[n]!);
                const part = value && size ? over(value, size) : null;
                return part && Number(part.above) / Number(part.below);
              }),
            );
        }
      }
      for (const { kind } of (question.calculations ?? []).filter(({ metric }) => metric === id)) {
        const isRow = (n: number) => lines[n]!.kind === 'row';
        const same = (n: number, m: number) => lines[n]!.currency === lines[m]!.currency;
        if (kind === 'share')
          put(
            ':share',
            'percent',
            now.map((value, n) => {
              const sum = exactly(total([], lines[n]!.currency).at(column), id, 0);
              const part = value && sum ? over(value, sum) : null;
              return part && Number(part.above) / Number(part.below);
            }),
          );
        if (kind === 'running') {
          const running = now.map((_, n) =>
            ['row', 'other'].includes(lines[n]!.kind) && now[n]
              ? now
                  .slice(0, n + 1)
                  .filter((_, m) => ['row', 'other'].includes(lines[m]!.kind) && same(n, m))
                  .reduce<Quotient>((total, value) => sum(total, value ?? NOTHING), NOTHING)
              : null,
          );
          put(':running', type, amounts(running));
        }
        if (kind === 'rank')
          put(
            ':rank',
            'integer',
            now.map((value, n) =>
              isRow(n) && value
                ? 1 +
                  now.filter((other, m) => isRow(m) && same(n, m) && other && compared(other, value) > 0)
                    .length
                : null,
            ),
          );
      }
    }
  return result;
}

/** Whether a metric's exact value passes; a quotient without denominator only ever is "not". */
function metricPasses(value: Quotient | null, { operator, values }: Filter): boolean {
  if (value === null) return operator === '!=';
  const sides = values.map((wanted) => compared(value, quotientOf(decimalIn(wanted)!, whole(1))!));
  const [first = 0, second = 0] = sides;
  switch (operator) {
    case '=':
      return sides.includes(0);
    case '!=':
      return !sides.includes(0);
    case '>':
      return first > 0;
    case '<':
      return first < 0;
    case '>=':
      return first >= 0;
    case '<=':
      return first <= 0;
    case '><':
      return first >= 0 && second <= 0;
    default:
      return false;
  }
}
