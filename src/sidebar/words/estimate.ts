/** What a run would load, in words. */
import type { RunEstimate } from '../../shared/api';
import { count } from './count';

export function estimateWords({ days, records, calls, seconds }: RunEstimate): string {
  if (days === 0) return 'All of it is stored. A run loads only what has changed since.';
  const minutes = Math.ceil(seconds / 60);
  const long = seconds < 60 ? 'less than a minute' : `about ${count(minutes, 'minute')}`;
  if (records === null)
    return 'Nothing is stored yet to estimate by: the first run finds out how much there is, and can be left and gone on with.';
  const asked = calls > 0 ? ` with ${count(calls, 'request')} to TikTok` : '';
  return `A run loads about ${count(records, 'record')} of ${count(days, 'day')}${asked}: ${long}.`;
}
