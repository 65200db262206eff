// A consent link belongs to one Google user, for an hour, once. What comes back is checked on both ways: through
// Google's callback address, and pasted by hand.
import { HOUR, MINUTE, type Office, OWNER } from '../whole-path/office';
import { COLLEAGUE, callAs, connect, consent, openDesk, problemOf, stored, textOf } from './desk';

let office: Office;
beforeAll(async () => {
  office = await openDesk({ ownUsApp: false });
  const { sellers } = await office.simulator.control('sellers', {});
  await office.simulator.control('sellers', { change: { [sellers[0]!.openId]: { region: 'VN' } } });
});
afterAll(() => office.stop());
beforeEach(async () => {
  await office.simulator.control('faults', { clear: true });
  for (const { id } of office.call('overview', null).connections)
    office.call('disconnect', { connection: id });
});

const pasted = (address: string) => problemOf(office, 'finishConnection', { address }).code;

test('the way through the callback and the way by hand end in the same connection', async () => {
  expect(await connect(office)).toMatch(/Connected Seller 1 is connected with .*You can close this tab/);
  const [first] = stored(office);
  const again = office.call('finishConnection', { address: await consent(office) });
  expect(again.connections.map(({ id }) => id)).toEqual([first!.id]);
});

test('a refusal at TikTok is told as one, on both ways', async () => {
  const address = await consent(office, { decision: 'deny' });
  expect(address).toContain('code=null&error=auth_denied');
  expect(textOf(office.runtime.visit(address, OWNER).html)).toMatch(
    /Not connected .*denied.* choose Authorize/,
  );
  expect(pasted(await consent(office, { decision: 'deny' }))).toBe('authorization_denied');
});

test.each([
  ['auth_denied', 'authorization_denied'],
  ['not_shop_owner', 'not_owner'],
  ['something_new', 'authorization_denied'],
])('TikTok’s error “%s” is told as %s', async (error, code) => {
  const address = await consent(office, { decision: 'deny' });
  expect(pasted(address.replace('auth_denied', error))).toBe(code);
});

test('after an hour the link leads nowhere, on either way', async () => {
  const address = await consent(office);
  office.runtime.clock.advance(HOUR + MINUTE);
  expect(office.runtime.visit(address, OWNER).html).toMatch(/invalid or has expired/);
  expect(pasted(address)).toBe('authorization_state');
  expect(stored(office)).toEqual([]);
});

test('another Google user cannot finish it, on either way', async () => {
  const address = await consent(office);
  expect(office.runtime.visit(address, COLLEAGUE).html).toMatch(/invalid or has expired/);
  const { reply } = callAs(office, COLLEAGUE, 'finishConnection', { address });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'authorization_state' } });
  // Google's own check aside: the token says whom it was made for, and we compare.
  const query = Object.fromEntries(new URL(address).searchParams);
  const { value } = office.runtime.run(
    'authCallback',
    [{ parameter: { ...query, market: 'global', user: 'somebody else' } }],
    { user: COLLEAGUE, source: 'callback' },
  );
  expect(textOf((value as { html: string }).html)).toMatch(/Not connected .*another Google account/);
  expect(stored(office, COLLEAGUE)).toEqual([]);
});

test('an address used before is refused, on either way', async () => {
  const address = await consent(office);
  office.runtime.visit(address, OWNER);
  expect(office.runtime.visit(address, OWNER).html).toMatch(/invalid or has expired/);
  expect(pasted(address)).toBe('authorization_code');
  const other = await consent(office);
  office.call('finishConnection', { address: other });
  expect(pasted(other)).toBe('authorization_state');
});

test('an address with another state, or none, is refused without asking TikTok', async () => {
  const address = await consent(office);
  await office.simulator.control('log', { clear: true });
  const url = new URL(address);
  url.searchParams.set('state', `${url.searchParams.get('state')}x`);
  expect(pasted(url.href)).toBe('authorization_state');
  url.searchParams.delete('state');
  expect(pasted(url.href)).toBe('authorization_state');
  expect((await office.simulator.control('log', {})).entries).toEqual([]);
});

test('an address with another code is refused by TikTok and leaves no connection', async () => {
  const url = new URL(await consent(office));
  url.searchParams.set('code', 'ROW_forged');
  expect(pasted(url.href)).toBe('authorization_code');
  expect(stored(office)).toEqual([]);
});

test('a pasted address may be pasted again after TikTok was down: its code is still good', async () => {
  const address = await consent(office);
  await office.simulator.control('faults', { add: [{ kind: 'html-502', path: '/api/v2/token' }] });
  expect(pasted(address)).toBe('tiktok_down');
  expect(office.call('finishConnection', { address }).connections).toHaveLength(1);
});

test.each(['no address at all', 'https://example.com/', 'https://example.com/?', '?%%%=%%'])(
  'the paste “%s” is answered in words',
  (address) => {
    expect(['bad_input', 'authorization_state']).toContain(pasted(address));
  },
);

test('hostile names of sellers and shops stay text on the page', async () => {
  const { sellers } = await office.simulator.control('sellers', {});
  const name = `<img src=x onerror=alert(1)>"'&amp;<script>`;
  await office.simulator.control('sellers', { change: { [sellers[0]!.openId]: { name } } });
  const { html } = office.runtime.visit(await consent(office), OWNER);
  expect(html).not.toMatch(/<img|<script/);
  expect(textOf(html)).toContain(`${name} is connected`);
  await office.simulator.control('sellers', { change: { [sellers[0]!.openId]: { name: 'Seller 1' } } });
});
