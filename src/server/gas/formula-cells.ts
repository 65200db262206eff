import type { FormulaCells } from '../core/ports';

/** Cells with formulas, in all tabs of the spreadsheet. */
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
  settle: () => SpreadsheetApp.flush(),
};
