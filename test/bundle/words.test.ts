// Sentences that the build moves out of the code come back where somebody reads them, word for word.

import { createRuntime } from '../../dev/runtime/runtime';
import { fieldInfos } from '../../src/server/catalog';
import { READY } from '../../src/server/catalog/ready';
import type { Catalogue, Reply } from '../../src/shared/api';
import { built } from './built';

const runtime = createRuntime();
const document = runtime.createSpreadsheet({ owner: 'ann@example.com' });
const ask = (name: string, input: unknown) => {
  const { value, calls } = runtime.serverCall(document, 'ann@example.com', 'rpc', [
    name,
    JSON.stringify(input),
  ]);
  const reply = JSON.parse(String(value)) as Reply<unknown>;
  if (!reply.ok) throw new Error(reply.problem.text);
  return { value: reply.value, read: calls.filter(({ service }) => service === 'HtmlService').length };
};

test('the catalogue of the built add-on says what the sources say, with one reading of the file of texts', () => {
  const { value, read } = ask('catalogue', null);
  expect((value as Catalogue).fields).toEqual(fieldInfos());
  expect((value as Catalogue).ready).toEqual(READY);
  // The other readings are of what answers calls, and of the checks of inputs.
  expect(read).toBe(3);
});

test('most sentences are out of the code, and labels are not', () => {
  const { gmv } = Object.fromEntries(fieldInfos().map((info) => [info.id, info]));
  expect(built('Code.js')).not.toContain(gmv!.source);
  expect(built('Code.js')).toContain('"GMV without tax and shipping"');
  expect(Object.values(JSON.parse(built('Words.html')))).toContain(gmv!.source);
  expect(built('Code.js')).not.toContain(READY[0]!.name);
  expect(Buffer.byteLength(built('Words.html'))).toBeGreaterThan(5000);
});

test('header notes say them too', () => {
  const report = { name: 'R', shops: ['sample'], metrics: ['gmv'], dimensions: ['date'], range: 'yesterday' };
  let run = ask('startRun', { report }).value as {
    id: string;
    finished: boolean;
    result: { sheetId: number };
  };
  while (!run.finished) run = ask('continueRun', { runId: run.id }).value as typeof run;
  const note = runtime.document(document).tab(run.result.sheetId).cell('B1').note;
  const { gmv } = Object.fromEntries(fieldInfos().map((info) => [info.id, info]));
  expect(note).toContain(gmv!.about);
  expect(note).toContain(gmv!.source);
});
