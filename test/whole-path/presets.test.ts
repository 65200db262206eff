// A preset means the days that a calendar on the wall of the report's zone says.
import { createRuntime } from '../../dev/runtime/runtime';
import type { Answer } from '../../src/shared/api';
import { OWNER } from './office';

// Tuesday evening in UTC, already Wednesday and April in Tokyo.
const NOW = Date.UTC(2026, 2, 31, 23, 30);

const runtime = createRuntime({ now: NOW });
const document = runtime.createSpreadsheet({ owner: OWNER });

function call(name: string, input: unknown) {
  const { value } = runtime.serverCall(document, OWNER, 'rpc', [name, JSON.stringify(input)]);
  const reply = JSON.parse(String(value));
  if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.text}`);
  return reply.value;
}

const report = { name: 'Days', shops: ['sample'], metrics: ['orders', 'gmv'], dimensions: ['date'] };
const rows = (range: string, zone: string) =>
  (call('answer', { report: { ...report, range, zone } }) as Answer).rows;

beforeAll(() => {
  let run = call('startRun', { report: { ...report, range: '2026-01-01..2026-04-02' } });
  while (!run.finished) run = call('continueRun', { runId: run.id });
});

test.each([
  ['today', '2026-03-31', '2026-04-01'],
  ['yesterday', '2026-03-30', '2026-03-31'],
  ['last_7_days', '2026-03-24..2026-03-30', '2026-03-25..2026-03-31'],
  ['last_30_days', '2026-03-01..2026-03-30', '2026-03-02..2026-03-31'],
  ['last_45_days', '2026-02-14..2026-03-30', '2026-02-15..2026-03-31'],
  ['this_week', '2026-03-30..2026-03-31', '2026-03-30..2026-04-01'],
  ['last_week', '2026-03-23..2026-03-29', '2026-03-23..2026-03-29'],
  ['this_month', '2026-03-01..2026-03-31', '2026-04-01'],
  ['last_month', '2026-02-01..2026-02-28', '2026-03-01..2026-03-31'],
  ['this_quarter', '2026-01-01..2026-03-31', '2026-04-01'],
  ['last_quarter', '2025-10-01..2025-12-31', '2026-01-01..2026-03-31'],
  ['this_year', '2026-01-01..2026-03-31', '2026-01-01..2026-04-01'],
  ['last_year', '2025-01-01..2025-12-31', '2025-01-01..2025-12-31'],
])('%s is %s in UTC and %s in Tokyo', (preset, utc, tokyo) => {
  for (const [zone, range] of [
    ['UTC', utc],
    ['Asia/Tokyo', tokyo],
  ] as const) {
    const found = rows(preset, zone);
    expect(found).toEqual(rows(range, zone));
    const [first = '', last = first] = range.split('..');
    for (const [date] of found) expect(String(date) >= first && String(date) <= last).toBe(true);
  }
  if (!preset.startsWith('last_year') && preset !== 'last_quarter')
    expect(rows(preset, 'UTC').length).toBeGreaterThan(0);
});
