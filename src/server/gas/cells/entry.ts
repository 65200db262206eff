import { VERSION_NAME } from '../../../shared/formula-text';
import type { FormulaCells } from '../../core/ports';

const VERSION_TAB = 'TikTok Shop version';
/** More than anybody reads. */
const MOST_NAMED = 6;

/** Cells with formulas, in all tabs of the spreadsheet: the entry of a bundle of its own, since no formula itself needs it. */
export const formulaCells: FormulaCells = {
  find: (word, match) =>
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .flatMap((sheet) => {
        const found = sheet.createTextFinder(word).matchFormulaText(true).findAll();
        if (found.length === 0) return [];
        // It may find texts too, and tells no formulas: all between the outermost are read in one call.
        const rows = found.map((cell) => cell.getRow());
        const columns = found.map((cell) => cell.getColumn());
        const top = Math.min(...rows);
        const left = Math.min(...columns);
        return sheet
          .getRange(top, left, Math.max(...rows) - top + 1, Math.max(...columns) - left + 1)
          .getFormulas()
          .flatMap((line, r) =>
            line.flatMap((formula, c) =>
              match.test(formula)
                ? {
                    tab: sheet.getName(),
                    formula,
                    set: (text: string) => void sheet.getRange(top + r, left + c).setFormula(text),
                  }
                : [],
            ),
          );
      }),
  current(rows, columns) {
    const cell = SpreadsheetApp.getCurrentCell() as GoogleAppsScript.Spreadsheet.Range;
    const sheet = cell.getSheet();
    const [top, left] = [cell.getRow(), cell.getColumn()];
    const height = Math.min(rows, sheet.getMaxRows() - top + 1);
    const width = Math.min(columns, sheet.getMaxColumns() - left + 1);
    const there = sheet.getRange(top, left, height, width);
    const formulas = there.getFormulas();
    const filled = there
      .getValues()
      .flatMap((line, r) =>
        line.flatMap((value, c) => (value !== '' || formulas[r]?.[c] ? [[r, c] as const] : [])),
      );
    const named = (r: number, c: number, more: number, beside: number) =>
      sheet.getRange(top + r, left + c, more, beside).getA1Notation();
    return {
      tab: sheet.getName(),
      area: named(0, 0, height, width),
      filled: filled.slice(0, MOST_NAMED).map(([r, c]) => named(r, c, 1, 1)),
      enter(formula) {
        if (height < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - height);
        if (width < columns) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns - width);
        cell.setFormula(formula);
      },
    };
  },
  makeVersion(text) {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    if (spreadsheet.getRangeByName(VERSION_NAME)) return;
    const active = spreadsheet.getActiveSheet();
    // Named at the end but for its value: what a killed run left is empty, and is made ready here.
    const left = spreadsheet.getSheetByName(VERSION_TAB);
    let name = VERSION_TAB;
    for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${VERSION_TAB} ${n}`;
    const sheet = left?.getLastRow() === 0 ? left : spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
    sheet.hideSheet();
    spreadsheet.setActiveSheet(active);
    spreadsheet.setNamedRange(VERSION_NAME, sheet.getRange(1, 1));
    sheet.getRange(1, 1).setValue(text);
  },
  settle: () => SpreadsheetApp.flush(),
};
