// Tokens expire, are withdrawn, and are half renewed when Google pulls the plug. No secret is ever seen.
import type { Execution } from '../../dev/runtime/types';
import { connect as plainClient } from '../../dev/simulator/client';
import type { ReportInput } from '../../src/shared/report';
import type { Expected } from '../differential/expected';
import { closeOracles, oracle } from '../differential/oracle';
import { placesToKill } from './killed-state';
import { APP, chosen, connect, DAY, type Office, OWNER, openOffice } from './office';
import { recordsOf } from './records';
import { leaks, secretsOf } from './secrets';
import { expectAnswer } from './shown';

const NOW = Date.UTC(2026, 7, 1);
const FIRST = '2026-01-01';
const LAST = '2026-01-31';

let office: Office;
let report: ReportInput;
let expected: Expected;
let blank: string;
const seen = new Set<string>([APP.appSecret]);

beforeAll(async () => {
  office = await openOffice(
    { seed: 'tokens', shops: ['US'], orders: 300, since: FIRST, until: '2026-02-01' },
    { now: NOW },
  );
  blank = office.runtime.snapshot();
  const shops = (await connect(office)).shops.slice(0, 1);
  const client = await plainClient(office.simulator.url, { now: NOW });
  const records = await recordsOf(client, shops, { first: FIRST, last: LAST, now: NOW });
  const asked = { metrics: ['gmv', 'customers'], dimensions: ['date'] };
  report = { ...asked, name: 'Tokens', shops: shops.map(({ id }) => id), range: `${FIRST}..${LAST}` };
  expected = await oracle({ ...asked, shops: records, first: FIRST, last: LAST, zone: 'UTC' });
});
afterAll(() => {
  closeOracles();
  return office.stop();
});

async function connectAnew(): Promise<void> {
  office.runtime.restore(blank);
  office.executions.length = 0;
  await connect(office);
  for (const secret of secretsOf(office)) seen.add(secret);
}

/** At the next search, whatever its time: the simulator does not go back in time with the spreadsheet. */
async function expireToken(): Promise<void> {
  const add = [{ kind: 'expired-token', path: '/orders/search' }] as const;
  await office.simulator.control('faults', { clear: true, add });
}

function expectNoLeak(...more: Execution[]): void {
  for (const secret of secretsOf(office)) seen.add(secret);
  expect(leaks(office, [...seen], [...office.executions, ...more])).toEqual([]);
}

test('an expired token is renewed once, and the figures are those of any other day', async () => {
  await connectAnew();
  const before = secretsOf(office);
  await expireToken();
  office.run(report);
  expectAnswer(office.answer(report), expected);
  expect(secretsOf(office)).not.toEqual(before);
  expectNoLeak();
});

test('killed anywhere while a token is renewed: either it goes on, or it says that the shop must be connected again', async () => {
  await connectAnew();
  await expireToken();
  const { id } = office.call('startRun', { report });
  office.call('continueRun', { runId: id });
  const calls = office.executions.at(-1)!.calls;
  const upTo =
    calls.findIndex(({ service, method }) => `${service}.${method}` === 'Spreadsheet.insertSheet') + 1;
  const outcomes = new Set<string>();
  for (const killAt of placesToKill(calls.slice(0, upTo), 5)) {
    await connectAnew();
    await expireToken();
    const { id: runId } = office.call('startRun', { report });
    const json = JSON.stringify({ runId });
    const options = { killAt };
    const cut = office.runtime.serverCall(office.document, OWNER, 'rpc', ['continueRun', json], options);
    expect(cut.killed).toBe(true);
    const reply = office.reply('continueRun', { runId });
    outcomes.add(reply.ok ? 'went on' : reply.problem.code);
    if (!reply.ok) {
      expect(office.call('overview', null).connections[0]!.state).toBe('reauthorize');
      await connect(office);
      office.call('continueRun', { runId });
    }
    expectAnswer(office.answer(report), expected);
    expectNoLeak(cut);
  }
  expect([...outcomes].sort()).toEqual(['authorization_ended', 'went on']);
});

test('a seller who takes the authorization back is told to connect again; what was loaded still answers', async () => {
  await connectAnew();
  office.run(report);
  office.runtime.clock.advance(DAY);
  await office.simulator.control('revoke', {});
  const run = office.call('startRun', { report: { ...report, name: 'After' } });
  const reply = office.reply('continueRun', { runId: run.id });
  expect(reply).toMatchObject({ ok: false, problem: { class: 'reauthorize', code: 'authorization_ended' } });
  expectAnswer(office.answer(report), expected);
  expectNoLeak();
});

test('a network that quotes whole addresses in its errors tells nobody the secret in them', async () => {
  await connectAnew();
  await expireToken();
  await office.simulator.control('faults', { add: [{ kind: 'timeout', probability: 1 }] });
  const run = office.call('startRun', { report });
  let reply = office.reply('continueRun', { runId: run.id });
  for (let slice = 0; reply.ok && slice < 20; slice++) reply = office.reply('continueRun', { runId: run.id });
  expect(reply.ok).toBe(false);
  const trigger = office.runtime.run('refreshTikTokShop', [], { user: OWNER, document: office.document });
  expect(trigger.alerts.length).toBe(1);
  await office.simulator.control('faults', { clear: true });
  expectNoLeak(trigger);
});

test('the search for secrets finds one: in a cell, a note, a property, a log', async () => {
  await connectAnew();
  const [secret = '', token = ''] = secretsOf(office);
  const tab = office.runtime.document(office.document).tabs[0]!;
  expect(token.length).toBeGreaterThan(16);
  tab.setNote('B2', `token ${token}`);
  const told = { ...office.executions[0]!, log: [{ level: 'info', text: `?app_secret=${secret}&`, at: 0 }] };
  expect(leaks(office, [secret, token], [told])).toEqual(['the spreadsheet', expect.stringContaining('rpc')]);
});

test('consent given twice with one link, or for another Google account, connects nobody', async () => {
  office.runtime.restore(blank);
  const { redirectUrl } = office.call('overview', null);
  await office.simulator.control('app', { redirectUrl });
  const { url } = office.call('consentLink', { market: 'global' });
  const page = await (await fetch(url)).text();
  const back = await fetch(chosen(page, url, 0), {
    redirect: 'manual',
    headers: { 'x-virtual-now': String(office.runtime.clock.now()) },
  });
  const address = back.headers.get('location') ?? '';
  expect(office.runtime.visit(address, 'stranger@example.com').html).not.toMatch(/is connected/);
  expect(office.call('overview', null).connections).toEqual([]);
  expect(office.runtime.visit(address, OWNER).html).toMatch(/is connected/);
  expect(office.runtime.visit(address, OWNER).html).not.toMatch(/is connected/);
  expect(office.call('overview', null).connections.length).toBe(1);
});
