// npm start: the spreadsheet, the add-on and a simulated TikTok Shop in a browser page. See HELP in options.ts.
import { openBrowser } from './open-browser';
import { HELP, readOptions, type WorkbenchOptions } from './options';
import { startWorkbench } from './workbench';

function optionsOrLeave(): WorkbenchOptions {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options !== 'help') return options;
    process.stdout.write(HELP);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}

const options = optionsOrLeave();
const workbench = await startWorkbench(options).catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  process.stderr.write(
    taken
      ? `Port ${options.port} is taken: choose another with --port, or 0 for any free one.\n`
      : `${error.stack}\n`,
  );
  process.exit(1);
});
const leave = (): void => void workbench.stop().then(() => process.exit(0));
process.once('SIGINT', leave);
process.once('SIGTERM', leave);
process.once('SIGHUP', leave);

process.stdout.write(`Workbench: ${workbench.url}/\nCtrl-C ends it; nothing is kept.\n`);
if (options.open) openBrowser(workbench.url);
