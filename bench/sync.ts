import { connect as connectAddOn } from '../dev/report/connect';
import { connect as plainClient } from '../dev/simulator/client';
import { type RunningSimulator, startSimulator } from '../dev/simulator/start';
import { install } from '../dev/workbench/installation';
import type { Run } from '../src/shared/api';
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

/** Loading 10,000 orders at 300 ms latency: the add-on, storing included, against one page after another. */
export async function syncFigures(): Promise<Figure[]> {
  const story = { seed: 'bench', shops: ['US'], orders: ORDERS, since: SINCE, until: '2026-03-01' };
  const simulator = await startSimulator({ story, latencyMs: LATENCY_MS, now: NOW });
  try {
    const installation = await install({ now: NOW, fileName: 'Bench', simulator });
    await connectAddOn(installation);
    const { runtime, rpc } = installation;
    const value = <T>(reply: { ok: true; value: T } | { ok: false; problem: { text: string } }): T => {
      if (!reply.ok) throw new Error(reply.problem.text);
      return reply.value;
    };
    const shop = value(rpc('overview', null)).shops[0];
    if (!shop) throw new Error('no shop was connected');
    const before = await requestsOf(simulator);
    const start = runtime.clock.now();
    const report = {
      name: 'Bench',
      shops: [shop.id],
      metrics: ['orders'],
      dimensions: [],
      range: `${SINCE}..2026-02-28`,
    };
    let run: Run = value(rpc('startRun', { report }));
    while (!run.finished) run = value(rpc('continueRun', { runId: run.id }));
    const seconds = (runtime.clock.now() - start) / 1000;
    const requests = (await requestsOf(simulator)) - before;

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
    return [
      { name: 'sync_requests', value: requests, unit: 'requests', baseline: plainRequests, against },
      {
        name: 'sync_seconds_300ms',
        value: rounded(seconds),
        unit: 'simulated s',
        baseline: rounded(plainSeconds),
        against,
      },
      { name: 'sync_speedup_300ms', value: rounded(plainSeconds / seconds), unit: '×', baseline: 1, against },
    ];
  } finally {
    await simulator.stop();
  }
}
