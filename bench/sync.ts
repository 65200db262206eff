import { connect as connectAddOn } from '../dev/report/connect';
import { connect as plainClient } from '../dev/simulator/client';
import { breathe, type RunningSimulator, startSimulator } from '../dev/simulator/start';
import { install } from '../dev/workbench/installation';
import type { Api, CallName } from '../src/shared/api';
import type { ReportInput } from '../src/shared/report';
import { type Figure, rounded } from './figure';

const ORDERS = 10_000;
const LATENCY_MS = 300;
const NOW = Date.UTC(2026, 2, 1);
const SINCE = '2025-12-01';

/** Calls of the Partner API that the simulator has answered so far. */
async function requestsOf(simulator: RunningSimulator): Promise<number> {
  const { counters } = await simulator.control('counters', {});
  return Object.entries(counters).reduce(
    (sum, [what, count]) => (what.includes('/order/') ? sum + count : sum),
    0,
  );
}

/** Loading 10,000 orders at 300 ms latency, against one page after another with nothing stored. */
export async function syncFigures(): Promise<Figure[]> {
  const story = { seed: 'bench', shops: ['US'], orders: ORDERS, since: SINCE, until: '2026-03-01' };
  const simulator = await startSimulator({ story, latencyMs: LATENCY_MS, now: NOW });
  try {
    const first = await firstReport(simulator);
    const pull = await intoStore(simulator);

    await breathe();
    const client = await plainClient(simulator.url, { now: NOW });
    const [plainShop] = await client.shops();
    if (!plainShop) throw new Error('no shop was connected');
    const plainBefore = await requestsOf(simulator);
    const plainStart = client.time.now;
    let records = 0;
    const bounds = {
      create_time_ge: Date.parse(`${SINCE}T00:00:00Z`) / 1000 - 86_400,
      create_time_lt: NOW / 1000,
    };
    for await (const _ of client.orders(plainShop, bounds, 'create_time')) records++;
    if (records < ORDERS * 0.99) throw new Error(`the baseline read ${records} orders only`);
    const plainSeconds = (client.time.now - plainStart) / 1000;
    const plainRequests = (await requestsOf(simulator)) - plainBefore;
    const against = 'one page after another, nothing stored';
    const seconds = (name: string, value: number): Figure => ({
      name,
      value: rounded(value),
      unit: 'simulated s',
      baseline: rounded(plainSeconds),
      against,
    });
    return [
      { name: 'sync_requests', value: pull.requests, unit: 'requests', baseline: plainRequests, against },
      seconds('sync_seconds_300ms', pull.seconds),
      {
        name: 'sync_speedup_300ms',
        value: rounded(plainSeconds / pull.seconds),
        unit: '×, stored too',
        baseline: 1,
        against,
      },
      seconds('first_report_seconds', first),
    ];
  } finally {
    await simulator.stop();
  }
}

async function connected(simulator: RunningSimulator) {
  const installation = await install({ now: NOW, fileName: 'Bench', simulator });
  await connectAddOn(installation);
  const call = <Name extends CallName>(name: Name, input: Api[Name]['input']): Api[Name]['output'] => {
    const reply = installation.rpc(name, input);
    if (!reply.ok) throw new Error(reply.problem.text);
    return reply.value;
  };
  const [shop] = call('overview', null).shops;
  if (!shop) throw new Error('no shop was connected');
  return { call, shop: shop.id, clock: installation.runtime.clock };
}

const reportOf = (shop: string, range: string): ReportInput => ({
  name: 'Bench',
  shops: [shop],
  metrics: ['orders'],
  dimensions: [],
  range,
});

type Connected = Awaited<ReturnType<typeof connected>>;

function run({ call }: Connected, report: ReportInput): void {
  let run = call('startRun', { report });
  while (!run.finished) run = call('continueRun', { runId: run.id });
}

/** Simulated seconds of a first report in a new spreadsheet: its tabs for store, report and log are made too. */
async function firstReport(simulator: RunningSimulator): Promise<number> {
  const addOn = await connected(simulator);
  const start = addOn.clock.now();
  run(addOn, reportOf(addOn.shop, `${SINCE}..2026-02-28`));
  return (addOn.clock.now() - start) / 1000;
}

/**
 * Loading the past into a spreadsheet that has its tabs already: requests for orders, and simulated seconds from the first of
 * them until all orders are stored, which is when the next list is asked for.
 */
async function intoStore(simulator: RunningSimulator): Promise<{ requests: number; seconds: number }> {
  const addOn = await connected(simulator);
  const { call, shop } = addOn;
  run(addOn, reportOf('sample', 'yesterday'));
  await simulator.control('log', { clear: true });
  call('startBackfill', { shop, since: SINCE });
  while (!call('continueBackfill', { shop }).finished);
  const { entries } = await simulator.control('log', {});
  const isOrders = ({ path }: { path: string }) =>
    path.includes('/orders/search') && path.includes('/order/');
  const first = entries.findIndex(isOrders);
  const last = entries.findLastIndex(isOrders);
  const next = entries[last + 1];
  const start = entries[first];
  if (!start || !next) throw new Error('no list was asked for after the orders');
  const answer = call('answer', { report: reportOf(shop, `${SINCE}..2026-02-28`) });
  const [stored] = answer.rows[0] ?? [];
  if (Number(stored) < ORDERS * 0.99) throw new Error(`only ${stored} orders are stored`);
  return { requests: entries.filter(isOrders).length, seconds: (next.now - start.now) / 1000 };
}
