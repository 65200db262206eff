// Half a year in minutes: connected once, refreshed by the hourly trigger, until TikTok's authorization ends, and on.
import type { Execution } from '../../dev/runtime/types';
import { connect, DAY, MINUTE, type Office, openOffice } from '../whole-path/office';
import { localTime } from './local-time';
import { type Day, day, expectFigures, googleCounts, hour, STORY, save, type Watched } from './seller';

const START = Date.UTC(2026, 0, 20, 9, 10);
const NEW_YORK = 'America/New_York';
const JAKARTA = 'Asia/Jakarta';

// Some 4,300 dispatches, each in a realm of its own.
jest.setTimeout(20 * MINUTE);

let office: Office;
let hours: Watched;
let days: Watched;
let weeks: Watched;
const passed: Day[] = [];

beforeAll(async () => {
  office = await openOffice(STORY, { now: START, latencyMs: 300 });
  await office.simulator.control('lifetimes', { refreshMs: 100 * DAY });
  const shops = (await connect(office)).shops.slice(0, 1).map(({ id }) => id);
  const metrics = ['gmv', 'orders', 'paid_orders', 'customers', 'items_sold', 'aov'];
  const report = { shops, metrics, dimensions: ['date'] };
  hours = save(office, { ...report, name: 'Hours', range: 'last_7_days' });
  days = save(office, {
    ...report,
    name: 'Days',
    dimensions: ['date', 'order_status'],
    range: 'last_30_days',
    zone: NEW_YORK,
    schedule: { every: 'day', hour: 6, zone: NEW_YORK },
  });
  weeks = save(office, {
    ...report,
    name: 'Weeks',
    dimensions: ['product_name'],
    range: 'last_28_days',
    zone: JAKARTA,
    schedule: { every: 'week', weekday: 0, hour: 7, zone: JAKARTA },
  });
  hour(office);
});
afterAll(() => office.stop());

const moment = ({ startedAt }: Execution, zone: string) => localTime(Math.floor(startedAt / 1000), zone);
const isMonday = ({ startedAt }: Execution) => new Date(startedAt).getUTCDay() === 1;
const fallsDue = {
  days: (execution: Execution) => moment(execution, NEW_YORK).hour === 6,
  /** Seven in Jakarta is midnight in UTC. */
  weeks: (execution: Execution) => isMonday(execution) && moment(execution, JAKARTA).hour === 7,
};

/** One more day, on which whatever is refreshed is right. */
async function goodDay(): Promise<Day> {
  const seen = await day(office, async (execution) => {
    if (fallsDue.days(execution)) await expectFigures(office, days);
    if (fallsDue.weeks(execution)) await expectFigures(office, weeks);
  });
  passed.push(seen);
  return seen;
}

/** Days that end well, one after the other. */
async function goodDays(count: number): Promise<Day[]> {
  const seen: Day[] = [];
  for (let n = 0; n < count; n++) seen.push(await goodDay());
  return seen;
}

const states = () => office.call('overview', null).connections.map(({ state }) => state);

test('a day by the hour: each hour the tab is what TikTok says, and the add-on’s own counters are near what Google counts', async () => {
  let dispatches = 0;
  office.call('setSchedule', { reportId: hours.id, schedule: { every: 'hour' } });
  const seen = await day(office, async () => {
    await expectFigures(office, hours);
    // Later in the day both begin to count anew, but not at the same call.
    if (++dispatches !== 20) return;
    const { calls, triggerMinutes } = office.call('quota', null);
    const google = googleCounts(office);
    expect(calls.used).toBeGreaterThanOrEqual(20);
    expect(Math.abs(calls.used - google['urlfetch']!.used)).toBeLessThanOrEqual(4);
    expect(Math.abs(triggerMinutes.used - google['trigger runtime']!.used / MINUTE)).toBeLessThanOrEqual(1);
  });
  office.call('setSchedule', { reportId: hours.id, schedule: 'none' });
  passed.push(seen);
  expect(seen.busy.length).toBe(24);
});

test('ninety-five days that nobody looks at: every day is right, at six in New York before and after its clocks change', async () => {
  const seen = await goodDays(95);
  const busy = seen.flatMap((one) => one.busy);
  expect(busy.every((execution) => fallsDue.days(execution) || fallsDue.weeks(execution))).toBe(true);
  // These days begin at eleven UTC, where it is six in New York first, and end at ten, where it is six at last.
  expect(busy.filter(fallsDue.days).length).toBe(96);
  expect(busy.filter(fallsDue.weeks).length).toBe(13);
  const inUtc = busy.filter(fallsDue.days).map(({ startedAt }) => new Date(startedAt).getUTCHours());
  expect([...new Set(inUtc)]).toEqual([11, 10]);
});

test('an hour in which nothing is due reads one property and nothing else', () => {
  const idle = passed.flatMap((one) => one.idle);
  expect(idle.length).toBeGreaterThan(2000);
  for (const { calls, startedAt, endedAt } of idle) {
    expect(calls.some(({ service, writes }) => writes || /Sheet|Range|Fetch/.test(service))).toBe(false);
    expect(endedAt - startedAt).toBeLessThan(100);
  }
});

test('the authorization ends: a mail says so on the day of it, and the tabs stay as they were', async () => {
  const tab = () => office.runtime.document(office.document).tab('Days').values();
  let before = tab();
  let last = await day(office);
  while (states()[0] === 'connected' && last.mails === 0) {
    passed.push(last);
    before = tab();
    last = await day(office);
  }
  const lasted = office.runtime.clock.now() - START;
  // The last access token outlives the authorization by up to a week.
  expect(lasted).toBeGreaterThan(100 * DAY);
  expect(lasted).toBeLessThan(108 * DAY);
  expect(last.mails).toBe(1);
  expect(office.runtime.mails()[0]!.body).toMatch(/connect/i);
  for (let n = 0; n < 3; n++) expect((await day(office)).mails).toBeLessThan(2);
  expect(tab()).toEqual(before);
  expect(states()).toEqual(['reauthorize']);
});

test('authorized again, everything goes on by itself to the end of the half year', async () => {
  await connect(office);
  expect(states()).toEqual(['connected']);
  const mails = office.runtime.mails().length;
  while (office.runtime.clock.now() < START + 180 * DAY) await goodDay();
  expect(office.runtime.mails().length).toBe(mails);
});

test('Google’s daily limits are far, in the end as in the beginning', () => {
  for (const { triggerMs, requests, properties, mails } of passed) {
    expect(triggerMs).toBeLessThan(5 * MINUTE);
    expect(requests).toBeLessThan(50);
    expect(properties).toBeLessThan(2500);
    expect(mails).toBe(0);
  }
  const told = (one: Day) =>
    `${(one.triggerMs / 1000).toFixed(0)} s of trigger time, ${one.requests} requests, ${one.properties} property calls`;
  const quiet = passed.filter(({ busy }) => busy.length === 1);
  process.stdout.write(
    `a day by the hour: ${told(passed[0]!)}\na day with one refresh, first: ${told(quiet[0]!)}; last: ${told(quiet.at(-1)!)}\n`,
  );
});
