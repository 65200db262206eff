import { type Client, connect } from '../../dev/simulator/client';
import { signatureOf } from '../../dev/simulator/signature';
import { type RunningSimulator, startSimulator } from '../../dev/simulator/start';
import { NOW, ORDERS_SEARCH, STORY } from './shops-under-test';

let simulator: RunningSimulator;
let client: Client;
let cipher: string;

beforeAll(async () => {
  simulator = await startSimulator({ story: STORY, now: NOW });
  client = await connect(simulator.url, { now: NOW });
  cipher = (await client.shops())[0]!.cipher;
});
afterAll(() => simulator.stop());

/** A call with one thing wrong at a time: `query` is merged last, and undefined takes a parameter away. */
async function raw(
  path: string,
  {
    method = 'POST',
    query = {},
    token = client.tokens.accessToken,
    body = '{}',
    sign = (right: string) => right,
  }: {
    method?: string;
    query?: Record<string, string | undefined>;
    token?: string;
    body?: string;
    sign?: (right: string) => string;
  },
) {
  const app = await simulator.control('app', {});
  const merged: Record<string, string | undefined> = {
    app_key: app.appKey,
    timestamp: String(NOW / 1000),
    shop_cipher: cipher,
    page_size: '10',
    ...query,
  };
  const given = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  const right = signatureOf({ path, query: given, body: method === 'GET' ? '' : body }, app.appSecret);
  const parameters = new URLSearchParams({ sign: sign(right), ...given });
  if (given['sign'] === '') parameters.delete('sign');
  const response = await fetch(`${simulator.url}${path}?${parameters}`, {
    method,
    headers: { 'x-virtual-now': String(NOW), 'x-tts-access-token': token },
    ...(method === 'GET' ? {} : { body }),
  });
  const answer = (await response.json()) as { code: number; message: string; data: unknown };
  return { status: response.status, ...answer };
}

test('a right call is answered with orders', async () => {
  const answer = await raw(ORDERS_SEARCH, {});
  expect(answer).toMatchObject({ status: 200, code: 0, message: 'Success' });
});

