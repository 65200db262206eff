// Google ends executions without a warning. Wherever that happens, going on leads to the same tab and the same store.
import type { ReportInput } from '../../src/shared/report';
import {
  expectMarkedOrWhole,
  type FinalState,
  finalState,
  finish,
  killedCall,
  placesToKill,
} from './killed-state';
import { connect, DAY, type Office, OWNER, openOffice } from './office';

const NOW = Date.UTC(2026, 3, 8, 9);

// Hundreds of executions: a busy machine may need its time.
jest.setTimeout(400_000);

let office: Office;
let report: ReportInput;
let questions: ReportInput[];
let connected: string;
let refreshable: string;
let first: FinalState;

beforeAll(async () => {
  // Answers take sixteen seconds: a slice of fifteen ends after one round, so that there are checkpoints on the way.
  office = await openOffice(
    { seed: 'killed', shops: ['US'], orders: 360, since: '2026-01-10', until: '2026-04-10' },
    { now: NOW, latencyMs: 16_000 },
  );
  const [shop] = (await connect(office)).shops;
  const shops = [shop!.id];
  report = {
    name: 'Killed',
    shops,
    metrics: ['gmv', 'orders'],
    dimensions: ['month', 'product_name'],
    range: '2026-01-10..2026-04-09',
    schedule: 'daily',
  };
  // Every line item, every amount: nothing of the store can differ unseen.
  questions = [
    {
      ...report,
      metrics: ['gmv', 'tax_amount', 'items_sold', 'customers'],
      dimensions: ['order_id', 'line_item_id', 'seller_sku', 'paid_time'],
    },
  ];
  connected = office.runtime.snapshot();
  office.run(report);
  first = finalState(office, questions);
  refreshable = office.runtime.snapshot();
});
afterAll(() => office.stop());

/** The executions of an undisturbed first run: one that starts it, and those that work on it. */
function undisturbed(): number[][] {
  office.runtime.restore(connected);
  office.executions.length = 0;
  office.run(report);
  return office.executions.map(({ calls }) => placesToKill(calls));
}

/** Works on a first run until the slice `at`, which is killed at its call `killAt`. */
function killFirstRun(at: number, killAt: number): void {
  office.runtime.restore(connected);
  if (at === 0) {
    expect(killedCall(office, 'startRun', { report }, killAt)).toBe(true);
    return;
  }
  const { id } = office.call('startRun', { report });
  for (let slice = 1; slice < at; slice++) office.call('continueRun', { runId: id });
  expect(killedCall(office, 'continueRun', { runId: id }, killAt)).toBe(true);
}

test('a first run killed at any write and then continued gives the tab and the store of an undisturbed one', () => {
  const slices = undisturbed();
  expect(slices.length).toBeGreaterThan(2);
  expect(finalState(office, questions)).toEqual(first);
  for (const [at, places] of slices.entries())
    for (const killAt of places) {
      killFirstRun(at, killAt);
      expectMarkedOrWhole(office, [first]);
      finish(office, report);
      expect({ at, killAt, state: finalState(office, questions) }).toEqual({ at, killAt, state: first });
    }
});

test('killed twice in a row, it still comes to the same', () => {
  const slices = undisturbed();
  const last = slices.length - 1;
  const places = slices[last]!;
  for (let i = 0; i < places.length; i += 4) {
    killFirstRun(last, places[i]!);
    const { unfinished } = office.call('overview', null);
    // Later in the second attempt than in the first, and earlier: both happen as i goes up.
    const second = places[(i * 7 + 5) % places.length]!;
    if (unfinished) killedCall(office, 'continueRun', { runId: unfinished.id }, second);
    expectMarkedOrWhole(office, [first]);
    finish(office, report);
    expect({ i, second, state: finalState(office, questions) }).toEqual({ i, second, state: first });
  }
});

describe.each([
  ['the menu’s Refresh', 'refreshTikTokShop', 'menu', 1],
  // The same work behind another door: every third place shows that the door makes no difference.
  ['the hourly trigger', 'runSchedule', 'trigger', 3],
] as const)('%s', (_name, entry, source, step) => {
  const begin = (killAt?: number) =>
    office.runtime.run(entry, [], {
      user: OWNER,
      document: office.document,
      source,
      ...(killAt === undefined ? {} : { killAt }),
    });

  /** Three days on there are new orders, and the report has fewer rows than before. */
  function later(): void {
    office.runtime.restore(refreshable);
    office.runtime.clock.advance(3 * DAY);
  }

  test('killed at any write and run again, rewrites the tab as if nothing had been', () => {
    later();
    const { calls, error } = begin();
    expect(error).toBeUndefined();
    const after = finalState(office, questions);
    expect(after.answers).not.toEqual(first.answers);
    for (const killAt of placesToKill(calls).filter((_, i) => i % step === 0)) {
      later();
      expect(begin(killAt).killed).toBe(true);
      expectMarkedOrWhole(office, [first, after]);
      expect(begin().error).toBeUndefined();
      expect({ killAt, state: finalState(office, questions) }).toEqual({ killAt, state: after });
    }
  });
});
