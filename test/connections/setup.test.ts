// An app that is not set up, or wrongly: each property is looked at, its value never shown.
import { createRuntime } from '../../dev/runtime/runtime';
import type { Market, Overview } from '../../src/shared/api';
import { OWNER } from '../whole-path/office';

const GOOD = {
  TIKTOK_APP_KEY: '6abcdef12345',
  TIKTOK_APP_SECRET: '0123456789abcdef0123456789abcdef01234567',
  TIKTOK_SERVICE_ID: '7400000000000000001',
};

function overviewWith(scriptProperties: Record<string, string>): {
  overview: Overview;
  link(market: Market): string;
} {
  const runtime = createRuntime({ now: Date.UTC(2026, 7, 1), scriptProperties });
  const document = runtime.createSpreadsheet({ owner: OWNER });
  const call = (name: string, input: unknown) => {
    const reply = JSON.parse(
      String(runtime.serverCall(document, OWNER, 'rpc', [name, JSON.stringify(input)]).value),
    );
    return reply.ok ? reply.value : reply.problem.code;
  };
  return {
    overview: call('overview', null),
    link: (market) => {
      const found = call('consentLink', { market });
      return found.url ?? found;
    },
  };
}
const setupOf = (properties: Record<string, string>, market: Market = 'global') =>
  overviewWith(properties).overview.setup.find((one) => one.market === market)!;

test('nothing set: both markets name what they miss; redirect URL and permissions are there to copy', () => {
  const { overview, link } = overviewWith({});
  expect(overview.setup.map(({ market, missing }) => [market, missing])).toEqual([
    ['global', ['TIKTOK_APP_KEY', 'TIKTOK_APP_SECRET', 'TIKTOK_SERVICE_ID']],
    ['us', ['TIKTOK_APP_KEY_US', 'TIKTOK_APP_SECRET_US', 'TIKTOK_SERVICE_ID_US']],
  ]);
  expect(overview.redirectUrl).toMatch(/^https:\/\/script\.google\.com\/macros\/d\/.*\/usercallback$/);
  expect(overview.permissions).toContainEqual({ scope: 'seller.order.info', label: 'orders' });
  expect(overview.permissions.map(({ scope }) => scope)).toContain('seller.authorization.info');
  expect(link('us')).toBe('not_configured');
});

test('all set and sound: nothing to complain of, and each market its own consent page', () => {
  const us = Object.fromEntries(Object.entries(GOOD).map(([name, value]) => [`${name}_US`, value]));
  const { overview, link } = overviewWith({ ...GOOD, ...us });
  expect(overview.setup.flatMap(({ missing, wrong }) => [...missing, ...wrong])).toEqual([]);
  expect(new URL(link('global')).host).toBe('services.tiktokshop.com');
  expect(new URL(link('us')).host).toBe('services.us.tiktokshop.com');
});

test.each<[what: string, change: Record<string, string>, property: string, why: RegExp]>([
  [
    'the app key as service id',
    { TIKTOK_SERVICE_ID: GOOD.TIKTOK_APP_KEY },
    'TIKTOK_SERVICE_ID',
    /it is the app key/,
  ],
  ['a service id with letters', { TIKTOK_SERVICE_ID: '74x' }, 'TIKTOK_SERVICE_ID', /digits only/],
  ['the key as secret', { TIKTOK_APP_SECRET: GOOD.TIKTOK_APP_KEY }, 'TIKTOK_APP_SECRET', /app key again/],
  ['a secret with a space', { TIKTOK_APP_SECRET: 'abc def' }, 'TIKTOK_APP_SECRET', /space/],
  ['a key with quotes', { TIKTOK_APP_KEY: '"6abc"' }, 'TIKTOK_APP_KEY', /letters and digits/],
  [
    'a consent address without https',
    { TIKTOK_AUTHORIZE_URL: 'services.tiktokshop.com' },
    'TIKTOK_AUTHORIZE_URL',
    /no address/,
  ],
])('%s is noticed, without showing the value', (_what, change, property, why) => {
  const setup = setupOf({ ...GOOD, ...change });
  expect(setup.missing).toEqual([]);
  expect(setup.wrong.map((one) => one.property)).toEqual([property]);
  expect(setup.wrong[0]!.why).toMatch(why);
  for (const value of Object.values(change)) expect(JSON.stringify(setup)).not.toContain(value);
});

test('spaces around a value do no harm; only spaces are as good as nothing', () => {
  expect(setupOf({ ...GOOD, TIKTOK_APP_KEY: ` ${GOOD.TIKTOK_APP_KEY}\n` })).toMatchObject({
    missing: [],
    wrong: [],
  });
  expect(setupOf({ ...GOOD, TIKTOK_APP_KEY: '  ' }).missing).toEqual(['TIKTOK_APP_KEY']);
});

test('the authorization link may be pasted as Partner Center shows it: nothing stands in it twice', () => {
  const pasted = 'https://services.tiktokshops.us/open/authorize?service_id=1&state=old&app=x';
  const link = new URL(overviewWith({ ...GOOD, TIKTOK_AUTHORIZE_URL: pasted }).link('global'));
  expect(link.origin + link.pathname).toBe('https://services.tiktokshops.us/open/authorize');
  expect(link.searchParams.getAll('service_id')).toEqual([GOOD.TIKTOK_SERVICE_ID]);
  expect(link.searchParams.getAll('state')).toHaveLength(1);
  expect(link.searchParams.get('app')).toBe('x');
});
