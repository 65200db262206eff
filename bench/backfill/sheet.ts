import { connect } from '../../dev/report/connect';
import type { ServiceCall, TabView } from '../../dev/runtime/types';
import { startSimulator } from '../../dev/simulator/start';
import { install } from '../../dev/workbench/installation';
import { directoryOf, HEAD, payloadIn } from '../../src/server/gas/store-rows';
import { storyOf } from '../../src/server/sample/story-of';
import { expectEveryOrder } from './every-order';
import {
  FIRST_DAY,
  HOUR,
  type Hour,
  LATENCY_MS,
  NOW,
  PER_SECOND,
  shopOf,
  type Taken,
  takenBy,
} from './terms';

const value = <T>(reply: { ok: true; value: T } | { ok: false; problem: { text: string } }): T => {
  if (!reply.ok) throw new Error(reply.problem.text);
  return reply.value;
};

/** The thread was blocked for long: let it see which connections were closed meanwhile. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 100));

/** `fetchAll` notes how many requests it was given. */
const requestsIn = (calls: readonly ServiceCall[]): number =>
  calls.reduce(
    (sum, { service, args }) => sum + (service === 'UrlFetchApp' ? Number.parseInt(args, 10) : 0),
    0,
  );

/** Payloads of a stream, read from the cells of the store's tab. */
function payloadsIn(tab: TabView, stream: string): string[] {
  const rows = tab.values();
  const { entries } = directoryOf(rows.map((row) => row.slice(0, HEAD)));
  return [...entries]
    .filter(([key]) => (JSON.parse(key) as string[])[1] === stream)
    .map(([, { row, cells }]) => payloadIn((rows[row - 1] ?? []).slice(HEAD), cells));
}

/**
 * Two years of a shop into the hidden tab, by the hourly trigger alone: the built bundle, the simulator over HTTP, the virtual
 * clock with the CPU time of the bundle's own code added.
 */
export async function backfillIntoSheet(orders: number): Promise<Taken & { megabytes: number }> {
  const simulator = await startSimulator({ story: shopOf(orders), latencyMs: LATENCY_MS, now: NOW });
  try {
    const installation = await install({ now: NOW, fileName: 'Bench', simulator, countCpu: true });
    await connect(installation);
    const { runtime, rpc, document } = installation;
    const [shop] = value(rpc('overview', null)).shops;
    if (!shop) throw new Error('no shop was connected');
    await breathe();
    await simulator.control('throttle', { rule: { perSecond: PER_SECOND } });
    value(rpc('startBackfill', { shop: shop.id, since: FIRST_DAY }));
    const underWay = () =>
      Object.keys(runtime.properties({ document })).some((key) => key.startsWith('backfill.'));
    const hours: Hour[] = [];
    let end = NOW;
    while (underWay()) {
      await breathe();
      for (const { error, startedAt, endedAt, calls } of runtime.tick(HOUR)) {
        if (error) throw new Error(`a dispatch ended with ${error.message}`);
        hours.push({ calls: requestsIn(calls), triggerMinutes: (endedAt - startedAt) / 60_000 });
        end = endedAt;
      }
    }
    const { characters } = value(rpc('storage', null));
    const [told] = storyOf(shopOf(orders)).shops;
    if (told)
      expectEveryOrder(payloadsIn(runtime.document(document).tab('TikTok Shop data'), 'orders'), told);
    return { ...takenBy(hours, end), megabytes: characters / 1e6 };
  } finally {
    await simulator.stop();
  }
}
