import { entries, entry } from './entry';

/** What is stored, and runs of it. */
export const DATA_PROBLEMS = entries({
  store_damaged: entry(
    'retry',
    'Stored data of {what} is damaged.',
    'Run again: it is fetched from TikTok once more.',
  ),
  store_changed: entry(
    'fix_input',
    'The tab “{tab}”, which holds the add-on’s data, was changed by hand and can’t be read: cells or columns were moved.',
    'Undo the change, or bring back an earlier version of the file (File → Version history).',
  ),
  nothing_stored: entry(
    'fix_input',
    'No data of “{shop}” is stored for this range yet.',
    'Run a report for it once, or choose other days.',
  ),
  run_gone: entry('retry', 'This run is no longer known.', 'Start it again.'),
});