describe('each check has its own code, and the earlier check speaks first', () => {
  const WRONG = 'x'.repeat(64);
  // Every case breaks what it names and everything that is checked later.
  const late = { token: 'nobody', body: '[]' };
  test.each([
    [
      'an unknown path',
      '/order/209901/orders',
      { query: { sign: '' }, ...late },
      404,
      36009009,
      'Invalid path',
    ],
    [
      'a wrong method',
      ORDERS_SEARCH,
      { method: 'GET', query: { sign: '' }, ...late },
      405,
      36009010,
      'Invalid method',
    ],
    [
      'no sign',
      ORDERS_SEARCH,
      { query: { sign: '', timestamp: '-5' }, ...late },
      200,
      36009004,
      'Missing credentials',
    ],
    [
      'a negative time',
      ORDERS_SEARCH,
      { query: { timestamp: '-5', app_key: 'x' }, ...late },
      200,
      36009004,
      'lesser than 0',
    ],
    [
      'an old time',
      ORDERS_SEARCH,
      { query: { timestamp: String(NOW / 1000 - 301), app_key: 'x' }, ...late },
      200,
      36009004,
      '5 minutes',
    ],
    [
      'a future time',
      ORDERS_SEARCH,
      { query: { timestamp: String(NOW / 1000 + 31), app_key: 'x' }, ...late },
      200,
      36009004,
      '30 seconds',
    ],
    [
      'milliseconds',
      ORDERS_SEARCH,
      { query: { timestamp: String(NOW) }, ...late },
      200,
      36009004,
      '30 seconds',
    ],
    [
      'an unknown app',
      ORDERS_SEARCH,
      { query: { app_key: 'x' }, sign: () => WRONG, ...late },
      400,
      36009004,
      'app_key',
    ],
    ['a wrong sign', ORDERS_SEARCH, { sign: () => WRONG, ...late }, 200, 106001, 'sign'],
    [
      'a sign in capitals',
      ORDERS_SEARCH,
      { sign: (s: string) => s.toUpperCase(), ...late },
      200,
      106001,
      'sign',
    ],
    [
      'an unknown token',
      ORDERS_SEARCH,
      { ...late, query: { shop_cipher: undefined } },
      200,
      36009004,
      'x-tts-access-token',
    ],
    [
      'no shop cipher',
      ORDERS_SEARCH,
      { query: { shop_cipher: undefined, page_size: '0' } },
      200,
      106013,
      'required',
    ],
    [
      'an unknown shop cipher',
      ORDERS_SEARCH,
      { query: { shop_cipher: 'no', page_size: '0' } },
      200,
      36009004,
      'shop_id',
    ],
    [
      'a shop cipher too many',
      '/authorization/202309/shops',
      { method: 'GET' },
      200,
      36009004,
      'not required',
    ],
    ['a page of 0', ORDERS_SEARCH, { query: { page_size: '0' } }, 200, 36009004, 'PageSize is invalid'],
    ['a page of 101', ORDERS_SEARCH, { query: { page_size: '101' } }, 200, 36009004, '$this <= 100'],
    [
      'no page size',
      ORDERS_SEARCH,
      { query: { page_size: undefined } },
      200,
      36009004,
      'PageSize is invalid',
    ],
    ['a page size in words', ORDERS_SEARCH, { query: { page_size: 'ten' } }, 200, 36009004, 'invalid param'],
    [
      'an unknown sort field',
      ORDERS_SEARCH,
      { query: { sort_field: 'paid_time' } },
      200,
      36009004,
      'invalid param',
    ],
    ['a time as text', ORDERS_SEARCH, { body: '{"create_time_ge":"1"}' }, 200, 36009004, 'invalid param'],
    [
      'a window backwards',
      ORDERS_SEARCH,
      { body: '{"create_time_ge":2,"create_time_lt":1}' },
      200,
      12019118,
      'create time',
    ],
    [
      'an update window backwards',
      ORDERS_SEARCH,
      { body: '{"update_time_ge":2,"update_time_lt":1}' },
      200,
      12019119,
      'update time',
    ],
    ['a forged page token', ORDERS_SEARCH, { query: { page_token: 'bm8=' } }, 200, 36009004, 'invalid param'],
    ['a body that is not JSON', ORDERS_SEARCH, { body: '{' }, 200, 36009022, 'format'],
    [
      '51 ids',
      '/order/202507/orders',
      { method: 'GET', query: { ids: Array(51).fill('1').join() } },
      200,
      36009004,
      'invalid param',
    ],
    [
      'a foreign id',
      '/order/202507/orders',
      { method: 'GET', query: { ids: '576461413038785752' } },
      200,
      21008111,
      'does not belong',
    ],
  ])('%s', async (_what, path, options, status, code, text) => {
    const answer = await raw(path, options);
    expect(answer).toMatchObject({ status, code, message: expect.stringContaining(text) });
    expect(answer.data ?? null).toBeNull();
  });
});

test('what is signed is the raw body and the decoded query', async () => {
  const spaced = await raw(ORDERS_SEARCH, { body: '{ "buyer_user_id" : "ü" }', query: { note: 'a b/ü&=+' } });
  expect(spaced.code).toBe(0);
});

test('a missing scope is refused, and before the shop cipher is looked at', async () => {
  await simulator.control('grantScopes', { scopes: ['seller.authorization.info'] });
  const answer = await raw(ORDERS_SEARCH, { query: { shop_cipher: undefined } });
  const { scopes } = await simulator.control('app', {});
  await simulator.control('grantScopes', { scopes });
  expect(answer).toMatchObject({ code: 105005 });
});

test('more calls in a virtual second than allowed get 429, per shop; the next second is free again', async () => {
  const other = (await client.shops())[1]!.cipher;
  await simulator.control('throttle', { rule: { perSecond: 2, retryAfter: 3 } });
  const ask = (shop: string) =>
    client
      .call('POST', ORDERS_SEARCH, { shop_cipher: shop, page_size: '1' }, {})
      .then((reply) => reply.status);
  const burst = [await ask(cipher), await ask(cipher), await ask(cipher), await ask(other)];
  client.time.now += 1000;
  burst.push(await ask(cipher));
  await simulator.control('throttle', { rule: null });
  expect(burst).toEqual([200, 200, 429, 200, 200]);
});

test('the log knows every call, but no secret', async () => {
  const { entries } = await simulator.control('log', {});
  const token = entries.find(({ path }) => path === '/api/v2/token/get')!;
  expect(token.queryKeys).toEqual(['app_key', 'app_secret', 'auth_code', 'grant_type']);
  const { appSecret } = await simulator.control('app', {});
  expect(JSON.stringify(entries)).not.toContain(appSecret);
  expect(entries.some(({ code, status }) => code === 36009002 && status === 429)).toBe(true);
});
