import { entries, entry } from './entry';

/** What can befall any call of the add-on, before our own code or around it: all that the page needs to know of Google. */
export const CALL_PROBLEMS = entries({
  quota_day: entry(
    'quota_until_tomorrow',
    'Google’s daily quota for {what} is used up.',
    'The run goes on tomorrow by itself.',
  ),
  quota_short: entry('slow_down', 'Google asks to slow down.', 'The run goes on by itself more slowly.'),
  google_down: entry(
    'retry',
    'Google does not answer properly at the moment.',
    'Run again in a few minutes; what was loaded stays.',
  ),
  too_long: entry('retry', 'Google stopped the add-on because it took too long.', 'Run again: it goes on.'),
  offline: entry('retry', 'There is no connection to Google.', 'Check your network and try again.'),
  addon_changed: entry(
    'retry',
    'The add-on was changed while this page was open.',
    'Reload the spreadsheet and open the sidebar again.',
  ),
  app_blocked: entry(
    'configure',
    'Google or your organisation blocks this add-on.',
    'Ask your Google Workspace administrator to trust it, or its publisher to have it verified.',
  ),
  several_accounts: entry(
    'fix_input',
    'Google mixes up several accounts in this browser.',
    'Use a separate browser profile, or sign out of the other Google accounts.',
  ),
  google_authorization: entry(
    'reauthorize',
    'Google needs your permission for this add-on again.',
    'Open the sidebar and allow it.',
  ),
  // Nobody foresaw it.
  unexpected: entry(
    'bug',
    'Something unexpected happened ({detail}).',
    'Run again; if it stays, report it with the steps that led here.',
  ),
});
