import { DuckDBInstance } from '@duckdb/node-api';
import { ITEM_COLUMNS, ORDER_COLUMNS, ORDER_SUMS, typed } from './words';

export type Cell = string | number | boolean | null;
export interface Shop {
  id: string;
  name: string;
  region: string;
  /** TikTok's untouched orders. */
  records: readonly unknown[];
}
/** Rows of made-up tables: traffic, stock, what is sent back. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

export interface Database {
  all(sql: string): Promise<Record<string, Cell>[]>;
  run(sql: string): Promise<void>;
  close(): void;
}

const quoted = (value: Cell): string =>
  value === null ? 'null' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** DuckDB with tables made from TikTok's records, and each order's amounts shared out among its items and returns. */
export async function databaseOf(shops: readonly Shop[], rows: Rows): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const database: Database = {
    async all(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJson() as Record<string, Cell>[];
    },
    async run(sql) {
      await connection.run(sql);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  await database.run(
    'create table raw (shop varchar, record json); create table shops (id varchar, name varchar, region varchar)',
  );
  const raw = await connection.createAppender('raw');
  for (const { id, records } of shops)
    for (const record of records) {
      raw.appendVarchar(id);
      raw.appendVarchar(JSON.stringify(record));
      raw.endRow();
    }
  raw.closeSync();
  for (const { id, name, region } of shops)
    await database.run(`insert into shops values (${[id, name, region].map(quoted)})`);
  const columns = (list: typeof ORDER_COLUMNS) =>
    list.map(([name, type, sql]) => `${typed(type, sql)} as ${name}`).join(', ');
  // Counted: paid, or cash on delivery that is neither unpaid nor on hold. Sold: cash on delivery when placed, else when paid.
  await database.run(`
    create table orders as
      select *, case when paid_time is not null or (is_cod and order_status not in ('UNPAID', 'ON_HOLD'))
        then case when is_cod then create_time else paid_time end end as sold,
        case when currency in ('IDR', 'JPY', 'VND') then 100 else 1 end as step
      from (select shop, ${columns(ORDER_COLUMNS)} from raw);
    create table items as
      select shop, order_id, ${columns(ITEM_COLUMNS)} from (
        select shop, record->>'$.id' as order_id, unnest((record->'$.line_items')::json[]) as item from raw);`);
  for (const [table, list] of Object.entries(rows)) {
    const names = Object.keys(list[0] ?? {});
    const kinds: Record<string, string> = {
      day: 'bigint',
      stock_day: 'bigint',
      return_time: 'bigint',
      available: 'bigint',
    };
    const money = ['gmv', 'refund', 'price', 'visitors'];
    await database.run(
      `create table ${table} (${names.map((name) => `${name} ${kinds[name] ?? (money.includes(name) ? 'decimal(18,2)' : 'varchar')}`)})`,
    );
    for (let start = 0; start < list.length; start += 500)
      await database.run(
        `insert into ${table} values ${list
          .slice(start, start + 500)
          .map((row) => `(${names.map((name) => quoted(row[name] ?? null))})`)
          .join(',')}`,
      );
  }
  /**
   * Shares of each amount of a parent for its children by weight: whole steps of the smallest unit of the currency, what
   * is left to the largest remainders, ties to the smaller id; equally where all weights are nothing.
   */
  const share = (amount: string) => `
    sign(${amount}) * step * (abs(${amount}) // step * weight // whole + case when
      row_number() over (partition by parent order by (abs(${amount}) // step * weight) % whole desc, length(id), id)
      <= abs(${amount}) // step - sum(abs(${amount}) // step * weight // whole) over (partition by parent) then 1 else 0 end)`;
  const shared = (name: string, from: string, sums: readonly string[]) => `
    create table ${name} as
    with weighed as (${from}), fair as (
      select *, case when total > 0 then w else 1 end as weight, case when total > 0 then total else n end as whole from (
        select *, sum(w) over (partition by parent) as total, count(*) over (partition by parent) as n from weighed))
    select id, ${sums.map((sum) => `(${share(`a_${sum}`)})::hugeint as ${sum}`)} from fair`;
  const sums = Object.entries(ORDER_SUMS);
  const cents = (sql: string) => `((${sql}) * 100)::hugeint`;
  await database.run(
    shared(
      'item_shares',
      `select i.shop || ' ' || i.line_item_id as id, i.shop || ' ' || i.order_id as parent, ${cents('sale_price')} as w, step,
        ${sums.map(([id, sql]) => `${cents(sql)} as a_${id}`)} from items i join orders o using (shop, order_id)`,
      sums.map(([id]) => id),
    ),
  );
  if (rows['sent_back'])
    await database.run(
      shared(
        'return_shares',
        `select r.shop || ' ' || r.return_id as id, i.shop || ' ' || i.line_item_id as parent, ${cents('r.refund')} as w, step,
        ${sums.map(([id]) => `s.${id} as a_${id}`)}
        from sent_back r join items i using (shop, line_item_id) join orders o using (shop, order_id)
        join item_shares s on s.id = i.shop || ' ' || i.line_item_id`,
        sums.map(([id]) => id),
      ),
    );
  return database;
}
