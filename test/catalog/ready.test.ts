// Every ready-made report as a user would start it: by the built add-on, on the sample shop.
import { createRuntime } from '../../dev/runtime/runtime';
import { READY } from '../../src/server/catalog/ready';
import type { Reply, Run } from '../../src/shared/api';

const NOW = Date.UTC(2026, 9, 20, 12);
const runtime = createRuntime({ now: NOW });
const document = runtime.createSpreadsheet({ owner: 'ann@example.com' });
const ask = (name: string, input: unknown): Run => {
  const { value } = runtime.serverCall(document, 'ann@example.com', 'rpc', [name, JSON.stringify(input)]);
  const reply = JSON.parse(String(value)) as Reply<Run>;
  if (!reply.ok) throw new Error(reply.problem.text);
  return reply.value;
};

test('ids and names are unique', () => {
  for (const key of ['id', 'name'] as const)
    expect(new Set(READY.map((one) => one[key])).size).toBe(READY.length);
});

test.each(READY.map((one) => [one.name, one] as const))('%s has rows', (name, { report }) => {
  let run = ask('startRun', { report: { ...report, name, shops: ['sample'] } });
  while (!run.finished) run = ask('continueRun', { runId: run.id });
  expect(run.result?.rows).toBeGreaterThan(0);
});
