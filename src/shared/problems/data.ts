import { entries, entry } from './entry';

/** What is stored, and runs of it. */
export const DATA_PROBLEMS = entries({
  store_damaged: entry(
    'retry',
    'Stored data of {what} is damaged.',
    'Run again: it is fetched from TikTok once more.',
  ),
  nothing_stored: entry(
    'fix_input',
    'No data of “{shop}” is stored for this range yet.',
    'Run a report for it once, or choose other days.',
  ),
  run_gone: entry('retry', 'This run is no longer known.', 'Start it again.'),
});
