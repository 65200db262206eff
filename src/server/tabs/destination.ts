import type { Target } from '../core/ports';
import { placedReports, type Sheet } from './marks';
import { Refused } from './refused';

/** Where a table that has no place yet will begin; no sheet: in a new tab. */
interface Destination {
  sheet: Sheet | null;
  top: number;
  left: number;
}

/** Throws Refused `bad_input` where the tab or cell is gone. */
export function destinationOf(target: Target, name: string): Destination {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  switch (target.kind) {
    case 'new':
      return { sheet: leftEmpty(name), top: 1, left: 1 };
    case 'sheet': {
      const sheet = spreadsheet.getSheetById(target.sheetId);
      if (!sheet) throw new Refused('bad_input', { what: 'The tab chosen for the report is gone.' });
      return { sheet, top: 1, left: 1 };
    }
    case 'cell': {
      const range = namedRange(target.cell);
      if (!range)
        throw new Refused('bad_input', { what: `There is no cell ${target.cell} to write the report to.` });
      return { sheet: range.getSheet(), top: range.getRow(), left: range.getColumn() };
    }
  }
}

function namedRange(a1: string) {
  try {
    return SpreadsheetApp.getActiveSpreadsheet().getRange(a1);
  } catch {
    // Google tells a range that is not there only by an exception, in the user's language.
    return null;
  }
}

/** A tab name that Sheets accepts. */
const tabName = (wanted: string): string =>
  wanted
    .replace(/[[\]*?:/\\']/g, ' ')
    .trim()
    .slice(0, 90) || 'TikTok Shop';

/** The empty tab of the report's name that a run left behind which was killed before it could mark it. */
function leftEmpty(name: string): Sheet | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tabName(name));
  if (!sheet || sheet.getLastRow() > 0) return null;
  return placedReports().some((one) => one.sheet.getSheetId() === sheet.getSheetId()) ? null : sheet;
}

/** A new tab at the end, with a name that nobody else has. */
export function newTab(wanted: string): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const base = tabName(wanted);
  let name = base;
  for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${base} (${n})`;
  return spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
}
