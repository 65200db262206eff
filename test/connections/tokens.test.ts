// Tokens are renewed early, once, and stored before they are used. Whatever stops a renewal, the connection goes on
// working or ends in words; reports, schedules and rows stay.
import type { FaultRule } from '../../dev/simulator/faults';
import { DAY, HOUR, type Office, OWNER } from '../whole-path/office';
import { callAs, connect, openDesk, problemOf, salesOf, stored } from './desk';

let office: Office;
let shop: string;
beforeAll(async () => {
  office = await openDesk({ sellers: 4, ownUsApp: false });
  await connect(office, { seller: 1 });
  shop = office.call('overview', null).shops[0]!.id;
  office.run(salesOf(shop));
});
afterAll(() => office.stop());
beforeEach(() => meet());

const refreshes = async () =>
  (await office.simulator.control('log', {})).entries.filter(({ path }) => path.endsWith('/token/refresh'));
const afterTokenEnd = () => office.runtime.clock.advance(7 * DAY);
const report = () => office.call('overview', null).reports[0]!;
const meet = (...add: FaultRule[]) => office.simulator.control('faults', { clear: true, add });
/** A run of the saved report, to its end or to its problem. */
function run(): string {
  const begun = office.reply('startRun', { reportId: report().definition.id });
  if (!begun.ok) return begun.problem.code;
  for (let run = begun.value; ; ) {
    if (run.finished) return run.problem?.code ?? 'done';
    const next = office.reply('continueRun', { runId: run.id });
    if (!next.ok) return next.problem.code;
    run = next.value;
  }
}

test('a token is renewed shortly before it ends, and the new pair is the one that is used', async () => {
  const [before] = stored(office);
  office.runtime.clock.advance(7 * DAY - HOUR / 2);
  await office.simulator.control('log', { clear: true });
  expect(run()).toBe('done');
  expect(await refreshes()).toEqual([]);
  office.runtime.clock.advance(HOUR / 2 - 5 * 60_000);
  expect(run()).toBe('done');
  expect(await refreshes()).toHaveLength(1);
  const [after] = stored(office);
  expect(after!.refreshToken).not.toBe(before!.refreshToken);
  expect(run()).toBe('done');
  expect(await refreshes()).toHaveLength(1);
});

test('two executions that find the token ended renew it once', async () => {
  afterTokenEnd();
  await office.simulator.control('log', { clear: true });
  let other: string | undefined;
  const { id } = office.call('startRun', { reportId: report().definition.id });
  const { reply } = callAs(
    office,
    OWNER,
    'continueRun',
    { runId: id },
    {
      hooks: {
        beforeCall(call) {
          // Between the first look and the lock, another execution of the same user renews.
          if (other !== undefined || call.service !== 'Lock' || call.method !== 'tryLock') return;
          if (!call.args.startsWith('30000')) return;
          other = '';
          other = JSON.stringify(callAs(office, OWNER, 'finishConnection', { address: 'x' }).reply) + run();
        },
      },
    },
  );
  expect(reply.ok || reply.problem.code).toBe(true);
  expect(other).toBeDefined();
  expect(await refreshes()).toHaveLength(1);
});

test.each<[string, FaultRule]>([
  ['TikTok is down', { kind: 'html-502', path: '/token/refresh', times: 99 }],
  ['the connection breaks', { kind: 'timeout', path: '/token/refresh', times: 99 }],
  ['TikTok is busy', { kind: 'too-many-requests', path: '/token/refresh', times: 99 }],
  ['the answer is cut', { kind: 'internal-error', path: '/token/refresh', times: 99 }],
])('%s while the token is renewed: that passes, and never ends the connection', async (_what, fault) => {
  afterTokenEnd();
  await meet(fault);
  expect(['tiktok_down', 'network', 'tiktok_busy']).toContain(run());
  expect(stored(office)[0]!.ended).toBe(false);
  expect(office.call('overview', null).connections[0]!.state).toBe('connected');
  await meet();
  expect(run()).toBe('done');
});

