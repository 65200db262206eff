// A program of its own, so that its memory can be measured: a shop's past through the `Rows` port, in the hours that a
// consumer account's trigger has. Prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuTime } from '../../dev/runtime/cpu-time';
import { gateway } from '../../dev/simulator/gateway';
import { openWorld } from '../../dev/simulator/world';
import { startBackfill } from '../../src/server/app/backfill';
import type { Deps } from '../../src/server/app/deps';
import { openBackfills } from '../../src/server/app/recorded-backfill';
import { runSchedule } from '../../src/server/app/schedule';
import { storyOf } from '../../src/server/sample/story-of';
import { expectEveryOrder } from './every-order';
import { FileRows } from './file-rows';
import { FIRST_DAY, HOUR, type Hour, LATENCY_MS, NOW, PER_SECOND, shopOf, takenBy } from './terms';

const story = storyOf(shopOf(Number(process.argv[2])));
const [shop] = story.shops;
const world = openWorld(story, { now: NOW });
// Orders and their items, of which there are a million; what other lists take grows with days or with much smaller numbers.
world.app.scopes = ['seller.authorization.info', 'seller.order.info'];
const [seller] = world.sellers;
if (!shop || !seller) throw new Error('a story without a shop');
world.throttle.rule = { perSecond: PER_SECOND };
const code = world.authorizations.newCode(seller, world.app, NOW);
const tokens = world.authorizations.redeem(code, world.app.appKey, NOW);

/** More than any of them should take. */
const MOST_HOURS = 24 * 30;

/** The virtual clock: latency, waits, and the CPU time of our own code. What the doubles take is not counted. */
let now = NOW;
const spent = cpuTime();
const elsewhere = <T>(work: () => T): T => {
  now += spent();
  const value = work();
  spent();
  return value;
};

const state = (values: Record<string, string>) => ({
  get: (key: string) => values[key] ?? null,
  set: (key: string, value: string) => {
    values[key] = value;
  },
  delete: (key: string) => {
    delete values[key];
  },
  all: (prefix: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
      ),
    ),
});
const connection = {
  id: 'c1',
  market: 'global',
  seller: seller.name,
  accessToken: tokens?.accessToken,
  accessUntil: NOW / 1000 + 7 * 86_400,
  refreshToken: 'unused',
  refreshUntil: null,
  scopes: world.app.scopes,
  ended: false,
  shops: [{ id: shop.id, name: shop.name, region: shop.region.code, cipher: shop.cipher }],
};

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
const rows = new FileRows(folder);
let calls = 0;
const deps = {
  http: {
    fetchAll: (requests) =>
      elsewhere(() => {
        calls += requests.length;
        const answers = requests.map(({ url, method, headers, payload }) => {
          const { pathname, searchParams } = new URL(url);
          const query = Object.fromEntries(searchParams);
          const body = Buffer.from(payload ?? '');
          return { headers: {}, ...gateway(world, { method, path: pathname, query, headers, body, now }) };
        });
        now += LATENCY_MS;
        return answers;
      }),
  },
  clock: {
    now() {
      now += spent();
      return Math.floor(now);
    },
    sleep: (ms) => {
      now += ms;
    },
  },
  zones: { offset: () => 0 },
  random: { id: () => 'a'.repeat(32), next: () => 0.5 },
  log: { info: () => undefined },
  documentLock: { alone: (_, work) => ({ value: work() }) },
  userLock: { alone: (_, work) => ({ value: work() }) },
  documentState: state({}),
  userState: state({ 'connection.c1': JSON.stringify(connection) }),
  scriptState: state({
    TIKTOK_APP_KEY: world.app.appKey,
    TIKTOK_APP_SECRET: world.app.appSecret,
    TIKTOK_SERVICE_ID: world.app.serviceId,
  }),
  rows: {
    index: rows.index,
    note: rows.note,
    cells: rows.cells,
    clear: rows.clear,
    read: (keys) => elsewhere(() => rows.read(keys)),
    write: (...pieces) => elsewhere(() => rows.write(...pieces)),
  },
  sheets: { noteVersion: () => false } as unknown as Deps['sheets'],
  platform: { documentId: () => 'document' } as Deps['platform'],
  triggers: { missingConsent: () => null } as unknown as Deps['triggers'],
} as Partial<Deps> as Deps;

startBackfill(deps, shop.id, FIRST_DAY);
const hours: Hour[] = [];
let end = NOW;
for (let due = NOW + HOUR; openBackfills(deps).length > 0; due += HOUR) {
  if (hours.length === MOST_HOURS) throw new Error('a backfill without end');
  now = due;
  calls = 0;
  runSchedule(deps, null);
  end = now;
  hours.push({ calls, triggerMinutes: (end - due) / 60_000 });
}
const peakMb = process.resourceUsage().maxRSS / 1024;
const stored = rows.index().filter(({ stream }) => stream === 'orders');
expectEveryOrder(rows.read(stored).map(String), shop);
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ ...takenBy(hours, end), peakMb }));
