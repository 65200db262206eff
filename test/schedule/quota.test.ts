// Google's daily quotas: counted, respected, and waited out without anybody's doing.
import type { RunOptions, ServiceCall } from '../../dev/runtime/types';
import { connect, type Office, OWNER, openOffice } from '../whole-path/office';
import { DAY, type Desk, deskIn, HOUR, propertyCalls } from './desk';

const NOW = Date.UTC(2026, 3, 8, 9, 10);
const hourly = { every: 'hour' } as const;

let office: Office;
let desk: Desk;
let connected: string;
let shop: string;

beforeAll(async () => {
  office = await openOffice(
    { seed: 'quota', shops: ['US'], orders: 60, since: '2026-04-01', until: '2026-04-20' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
  desk = deskIn(office.runtime, office.document);
  connected = office.runtime.snapshot();
});
beforeEach(() => office.runtime.restore(connected));
afterAll(() => office.stop());

const schedule = (name: string, when: 'none' | typeof hourly) =>
  desk.schedule(name, when, { shops: [shop] }, OWNER);

const isFetch = ({ service }: ServiceCall) => service === 'UrlFetchApp';
const usedUp: Partial<RunOptions> = {
  hooks: {
    beforeCall(call) {
      if (isFetch(call)) throw new Error('Service invoked too many times for one day: urlfetch.');
    },
  },
};
const obstacle = () => desk.overview(OWNER).schedules!.problem;

test('a used-up day ends the dispatch, nobody is bothered, and tomorrow it goes on by itself', () => {
  schedule('A', hourly);
  schedule('B', hourly);
  const [ended] = desk.tick(HOUR, usedUp);
  expect(ended!.calls.filter(isFetch)).toHaveLength(1);
  expect(desk.unattended()).toMatchObject([
    { outcome: 'failed', problem: expect.stringMatching(/daily quota/) },
  ]);
  const resting = desk.tick(20 * HOUR);
  for (const execution of resting) expect(propertyCalls(execution)).toHaveLength(1);
  expect(obstacle()).toMatchObject({ code: 'quota_day' });
  expect(desk.call('quota', null, OWNER).restsUntil).toMatch(/^2026-04-09T09:/);
  expect(desk.overview(OWNER).schedules!.reports.map(({ failures }) => failures)).toEqual([0, 0]);
  expect(office.runtime.mails()).toEqual([]);

  desk.tick(5 * HOUR);
  const done = desk.unattended().filter(({ outcome }) => outcome === 'done');
  expect([...new Set(done.map(({ report }) => report))].sort()).toEqual(['A', 'B']);
  expect(obstacle()).toBeNull();
  expect(desk.call('quota', null, OWNER).restsUntil).toBeNull();
});

test('a run that the sidebar could not finish today goes on tomorrow by itself, once', () => {
  const { id } = desk.call(
    'startRun',
    {
      report: {
        name: 'By hand',
        shops: [shop],
        metrics: ['orders'],
        dimensions: ['date'],
        range: 'last_7_days',
      },
    },
    OWNER,
  );
  const { value } = office.runtime.serverCall(
    office.document,
    OWNER,
    'rpc',
    ['continueRun', JSON.stringify({ runId: id })],
    usedUp,
  );
  expect(JSON.parse(String(value))).toMatchObject({ ok: false, problem: { code: 'quota_day' } });
  expect(office.runtime.triggers()).toHaveLength(1);
  desk.tick(26 * HOUR);
  expect(desk.unattended()).toMatchObject([{ report: 'By hand', outcome: 'done' }]);
  expect(desk.overview(OWNER).unfinished).toBeNull();
  expect(office.runtime.triggers()).toEqual([]);
  // Of the days as they are then, not as they were when it began.
  const tab = office.runtime.document(office.document).tab('By hand');
  expect(tab.values().at(-1)![0]).toEqual(new Date(Date.UTC(2026, 3, 8)));
});

test('unattended work stops at seventy-five minutes of a day and goes on the next', () => {
  schedule('A', hourly);
  desk.meddle((state) => {
    const properties = state.userProperties[OWNER]!;
    const usage = JSON.parse(properties['usage']!);
    properties['usage'] = JSON.stringify({ ...usage, triggers: { since: NOW, used: 75 * 60_000 } });
  });
  desk.tick(3 * HOUR);
  expect(desk.unattended()).toEqual([]);
  expect(obstacle()).toMatchObject({ code: 'quota_day', text: expect.stringContaining('run time') });
  expect(desk.call('quota', null, OWNER).triggerMinutes.used).toBeLessThan(77);
  desk.tick(DAY);
  expect(desk.unattended().length).toBeGreaterThan(0);
  expect(obstacle()).toBeNull();
});

test('a day’s calls and minutes are counted, with those of the log, and begin anew after a day', () => {
  schedule('A', hourly);
  const executions = desk.tick(3 * HOUR);
  const { calls, triggerMinutes } = desk.call('quota', null, OWNER);
  const logged = desk.call('runLog', null).reduce((sum, line) => sum + line.calls, 0);
  expect(calls.used).toBe(logged);
  expect(calls.used).toBeGreaterThanOrEqual(executions.flatMap((one) => one.calls.filter(isFetch)).length);
  expect(triggerMinutes.used).toBe(1);
  desk.call(
    'setSchedule',
    { reportId: desk.overview(OWNER).reports[0]!.definition.id, schedule: 'none' },
    OWNER,
  );
  office.runtime.clock.advance(DAY);
  expect(desk.call('quota', null, OWNER)).toMatchObject({ calls: { used: 0 }, triggerMinutes: { used: 0 } });
});
