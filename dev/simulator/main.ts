// The simulator as its own process: node dev/run.mjs dev/simulator/main.ts --orders 10000 --shops 5 --port 4010
import { parseArgs } from 'node:util';
import { listen } from './server';
import { storyFrom } from './simulated-story';
import { openWorld } from './world';

const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'simulator' },
    shops: { type: 'string', default: '1' },
    orders: { type: 'string', default: '1000' },
    since: { type: 'string', default: '2026-01-01' },
    until: { type: 'string', default: '2026-12-01' },
    sellers: { type: 'string', default: '1' },
    port: { type: 'string', default: '4010' },
    latency: { type: 'string', default: '0' },
    now: { type: 'string' },
    redirect: { type: 'string' },
    'end-with-stdin': { type: 'boolean', default: false },
  },
});

const shops = /^\d+$/.test(values.shops) ? Number(values.shops) : values.shops.split(',');
const { seed, since, until } = values;
const story = storyFrom(
  values.sample ? 'sample' : { seed, shops, orders: Number(values.orders), since, until },
);
const world = openWorld(story, {
  sellers: Number(values.sellers),
  latencyMs: Number(values.latency),
  // Until somebody says what time it is, the story has just ended.
  now: Date.parse(values.now ?? until),
  ...(values.redirect ? { app: { redirectUrl: values.redirect } } : {}),
});

// Nobody stops an orphan: leave when the parent is gone.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(0), 500).unref();
if (values['end-with-stdin']) process.stdin.on('end', () => process.exit(0)).resume();

const { port } = await listen(world, Number(values.port));
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, port })}\n`);
