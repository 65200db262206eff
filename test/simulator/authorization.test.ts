import { type Client, connect } from '../../dev/simulator/client';
import { type RunningSimulator, startSimulator } from '../../dev/simulator/start';
import { DAY, NOW, STORY } from './shops-under-test';

let simulator: RunningSimulator;
const redirectUrl = 'https://script.example/usercallback';

beforeAll(async () => {
  simulator = await startSimulator({ story: STORY, now: NOW, sellers: 2, redirectUrl });
});
afterAll(() => simulator.stop());

async function get(path: string, query: Record<string, string>, now = NOW) {
  const response = await fetch(`${simulator.url}${path}?${new URLSearchParams(query)}`, {
    redirect: 'manual',
    headers: { 'x-virtual-now': String(now) },
  });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}

async function token(what: 'get' | 'refresh', given: Record<string, string>, now = NOW) {
  const { appKey, appSecret } = await simulator.control('app', {});
  const grant = what === 'get' ? 'authorized_code' : 'refresh_token';
  const query = { app_key: appKey, app_secret: appSecret, grant_type: grant, ...given };
  return JSON.parse((await get(`/api/v2/token/${what}`, query, now)).text) as {
    code: number;
    message: string;
    data: Record<string, unknown>;
  };
}

const consent = (more: Record<string, string>) =>
  simulator
    .control('app', {})
    .then(({ serviceId }) => get('/open/authorize', { service_id: serviceId, state: 'a&b "c"', ...more }));

describe('consent', () => {
  test('the page shows sellers and their shops and two buttons, and keeps a hostile state as text', async () => {
    const { status, text } = await consent({ state: '"><script>alert(1)</script>' });
    expect(status).toBe(200);
    expect(text).toContain('Seller 2');
    expect(text).toContain('Việt Nam Shop 2');
    expect(text).toMatch(/<button[^>]*value="authorize"/);
    expect(text).toMatch(/<button[^>]*value="deny"/);
    expect(text).not.toContain('<script>');
  });

  test('a yes leads to the registered address with code, state and app key', async () => {
    const { status, location } = await consent({ decision: 'authorize' });
    const back = new URL(location!);
    expect(status).toBe(302);
    expect(back.origin + back.pathname).toBe(redirectUrl);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      state: 'a&b "c"',
      shop_region: 'US',
      code: expect.stringMatching(/^TTP_/),
    });
  });

  test('a no leads back with the literal code "null" and auth_denied', async () => {
    const back = new URL((await consent({ decision: 'deny' })).location!);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ code: 'null', error: 'auth_denied' });
  });

  test('an unknown service id (such as the app key) gets no page', async () => {
    expect((await get('/open/authorize', { service_id: '6simulated1app', state: 's' })).status).toBe(400);
  });
});

describe('tokens', () => {
  test('expiry is told as absolute seconds, seven days ahead', async () => {
    const { code } = await simulator.control('authorize', {});
    const { data, message } = await token('get', { auth_code: code });
    expect(message).toBe('success');
    expect(data['access_token_expire_in']).toBe((NOW + 7 * DAY) / 1000);
    expect(data).toMatchObject({
      user_type: 0,
      granted_scopes: expect.arrayContaining(['seller.order.info']),
    });
  });

  test('a code works once', async () => {
    const { code } = await simulator.control('authorize', {});
    expect((await token('get', { auth_code: code })).code).toBe(0);
    expect(await token('get', { auth_code: code })).toMatchObject({
      code: 36004004,
      message: 'invalid auth code',
    });
  });

  test('a code works for 30 minutes', async () => {
    const { code } = await simulator.control('authorize', {});
    const late = await simulator.control('authorize', {});
    expect((await token('get', { auth_code: code }, NOW + 1_799_000)).code).toBe(0);
    expect((await token('get', { auth_code: late.code }, NOW + 1_801_000)).code).toBe(36004004);
  });

  test('refreshing gives a new pair and kills the old refresh token', async () => {
    const { code } = await simulator.control('authorize', {});
    const first = (await token('get', { auth_code: code })).data;
    const old = { refresh_token: String(first['refresh_token']) };
    const second = (await token('refresh', old)).data;
    expect(second['refresh_token']).not.toBe(first['refresh_token']);
    expect(second['access_token']).not.toBe(first['access_token']);
    expect(await token('refresh', old)).toMatchObject({ code: 36004001, message: 'rt has expired' });
    expect((await token('refresh', { refresh_token: String(second['refresh_token']) })).code).toBe(0);
  });

  test.each([
    ['a wrong secret', { app_secret: 'x' }],
    ['the usual OAuth grant type', { grant_type: 'authorization_code' }],
  ])('%s is refused as an invalid parameter', async (_what, given) => {
    expect((await token('get', { auth_code: 'x', ...given })).code).toBe(98001004);
  });
});

describe('one authorization', () => {
  let client: Client;
  beforeEach(async () => {
    client = await connect(simulator.url, { now: NOW, seller: 1 });
  });

  test('covers the shops of its seller and no others', async () => {
    const own = await client.shops();
    expect(own.map(({ region }) => region)).toEqual(['VN', 'JP']);
    const { shops } = await simulator.control('shops', {});
    const foreign = shops.find(({ region }) => region === 'US')!;
    const reply = await client.call(
      'POST',
      '/order/202309/orders/search',
      { shop_cipher: foreign.cipher, page_size: '1' },
      {},
    );
    expect(reply.envelope?.code).toBe(36009004);
  });

  test('expires after seven days and goes on after a refresh', async () => {
    client.time.now += 7 * DAY;
    const { status, envelope } = await client.call('GET', '/authorization/202309/shops');
    expect([status, envelope?.code]).toEqual([401, 105002]);
    expect(await client.shops()).toHaveLength(2);
  });

  test('is void once the seller revokes it', async () => {
    const { sellers } = await simulator.control('sellers', {});
    await simulator.control('revoke', { openId: sellers[1]!.openId });
    const { envelope } = await client.call('GET', '/authorization/202309/shops');
    expect(envelope).toMatchObject({
      code: 36009004,
      message: expect.stringContaining('x-tts-access-token'),
    });
    await expect(client.refresh()).rejects.toThrow('36004001');
  });

  test('is again what it was when it was kept, as often as it is recalled', async () => {
    await simulator.control('keep', {});
    for (let turn = 0; turn < 2; turn++) {
      await simulator.control('revoke', {});
      expect((await client.call('GET', '/authorization/202309/shops')).envelope?.code).toBe(36009004);
      await simulator.control('recall', {});
      expect(await client.shops()).toHaveLength(2);
    }
    await client.refresh();
    await simulator.control('recall', {});
    // The token of that time is the good one again, and the later one was never given.
    await expect(client.refresh()).rejects.toThrow('36004001');
  });
});
