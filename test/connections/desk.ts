// A spreadsheet beside a simulated TikTok Shop whose US market has an app of its own.
import { createRuntime } from '../../dev/runtime/runtime';
import type { Execution, RunOptions } from '../../dev/runtime/types';
import { breathe, startSimulator } from '../../dev/simulator/start';
import type { Api, CallName, Market, Reply } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { APP, chosen, type Office, OWNER, officeWith } from '../whole-path/office';

export const COLLEAGUE = 'colleague@example.com';
export const NOW = Date.UTC(2026, 7, 1);
export const US_APP = {
  appKey: '6simulated2us',
  appSecret: 'simulated-secret-of-the-us-app',
  serviceId: '7500000000000000002',
};
export const STORY = {
  seed: 'connections',
  shops: ['US', 'VN', 'GB', 'US'],
  orders: 120,
  since: '2026-05-01',
  until: '2026-08-01',
};

/** Sellers in turn get the shops: of two, the first has US and GB, the second VN and US. */
export async function openDesk({
  sellers = 1,
  ownUsApp = true,
  scriptProperties = {},
} = {}): Promise<Office> {
  const simulator = await startSimulator({ story: STORY, now: NOW, latencyMs: 20, sellers });
  if (ownUsApp) await simulator.control('usApp', {});
  const runtime = createRuntime({
    now: NOW,
    hosts: { 'auth.tiktok-shops.com': simulator.url, 'open-api.tiktokglobalshop.com': simulator.url },
    scriptProperties: {
      TIKTOK_APP_KEY: APP.appKey,
      TIKTOK_APP_SECRET: APP.appSecret,
      TIKTOK_SERVICE_ID: APP.serviceId,
      TIKTOK_AUTHORIZE_URL: `${simulator.url}/open/authorize`,
      TIKTOK_APP_KEY_US: US_APP.appKey,
      TIKTOK_APP_SECRET_US: US_APP.appSecret,
      TIKTOK_SERVICE_ID_US: US_APP.serviceId,
      TIKTOK_AUTHORIZE_URL_US: `${simulator.url}/us/open/authorize`,
      ...scriptProperties,
    },
  });
  return officeWith(simulator, runtime, runtime.createSpreadsheet({ owner: OWNER, name: 'Sales' }));
}

interface Choice {
  market?: Market;
  /** Place among the sellers of the consent page. */
  seller?: number;
  decision?: 'authorize' | 'deny';
}

/** Goes to TikTok and decides there: the address that TikTok sends the browser to. */
export async function consent(
  office: Office,
  { market = 'global', seller = 0, decision = 'authorize' }: Choice = {},
) {
  const { simulator, runtime } = office;
  const { redirectUrl } = office.call('overview', null);
  await simulator.control('app', { redirectUrl });
  if (market === 'us') await simulator.control('usApp', { redirectUrl });
  const { url } = office.call('consentLink', { market });
  await breathe();
  const headers = { 'x-virtual-now': String(runtime.clock.now()) };
  const page = await (await fetch(url, { headers })).text();
  const action = chosen(page, url, seller).replace('decision=authorize', `decision=${decision}`);
  const back = await fetch(action, { headers, redirect: 'manual' });
  return back.headers.get('location') ?? '';
}

/** The text of a page, as a reader sees it. */
export const textOf = (html: string): string =>
  html
    .replace(/<style.*?<\/style>|<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

/** The whole way: what the page at its end says. */
export async function connect(
  office: Office,
  choice: Choice = {},
  options: Partial<RunOptions> = {},
): Promise<string> {
  return textOf(office.runtime.visit(await consent(office, choice), OWNER, options).html);
}

/** A call of the sidebar by anybody. */
export function callAs<Name extends CallName>(
  office: Office,
  user: string,
  name: Name,
  input: Api[Name]['input'],
  options?: Partial<RunOptions>,
): { reply: Reply<Api[Name]['output']>; execution: Execution } {
  const execution = office.runtime.serverCall(
    office.document,
    user,
    'rpc',
    [name, JSON.stringify(input)],
    options,
  );
  return { execution, reply: JSON.parse(String(execution.value)) as Reply<Api[Name]['output']> };
}

/** The problem of a call that must fail. */
export function problemOf<Name extends CallName>(office: Office, name: Name, input: Api[Name]['input']) {
  const reply = office.reply(name, input);
  if (reply.ok) throw new Error(`${name} succeeded`);
  return reply.problem;
}

export const salesOf = (shop: string, change: Partial<ReportInput> = {}): ReportInput => ({
  name: 'Sales',
  shops: [shop],
  metrics: ['orders'],
  dimensions: ['order_status'],
  range: '2026-05-01..2026-07-31',
  ...change,
});

/** Connections as they lie in the user's properties, tokens and all. */
export function stored(office: Office, user = OWNER) {
  return Object.entries(office.runtime.properties({ user }))
    .filter(([key]) => key.startsWith('connection.'))
    .map(
      ([, text]) =>
        JSON.parse(text) as { id: string; accessToken: string; refreshToken: string; ended: boolean },
    );
}
