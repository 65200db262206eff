import { entries, entry } from './entry';

/** Set-up of the app, and the right to read a seller’s shops. */
export const CONNECTION_PROBLEMS = entries({
  not_configured: entry(
    'configure',
    'The TikTok Shop app is not set up in this script: {missing} is missing.',
    'Add it under Project settings → Script properties in the script editor, then reopen the sidebar.',
  ),
  not_connected: entry(
    'reauthorize',
    'You have no TikTok Shop connection for “{shop}”{who}.',
    'Connect it in the sidebar. What is stored in this file stays, and formulas go on reading it.',
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
  authorization_ends: entry(
    'reauthorize',
    'The authorization of {seller} ends on {day}.',
    'Connect the shop again before that day; reports and data stay.',
  ),
  token_expired: entry(
    'refresh_token',
    'The access token has expired.',
    'It is renewed by itself; run again.',
  ),
  missing_scope: entry(
    'grant_scope',
    'The authorization of {what} lacks a permission.',
    'The sidebar names it: enable it for the app in Partner Center, then connect the shop again.',
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
});
