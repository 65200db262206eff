// A shop that sells while it is read: pages shift, orders change, days pass.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import type { ReportInput } from '../../src/shared/report';
import { closeOracles, oracle } from '../differential/oracle';
import { connect, DAY, MINUTE, type Office, openOffice } from './office';
import { recordsOf } from './records';
import { expectAnswer, expectTab } from './shown';
import { clearLog, lastWatermark, searches } from './watermark';

const START = Date.UTC(2026, 2, 12, 15);

let office: Office;
let client: Client;
let report: ReportInput;

async function open(latencyMs: number, orders = 2500): Promise<void> {
  office = await openOffice(
    { seed: 'moving', shops: ['VN'], orders, since: '2026-03-01', until: '2026-03-25' },
    { now: START, latencyMs },
  );
  const [shop] = (await connect(office)).shops;
  client = await plainClient(office.simulator.url, { now: START });
  report = {
    name: 'Moving',
    shops: [shop!.id],
    metrics: ['gmv', 'orders', 'paid_orders', 'customers', 'items_sold'],
    dimensions: ['order_id', 'order_status', 'update_time'],
    range: '2026-03-04..2026-03-24',
  };
}
afterEach(() => {
  closeOracles();
  return office.stop();
});

/** Everything that had happened up to the last run's watermark is in the answer and the tab, and nothing else. */
async function expectUpToDate(asked: ReportInput): Promise<void> {
  const shop = office.call('overview', null).shops[0]!;
  const now = await lastWatermark(office);
  const [first = '', last = ''] = asked.range.split('..');
  const shops = await recordsOf(client, [shop], { first, last, now });
  const expected = await oracle({ ...asked, zone: 'UTC', shops, first, last } as Parameters<
    typeof oracle
  >[0]);
  const answer = office.answer(asked);
  expectAnswer(answer, expected);
  const saved = office
    .call('overview', null)
    .reports.find(({ definition }) => definition.name === asked.name);
  expectTab(office.runtime.document(office.document).tab(saved!.tab!.sheetId), expected, answer);
}

function again(reportId: string): void {
  office.run({ reportId });
}
const savedId = (): string => office.call('overview', null).reports[0]!.definition.id;

test('orders that change while their pages are read for minutes are not lost: the next quick run has them all', async () => {
  await open(40_000);
  office.run(report);
  for (let round = 0; round < 3; round++) {
    office.runtime.clock.advance(7 * 60 * MINUTE);
    again(savedId());
  }
  await office.simulator.control('latency', { ms: 20 });
  office.runtime.clock.advance(20 * MINUTE);
  again(savedId());
  await expectUpToDate(report);
});

test('day after day only what changed is read, and the tab is what a full reading would give', async () => {
  await open(20, 900);
  await clearLog(office);
  office.run(report);
  const full = (await searches(office)).length;
  for (let day = 0; day < 4; day++) {
    office.runtime.clock.advance(DAY);
    await clearLog(office);
    again(savedId());
    expect((await searches(office)).length).toBeLessThan(full);
    await expectUpToDate(report);
  }
});

test('a range widened backwards brings the older days, and reads no newer day again', async () => {
  await open(20, 900);
  office.run({ ...report, range: '2026-03-10..2026-03-24' });
  office.runtime.clock.advance(2 * 60 * MINUTE);
  await clearLog(office);
  const wide = { ...report, id: savedId(), range: '2026-03-02..2026-03-24' };
  office.run(wide);
  const created = (await searches(office)).map(({ body }) => JSON.parse(body)['create_time_lt'] ?? 0);
  expect(Math.max(...created)).toBeLessThanOrEqual(Date.UTC(2026, 2, 10) / 1000);
  await expectUpToDate(wide);
});

test('a gap between two ranges is not taken for days without sales', async () => {
  await open(20, 900);
  office.run({ ...report, range: '2026-03-02..2026-03-03' });
  office.runtime.clock.advance(6 * DAY);
  const apart = { ...report, id: savedId(), range: '2026-03-15..2026-03-17' };
  office.run(apart);
  await expectUpToDate(apart);
  const whole = { ...report, id: savedId(), range: '2026-03-02..2026-03-17' };
  expect(office.answer(whole).notes.join()).toMatch(/2026-03-04 to 2026-03-12 is not loaded yet/);
  office.runtime.clock.advance(5 * MINUTE);
  office.run(whole);
  await expectUpToDate(whole);
});

test('run twice, the tab is the same, and the second run asks for little', async () => {
  await open(20, 900);
  office.run(report);
  const state = () => {
    const tab = office.runtime.document(office.document).tab('Moving');
    return { values: tab.values(), formats: tab.formats(), frozen: tab.frozenRows };
  };
  const before = state();
  await clearLog(office);
  again(savedId());
  expect(state()).toEqual(before);
  expect(await searches(office)).toEqual([]);
});
