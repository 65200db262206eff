/** The one button that fits a problem. */
import type { Problem } from '../../shared/problem';
import type { Event } from './event';

export interface Remedy {
  label: string;
  event: Event;
}

/** What the place where the problem shows can offer. */
export interface Offers {
  again?: Event;
  edit?: Event;
  dismiss?: Event;
}

export function remedyOf(problem: Problem, offers: Offers): Remedy | null {
  const again = named('Try again', offers.again);
  const edit = named('Edit report', offers.edit);
  const dismiss = named('OK', offers.dismiss);
  // Both are about the reader's own Google session, whatever they were doing.
  if (problem.code === 'google_authorization') return { label: 'Close sidebar', event: { type: 'close' } };
  if (problem.code === 'several_accounts') return again ?? dismiss;
  // Consent is given on Google's page, to which the text has a link.
  if (problem.code === 'schedule_permission') return again && { ...again, label: 'Check again' };
  switch (problem.class) {
    case 'retry':
    case 'slow_down':
    case 'refresh_token':
    case 'bug':
      return again ?? dismiss;
    case 'reauthorize':
    case 'grant_scope':
      return { label: 'Connect TikTok Shop', event: { type: 'connect' } };
    case 'configure':
      return again ? { ...again, label: 'Check again' } : dismiss;
    case 'fix_input':
    case 'out_of_history':
      return edit ?? dismiss ?? again;
    case 'quota_until_tomorrow':
      return dismiss ?? again;
  }
}

const named = (label: string, event: Event | undefined): Remedy | null => (event ? { label, event } : null);
