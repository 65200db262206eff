/** A run's progress in words. */
import type { Run } from '../../shared/api';
import { count } from './count';

export const PHASES = {
  sync: 'Loading data',
  compute: 'Working out the figures',
  write: 'Writing to the sheet',
} as const;

/** "1,200 of 3,400 records". */
export const amountWords = (run: Run): string =>
  run.total === null
    ? run.done === 0
      ? ''
      : `${count(run.done, 'record')} so far`
    : `${run.done.toLocaleString('en-US')} of ${count(run.total, 'record')}`;

/** One sentence for a screen reader. */
export function progressWords(run: Run): string {
  if (run.cancelled) return 'The run was cancelled.';
  if (run.finished)
    return run.problem ? `${run.problem.text} ${run.problem.next}` : `${run.reportName} is ready.`;
  if (run.phase === 'done') return 'Almost done.';
  const amount = run.phase === 'sync' ? amountWords(run) : '';
  return amount ? `${PHASES[run.phase]}: ${amount}.` : `${PHASES[run.phase]}.`;
}
