import type { Answer, Api, CallName, RunResult } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { SAMPLE_SHOP } from '../../src/shared/sample-shop';
import type { RunningSimulator } from '../simulator/start';
import { type Installation, install } from '../workbench/installation';
import { BadInput } from './bad-input';
import { connect } from './connect';
import { explicitRange } from './days';
import { Problematic } from './problematic';
import type { Request } from './request';
import type { RateTable } from './shape';
import { checkWrittenTab } from './written-tab';

/** More slices than any report needs. */
const MOST_SLICES = 10_000;

/**
 * Runs the report as the sidebar does, into a tab of a new spreadsheet, and takes the exact answer beside it. Throws
 * if the tab says anything else. The simulator is there if one of the shops is its own.
 */
export async function runReport(request: Request, simulator: RunningSimulator | null): Promise<Answer> {
  const installation = await install({ now: request.now, fileName: 'Report', simulator });
  try {
    if (simulator) await connect(installation);
    if (request.rates) typeRates(installation, request.rates);
    const report = await reportInput(request, simulator);
    const result = runToEnd(installation, report);
    const answer = ask(installation, 'answer', { report });
    checkWrittenTab(installation.runtime.document(installation.document).tab(result.sheetId), answer);
    return answer;
  } finally {
    installation.runtime.close();
  }
}

/** Where the user's exchange rates stand. */
const RATES = 'Sheet1!A1:C1000';

/** Types the rates into the spreadsheet, as a user would. */
function typeRates({ runtime, document }: Installation, { rows }: RateTable): void {
  const sheet = runtime.document(document).tab('Sheet1');
  rows.forEach((row, line) => {
    row.forEach((cell, column) => {
      if (cell !== '') sheet.type(`${'ABC'[column]}${line + 1}`, cell);
    });
  });
}

async function reportInput(request: Request, simulator: RunningSimulator | null): Promise<ReportInput> {
  const { metrics, dimensions, zone, filters, sort, limit, shape, rates } = request;
  const range = explicitRange(request);
  const simulated = simulator ? (await simulator.control('shops', {})).shops : [];
  const shops = request.shops.map((shop) =>
    shop === 'sample' ? SAMPLE_SHOP : simulated[shop.simulated]!.id,
  );
  return {
    ...shape,
    ...(rates ? { rates: { to: rates.to, range: RATES } } : {}),
    name: 'Report',
    shops,
    metrics,
    dimensions,
    range,
    zone,
    filters,
    sort,
    limit,
  };
}

function runToEnd(installation: Installation, report: ReportInput): RunResult {
  const started = installation.rpc('startRun', { report });
  // Nothing was loaded yet: what is refused here was asked for wrongly.
  if (!started.ok && started.problem.class === 'fix_input')
    throw new BadInput(`${started.problem.text} ${started.problem.next}`);
  if (!started.ok) throw new Problematic(started.problem);
  let run = started.value;
  for (let slice = 0; !run.finished; slice++) {
    if (slice === MOST_SLICES) throw new Error(`the run does not end: ${JSON.stringify(run)}`);
    run = ask(installation, 'continueRun', { runId: run.id });
  }
  if (run.problem) throw new Problematic(run.problem);
  if (!run.result) throw new Error(`the run ended without a result: ${JSON.stringify(run)}`);
  return run.result;
}

function ask<Name extends CallName>(
  installation: Installation,
  name: Name,
  input: Api[Name]['input'],
): Api[Name]['output'] {
  const reply = installation.rpc(name, input);
  if (!reply.ok) throw new Problematic(reply.problem);
  return reply.value;
}
