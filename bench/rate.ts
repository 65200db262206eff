import { exchange } from '../dev/runtime/http/exchange';
import { connect } from '../dev/simulator/client';
import { startSimulator } from '../dev/simulator/start';
import { cut, newPull, Puller } from '../src/server/core/pull';
import { readReply } from '../src/server/core/reply';
import { signedRequest } from '../src/server/core/request';
import type { Transport } from '../src/server/core/send';
import { orderSearch } from '../src/server/streams/orders-endpoint';
import { type Figure, rounded } from './figure';

const NOW = Date.UTC(2026, 2, 1);
const LATENCY_MS = 300;
const WARM_SECONDS = 60;
const MEASURED_SECONDS = 30;

/** Share of a limit that nobody tells (R requests a second) which the puller uses after its first minute; storing not counted. */
export async function rateFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const limit of [1, 5, 20]) {
    const orders = limit * 100 * (WARM_SECONDS + MEASURED_SECONDS) * 1.3;
    const story = {
      seed: 'rate',
      shops: ['US'],
      orders: Math.ceil(orders),
      since: '2024-03-01',
      until: '2026-03-01',
    };
    const simulator = await startSimulator({ story, latencyMs: LATENCY_MS, now: NOW });
    try {
      const client = await connect(simulator.url, { now: NOW });
      const [shop] = await client.shops();
      const app = await simulator.control('app', {});
      if (!shop) throw new Error('no shop was connected');
      await simulator.control('throttle', { rule: { perSecond: limit } });
      let now = NOW;
      const accepted: number[] = [];
      const signing = { ...app, accessToken: client.tokens.accessToken, shopCipher: shop.cipher };
      const transport: Transport = {
        label: 'the simulator',
        renew: () => undefined,
        send(calls) {
          const sentAt = now;
          const answers = exchange(
            calls.map((call) => {
              const { url, method, headers, payload } = signedRequest(call, signing, sentAt);
              return {
                url: url.replace('https://open-api.tiktokglobalshop.com', simulator.url),
                method,
                headers: { ...headers, 'x-virtual-now': String(sentAt) },
                body: payload === undefined ? null : new TextEncoder().encode(payload),
              };
            }),
          ).map((answer) =>
            readReply(
              'failure' in answer
                ? { failure: 'network', text: answer.failure }
                : {
                    status: answer.status,
                    headers: Object.fromEntries(answer.headers),
                    body: new TextDecoder().decode(answer.body),
                  },
            ),
          );
          now += LATENCY_MS;
          for (const { ok } of answers) if (ok) accepted.push(sentAt);
          return answers;
        },
      };
      const deps = {
        clock: {
          now: () => now,
          sleep: (ms: number) => {
            now += ms;
          },
        },
        random: { id: () => '', next: Math.random },
      };
      const since = Date.parse(`${story.since}T00:00:00Z`) / 1000;
      const puller = new Puller(
        orderSearch,
        transport,
        deps,
        newPull(cut('created', since, NOW / 1000, 500)),
      );
      const end = NOW + (WARM_SECONDS + MEASURED_SECONDS) * 1000;
      while (!puller.finished && now < end) puller.round();
      if (puller.finished) throw new Error('the story is too short for the measure');
      const counted = accepted.filter((at) => at >= NOW + WARM_SECONDS * 1000 && at < end).length;
      figures.push({
        name: `rate_share_${limit}`,
        value: rounded(counted / (limit * MEASURED_SECONDS)),
        unit: 'of the limit',
        baseline: rounded(Math.min(1, 1000 / LATENCY_MS / limit)),
        against: 'one page after another could reach',
      });
    } finally {
      await simulator.stop();
    }
  }
  return figures;
}
