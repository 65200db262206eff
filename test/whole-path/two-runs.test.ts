// Two people, or a person and the hourly trigger, at one spreadsheet at the same moment.
import type { Execution, ServiceCall } from '../../dev/runtime/types';
import type { ReportInput } from '../../src/shared/report';
import { connect, type Office, OWNER, openOffice } from './office';

let office: Office;
let report: ReportInput;

beforeAll(async () => {
  office = await openOffice(
    { seed: 'two', shops: ['US'], orders: 300, since: '2026-01-01', until: '2026-02-01' },
    { now: Date.UTC(2026, 7, 1) },
  );
  const [shop] = (await connect(office)).shops;
  report = {
    name: 'Two',
    shops: [shop!.id],
    metrics: ['gmv'],
    dimensions: ['date', 'product_name'],
    range: '2026-01-01..2026-01-31',
    schedule: 'daily',
  };
});
afterAll(() => office.stop());

const ask = (name: string, input: unknown, beforeCall?: (call: ServiceCall) => void): Execution =>
  office.runtime.serverCall(office.document, OWNER, 'rpc', [name, JSON.stringify(input)], {
    ...(beforeCall ? { hooks: { beforeCall } } : {}),
  });

test('a report whose start got no answer is the same report when it is started again', () => {
  const { runtime, document } = office;
  const blank = runtime.snapshot();
  const started = ask('startRun', { report });
  for (const { n } of started.calls.filter(({ writes }) => writes)) {
    runtime.restore(blank);
    for (const killAt of [n, Number.POSITIVE_INFINITY])
      runtime.serverCall(document, OWNER, 'rpc', ['startRun', JSON.stringify({ report })], { killAt });
    expect(office.call('overview', null).reports).toHaveLength(1);
  }
  const other = { ...report, metrics: ['orders'] };
  office.call('startRun', { report: other });
  expect(office.call('overview', null).reports).toHaveLength(2);
  runtime.restore(blank);
});

test('a run that somebody calls off while a slice is at work does not come back', async () => {
  const { runtime } = office;
  const blank = runtime.snapshot();
  // One round of answers fills a slice.
  await office.simulator.control('latency', { ms: 16_000 });
  const { id } = office.call('startRun', { report });
  let told = false;
  const slice = ask('continueRun', { runId: id }, ({ service }) => {
    if (service !== 'UrlFetchApp' || told) return;
    told = true;
    ask('cancelRun', { runId: id });
  });
  await office.simulator.control('latency', { ms: 50 });
  expect(JSON.parse(String(slice.value))).toMatchObject({ ok: true, value: { finished: false } });
  expect(office.call('overview', null).unfinished).toBeNull();
  expect(office.reply('continueRun', { runId: id })).toMatchObject({ problem: { code: 'run_gone' } });
  runtime.restore(blank);
});

test('whoever comes second steps aside, at whatever moment he comes, and the first one’s tab is whole', () => {
  const blank = office.runtime.snapshot();
  office.run(report);
  const { calls } = office.executions.at(-1)!;
  const whole = office.runtime.document(office.document).tab('Two').values();
  const moments = calls.filter(({ writes }) => writes).map(({ n }) => n);
  const codes = new Set<string>();
  for (const moment of moments) {
    office.runtime.restore(blank);
    const { id } = office.call('startRun', { report });
    const others: Execution[] = [];
    const first = ask('continueRun', { runId: id }, ({ n }) => {
      if (n !== moment || others.length > 0) return;
      others.push(ask('continueRun', { runId: id }));
      others.push(
        office.runtime.run('runSchedule', [], { user: OWNER, document: office.document, source: 'trigger' }),
      );
    });
    const [before, meanwhile] = [first, others[0]!].map(({ value }) => JSON.parse(String(value)));
    // Before the first has the lock, or after, the second may do all the work: both learn that it is done.
    expect(before).toMatchObject({ ok: true, value: { finished: true, result: { rows: whole.length - 1 } } });
    if (meanwhile.ok) expect(meanwhile.value.result).toEqual(before.value.result);
    else expect(meanwhile.problem.code).toBe('busy_elsewhere');
    codes.add(meanwhile.ok ? 'worked' : meanwhile.problem.code);
    const file = office.runtime.document(office.document);
    expect(file.tab('Two').values()).toEqual(whole);
    expect(file.tabs.map(({ name }) => name)).toEqual([
      'Sheet1',
      'TikTok Shop data',
      'Two',
      'TikTok Shop log',
    ]);
    expect(office.answer(report).rows.length).toBe(whole.length - 1);
  }
  expect([...codes]).toContain('busy_elsewhere');
});
