import { forgetAllConnections } from './connect';
import type { Deps } from './deps';
import { deleteAllData as deleteStore } from './storage';

/**
 * Deletes what this file holds for the add-on (stored rows, reports, runs, schedules, run log) and the caller's own connections.
 * Report tabs are the user's and stay. The connections go last: a call that was cut off can be repeated.
 */
export function deleteAllData(deps: Deps): void {
  deleteStore(deps);
  deps.logSheet.clear();
  for (const key of Object.keys(deps.documentState.all(''))) deps.documentState.delete(key);
  forgetAllConnections(deps);
}
