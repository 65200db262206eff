// npm run -s report: a report of the built add-on on the command line. Only the report goes to stdout. See help.ts.
import { BadInput } from './bad-input';
import { dump } from './dump';
import { freshBuild } from './fresh-build';
import { HELP } from './help';
import { catalogueList } from './list';
import { asJson, asTsv } from './print';
import { Problematic } from './problematic';
import { type Request, readRequest } from './request';
import { runReport } from './run-report';
import { needsSimulator, simulatorFor } from './simulator';

async function answer(request: Request): Promise<void> {
  if (request.dump === null) freshBuild();
  const simulator = needsSimulator(request) ? await simulatorFor(request) : null;
  try {
    if (request.dump !== null) {
      for await (const record of dump(request, request.dump, simulator)) print(`${JSON.stringify(record)}\n`);
    } else {
      const found = await runReport(request, simulator);
      print(request.format === 'json' ? asJson(found) : asTsv(found));
    }
  } finally {
    await simulator?.stop();
  }
}

const print = (text: string): void => void process.stdout.write(text);

/** What went wrong, for a person: bugs keep their stack. */
function explain(error: unknown): string {
  if (error instanceof BadInput || error instanceof Problematic) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// A reader that has seen enough (head) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  const request = readRequest(process.argv.slice(2));
  if (request === 'help') print(HELP);
  else if (request === 'list') print(catalogueList());
  else await answer(request);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
