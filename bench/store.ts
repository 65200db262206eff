import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { connect as connectAddOn } from '../dev/report/connect';
import type { ServiceCall } from '../dev/runtime/types';
import { type RunningSimulator, startSimulator } from '../dev/simulator/start';
import { install } from '../dev/workbench/installation';
import { rowsOf } from '../src/server/core/normalise';
import type { Partition, PartitionKey, Rows } from '../src/server/core/ports';
import { sha256Hex } from '../src/server/core/sign';
import { Store } from '../src/server/core/store';
import { streams } from '../src/server/streams';
import type { Run } from '../src/shared/api';
import { type Figure, median, rounded } from './figure';
import { type Order, ordersOf } from './orders';

const ORDERS = 10_000;
const STREAMS = [streams.orders, streams.line_items];

const hash = (text: string): string => sha256Hex(`salt${text}`).slice(0, 16);
const itemsIn = (records: readonly Order[]): number =>
  records.reduce((sum, order) => sum + order.line_items.length, 0);

/** The partitions of some orders and their line items, as the store makes them. */
function partitionsOf(records: readonly Order[]): Partition[] {
  const written: Partition[] = [];
  const rows: Rows = {
    index: () => [],
    read: (keys: readonly PartitionKey[]) => keys.map(() => null),
    note: () => null,
    write: (partitions) => void written.push(...partitions),
    cells: () => 0,
    clear: () => undefined,
  };
  new Store(rows).put('7495000000000000001', STREAMS, records, {}, hash);
  return written;
}

/** Characters of payload and index, of both streams together, for each line item; the worse of two markets. */
function sizeFigure(shops: readonly Order[][]): Figure {
  const sizes = shops.map((records) => {
    const text = partitionsOf(records).reduce(
      (sum, { info, payload }) => sum + payload.length + JSON.stringify(info).length,
      0,
    );
    const zipped = gzipSync(JSON.stringify(records)).toString('base64').length;
    return { ours: text / itemsIn(records), json: zipped / itemsIn(records) };
  });
  const worst = sizes.reduce((a, b) => (b.ours > a.ours ? b : a));
  return {
    name: 'store_bytes_per_item',
    value: rounded(worst.ours),
    unit: 'characters',
    baseline: rounded(worst.json),
    against: 'gzipped JSON of the same records in base64; the worse of US and VN',
  };
}

/** What a report by date and product reads. */
const COLUMNS = {
  orders: ['order_id', 'create_time', 'paid_time', 'is_cod', 'order_status', 'total_amount', 'currency'],
  line_items: ['line_item_id', 'order_id', 'product_name', 'sale_price'],
};

