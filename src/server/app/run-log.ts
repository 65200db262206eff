import type { RunLogLine } from '../../shared/api';
import type { Deps } from './deps';

/** Columns of the run log, in the order of `RunLogLine`; numbers have a format of their own. */
const COLUMNS: [key: keyof RunLogLine, header: string, format: string][] = [
  ['time', 'Time', '@'],
  ['report', 'Report', '@'],
  ['shops', 'Shops', '@'],
  ['trigger', 'Started by', '@'],
  ['start', 'Start', '@'],
  ['seconds', 'Seconds', '0'],
  ['calls', 'Calls', '0'],
  ['rows', 'Rows', '0'],
  ['outcome', 'Outcome', '@'],
  ['problem', 'Problem', '@'],
  ['request', 'Request id', '@'],
];

/** Never makes a run fail: what can't be logged there goes to the execution log. */
export function logRun(deps: Deps, line: RunLogLine): void {
  const append = () =>
    deps.logSheet.append(
      COLUMNS.map(([, header, format]) => ({ header, format })),
      COLUMNS.map(([key]) => line[key]),
    );
  try {
    // Whoever holds the lock for long is at work on a run and not yet writing here.
    if (!deps.documentLock.alone(3000, append)) append();
  } catch (error) {
    deps.log.info(`run log: ${String(error).slice(0, 200)}`);
  }
}

export const runLog = (deps: Deps): RunLogLine[] =>
  deps.logSheet
    .last(50)
    .reverse()
    .map(
      (cells) =>
        Object.fromEntries(
          COLUMNS.map(([key, , format], i) => [key, format === '0' ? Number(cells[i]) : cells[i]]),
        ) as unknown as RunLogLine,
    );
