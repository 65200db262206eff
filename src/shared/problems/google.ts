import { entries, entry } from './entry';

/** What Google’s services refuse, and what their limits and bad days do to a user. */
export const GOOGLE_PROBLEMS = entries({
  network: entry(
    'retry',
    'Google’s servers could not reach TikTok ({detail}).',
    'Run again; what was loaded stays.',
  ),
  fetch_not_allowed: entry(
    'configure',
    'Your organisation does not allow requests to {host}.',
    'Ask the administrator to allow open-api.tiktokglobalshop.com and auth.tiktok-shops.com.',
  ),
  busy_elsewhere: entry(
    'retry',
    'Another run is writing to this spreadsheet.',
    'Wait a minute and try again.',
  ),
  cannot_edit: entry(
    'fix_input',
    'You may not edit this spreadsheet.',
    'Ask its owner for the right to edit, or make a copy.',
  ),
  range_protected: entry(
    'fix_input',
    'A part of this spreadsheet is protected against your account.',
    'Ask the owner of the protection, or write to another tab.',
  ),
  spreadsheet_full: entry(
    'fix_input',
    'The spreadsheet is full: Google allows 10 million cells.',
    'Delete tabs, rows or columns you no longer need, and run again.',
  ),
  text_too_long: entry(
    'fix_input',
    'A text is longer than the 50,000 characters that a cell holds.',
    'Leave out the field with the long texts.',
  ),
  properties_full: entry(
    'fix_input',
    'Google’s room for settings is full (9 KB each, 500 KB in all).',
    'Delete reports that you no longer need.',
  ),
  schedule_permission: entry(
    'reauthorize',
    'Schedules need your permission to run while you are away.',
    'Allow it under {address}, then open the sidebar again.',
  ),
  trigger_limit: entry(
    'configure',
    'Google allows no more scheduled files for your account.',
    'Switch off the schedules of another file, then open the sidebar here again.',
  ),
  trigger_refused: entry(
    'configure',
    'Google refuses the schedule here; test deployments have none.',
    'Install the add-on or use it as a script of the spreadsheet; until then refresh by hand.',
  ),
  mail_refused: entry(
    'configure',
    'Google did not send the e-mail.',
    'Look at the sidebar for news instead.',
  ),
  no_spreadsheet: entry(
    'configure',
    'Google did not give the scheduled run its spreadsheet.',
    'Open the sidebar to refresh.',
  ),
});