/** Reading a report's columns in a realm that has ECMAScript and nothing else. */
function speedFigure(records: readonly Order[]): Figure {
  const [built] = buildSync({
    stdin: {
      contents: `export { decodePartition } from './src/server/core/codec';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'core',
    target: 'es2019',
  }).outputFiles;
  const pieces = partitionsOf(records).map(({ info, payload }) => ({
    payload,
    columns: COLUMNS[info.stream as 'orders'],
  }));
  // The same columns as lists of values.
  const plain = STREAMS.map((stream) => {
    const rows = records.flatMap((record) => rowsOf(stream, record, hash));
    const names = Object.keys(stream.fields);
    return JSON.stringify(
      COLUMNS[stream.id as 'orders'].map((id) => rows.map((row) => row[names.indexOf(id)])),
    );
  });
  const realm = createContext({ pieces, plain });
  runInContext(built?.text ?? '', realm);
  const perSecond = (code: string): number => {
    const times: number[] = [];
    for (let i = 0; i < 9; i++) {
      const start = performance.now();
      runInContext(code, realm);
      times.push(performance.now() - start);
    }
    return rounded((itemsIn(records) / median(times)) * 1000);
  };
  return {
    name: 'store_decode_items_per_s',
    value: perSecond(`for (const { payload, columns } of pieces) {
      const partition = core.decodePartition(payload);
      for (const column of columns) partition.column(column);
    }`),
    unit: 'line items/s',
    baseline: perSecond('for (const text of plain) JSON.parse(text);'),
    against: 'JSON.parse of the same columns, uncompressed and unchecked',
  };
}

const STORED = 100_000;
const FIRST = '2024-01-01';
const NOW = Date.UTC(2025, 11, 31);
const HOUR = 3_600_000;
/** In which some 300 orders of this shop change, new ones included. */
const CHANGED_HOURS = 8;

const sheetCalls = (calls: readonly ServiceCall[]): number =>
  calls.filter(({ service }) => /Sheet|Range|Metadata|Protection/.test(service)).length;

async function searches(simulator: RunningSimulator): Promise<number> {
  // A long run leaves the event loop no time to see that the connection was closed.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { counters } = await simulator.control('counters', {});
  return Object.entries(counters).reduce((sum, [what, n]) => (what.includes('/order/') ? sum + n : sum), 0);
}

/** Bringing two years of a shop up to date after some 300 of its orders have changed. */
async function refreshFigures(): Promise<Figure[]> {
  const story = { seed: 'bench', shops: ['US'], orders: STORED, since: FIRST, until: '2026-01-01' };
  const simulator = await startSimulator({ story, latencyMs: 0, now: NOW });
  try {
    const { runtime, rpc, document, user } = await install({ now: NOW, fileName: 'Bench', simulator });
    await connectAddOn({ runtime, rpc, document, user });
    const overview = rpc('overview', null);
    const shop = overview.ok ? overview.value.shops[0]?.id : undefined;
    if (!shop) throw new Error('no shop was connected');
    const report = (range: string) => ({
      name: 'Bench',
      shops: [shop],
      metrics: ['orders'],
      dimensions: [],
      range,
    });
    /** Runs a report; the calls of Sheets until its tab is looked for, which is when the sync is over. */
    const run = (range: string): { count: number; records: number } => {
      let count = 0;
      let records = 0;
      let over = false;
      const server = (name: string, input: unknown): Run => {
        const execution = runtime.serverCall(document, user, 'rpc', [name, JSON.stringify(input)]);
        const end = execution.calls.findIndex(({ args }) => args.includes('tiktokshop.report'));
        if (!over) count += sheetCalls(end < 0 ? execution.calls : execution.calls.slice(0, end));
        over ||= end >= 0;
        const reply = JSON.parse(String(execution.value));
        if (!reply.ok) throw new Error(reply.problem.text);
        return reply.value;
      };
      let state = server('startRun', { report: report(range) });
      while (!state.finished) {
        state = server('continueRun', { runId: state.id });
        records = Math.max(records, state.done);
      }
      return { count, records };
    };
    const whole = run(`${FIRST}..2025-12-30`);
    const before = await searches(simulator);
    // Orders of the last weeks change some times a day each.
    runtime.clock.advance(CHANGED_HOURS * HOUR);
    const { count, records } = run('2025-12-31..2025-12-31');
    const requests = (await searches(simulator)) - before;
    return [
      {
        name: 'daily_refresh_sheet_calls',
        value: count,
        unit: 'calls',
        baseline: whole.count,
        against: `a full load of the same range; ours: ${records} changed orders among ${STORED}`,
      },
      {
        name: 'daily_refresh_api_calls',
        value: requests,
        unit: 'requests',
        baseline: before,
        against: 'a full fetch of the same range',
      },
    ];
  } finally {
    await simulator.stop();
  }
}

export async function storeFigures(): Promise<Figure[]> {
  const shops = ['US', 'VN'].map((region) => ordersOf(region, ORDERS, '2026-01-01', '2026-03-01'));
  return [sizeFigure(shops), speedFigure(shops[0] ?? []), ...(await refreshFigures())];
}
