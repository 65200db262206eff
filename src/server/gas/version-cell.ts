/** Name of the cell that formulas name last: a run writes into it, and they are worked out anew. */
const NAME = 'TIKTOKSHOP_VERSION';

/** Gives the name to this cell unless another cell has it; whether it is this one now. */
export function ensureVersionCell(cell: GoogleAppsScript.Spreadsheet.Range): boolean {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet.getRangeByName(NAME)) return false;
  spreadsheet.setNamedRange(NAME, cell);
  return true;
}
