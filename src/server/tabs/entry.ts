import type { Tabs } from '../core/ports';
import { checkCells, checkSize } from './check';
import { placesOf } from './columns';
import { destinationOf, newTab } from './destination';
import { type Block, blockOf, forget, type Mark, markTab, placedReports, type Sheet } from './marks';
import { writeTable } from './write';

/** Where reports stand in tabs, and how they are written: the entry of a bundle of its own, since no formula needs it. */

const placed = (reportId: string) => placedReports().find(({ mark }) => mark.report === reportId);
const tabOf = (sheet: Sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName() });
const withoutRows = (block: Block): Block => ({ ...block, bottom: block.top - 1, was: block.top - 1 });

/** A place for a table that has none, with nothing of the user's in it. */
function begin(sheet: Sheet, mark: Mark, top: number): Block {
  markTab(sheet, mark);
  const found = placed(mark.report) as NonNullable<ReturnType<typeof placed>>;
  return withoutRows({
    ...found,
    top,
    bottom: top,
    was: top,
    columns: [],
    rows: new Map(),
    fills: [],
    loose: [],
  });
}

export const tabs: Tabs = {
  find(reportId) {
    const found = placed(reportId);
    return found ? tabOf(found.sheet) : null;
  },

  rows(reportId, columns) {
    const found = placed(reportId);
    const block = found && blockOf(found);
    if (!block) return null;
    const height = block.was - block.top;
    const cells = columns.map((id) => {
      const column = block.columns.find((one) => one.id === id && one.state !== 'over')?.column;
      if (column === undefined) return null;
      return height === 0
        ? []
        : block.sheet
            .getRange(block.top + 1, column, height, 1)
            .getValues()
            .map(([value]) => value);
    });
    return { tab: block.sheet.getName(), height, cells };
  },

  write(reportId, name, target, grid) {
    const before = placed(reportId);
    const wanted = JSON.stringify(target);
    // Another destination is another place: what stands at the old one stays there, as the user's.
    const moved = before !== undefined && before.mark.target !== undefined && before.mark.target !== wanted;
    const block = before && !moved ? blockOf(before) : null;
    const goal = block
      ? { sheet: block.sheet, top: block.top, left: 0 }
      : placeAnew(before, moved, target, name);
    const ids = grid.columns.map(({ id }) => id);
    const places = placesOf(block, goal.left, ids, grid.kept !== undefined);
    const height = grid.kept?.height ?? grid.rows.length;
    const extent = { top: goal.top, bottom: goal.top + height, columns: places };
    checkSize(goal.sheet, extent, (height + 1) * places.length);
    if (goal.sheet) checkCells(goal.sheet, block, extent);
    if (before && !block) forget(before);
    const sheet = goal.sheet ?? newTab(name);
    const own = target.kind === 'new';
    const mark: Mark = { report: reportId, sheet: sheet.getSheetId(), target: wanted, own, state: 'new' };
    writeTable(block ?? begin(sheet, mark, goal.top), places, grid);
    return tabOf(sheet);
  },

  claim(reportId, name, { rows, columns }) {
    const found = placed(reportId);
    if (found) return tabOf(found.sheet);
    const { sheet: left } = destinationOf({ kind: 'new' }, name);
    checkSize(left, { top: 1, bottom: rows, columns: [columns] }, rows * columns);
    const sheet = left ?? newTab(name);
    markTab(sheet, { report: reportId, sheet: sheet.getSheetId(), own: true, state: 'new' });
    return tabOf(sheet);
  },

  release(reportId) {
    const found = placed(reportId);
    if (found) forget(found);
  },

  places() {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const cell = SpreadsheetApp.getActiveRange()?.getCell(1, 1);
    const sheet = cell?.getSheet();
    return {
      tabs: spreadsheet
        .getSheets()
        .filter((one) => !one.isSheetHidden())
        .map(tabOf),
      cell: cell && sheet ? `${quoted(sheet.getName())}!${cell.getA1Notation()}` : '',
    };
  },

  show(tab) {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(tab.sheetId);
    if (sheet) SpreadsheetApp.getActiveSpreadsheet().setActiveSheet(sheet);
  },
};

/** A tab of its own that a killed run has marked and left empty is used again. */
function placeAnew(
  before: ReturnType<typeof placed>,
  moved: boolean,
  target: Parameters<Tabs['write']>[2],
  name: string,
) {
  if (before?.mark.own && !moved && before.sheet.getLastRow() === 0)
    return { sheet: before.sheet, top: 1, left: 1 };
  return destinationOf(target, name);
}

const quoted = (name: string): string => (/^\w+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`);
