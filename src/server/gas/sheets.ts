import { VERSION_NAME } from '../../shared/formula-text';
import { ProblemError } from '../../shared/problem';
import type { Refusal, Sheets, Tabs } from '../core/ports';
import { late } from './late';

/** How reports are written to tabs, which the build puts into Tabs.html: only the page and refreshes need it. */
const loaded = late<Tabs>('Tabs');

/** What can't be done comes as code and details; its words are here. */
function asked<T>(work: (tabs: Tabs) => T): T {
  try {
    return work(loaded());
  } catch (error) {
    const { code, details } = error as Partial<Refusal>;
    if (code === undefined || details === undefined) throw error;
    throw new ProblemError(code, details);
  }
}

export const sheets: Sheets = {
  find: (reportId) => asked((tabs) => tabs.find(reportId)),
  rows: (reportId, columns) => asked((tabs) => tabs.rows(reportId, columns)),
  write: (reportId, name, target, grid) => asked((tabs) => tabs.write(reportId, name, target, grid)),
  claim: (reportId, name, size) => asked((tabs) => tabs.claim(reportId, name, size)),
  release: (reportId) => asked((tabs) => tabs.release(reportId)),
  places: () => asked((tabs) => tabs.places()),
  show: (tab) => asked((tabs) => tabs.show(tab)),

  noteVersion(text) {
    const cell = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(VERSION_NAME);
    try {
      cell?.setValue(text);
    } catch {
      // A cell that is protected against this user: the formulas wait for the next run of somebody who may.
    }
    return cell !== null;
  },

  values(range) {
    try {
      return SpreadsheetApp.getActiveSpreadsheet().getRange(range).getValues();
    } catch {
      // Google tells a range that is not there only by an exception, in the user's language.
      return null;
    }
  },
};
