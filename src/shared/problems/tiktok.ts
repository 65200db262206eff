import { entries, entry } from './entry';

/** Calls that TikTok did not answer as hoped. */
export const TIKTOK_PROBLEMS = entries({
  tiktok_busy: entry('slow_down', 'TikTok asks to slow down.', 'The run goes on by itself more slowly.'),
  sandbox_limit: entry(
    'slow_down',
    'TikTok allows only so many calls an hour for a test shop.',
    'Run again in an hour; what was loaded stays.',
  ),
  tiktok_down: entry(
    'retry',
    'TikTok does not answer properly at the moment ({detail}).',
    'Run again in a few minutes; what was loaded stays.',
  ),
  out_of_history: entry(
    'out_of_history',
    'TikTok keeps no data for that time any more.',
    'Choose a later start.',
  ),
  not_yet_available: entry(
    'retry',
    'TikTok has not published the figures for these days yet.',
    'Run again tomorrow.',
  ),
  tiktok_refused: entry(
    'bug',
    'TikTok refused the request: {detail}',
    'Report this with the request id {request}.',
  ),
  too_many_results: entry(
    'bug',
    'TikTok lists no more than so many records at once, and more than that belong to one moment: {detail}',
    'Report this with the request id {request}.',
  ),
  call_retired: entry(
    'bug',
    'TikTok no longer knows a call of this add-on ({detail}).',
    'Update the add-on; if it is the newest, report this with the request id {request}.',
  ),
  paging_stuck: entry('retry', 'TikTok repeated a page of {what}.', 'Run again; what was loaded stays.'),
});
