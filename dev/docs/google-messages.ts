import type { ProblemCode } from '../../src/shared/problem';

/** Google's exceptions as its documentation and other developers quote them, and what each is to a user. */
export const GOOGLE_MESSAGES: readonly (readonly [message: string, code: ProblemCode])[] = [
  ['This app is blocked', 'app_blocked'],
  ['Error 400: admin_policy_enforced', 'app_blocked'],
  [
    'This action is not available if you are connected to multiple accounts in the same domain or to multiple personal accounts. Please log out and try again.',
    'several_accounts',
  ],
  [
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    'several_accounts',
  ],
  ['Authorization is required to perform that action.', 'google_authorization'],
  [
    'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    'google_authorization',
  ],
  ['Specified permissions are not sufficient to call ScriptApp.newTrigger.', 'google_authorization'],
  ['Service invoked too many times for one day: urlfetch.', 'quota_day'],
  ['Service invoked too many times for one day: email.', 'quota_day'],
  ['Service using too much computer time for one day', 'quota_day'],
  [
    'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
    'quota_short',
  ],
  ['Service invoked too many times in a short time: lockBean rateMax.', 'quota_short'],
  ['Script invoked too many times per second for this Google user account.', 'quota_short'],
  ['There are too many scripts running simultaneously for this Google user account.', 'quota_short'],
  ['Bandwidth quota exceeded. Try reducing the rate of data transfer.', 'quota_short'],
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'properties_full',
  ],
  ['Argument too large: value', 'properties_full'],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'spreadsheet_full',
  ],
  ['Your input contains more than the maximum of 50000 characters in a single cell.', 'text_too_long'],
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'range_protected',
  ],
  ['You do not have permission to access the requested document.', 'cannot_edit'],
  ['Lock timeout: another process was holding the lock for too long.', 'busy_elsewhere'],
  ['There was a problem while trying to get a lock.', 'busy_elsewhere'],
  [
    'This add-on has created too many time-based triggers in this document for this Google user account.',
    'trigger_limit',
  ],
  [
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    'trigger_limit',
  ],
  ['The recurrence interval for an Add-on trigger must be at least one hour.', 'trigger_refused'],
  ['Installable triggers are not supported in test deployments.', 'trigger_refused'],
  ['Failed to send email: no recipient', 'mail_refused'],
  ['Invalid email: somebody', 'mail_refused'],
  ['Request to the URL is not permitted by the allowlist of your domain administrator.', 'fetch_not_allowed'],
  ['The URL is not in the urlFetchWhitelist of the manifest: https://example.com/', 'fetch_not_allowed'],
  ['Exceeded maximum execution time', 'too_long'],
  ['Script function not found: rpc', 'addon_changed'],
  ['NetworkError: Connection failure due to HTTP 0', 'offline'],
  ['Service Spreadsheets failed while accessing document with id 1A.', 'google_down'],
  ['Service Spreadsheets timed out while accessing document with id 1A.', 'google_down'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'google_down'],
  ['Unexpected error while getting the method or property fetchAll on object UrlFetchApp.', 'google_down'],
  ['Address unavailable: https://auth.tiktok-shops.com/', 'google_down'],
  ['DNS error: https://auth.tiktok-shops.com/', 'google_down'],
];
