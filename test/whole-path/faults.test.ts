// TikTok on bad days. Whatever it answers, the figures are right in the end, and failures are told in words.
import { connect as plainClient } from '../../dev/simulator/client';
import type { FaultRule } from '../../dev/simulator/faults';
import type { ReportInput } from '../../src/shared/report';
import type { Expected } from '../differential/expected';
import { closeOracles, oracle } from '../differential/oracle';
import { connect, HOUR, type Office, openOffice } from './office';
import { recordsOf } from './records';
import { expectAnswer } from './shown';
import { clearLog, searches } from './watermark';

const NOW = Date.UTC(2026, 7, 1);
const FIRST = '2026-01-01';
const LAST = '2026-02-28';
const SEARCH = '/orders/search';

let office: Office;
let untouched: string;
let report: ReportInput;
let expected: Expected;

beforeAll(async () => {
  office = await openOffice(
    { seed: 'bad days', shops: ['US'], orders: 1000, since: FIRST, until: '2026-03-01' },
    { now: NOW },
  );
  untouched = office.runtime.snapshot();
  const shops = (await connect(office)).shops.slice(0, 1);
  const client = await plainClient(office.simulator.url, { now: NOW });
  const records = await recordsOf(client, shops, { first: FIRST, last: LAST, now: NOW });
  const asked = {
    metrics: ['gmv', 'orders', 'items_sold', 'customers'],
    dimensions: ['order_id', 'order_status', 'line_item_id'],
  };
  report = { ...asked, name: 'Bad days', shops: shops.map(({ id }) => id), range: `${FIRST}..${LAST}` };
  expected = await oracle({ ...asked, shops: records, first: FIRST, last: LAST, zone: 'UTC' });
});
afterAll(() => {
  closeOracles();
  return office.stop();
});
beforeEach(() => meet([]));

/** The tokens are new each time: a simulator does not go back in time with the spreadsheet. */
async function connectAnew(): Promise<void> {
  office.runtime.restore(untouched);
  await connect(office);
}

async function meet(add: readonly FaultRule[]): Promise<void> {
  await office.simulator.control('faults', { clear: true, add });
}

/** Runs the report, and again after each failure, as a patient user does. Gives the codes of the problems met. */
function runPatiently(tries = 4): string[] {
  const problems: string[] = [];
  for (let attempt = 0; attempt < tries; attempt++) {
    const { unfinished } = office.call('overview', null);
    let run = unfinished ?? office.call('startRun', { report });
    for (;;) {
      const reply = office.reply('continueRun', { runId: run.id });
      if (!reply.ok) {
        expect(reply.problem.text).not.toMatch(/[{}<>]|undefined/);
        expect(reply.problem.next).not.toBe('');
        problems.push(reply.problem.code);
        break;
      }
      run = reply.value;
      if (run.finished) return problems;
    }
    office.runtime.clock.advance(5 * 60_000);
  }
  return problems;
}

const KINDS = [
  'too-many-requests',
  'internal-error',
  'html-502',
  'timeout',
  'gateway-timeout',
  'expired-token',
  'cut-json',
  'wrong-json',
  'no-data',
  'no-list',
  'repeat-page-token',
  'skip-row',
  'duplicate-row',
] as const;

test.each(KINDS)(
  '%s on a first page, on later pages and now and then changes nothing about the figures',
  async (kind) => {
    const occasions: FaultRule[][] = [
      [{ kind, path: SEARCH }],
      [{ kind, path: SEARCH, after: 9, times: 4 }],
      [{ kind, path: SEARCH, probability: 0.12, seed: kind, times: 12 }],
    ];
    for (const faults of occasions) {
      await connectAnew();
      await meet(faults);
      runPatiently();
      expectAnswer(office.answer(report), expected);
    }
  },
);

test('all of it at once, with slices that end in between', async () => {
  for (const seed of ['a', 'b', 'c']) {
    await connectAnew();
    await office.simulator.control('latency', { ms: 7000 });
    await meet(KINDS.map((kind) => ({ kind, path: SEARCH, probability: 0.03, seed: seed + kind, times: 4 })));
    runPatiently(8);
    await office.simulator.control('latency', { ms: 50 });
    expectAnswer(office.answer(report), expected);
  }
});

test('a throttled shop is read more slowly, but wholly', async () => {
  for (const retryAfter of [undefined, 3]) {
    await connectAnew();
    await office.simulator.control('throttle', {
      rule: { perSecond: 2, ...(retryAfter === undefined ? {} : { retryAfter }) },
    });
    await clearLog(office);
    expect(runPatiently()).toEqual([]);
    await office.simulator.control('throttle', { rule: null });
    expectAnswer(office.answer(report), expected);
    const codes = (await searches(office)).map(({ status }) => status);
    expect(codes.filter((status) => status === 429).length).toBeLessThan(codes.length / 2);
  }
});

test.each([
  ['html-502', 'tiktok_down'],
  ['cut-json', 'tiktok_down'],
  ['timeout', 'network'],
  ['too-many-requests', 'tiktok_busy'],
] as const)(
  '%s without end is a problem in words; the tab keeps its figures, the run what it loaded',
  async (kind, code) => {
    await connectAnew();
    const { result } = office.run({ ...report, range: '2026-01-01..2026-01-10' });
    const tab = () => office.runtime.document(office.document).tab(result!.sheetId);
    const [before, overview] = [tab().values(), office.call('overview', null)];
    office.runtime.clock.advance(HOUR);
    const { definition } = overview.reports[0]!;
    await meet([{ kind, path: SEARCH, probability: 1 }]);
    let run = office.call('startRun', { report: { ...report, id: definition.id } });
    let reply = office.reply('continueRun', { runId: run.id });
    // The sidebar asks for slice after slice; it must not do so for ever.
    for (let slice = 1; reply.ok && slice < 20; slice++)
      reply = office.reply('continueRun', { runId: run.id });
    if (reply.ok) throw new Error(`no end: ${JSON.stringify(reply.value)}`);
    expect(reply.problem.code).toBe(code);
    expect(tab().values()).toEqual(before);
    expect(tab().cell('A1').note).not.toMatch(/being written/);
    expect(office.call('overview', null).reports[0]!.lastProblem?.code).toBe(code);
    await meet([]);
    run = office.call('continueRun', { runId: run.id });
    while (!run.finished) run = office.call('continueRun', { runId: run.id });
    expectAnswer(office.answer(report), expected);
    expect(office.call('overview', null).reports[0]!.lastProblem).toBeNull();
  },
);

test('a page token that is repeated for ever is told, not followed for ever', async () => {
  await connectAnew();
  await office.simulator.control('latency', { ms: 10 });
  await meet([{ kind: 'repeat-page-token', path: SEARCH, probability: 1 }]);
  await clearLog(office);
  expect(runPatiently(1)).toEqual(['paging_stuck']);
  expect((await searches(office)).length).toBeLessThan(200);
});
