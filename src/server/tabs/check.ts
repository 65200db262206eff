import { type Area, overlap, runsOf } from './area';
import { type Block, blockOf, placedReports, type Sheet } from './marks';
import { Refused } from './refused';

const MAX_CELLS = 10_000_000;

/** What a table needs: its first and last row and the columns it takes up. */
export interface Extent {
  top: number;
  bottom: number;
  columns: readonly number[];
}

const areasOf = ({ top, bottom, columns }: Extent): Area[] =>
  runsOf(columns).map(({ first, count }) => ({
    row: top,
    column: first,
    rows: bottom - top + 1,
    columns: count,
  }));

/** Throws Refused `too_many_cells`. A row below the table stays free: it tells where the table ends. */
export function checkSize(sheet: Sheet | null, { bottom, columns }: Extent, needed: number): void {
  let used = 0;
  for (const one of SpreadsheetApp.getActiveSpreadsheet().getSheets())
    used += one.getMaxRows() * one.getMaxColumns();
  const before = sheet ? sheet.getMaxRows() * sheet.getMaxColumns() : 0;
  const [rows, width] = sheet ? [sheet.getMaxRows(), sheet.getMaxColumns()] : [1000, 26];
  const after = Math.max(rows, bottom + 1) * Math.max(width, ...columns);
  if (used - before + after > MAX_CELLS)
    throw new Refused('too_many_cells', {
      needed: String(needed),
      left: String(Math.max(0, MAX_CELLS - used + before)),
    });
}

/** Parts of a tab that the user may not change, or that are merged. */
export function barredAreas(sheet: Sheet): Area[] {
  const { RANGE } = SpreadsheetApp.ProtectionType;
  return sheet
    .getProtections(RANGE)
    .filter((protection) => !protection.canEdit() && !protection.isWarningOnly())
    .map((protection) => areaOf(protection.getRange()));
}

export const areaOf = (range: GoogleAppsScript.Spreadsheet.Range): Area => ({
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area) =>
  sheet.getRange(row, column, rows, columns);

/** The part of an area in so many rows and columns. */
function within(area: Area, rows: number, columns: number): Area | null {
  const height = Math.min(area.rows, rows - area.row + 1);
  const width = Math.min(area.columns, columns - area.column + 1);
  return height > 0 && width > 0 ? { ...area, rows: height, columns: width } : null;
}

/**
 * Throws Refused `tab_protected`, `cells_protected`, `cells_merged`, `cell_overlap` where a table can't be written: `block`
 * is what stands now.
 */
export function checkCells(sheet: Sheet, block: Block | null, extent: Extent): void {
  const tab = sheet.getName();
  const blocked = sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => !protection.canEdit() && !protection.isWarningOnly());
  if (blocked) throw new Refused('tab_protected', { tab });
  const touched = [...areasOf(extent), ...(block ? areasOf(ownExtent(block)) : [])].flatMap(
    (area) => within(area, sheet.getMaxRows(), sheet.getMaxColumns()) ?? [],
  );
  for (const area of barredAreas(sheet))
    if (touched.some((one) => overlap(one, area)))
      throw new Refused('cells_protected', { cells: rangeOf(sheet, area).getA1Notation(), tab });
  for (const area of touched) {
    const [merged] = rangeOf(sheet, area).getMergedRanges();
    if (merged) throw new Refused('cells_merged', { cells: merged.getA1Notation(), tab });
  }
  for (const other of placedReports()) {
    if (other.sheet.getSheetId() !== sheet.getSheetId() || other.mark.report === block?.mark.report) continue;
    const theirs = knownBlock(other);
    if (
      theirs &&
      areasOf(ownExtent(theirs)).some((area) => areasOf(extent).some((one) => overlap(one, area)))
    )
      throw new Refused('cell_overlap', { cells: 'another report’s cells', tab });
  }
  const { count, first } = foreignCells(sheet, block, extent);
  if (count > 0)
    throw new Refused('cell_overlap', {
      cells: count === 1 ? `cell ${first}` : `${count} cells (the first is ${first})`,
      tab,
    });
}

/** A table that another report's run has to heal is not in the way of this one's. */
function knownBlock(placed: Parameters<typeof blockOf>[0]): Block | null {
  try {
    return blockOf(placed);
  } catch {
    return null;
  }
}

const ownExtent = ({ top, bottom, columns }: Block): Extent => ({
  top,
  bottom,
  columns: columns.map(({ column }) => column),
});

/** Cells that a table would newly take up and that hold something. */
function foreignCells(sheet: Sheet, block: Block | null, extent: Extent): { count: number; first: string } {
  const own = new Set(block?.columns.map(({ column }) => column));
  const found = { count: 0, first: '' };
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  for (const mine of [true, false])
    for (const run of runsOf(extent.columns.filter((column) => own.has(column) === mine))) {
      const row = mine && block ? block.bottom + 1 : extent.top;
      const wanted = { row, column: run.first, rows: extent.bottom - row + 1, columns: run.count };
      const area = within(wanted, rows, columns);
      if (!area) continue;
      const range = rangeOf(sheet, area);
      const formulas = range.getFormulas();
      range.getValues().forEach((line, r) => {
        line.forEach((value, c) => {
          if (value === '' && formulas[r]?.[c] === '') return;
          found.first ||= sheet.getRange(area.row + r, area.column + c).getA1Notation();
          found.count++;
        });
      });
    }
  return found;
}
