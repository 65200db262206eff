// A seller's half year: reports that refresh themselves, hour by hour, and what each day took of Google's limits.
import { storySource } from '../../dev/dump/source';
import type { State } from '../../dev/runtime/state';
import type { Execution } from '../../dev/runtime/types';
import { storyOf } from '../../src/server/sample/story-of';
import type { Answer } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { closeOracles, oracle } from '../differential/oracle';
import { DAY, HOUR, type Office, OWNER } from '../whole-path/office';
import { recordsOf } from '../whole-path/records';
import { expectTab } from '../whole-path/shown';
import { clearLog, lastWatermark } from '../whole-path/watermark';
import { localTime } from './local-time';

/** A shop that sells twice as much in the end as in the beginning. */
export const STORY = {
  seed: 'months',
  shops: ['US'],
  orders: 1500,
  since: '2026-01-01',
  until: '2026-07-25',
};
const source = storySource(storyOf(STORY));

/** A saved report that refreshes itself. */
export type Watched = { readonly input: ReportInput; readonly id: string; readonly answer: Answer };

export function save(office: Office, input: ReportInput): Watched {
  const { reportId } = office.run(input);
  return { input, id: reportId, answer: office.answer(input) };
}

/** What one day took, from its executions. */
export type Day = {
  readonly busy: readonly Execution[];
  readonly idle: readonly Execution[];
  readonly triggerMs: number;
  readonly requests: number;
  readonly properties: number;
  readonly mails: number;
};

const isRequest = ({ service }: { service: string }) => service === 'UrlFetchApp';
export const isProperty = ({ service }: { service: string }) => service === 'Properties';

/** An hour passes, and the trigger fires. */
export function hour({ runtime }: Office): Execution {
  const [execution, ...more] = runtime.tick(HOUR);
  if (!execution || more.length > 0) throw new Error('one trigger fires once an hour');
  if (execution.error) throw new Error(`${execution.error.message}\n${execution.error.stack}`);
  return execution;
}

/** Twenty-four hours, with a look at whatever each dispatch has done. */
export async function day(
  office: Office,
  look: (execution: Execution) => Promise<void> = async () => undefined,
): Promise<Day> {
  const before = office.runtime.mails().length;
  const all: Execution[] = [];
  // What was asked before must not be taken for today's.
  await clearLog(office);
  for (let i = 0; i < 24; i++) {
    const execution = hour(office);
    all.push(execution);
    await look(execution);
  }
  const calls = all.flatMap((execution) => execution.calls);
  return {
    busy: all.filter((execution) => execution.calls.filter(isProperty).length > 1),
    idle: all.filter((execution) => execution.calls.filter(isProperty).length === 1),
    triggerMs: all.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0),
    requests: calls.filter(isRequest).length,
    properties: calls.filter(isProperty).length,
    mails: office.runtime.mails().length - before,
  };
}

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The report's tab holds what TikTok's records come to as they stood when the add-on last asked for changes. */
export async function expectFigures(office: Office, { input, id, answer }: Watched): Promise<void> {
  const now = await lastWatermark(office);
  const { zone = 'UTC', metrics, dimensions } = input;
  const days = Number(/^last_(\d+)_days$/.exec(input.range)![1]);
  const today = Date.parse(`${localTime(Math.floor(now / 1000), zone).date}T00:00:00Z`);
  const [first, last] = [isoDay(today - days * DAY), isoDay(today - DAY)];
  const { shops, reports } = office.call('overview', null);
  const shop = shops.filter((one) => input.shops.includes(one.id));
  const records = await recordsOf(source, shop, { first, last, now });
  const expected = await oracle({ metrics, dimensions, zone, shops: records, first, last });
  closeOracles();
  const saved = reports.find(({ definition }) => definition.id === id)!;
  expectTab(office.runtime.document(office.document).tab(saved.tab!.sheetId), expected, answer);
}

/** What Google has counted of the owner's day. */
export const googleCounts = ({ runtime }: Office) =>
  (JSON.parse(runtime.snapshot()) as State).quotas[OWNER] ?? {};
