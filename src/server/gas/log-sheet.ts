/** The run log: a hidden tab with a head and at most 200 lines, found by developer metadata. */

const KEY = 'tiktokshop.log';
const NAME = 'TikTok Shop log';
const MOST = 200;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Column = { header: string; format: string };

function find(): Sheet | null {
  const [found] = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(KEY).find();
  return found?.getLocation().getSheet() ?? null;
}

/** Marked at the end: what a killed run left half made is empty and unmarked, and is made ready here. */
function make(columns: readonly Column[]): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  const left = spreadsheet.getSheetByName(NAME);
  let name = NAME;
  for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${NAME} ${n}`;
  const sheet = left?.getLastRow() === 0 ? left : spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  sheet.hideSheet();
  if (active && active.getSheetId() !== sheet.getSheetId()) spreadsheet.setActiveSheet(active);
  const rows = sheet.getMaxRows() - MOST - 1;
  if (rows > 0) sheet.deleteRows(MOST + 2, rows);
  const spare = sheet.getMaxColumns() - columns.length;
  if (spare > 0) sheet.deleteColumns(columns.length + 1, spare);
  const formats = columns.map(({ format }) => format);
  sheet
    .getRange(1, 1, MOST + 1, columns.length)
    .setNumberFormats(Array.from({ length: MOST + 1 }, () => formats));
  sheet.setFrozenRows(1);
  sheet.addDeveloperMetadata(KEY, '1');
  return sheet;
}

/** Also in a cell of format `@`, what begins with `=` might be taken for a formula. */
const harmless = (cell: unknown) => (typeof cell === 'string' && cell.startsWith('=') ? ` ${cell}` : cell);

export const logSheet = {
  append(columns: readonly Column[], line: readonly (string | number)[]) {
    const sheet = find() ?? make(columns);
    const width = columns.length;
    const last = sheet.getLastRow();
    let lines: unknown[][] = [line.map(harmless)];
    if (last === 0) lines.unshift(columns.map(({ header }) => header));
    // Full: all move up by one, in one call.
    const full = last > MOST;
    if (full) lines = [...sheet.getRange(last - MOST + 2, 1, MOST - 1, width).getValues(), ...lines];
    sheet.getRange(full ? 2 : last + 1, 1, lines.length, width).setValues(lines);
  },
  clear() {
    const sheet = find();
    const rows = (sheet?.getLastRow() ?? 0) - 1;
    if (sheet && rows > 0) sheet.getRange(2, 1, rows, sheet.getLastColumn()).clearContent();
  },
  last(count: number): string[][] {
    const sheet = find();
    const rows = Math.min(count, (sheet?.getLastRow() ?? 1) - 1);
    return sheet && rows > 0
      ? sheet.getRange(sheet.getLastRow() - rows + 1, 1, rows, sheet.getLastColumn()).getDisplayValues()
      : [];
  },
};
