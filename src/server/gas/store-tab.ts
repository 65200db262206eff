import { ProblemError } from '../../shared/problem';

/** The hidden tab that holds the store: found, made, enlarged, deleted. */

const TAB_KEY = 'tiktokshop.store';
const TAB_NAME = 'TikTok Shop data';
const MAX_CELLS = 10_000_000;

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs that carry the mark: the store, and copies that a user made of its tab. */
const marked = (): { sheet: Sheet; own: boolean }[] =>
  SpreadsheetApp.getActiveSpreadsheet()
    .createDeveloperMetadataFinder()
    .withKey(TAB_KEY)
    .find()
    .flatMap((metadata) => {
      const sheet = metadata.getLocation().getSheet();
      // A copied tab takes the mark along, but not the id that the mark names.
      return sheet ? [{ sheet, own: metadata.getValue() === String(sheet.getSheetId()) }] : [];
    });

/** By its mark, whatever its name or place; a copy only where the original is gone. */
export function findTab(): Sheet | null {
  const all = marked();
  return (all.find(({ own }) => own) ?? all[0])?.sheet ?? null;
}

export function makeTab(): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  // Marked at the end: what a killed run left half made is empty and unmarked, and is made ready here.
  const left = spreadsheet.getSheetByName(TAB_NAME);
  let name = TAB_NAME;
  for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${TAB_NAME} ${n}`;
  const sheet = left?.getLastRow() === 0 ? left : spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
  sheet.hideSheet();
  sheet
    .protect()
    .setWarningOnly(true)
    .setDescription('Data of the TikTok Shop add-on; it is written anew by each refresh.');
  if (active && active.getSheetId() !== sheet.getSheetId()) spreadsheet.setActiveSheet(active);
  sheet.addDeveloperMetadata(TAB_KEY, String(sheet.getSheetId()));
  return sheet;
}

/** Deletes the store's tab and all copies of it. */
export function deleteTabs(): void {
  for (const { sheet } of marked()) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
}

/** Rows and columns of a tab that Sheets makes. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;

/**
 * Checks that a tab (null: a new one) may be enlarged to so many rows and columns; how many are missing. Throws
 * ProblemError `too_many_cells`.
 */
export function missingRoom(
  sheet: Sheet | null,
  rows: number,
  columns: number,
): { rows: number; columns: number } {
  const hasRows = sheet ? sheet.getMaxRows() : NEW_ROWS;
  const hasColumns = sheet ? sheet.getMaxColumns() : NEW_COLUMNS;
  // Some more than needed: the next writings find room.
  const missing = {
    rows: rows > hasRows ? Math.max(rows - hasRows, 50) : 0,
    columns: Math.max(0, columns - hasColumns),
  };
  if (sheet && missing.rows === 0 && missing.columns === 0) return missing;
  let used = 0;
  for (const other of SpreadsheetApp.getActiveSpreadsheet().getSheets())
    used += other.getMaxRows() * other.getMaxColumns();
  const own = sheet ? hasRows * hasColumns : 0;
  const needed = (hasRows + missing.rows) * (hasColumns + missing.columns) - own;
  if (used + needed > MAX_CELLS)
    throw new ProblemError('too_many_cells', {
      needed: String(needed),
      left: String(Math.max(0, MAX_CELLS - used)),
    });
  return missing;
}

export function enlarge(sheet: Sheet, missing: { rows: number; columns: number }): void {
  if (missing.rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing.rows);
  if (missing.columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing.columns);
  // Text stays text: what makeTab formatted is enough until the tab grows.
  if (missing.rows > 0 || missing.columns > 0)
    sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
}
