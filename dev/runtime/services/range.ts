import { lookupCost } from '../costs';
import { areaToA1 } from '../document/a1';
import { displayOf, enter, enterText, setContent, valueForScript } from '../document/cells';
import { calculate } from '../document/formulas';
import { eachCell, mapArea, readCell, writeCell } from '../document/grid';
import { fromR1C1, toR1C1 } from '../document/r1c1';
import { checkValid } from '../document/validation';
import type { ExecutionContext, Handle } from '../execution-context';
import { type Method, pure, type Run, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import {
  checkWritable,
  documentOf,
  overlap,
  type RangeKey,
  rangeHandle,
  rangeTab,
  sheetHandle,
  tabOf,
  touch,
} from './receiver';

export const writes = (run: Run, cost?: Method['cost']): Method => ({
  ...write((context, key: RangeKey, ...args: unknown[]) => {
    checkWritable(context, key);
    return run(context, key, ...args);
  }, cost),
  needs: 'write document',
});

/** The grid has to have exactly the shape of the range. */
export function checkShape(key: RangeKey, grid: unknown, method: string): unknown[][] {
  if (!Array.isArray(grid) || !Array.isArray(grid[0]))
    throw signatureMismatch(`SpreadsheetApp.Range.${method}`, [grid]);
  if (grid.length !== key.rows)
    throw new ServiceError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${key.rows}.`,
    );
  for (const row of grid as unknown[]) {
    const width = Array.isArray(row) ? row.length : 0;
    if (width !== key.columns)
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${width} but the range has ${key.columns}.`,
      );
  }
  return grid as unknown[][];
}

/** Formulas are due before anything is read; custom functions only run between executions. */
function fresh(context: ExecutionContext, key: RangeKey) {
  const document = documentOf(context, key);
  calculate(document, context.state.now, context.project.declared, null);
  return { document, tab: rangeTab(context, key) };
}

function values(context: ExecutionContext, key: RangeKey) {
  const { document, tab } = fresh(context, key);
  return mapArea(key, (row, column) => valueForScript(document, tab, row, column));
}

function displays(context: ExecutionContext, key: RangeKey) {
  const { document, tab } = fresh(context, key);
  return mapArea(key, (row, column) => displayOf(document, tab, row, column));
}

function formulas(context: ExecutionContext, key: RangeKey) {
  const tab = rangeTab(context, key);
  return mapArea(key, (row, column) => readCell(tab, 'formulas', row, column) ?? '');
}

function relativeFormulas(context: ExecutionContext, key: RangeKey) {
  const tab = rangeTab(context, key);
  return mapArea(key, (row, column) => toR1C1(readCell(tab, 'formulas', row, column) ?? '', row, column));
}

const atHome = (key: RangeKey, grid: unknown[][]): unknown[][] =>
  grid.map((row, r) =>
    row.map((formula, c) =>
      typeof formula === 'string' ? fromR1C1(formula, key.row + r, key.column + c) : formula,
    ),
  );

/** All cells or none: a bad value in the last row leaves the first rows as they were. */
function setGrid(context: ExecutionContext, key: RangeKey, grid: unknown[][]): string {
  const document = documentOf(context, key);
  const tab = rangeTab(context, key);
  for (const row of grid) for (const value of row) checkValue(value);
  eachCell(key, (row, column) => checkValid(tab, row, column, grid[row - key.row]?.[column - key.column]));
  eachCell(key, (row, column) => {
    enter(document, tab, row, column, grid[row - key.row]?.[column - key.column], context.state.now);
  });
  touch(document);
  return SELF;
}

function checkValue(value: unknown): void {
  if (typeof value === 'string' && value.length > 50_000)
    throw new ServiceError('Your input contains more than the maximum of 50000 characters in a single cell.');
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol')
    throw signatureMismatch('SpreadsheetApp.Range.setValues', [value]);
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.prototype.toString.call(value) !== '[object Date]'
  )
    throw signatureMismatch('SpreadsheetApp.Range.setValues', [value]);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new ServiceError(`Invalid argument: ${value} is no cell value`);
  if (typeof value === 'object' && value !== null && Number.isNaN(Number(value)))
    throw new ServiceError('Invalid argument: an invalid date is no cell value');
}

const filled = (key: RangeKey, value: unknown): unknown[][] =>
  Array.from({ length: key.rows }, () => Array.from({ length: key.columns }, () => value));

function setFormulas(context: ExecutionContext, key: RangeKey, grid: unknown[][]): string {
  const tab = rangeTab(context, key);
  eachCell(key, (row, column) => {
    const formula = grid[row - key.row]?.[column - key.column];
    if (typeof formula !== 'string') throw signatureMismatch('SpreadsheetApp.Range.setFormulas', [formula]);
    const text = formula === '' ? null : formula.startsWith('=') ? formula : `=${formula}`;
    setContent(tab, row, column, null, text);
  });
  touch(documentOf(context, key));
  return SELF;
}

function setRichText(context: ExecutionContext, key: RangeKey, grid: unknown[][]): string {
  const tab = rangeTab(context, key);
  const texts = grid.map((row) =>
    row.map((mark) => context.kept<{ text: string }>(mark, 'RichTextValue').text),
  );
  eachCell(key, (row, column) => {
    enterText(tab, row, column, texts[row - key.row]?.[column - key.column] ?? '');
  });
  touch(documentOf(context, key));
  return SELF;
}

interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
}

function clear(context: ExecutionContext, key: RangeKey, what: ClearOptions): string {
  const tab = rangeTab(context, key);
  const everything = !what.contentsOnly && !what.formatOnly && !what.commentsOnly;
  eachCell(key, (row, column) => {
    if (everything || what.contentsOnly) setContent(tab, row, column, null, null);
    if (everything || what.formatOnly) {
      writeCell(tab, 'formats', row, column, null);
      writeCell(tab, 'styles', row, column, null);
    }
    if (what.commentsOnly) writeCell(tab, 'notes', row, column, null);
  });
  touch(documentOf(context, key));
  return SELF;
}

function offset(
  context: ExecutionContext,
  key: RangeKey,
  down: number,
  right: number,
  rows = key.rows,
  columns = key.columns,
): Handle {
  const area = { row: key.row + down, column: key.column + right, rows, columns };
  return rangeHandle(key.document, tabOf(context, key), area);
}

export const rangeMethods = service('read document', {
  getValues: read(values),
  getValue: read((context, key: RangeKey) => values(context, { ...key, rows: 1, columns: 1 })[0]?.[0]),
  getDisplayValues: read(displays),
  getDisplayValue: read(
    (context, key: RangeKey) => displays(context, { ...key, rows: 1, columns: 1 })[0]?.[0],
  ),
  getFormulas: read(formulas),
  getFormula: read((context, key: RangeKey) => formulas(context, key)[0]?.[0]),
  getFormulasR1C1: read(relativeFormulas),
  getFormulaR1C1: read((context, key: RangeKey) => relativeFormulas(context, key)[0]?.[0]),
  setFormulasR1C1: writes((context, key: RangeKey, grid: unknown) =>
    setFormulas(context, key, atHome(key, checkShape(key, grid, 'setFormulasR1C1'))),
  ),
  setFormulaR1C1: writes((context, key: RangeKey, formula: unknown) =>
    setFormulas(context, key, atHome(key, filled(key, formula))),
  ),
  getMergedRanges: read((context, key: RangeKey) => {
    const tab = tabOf(context, key);
    return tab.merges
      .filter((area) => overlap(area, key))
      .map((area) => rangeHandle(key.document, tab, area));
  }),
  isBlank: read((context, key: RangeKey) =>
    values(context, key)
      .flat()
      .every((value) => value === ''),
  ),
  setValues: writes((context, key: RangeKey, grid: unknown) =>
    setGrid(context, key, checkShape(key, grid, 'setValues')),
  ),
  setValue: writes((context, key: RangeKey, value: unknown) => setGrid(context, key, filled(key, value))),
  setFormulas: writes((context, key: RangeKey, grid: unknown) =>
    setFormulas(context, key, checkShape(key, grid, 'setFormulas')),
  ),
  setFormula: writes((context, key: RangeKey, formula: unknown) =>
    setFormulas(context, key, filled(key, formula)),
  ),
  setRichTextValues: writes((context, key: RangeKey, grid: unknown) =>
    setRichText(context, key, checkShape(key, grid, 'setRichTextValues')),
  ),
  setRichTextValue: writes((context, key: RangeKey, value: unknown) =>
    setRichText(context, key, filled(key, value)),
  ),
  clear: writes((context, key: RangeKey, options: ClearOptions = {}) => clear(context, key, options)),
  clearContent: writes((context, key: RangeKey) => clear(context, key, { contentsOnly: true })),
  clearFormat: writes((context, key: RangeKey) => clear(context, key, { formatOnly: true })),
  clearNote: writes((context, key: RangeKey) => clear(context, key, { commentsOnly: true })),
  getSheet: pure((_, key: RangeKey) => sheetHandle(key.document, key.tab)),
  getRow: pure((_, key: RangeKey) => key.row),
  getColumn: pure((_, key: RangeKey) => key.column),
  getNumRows: pure((_, key: RangeKey) => key.rows),
  getNumColumns: pure((_, key: RangeKey) => key.columns),
  getHeight: pure((_, key: RangeKey) => key.rows),
  getWidth: pure((_, key: RangeKey) => key.columns),
  getLastRow: pure((_, key: RangeKey) => key.row + key.rows - 1),
  getLastColumn: pure((_, key: RangeKey) => key.column + key.columns - 1),
  getGridId: pure((_, key: RangeKey) => key.tab),
  getA1Notation: pure((_, key: RangeKey) => areaToA1(key)),
  offset: read(offset, lookupCost),
  getCell: read((context, key: RangeKey, row: number, column: number) => {
    if (row < 1 || column < 1 || row > key.rows || column > key.columns)
      throw new ServiceError('Cell reference out of range');
    return offset(context, key, row - 1, column - 1, 1, 1);
  }, lookupCost),
  activate: {
    ...write((context, key: RangeKey) => {
      tabOf(context, key).current = { row: key.row, column: key.column };
      documentOf(context, key).activeTab = key.tab;
      return SELF;
    }, 50),
    needs: 'write document',
  },
});
