import {
  BIGINT,
  BOOLEAN,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UBIGINT,
  VARCHAR,
} from '@duckdb/node-api';
import type { Columns } from './columns';

/** What DuckDB answers: day, product, GMV in cents, orders, customers; in order of the first two. */
export type Answer = (string | number)[][];

const ORDERS: [name: keyof Columns['orders'], type: DuckDBType][] = [
  ['order_id', BIGINT],
  ['create_time', INTEGER],
  ['paid_time', INTEGER],
  ['is_cod', BOOLEAN],
  ['order_status', VARCHAR],
  ['total_amount', BIGINT],
  ['buyer_id', UBIGINT],
];
const ITEMS: [name: keyof Columns['items'], type: DuckDBType][] = [
  ['line_item_id', BIGINT],
  ['order_id', BIGINT],
  ['product_name', VARCHAR],
  ['sale_price', BIGINT],
];

/**
 * The same report in SQL. Only orders of several items need to be shared out: by sale price, in whole cents, the cents that
 * are left to the largest remainders, ties to the smaller id.
 */
const QUERY = `
with sold as (
  select order_id, total_amount, buyer_id, case when is_cod then create_time else paid_time end // 86400 as day
  from orders where paid_time is not null or (is_cod and order_status not in ('UNPAID', 'ON_HOLD'))
), priced as (
  select order_id, count(*) as n, sum(sale_price)::bigint as price from line_items group by order_id
), several as (
  select i.order_id, line_item_id, product_name, day, buyer_id, total_amount,
    case when price = 0 then n else price end as whole,
    case when price = 0 then 1 else sale_price end as weight
  from line_items i join priced p using (order_id) join sold using (order_id) where n > 1
), shared as (
  select *, (total_amount::hugeint * weight // whole)::bigint as share,
    (total_amount::hugeint * weight % whole)::bigint as remainder from several
), shares as (
  select day, product_name, buyer_id,
    share + case when row_number() over (partition by order_id order by remainder desc, line_item_id)
      <= total_amount - sum(share) over (partition by order_id) then 1 else 0 end as amount from shared
  union all
  select day, product_name, buyer_id, total_amount as amount
  from line_items i join priced p using (order_id) join sold using (order_id) where n = 1
), gmv as (
  select day, product_name, sum(amount)::bigint as gmv, count(distinct buyer_id) as customers
  from shares group by all
), placed as (
  select create_time // 86400 as day, product_name, count(distinct order_id) as orders
  from line_items join orders using (order_id) group by all
)
select strftime(make_date(day::integer), '%Y-%m-%d') as day, product_name::varchar, coalesce(gmv, 0)::double, coalesce(orders, 0)::double,
  coalesce(customers, 0)::double
from gmv full join placed using (day, product_name)
where day >= 20089 and day < 20454 order by all`;

/** A function that asks DuckDB, on one thread, of tables that lie in its own form in memory. */
export async function duckdb({ orders, items }: Columns): Promise<() => Promise<Answer>> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const load = async (
    table: string,
    columns: Record<string, ArrayLike<unknown>>,
    types: [string, DuckDBType][],
  ) => {
    await connection.run(
      `create table ${table} (${types.map(([name, type]) => `${name} ${type.toString()}`).join(', ')})`,
    );
    const appender = await connection.createAppender(table);
    const { length } = Object.values(columns)[0] as ArrayLike<unknown>;
    const chunk = DuckDBDataChunk.create(types.map(([, type]) => type));
    for (let start = 0; start < length; start += 2048) {
      chunk.reset();
      chunk.setColumns(
        types.map(
          ([name]) => Array.prototype.slice.call(columns[name], start, start + 2048) as DuckDBValue[],
        ),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  };
  await load('orders_as_read', orders, ORDERS);
  await load('items_as_read', items, ITEMS);
  // Texts that come again and again as enumerations: the form in which DuckDB groups them fastest.
  await connection.run(`
    create type status as enum (select distinct order_status from orders_as_read);
    create type product as enum (select distinct product_name from items_as_read order by 1);
    create table orders as select * replace (order_status::status as order_status) from orders_as_read;
    create table line_items as select * replace (product_name::product as product_name) from items_as_read;
    drop table orders_as_read;
    drop table items_as_read;`);
  return async () => (await connection.runAndReadAll(QUERY)).getRows() as Answer;
}
