import type { Database } from './database';
import { type Filter, passes } from './filters';
import { type Period, periodsOf } from './periods';
import type { Question } from './question';
import { type Base, FIELDS, METRICS, ORDER_SUMS, PARTS, partsOf, type Table, typeOf } from './words';

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const FROM: Record<Table, string> = {
  o: 'orders o',
  i: 'items i join orders o using (shop, order_id)',
  r: 'sent_back r left join items i using (shop, line_item_id) left join orders o using (shop, order_id)',
  k: 'stock k',
  t: 'traffic t',
};

export const basesOf = (ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const parts = partsOf(METRICS[id]!);
      return parts ? basesOf(parts) : [id];
    }),
  ),
];

/** Tables that rows of one know the fields of; and that lie below it, in order. */
const KNOWN: Record<Table, Table[]> = { o: ['o'], i: ['i', 'o'], r: ['r', 'i', 'o'], k: ['k'], t: ['t'] };
const BELOW: Partial<Record<Table, Table[]>> = { o: ['i', 'r'], i: ['r'] };

/** What each row has to say to each metric in each period, as a table `gathered`: labels r0, r1 …, currency, amount or key. */
export async function gather(
  database: Database,
  question: Question,
  bases: readonly string[],
  filters: readonly Filter[],
): Promise<void> {
  const periods = await periodsOf(database, question);
  const money = bases.some((id) => METRICS[id]!.type === 'money');
  const parts = (bases.length > 0 ? bases : [null]).flatMap((id) =>
    periods.map((period, p) => rowsOf(question, id, period, p, filters, money)),
  );
  const labels = dimensionsOf(question).map((_, n) => `coalesce(r${n}, '∅')`);
  const key = [...labels.slice(0, question.dimensions.length), `coalesce(cur, '∅')`].join(` || '|' || `);
  await database.run(
    `create or replace temp table gathered as
     select *, ${key} as row_key from (${parts.map((part) => `(${part})`).join(' union all ')})`,
  );
  const days = periods.map((period, p) => daysOf(question, period, p));
  await database.run(`create or replace temp table calendar as ${days.join(' union all ')}`);
}

const dimensionsOf = ({ dimensions, pivot = [] }: Question) => [...dimensions, ...pivot];

/** The day of a period whose weekday a row has: beside a date, that of the date. */
const ownDay = (question: Question, period: Period, day: string) =>
  dimensionsOf(question).includes('date') ? period.beside(day) : day;

/** Each day of a period with its parts of time, as rows r0, r1 … of dimensions; nothing for others. Any day has all hours. */
function daysOf(question: Question, period: Period, p: number): string {
  const at = { loc: 'null', day: period.beside('d'), own: ownDay(question, period, 'd') };
  const labels = dimensionsOf(question).map((name, n) => {
    const label = name === 'hour' ? undefined : PARTS[name]?.sql(at, question.weekStart === 6);
    return `, (${label ?? 'null'})::varchar as r${n}`;
  });
  return `select ${p} as p ${labels.join('')} from (select unnest(generate_series(
    date '${period.first}', date '${period.last}', interval 1 day))::date as d)`;
}

