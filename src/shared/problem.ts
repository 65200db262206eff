/**
 * Every message a user can meet. A problem is a code with its details; the text and the next step come from this
 * table alone, so that sidebar, cell, run log and documentation say the same.
 */

/** What to do next about a failed call. */
export type ProblemClass =
  | 'retry'
  | 'slow_down'
  | 'refresh_token'
  | 'reauthorize'
  | 'grant_scope'
  | 'out_of_history'
  | 'quota_until_tomorrow'
  | 'fix_input'
  | 'configure'
  | 'bug';

interface ProblemEntry {
  class: ProblemClass;
  /** One sentence; `{name}` takes a detail. */
  text: string;
  /** The next step, as an imperative. */
  next: string;
}

const entry = (klass: ProblemClass, text: string, next: string): ProblemEntry => ({
  class: klass,
  text,
  next,
});

export const PROBLEMS = {
  // Input
  bad_input: entry('fix_input', '{what}', 'Correct it and try again.'),
  unknown_field: entry(
    'fix_input',
    'There is no field “{field}”.',
    'Did you mean “{nearest}”? The field list is in the sidebar.',
  ),
  unknown_range: entry(
    'fix_input',
    'The date range “{range}” is not understood.',
    'Use a preset such as last_30_days, or two days such as 2026-01-01..2026-01-31.',
  ),
  unknown_zone: entry(
    'fix_input',
    'There is no time zone “{zone}”.',
    'Use an IANA name such as Asia/Jakarta or UTC.',
  ),
  unknown_shop: entry('fix_input', 'There is no shop “{shop}” here.', 'Choose one of: {known}.'),
  unknown_report: entry(
    'fix_input',
    'There is no report “{report}” in this file.',
    'Open the sidebar to see the reports.',
  ),
  nothing_chosen: entry('fix_input', 'No fields are chosen.', 'Choose at least one metric or dimension.'),
  fields_conflict: entry('fix_input', '{why}', 'Remove one of the two fields.'),
  bad_filter: entry(
    'fix_input',
    'The filter “{filter}” is not understood: {why}',
    'Write it like order_status!=CANCELLED.',
  ),
  too_many_cells: entry(
    'fix_input',
    'The report needs {needed} cells and the spreadsheet has room for {left} (Google allows 10 million).',
    'Choose fewer days or fields, or delete tabs you no longer need.',
  ),
  tab_protected: entry(
    'fix_input',
    'The tab “{tab}” is protected against your account.',
    'Ask the owner of the protection, or write to another tab.',
  ),
  cell_overlap: entry(
    'fix_input',
    'The report would overwrite {cells} of yours in “{tab}”.',
    'Move them, or write the report to a new tab.',
  ),
  // Connection
  not_configured: entry(
    'configure',
    'The TikTok Shop app is not set up in this script: {missing} is missing.',
    'Add it under Project settings → Script properties in the script editor, then reopen the sidebar.',
  ),
  not_connected: entry(
    'reauthorize',
    'You have no TikTok Shop connection for “{shop}”.',
    'Connect TikTok Shop in the sidebar.',
  ),
  authorization_denied: entry(
    'reauthorize',
    'TikTok Shop reports that access was denied.',
    'Start again and choose Authorize.',
  ),
  authorization_state: entry(
    'reauthorize',
    'This authorization link is no longer valid, or belongs to another Google account.',
    'Open the sidebar again and start a new connection.',
  ),
  authorization_code: entry(
    'reauthorize',
    'The authorization code was used before or has expired.',
    'Start a new connection in the sidebar.',
  ),
  authorization_ended: entry(
    'reauthorize',
    'The authorization of {seller} has ended.',
    'Connect the shop again; reports and data stay.',
  ),
  token_expired: entry(
    'refresh_token',
    'The access token has expired.',
    'It is renewed by itself; run again.',
  ),
  wrong_market: entry(
    'reauthorize',
    'The shop belongs to another market than the one you chose.',
    'Connect again and choose the shop’s own market.',
  ),
  missing_scope: entry(
    'grant_scope',
    'The authorization does not cover {what}.',
    'Ask the app’s owner to enable the permission in Partner Center, then connect the shop again.',
  ),
  app_refused: entry(
    'configure',
    'TikTok refuses the app’s key or signature ({detail}).',
    'Check the app key and secret in the script properties.',
  ),
  ip_refused: entry(
    'configure',
    'The app’s IP allow list in Partner Center refuses Google’s servers.',
    'Empty the IP allow list of the app.',
  ),
  shop_inactive: entry(
    'configure',
    'TikTok says that the shop or seller is inactive.',
    'Check its state in Seller Center.',
  ),
  // TikTok
  tiktok_busy: entry('slow_down', 'TikTok asks to slow down.', 'The run goes on by itself more slowly.'),
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
  paging_stuck: entry('retry', 'TikTok repeated a page of {what}.', 'Run again; what was loaded stays.'),
  // Google
  quota_day: entry(
    'quota_until_tomorrow',
    'Google’s daily quota for {what} is used up.',
    'The run goes on tomorrow by itself.',
  ),
  quota_short: entry('slow_down', 'Google asks to slow down.', 'The run goes on by itself more slowly.'),
  network: entry(
    'retry',
    'Google’s servers could not reach TikTok ({detail}).',
    'Run again; what was loaded stays.',
  ),
  fetch_not_allowed: entry(
    'configure',
    'Your organisation does not allow requests to {host}.',
    'Ask the administrator to allow this host.',
  ),
  busy_elsewhere: entry(
    'retry',
    'Another run is writing to this spreadsheet.',
    'Wait a minute and try again.',
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
  // Data
  store_damaged: entry(
    'retry',
    'Stored data of {what} is damaged.',
    'Run again: it is fetched from TikTok once more.',
  ),
  currencies_mixed: entry(
    'fix_input',
    'The report would add up {currencies}.',
    'Add the dimension Currency.',
  ),
  nothing_stored: entry(
    'fix_input',
    'No data of “{shop}” is stored for this range yet.',
    'Run a report for it once, or choose other days.',
  ),
  run_gone: entry('retry', 'This run is no longer known.', 'Start it again.'),
  unexpected: entry(
    'bug',
    'Something unexpected happened ({detail}).',
    'Run again; if it stays, report it with the steps that led here.',
  ),
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A problem as it travels between server and sidebar. JSON-safe. */
export interface Problem {
  code: ProblemCode;
  class: ProblemClass;
  text: string;
  next: string;
}

const fill = (template: string, details: Record<string, string>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);

/** The problem with its details filled into text and next step. */
export function problem(code: ProblemCode, details: Record<string, string> = {}): Problem {
  const { class: klass, text, next } = PROBLEMS[code];
  return { code, class: klass, text: fill(text, details), next: fill(next, details) };
}

/** A problem on its way up the stack. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, details: Record<string, string> = {}) {
    const found = problem(code, details);
    super(`${found.text} ${found.next}`);
    this.name = 'ProblemError';
    this.problem = found;
  }
}
