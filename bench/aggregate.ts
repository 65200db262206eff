import { answerReport } from '../src/server/app/answer';
import type { Deps } from '../src/server/app/deps';
import { formula } from '../src/server/app/formula';
import { gridOf } from '../src/server/core/grid';
import type { Rows } from '../src/server/core/ports';
import { Store } from '../src/server/core/store';
import { type AskedReport, parseReport, type ReportInput } from '../src/shared/report';
import { type Answer, duckdb } from './baseline-duckdb';
import { arquero, nestedMaps } from './baseline-js';
import { type Columns, columnsOf } from './columns';
import { type Figure, rounded } from './figure';
import { type Order, ordersOf } from './orders';
import { shopRows, stored } from './shop-rows';

const REPORT: ReportInput = {
  name: 'Bench',
  shops: ['shop'],
  metrics: ['gmv', 'orders', 'customers'],
  dimensions: ['date', 'product_name'],
  range: '2025-01-01..2025-12-31',
};

/** From the stored texts to the cells of a tab: reading, checking, joining, sharing out, counting, sorting, laying out. */
function ours(rows: Rows): () => { answer: Answer; cells: number } {
  const parsed = parseReport(REPORT);
  if (!('report' in parsed)) throw new Error(parsed.issues.join('; '));
  const deps = { rows, clock: { now: () => Date.UTC(2026, 0, 10) }, sheets: {} } as unknown as Deps;
  return () => {
    const result = answerReport(deps, new Store(rows), parsed.report as AskedReport);
    const grid = gridOf(result, () => '');
    return { answer: result.rows as Answer, cells: grid.rows.length * grid.columns.length };
  };
}

/** What a formula asks by day, from the stored texts to the cells that it spills. */
function answering(rows: Rows): () => unknown {
  const deps = {
    rows,
    clock: { now: () => Date.UTC(2026, 0, 10) },
    platform: { sheetZone: () => 'Etc/UTC' },
  } as unknown as Deps;
  return () => formula(deps, 'gmv,orders,customers', 'date', '2025-01-01..2025-12-31');
}

/** What is measured: its shortest run, and what it answered. */
interface Timed<Value> {
  ms: number;
  value: Value;
}

/** Some runs of each, in turn, after one that does not count: whatever else the machine does meets all of them alike. */
async function inTurn<Values extends unknown[]>(
  rounds: number,
  ...sides: { [Side in keyof Values]: () => Values[Side] | Promise<Values[Side]> }
): Promise<{ [Side in keyof Values]: Timed<Values[Side]> }> {
  const found: Timed<unknown>[] = [];
  for (const side of sides) found.push({ ms: Number.POSITIVE_INFINITY, value: await side() });
  for (let round = 0; round < rounds; round++)
    for (const [n, side] of sides.entries()) {
      const { ms, value } = await once(side);
      found[n] = { ms: Math.min(ms, (found[n] as Timed<unknown>).ms), value };
    }
  return found as { [Side in keyof Values]: Timed<Values[Side]> };
}

/** One run, for what takes long. */
async function once<Value>(work: () => Value | Promise<Value>): Promise<Timed<Value>> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** The rows themselves are let go: a heap full of them slows down whoever is measured. */
function prepared(records: readonly Order[], items: number): { store: Rows; columns: Columns } {
  const shop = shopRows(records, items);
  return { store: stored(shop), columns: columnsOf(shop) };
}

/** Throws unless both have the same rows: day, product, cents, orders, customers. */
function compare(name: string, expected: Answer, found: Answer): void {
  const line = (row: Answer[number]) =>
    [
      row[0],
      row[1],
      Math.round(Number(row[2]) * (typeof row[2] === 'string' ? 100 : 1)),
      row[3],
      row[4],
    ].join();
  const wanted = new Set(expected.map(line));
  const wrong = found.map(line).filter((one) => !wanted.has(one));
  if (wrong.length > 0 || found.length !== expected.length)
    throw new Error(`${name} differs: ${found.length} rows for ${expected.length}; ${wrong.slice(0, 3)}`);
}

/**
 * GMV (shared out), orders and customers by day and product name. DuckDB (one thread) and the JavaScript begin with their
 * own tables in memory and end with rows of plain values; the add-on begins with its stored, compressed texts, which it
 * decodes and checks, and ends with the cells of a tab. All give the same rows.
 */
export async function aggregateFigures(): Promise<Figure[]> {
  const records = ordersOf('US', 5000, '2025-01-01', '2026-01-01');
  const figures: Figure[] = [];
  for (const [items, name] of [
    [100_000, '100k'],
    [1_000_000, '1m'],
  ] as const) {
    const { store, columns } = prepared(records, items);
    const [own, duck] = await inTurn(5, ours(store), await duckdb(columns));
    if (name === '100k') {
      const [spilled] = await inTurn(5, answering(store));
      figures.push({
        name: 'formula_100k_ms',
        value: rounded(spilled.ms),
        unit: 'ms',
        baseline: 30_000,
        against:
          'Google’s limit of a custom function; =TIKTOKSHOP("gmv,orders,customers", "date") in a warm script',
      });
    }
    const [maps] = await inTurn(3, nestedMaps(columns));
    const table = await once(arquero(columns));
    compare('DuckDB', own.value.answer, duck.value);
    compare('nested Maps', own.value.answer, maps.value);
    compare('arquero', own.value.answer, table.value);
    const bestJs = Math.min(maps.ms, table.ms);
    const against = `DuckDB, one thread, from its own tables in memory to rows; here from stored texts, decoded and checked, to cells; the shortest of 5 runs in turn; ${own.value.answer.length} rows; nested Maps ${rounded(maps.ms)} ms, arquero ${rounded(table.ms)} ms`;
    figures.push({
      name: `group_${name}_ms`,
      value: rounded(own.ms),
      unit: 'ms',
      baseline: rounded(duck.ms),
      against,
    });
    figures.push({
      name: `group_${name}_vs_duckdb`,
      value: rounded(own.ms / duck.ms),
      unit: 'of its time',
      baseline: 1,
      against: 'DuckDB with one thread; below 1 is faster',
    });
    figures.push({
      name: `group_${name}_vs_best_js`,
      value: rounded(own.ms / bestJs),
      unit: 'of its time',
      baseline: 1,
      against:
        maps.ms < table.ms
          ? 'nested Maps, which are faster than arquero'
          : 'arquero, which is faster than nested Maps',
    });
  }
  return figures;
}
