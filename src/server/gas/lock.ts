import type { Lock } from '../core/ports';

const lockOf = (service: () => GoogleAppsScript.Lock.Lock | null): Lock => ({
  alone(waitMs, work) {
    const lock = service();
    if (!lock) throw new Error('there is no spreadsheet in this execution');
    if (!lock.tryLock(waitMs)) return null;
    try {
      return { value: work() };
    } finally {
      // Writes must be visible before the next one reads.
      SpreadsheetApp.flush();
      lock.releaseLock();
    }
  },
});

export const documentLock = lockOf(() => LockService.getDocumentLock());

/** Without a flush: `/usercallback` may have no spreadsheet. */
export const userLock: Lock = {
  alone(waitMs, work) {
    const lock = LockService.getUserLock();
    if (!lock.tryLock(waitMs)) return null;
    try {
      return { value: work() };
    } finally {
      lock.releaseLock();
    }
  },
};
