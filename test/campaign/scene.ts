// Two editors of one spreadsheet, both connected to one shop, and a moment at which all days are over.
import type { Execution, RuntimeOptions } from '../../dev/runtime/types';
import { connect as plainClient } from '../../dev/simulator/client';
import { breathe } from '../../dev/simulator/start';
import type { ReportInput } from '../../src/shared/report';
import { DAY, HOUR, MINUTE, type Office, OWNER, officeAt, openOffice } from '../whole-path/office';
import { recordsOf } from '../whole-path/records';
import type { Actor } from './plan';

/** An element of TikTok's order list, as dumped. */
export type TikTokRecord = Readonly<Record<string, unknown>>;

export const USERS: Record<Actor, string> = { owner: OWNER, colleague: 'colleague@example.com' };

export const FIRST_DAY = '2025-12-15';
const LAST_DAY = '2026-03-09';
/** When the spreadsheet is set up; plans begin days later. */
const NOW = Date.UTC(2026, 1, 26, 9);
export const BEFORE = 3 * DAY;

export interface Scene {
  readonly office: Office;
  readonly shop: string;
  readonly reports: Record<'products' | 'orders', ReportInput>;
  /** When the plan is over and everybody looks; nothing happens in the shop for a while. */
  readonly end: number;
  /** Every order as TikTok tells it, at the beginning and at the end. */
  readonly records: readonly TikTokRecord[];
}

/** What the shop's app may read. Every list there is costs ten times what orders alone do: most seeds are played with these. */
export type Lists = 'orders' | 'every list';
const ORDERS = ['seller.authorization.info', 'seller.order.info'];

export async function openScene(lists: Lists): Promise<Scene> {
  const office = await openOffice(
    { seed: 'campaign', shops: ['GB'], orders: 90, since: FIRST_DAY, until: '2026-03-10' },
    { now: NOW },
  );
  // Codes are taken without a browser, whose clock the simulator would know.
  if (lists === 'orders') await office.simulator.control('app', { scopes: ORDERS });
  await office.simulator.control('lifetimes', { codeMs: 365 * DAY });
  const client = await plainClient(office.simulator.url, { now: NOW });
  const shops = await client.shops();
  const at = async (now: number) => {
    const [found] = await recordsOf(client, shops, { first: FIRST_DAY, last: LAST_DAY, now });
    return found!.records as readonly TikTokRecord[];
  };
  const shop = shops[0]!.id;
  const { end, records } = await quietMoment(at);
  return connected({
    office,
    shop,
    reports: reportsOf(shop),
    end,
    records: [...(await at(NOW)), ...records],
  });
}

/** The same scene with another build of the add-on. */
export const sceneWith = (scene: Scene, files: RuntimeOptions['files']): Promise<Scene> =>
  connected({ ...scene, office: officeAt(scene.office.simulator, NOW, files) });

async function connected(scene: Scene): Promise<Scene> {
  for (const actor of ['owner', 'colleague'] as const)
    if (!(await consent(scene, actor))) throw new Error(`${actor} could not connect`);
  await scene.office.simulator.control('keep', {});
  return scene;
}

/** Nothing changes from a look-back before the end until everybody has looked. */
async function quietMoment(at: (now: number) => Promise<readonly TikTokRecord[]>) {
  for (let end = NOW + BEFORE + 6 * DAY; ; end += 20 * MINUTE) {
    const records = await at(end + 3 * HOUR);
    const latest = Math.max(...records.map((record) => Number(record['update_time'])));
    if (latest * 1000 < end - 15 * MINUTE) return { end, records };
  }
}

const reportsOf = (shop: string): Scene['reports'] => ({
  products: {
    name: 'Products',
    shops: [shop],
    metrics: ['gmv', 'orders', 'customers'],
    dimensions: ['month', 'product_name'],
    range: `2026-01-05..${LAST_DAY}`,
    schedule: 'daily',
  },
  orders: {
    name: 'Orders',
    shops: [shop],
    metrics: ['payment_total_amount', 'items_sold'],
    dimensions: ['order_id', 'order_status', 'update_time'],
    range: '2026-01-20..2026-03-05',
    schedule: { every: 'hour' },
  },
});

/** TikTok’s consent, as a browser brings it back. False where the add-on could not take it. */
export async function consent(
  { office }: Pick<Scene, 'office'>,
  actor: Actor,
  executions: Execution[] = [],
): Promise<boolean> {
  const { runtime, document, simulator } = office;
  const user = USERS[actor];
  const asked = runtime.serverCall(document, user, 'rpc', ['consentLink', '{"market":"global"}']);
  const reply = JSON.parse(String(asked.value ?? 'null'));
  if (!reply?.ok) {
    executions.push(asked);
    return false;
  }
  const { code } = await simulator.control('authorize', {});
  const state = new URL(reply.value.url).searchParams.get('state')!;
  const query = new URLSearchParams({ code, state });
  const address = `https://script.google.com/macros/d/${runtime.scriptId}/usercallback?${query}`;
  const { html, execution } = runtime.visit(address, user);
  if (execution) executions.push(execution);
  await breathe();
  return /is connected/.test(html);
}
