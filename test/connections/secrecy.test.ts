// No token, secret, code or state is anywhere but where it belongs: in the user's and the script's own properties, and
// in the consent link. Everything else is searched, on good days and bad ones.

import type { Execution } from '../../dev/runtime/types';
import type { FaultKind } from '../../dev/simulator/faults';
import { APP, DAY, type Office, OWNER } from '../whole-path/office';
import { COLLEAGUE, consent, openDesk, salesOf, stored, US_APP } from './desk';

let office: Office;
const secrets = new Map<string, string>([
  ['app secret', APP.appSecret],
  ['US app secret', US_APP.appSecret],
]);
/** Everything that anybody could see. */
const seen: [where: string, text: string][] = [];

beforeAll(async () => {
  office = await openDesk({ sellers: 2 });
});
afterAll(() => office.stop());

function note(where: string, execution: Execution | undefined): void {
  if (!execution) return;
  const { value, error, log, toasts, alerts, sidebar, dialogs } = execution;
  seen.push([where, JSON.stringify({ value, error, log, toasts, alerts, sidebar, dialogs })]);
}

function remember(): void {
  for (const { id, accessToken, refreshToken } of [...stored(office), ...stored(office, COLLEAGUE)]) {
    secrets.set(`access token of ${id} ${accessToken.length}${accessToken.slice(-6)}`, accessToken);
    secrets.set(`refresh token of ${id} ${refreshToken.slice(-6)}`, refreshToken);
  }
}

function call(name: string, input: unknown, user = OWNER): string {
  const execution = office.runtime.serverCall(office.document, user, 'rpc', [name, JSON.stringify(input)]);
  remember();
  // The consent link carries its state: that is what it is for.
  if (name !== 'consentLink') note(name, execution);
  return String(execution.value);
}

async function goToTikTok(choice: Parameters<typeof consent>[1]): Promise<string> {
  const address = await consent(office, choice);
  const { searchParams } = new URL(address);
  for (const name of ['code', 'state']) {
    const value = searchParams.get(name) ?? '';
    if (value.length > 8) secrets.set(`${name} ${secrets.size}`, value);
  }
  return address;
}

function visit(address: string, user = OWNER): void {
  const { html, execution } = office.runtime.visit(address, user);
  remember();
  seen.push(['callback page', html]);
  note('callback', execution);
}

function runReports(): void {
  const { shops } = JSON.parse(call('overview', null)).value as { shops: { id: string }[] };
  for (const { id } of shops) {
    const begun = JSON.parse(call('startRun', { report: salesOf(id) }));
    for (let turn = 0; begun.ok && turn < 6; turn++) {
      const reply = JSON.parse(call('continueRun', { runId: begun.value.id }));
      if (!reply.ok || reply.value.finished) break;
    }
  }
  call('connectionStatus', null);
  call('runLog', null);
  note('menu', office.runtime.clickMenu(office.document, OWNER, 'Refresh TikTok Shop'));
  for (const execution of office.runtime.tick(3_600_000)) note('trigger', execution);
}

const EVERYWHERE: FaultKind[] = [
  'timeout',
  'html-502',
  'gateway-timeout',
  'internal-error',
  'too-many-requests',
  'expired-token',
  'cut-json',
  'wrong-json',
  'no-data',
];

test('nothing leaks: consent, refusals, forged addresses, renewals, every fault, revocation, deletion', async () => {
  visit(await goToTikTok({ seller: 1 }));
  visit(await goToTikTok({ market: 'us', seller: 0 }));
  visit(await goToTikTok({ decision: 'deny' }));
  visit(await goToTikTok({}), COLLEAGUE);
  const address = await goToTikTok({ seller: 1 });
  call('finishConnection', { address: address.replace(/code=[^&]+/, 'code=ROW_forged_and_not_so_short') });
  call('finishConnection', { address }, COLLEAGUE);
  call('finishConnection', { address });
  call('finishConnection', { address });
  runReports();
  for (const kind of EVERYWHERE) {
    office.runtime.clock.advance(8 * DAY);
    await office.simulator.control('faults', {
      clear: true,
      add: [{ kind, probability: 0.5, seed: kind, times: 12 }],
    });
    visit(await goToTikTok({ seller: 1 }));
    runReports();
  }
  // The server is gone altogether: Google's exceptions now quote every address in full.
  await office.simulator.control('faults', { clear: true, add: [{ kind: 'timeout', probability: 1 }] });
  const last = await goToTikTok({ seller: 1 });
  call('finishConnection', { address: last });
  office.runtime.clock.advance(8 * DAY);
  runReports();
  await office.simulator.control('faults', { clear: true });
  await office.simulator.control('revoke', {});
  office.runtime.clock.advance(DAY);
  runReports();

  const { runtime, document } = office;
  for (const [key, value] of Object.entries(runtime.properties({ document })))
    seen.push([`property ${key}`, value]);
  const view = runtime.document(document);
  seen.push(['metadata', JSON.stringify(view.metadata)]);
  for (const tab of view.tabs)
    seen.push([`tab ${tab.name}`, JSON.stringify([tab.values(), tab.notes(), tab.formulas(), tab.metadata])]);
  seen.push(['mails', JSON.stringify(runtime.mails())]);

  expect(secrets.size).toBeGreaterThan(20);
  expect(seen.length).toBeGreaterThan(150);
  for (const [what, secret] of secrets) {
    const forms = new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
    const places = seen.filter(([, text]) => [...forms].some((form) => text.includes(form)));
    expect([what, places.map(([where]) => where)]).toEqual([what, []]);
  }
});

test('the search would find one: the exceptions of the platform do quote the address', () => {
  const { runtime, document } = office;
  const execution = runtime.serverCall(document, OWNER, 'rpc', ['overview', 'null'], {
    hooks: {
      beforeCall(call) {
        if (call.service === 'Properties')
          throw new Error(`leaked by ourselves ${APP.appSecret.slice(0, 9)}`);
      },
    },
  });
  expect(JSON.stringify(execution.log)).toContain(APP.appSecret.slice(0, 9));
});