function rowsOf(
  question: Question,
  id: string | null,
  period: Period,
  p: number,
  filters: readonly Filter[],
  money: boolean,
): string {
  const { zone, time, weekStart = 0 } = question;
  const shops = question.shops.map(literal).join(', ');
  const all = dimensionsOf(question);
  const used = [...new Set([...all, ...filters.map(({ field }) => field)])];
  const base = id === null ? placed(used) : (METRICS[id] as Base);
  const { table, how } = base;
  const stored = used.filter((name) => FIELDS[name]);
  const at = (name: string, tables: readonly Table[]) =>
    tables.map((one) => FIELDS[name]?.of[one]).find((sql) => sql !== undefined);
  // The finest table that a field needs.
  const below = (BELOW[table] ?? []).filter((_, n, list) =>
    stored.some((name) => !at(name, [...KNOWN[table], ...list.slice(0, n)])),
  );
  const known = [...KNOWN[table], ...below];
  const joins: string[] = below.map((one) =>
    one === 'i'
      ? ' left join items i using (shop, order_id)'
      : ' left join sent_back r using (shop, line_item_id)',
  );
  let amount = base.sql;
  if (table === 'o' && how === 'sum' && id !== null) {
    amount = `(${ORDER_SUMS[id]!.replace(/\w+/g, 'o.$&')}) * 100`;
    if (below.includes('i')) {
      joins.push(` left join item_shares s on s.id = shop || ' ' || i.line_item_id`);
      amount = `coalesce(s.${id}, ${amount})`;
    }
    if (below.includes('r')) {
      joins.push(` left join return_shares q on q.id = shop || ' ' || r.return_id`);
      amount = `coalesce(q.${id}, ${amount})`;
    }
  } else amount = `(${amount}) * 100`;
  const added = how !== 'once' && how !== 'new' && how !== 'returning';
  const isFirst = how === 'new' || how === 'returning';
  const usual = {
    sold: 'o.sold',
    created: 'o.create_time',
    day: table === 'k' ? 'k.stock_day' : 't.day',
    returned: 'r.return_time',
  };
  const moment = time ? (time === 'sales_time' ? 'o.sold' : (at(time, known) as string)) : usual[base.when];
  const currency = table === 'k' || table === 't' ? `${table}.currency` : 'o.currency';
  const local = (seconds: string) =>
    base.when === 'day' && !time
      ? `timezone('UTC', to_timestamp(${seconds}))`
      : `timezone(${literal(zone)}, to_timestamp(${seconds}))`;
  const label = (name: string, seconds: 'now' | 'then' = 'now'): string => {
    const at = { loc: `${seconds}_loc`, day: `${seconds}_day`, own: `${seconds}_own` };
    if (PARTS[name]) return PARTS[name].sql(at, weekStart === 6);
    if (name === 'shop_id') return 'shop';
    if (name.startsWith('shop_')) return `(select ${name.slice(5)} from shops where id = shop)`;
    return typeOf(name) === 'time' ? isoTime(`f_${name}`, zone) : `f_${name}`;
  };
  const isLate = ({ field }: Filter) => how === 'stock' && !PARTS[field];
  const test = (filter: Filter) => passes(filter, label(filter.field), typeOf(filter.field));
  const both = (list: readonly string[]) => (list.length > 0 ? list.join(' and ') : 'true');
  const firstSold = `(select min(${moment.replace('o.', 'b.')}) from orders b
    where b.buyer = o.buyer and b.sold is not null and b.shop in (${shops}))`;
  return `
    with x as (
      select shop, ${currency} as x_currency, ${moment} as t, (${added ? amount : 'null'})::hugeint as amount,
        (${added ? 'null' : base.sql})::varchar as k, ${isFirst ? firstSold : 'null'}::bigint as first
        ${stored.map((name) => `, ${at(name, known)} as f_${name}`).join('')}
      from ${FROM[table]}${joins.join('')}
      where shop in (${shops}) and t is not null ${base.when === 'sold' ? 'and o.sold is not null' : ''}
    ), y as (
      select *, ${local('t')} as now_loc, ${local('first')} as then_loc from x
      where ${local('t')}::date between date '${period.first}' and date '${period.last}'
    ), z as (
      select *, ${['now', 'then'].map((one) => `${period.beside(`${one}_loc::date`)} as ${one}_day, ${ownDay(question, period, `${one}_loc::date`)} as ${one}_own`).join(', ')} from y
    )
    select ${literal(id ?? '')} as m, ${p} as p, shop, t, amount, k,
      ${isFirst ? `then_loc::date >= date '${period.first}'` : 'null::boolean'} as fresh,
      ${money ? 'x_currency' : 'null::varchar'} as cur, ${both(filters.filter(isLate).map(test))} as ok
      ${all.map((name, n) => `, (${label(name)})::varchar as r${n}, ${isFirst && PARTS[name] ? `(${label(name, 'then')})::varchar` : 'null::varchar'} as g${n}`).join('')}
    from z where ${both(filters.filter((filter) => !isLate(filter)).map(test))}`;
}

/** Without a metric, rows are placed by their order's create time, or by the time of what they themselves are. */
function placed(used: readonly string[]): Base {
  const only = (table: Table) =>
    used.some((name) => FIELDS[name] && Object.keys(FIELDS[name].of).join() === table);
  const base = { type: 'integer', how: 'once', sql: 'null' } as const;
  if (only('r')) return { ...base, table: 'r', when: 'returned' };
  if (only('k')) return { ...base, table: 'k', when: 'day' };
  return { ...base, table: 'o', when: 'created' };
}

function isoTime(time: string, zone: string): string {
  const local = `timezone(${literal(zone)}, to_timestamp(${time}))`;
  const ahead = `(epoch(${local})::bigint - ${time})`;
  return `strftime(${local}, '%Y-%m-%dT%H:%M:%S') || case when ${ahead} = 0 then 'Z' else
    case when ${ahead} < 0 then '-' else '+' end || lpad((abs(${ahead}) // 3600)::varchar, 2, '0') || ':' ||
    lpad((abs(${ahead}) % 3600 // 60)::varchar, 2, '0') end`;
}