test('a wrong app secret is told as the app’s fault, and a missing permission as such; neither ends the connection', async () => {
  afterTokenEnd();
  const { appSecret } = await office.simulator.control('app', {});
  await office.simulator.control('app', { appSecret: 'changed in Partner Center' });
  expect(run()).toBe('app_refused');
  await office.simulator.control('app', { appSecret });
  expect(run()).toBe('done');
  const { scopes } = await office.simulator.control('app', {});
  await office.simulator.control('grantScopes', { scopes: ['seller.authorization.info'] });
  office.runtime.clock.advance(HOUR);
  expect(run()).toBe('missing_scope');
  expect(stored(office)[0]!.ended).toBe(false);
  await office.simulator.control('grantScopes', { scopes });
  expect(run()).toBe('done');
});

test('killed at every call of a renewal, the next run works or says that the authorization has ended', async () => {
  afterTokenEnd();
  const { id } = office.call('startRun', { reportId: report().definition.id });
  const whole = callAs(office, OWNER, 'continueRun', { runId: id }).execution.calls;
  const first = whole.findIndex(({ service, method }) => service === 'Lock' && method === 'tryLock');
  const last = whole.findIndex(({ service }, n) => n > first && service === 'UrlFetchApp') + 12;
  const outcomes = new Set<string>();
  const { definition } = report();
  for (let n = first; n <= last; n++) {
    afterTokenEnd();
    const again = office.call('startRun', { reportId: definition.id });
    office.runtime.serverCall(
      office.document,
      OWNER,
      'rpc',
      ['continueRun', JSON.stringify({ runId: again.id })],
      { killAt: n },
    );
    const outcome = run();
    outcomes.add(outcome);
    if (outcome === 'done') continue;
    // TikTok had taken the old refresh token; its answer died with the execution.
    expect(outcome).toBe('authorization_ended');
    const overview = office.call('overview', null);
    expect(overview.connections[0]!.state).toBe('reauthorize');
    expect(overview.reports.map(({ definition }) => [definition.id, definition.schedule])).toEqual([
      [definition.id, definition.schedule],
    ]);
    expect(office.answer(salesOf(shop)).rows.length).toBeGreaterThan(0);
    const { id: before } = stored(office)[0]!;
    await connect(office, { seller: 1 });
    expect(stored(office).map(({ id, ended }) => [id, ended])).toEqual([[before, false]]);
    expect(run()).toBe('done');
  }
  expect(outcomes).toEqual(new Set(['done', 'authorization_ended']));
});

test('a seller who took the authorization back is told, keeps everything, and is back after connecting again', async () => {
  const [before] = stored(office);
  const { reports } = office.call('overview', null);
  const rows = office.answer(salesOf(shop)).rows;
  await office.simulator.control('revoke', {});
  office.runtime.clock.advance(HOUR);
  expect(run()).toBe('authorization_ended');
  expect(office.call('overview', null).connections[0]!.state).toBe('reauthorize');
  expect(problemOf(office, 'startRun', { reportId: 'none' }).code).toBe('unknown_report');
  expect(office.answer(salesOf(shop)).rows).toEqual(rows);
  await connect(office, { seller: 1 });
  expect(stored(office)[0]!.id).toBe(before!.id);
  expect(office.call('overview', null).reports.map(({ definition }) => definition)).toEqual(
    reports.map(({ definition }) => definition),
  );
  expect(run()).toBe('done');
});

test('a connection that was taken away while its token is renewed does not come back', async () => {
  afterTokenEnd();
  const { id } = stored(office)[0]!;
  const again = office.call('startRun', { reportId: report().definition.id });
  let locked = 0;
  callAs(
    office,
    OWNER,
    'continueRun',
    { runId: again.id },
    {
      hooks: {
        beforeCall(call) {
          if (call.service !== 'UrlFetchApp' || locked++ > 0) return;
          // The renewal holds the lock: disconnecting waits for it, and says so.
          expect(callAs(office, OWNER, 'disconnect', { connection: id }).reply).toMatchObject({
            ok: false,
            problem: { code: 'busy_elsewhere' },
          });
        },
      },
    },
  );
  expect(locked).toBeGreaterThan(0);
  office.call('disconnect', { connection: id });
  expect(stored(office)).toEqual([]);
  office.runtime.clock.advance(HOUR);
  expect(run()).toBe('not_connected');
  expect(office.answer(salesOf(shop)).rows.length).toBeGreaterThan(0);
});
