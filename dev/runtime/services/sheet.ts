import { lookupCost } from '../costs';
import { parseA1, splitTabName } from '../document/a1';
import { enter } from '../document/cells';
import { lastColumn, lastRow } from '../document/grid';
import { checkTabName } from '../document/limits';
import type { rowProperties } from '../document/state';
import {
  type Axis,
  deleteLines,
  duplicateTab,
  freeTabName,
  hideTab,
  insertLines,
} from '../document/structure';
import { type ExecutionContext, type Handle, handle } from '../execution-context';
import { type Method, type Run, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import {
  dataArea,
  documentOf,
  outsideError,
  rangeHandle,
  sheetHandle,
  type TabKey,
  tabOf,
  touch,
  whole,
} from './receiver';

const writes = (run: Run, cost: Method['cost'] = 200): Method => ({
  ...write(run, cost),
  needs: 'write document',
});
const lookup = (run: Run): Method => read(run, lookupCost);

function getRange(context: ExecutionContext, key: TabKey, ...args: unknown[]): Handle {
  const tab = tabOf(context, key);
  if (typeof args[0] === 'string') {
    const { tab: name, rest } = splitTabName(args[0]);
    const area = name === null || name === tab.name ? parseA1(rest, tab) : null;
    if (!area) throw new ServiceError('Range not found');
    return rangeHandle(key.document, tab, area);
  }
  const [row, column, rows = 1, columns = 1] = args.map((arg) => whole(arg, 'SpreadsheetApp.Sheet.getRange'));
  if (row === undefined || column === undefined)
    throw signatureMismatch('SpreadsheetApp.Sheet.getRange', args);
  return rangeHandle(key.document, tab, { row, column, rows, columns });
}

function inserting(axis: Axis, side: 'before' | 'after') {
  return writes((context, key: TabKey, at: number, count: number) => {
    const tab = tabOf(context, key);
    const most = axis === 'row' ? tab.maxRows : tab.maxColumns;
    if (!(at >= 1 && at <= most)) throw new ServiceError(`Those ${axis}s are out of bounds.`);
    insertLines(
      documentOf(context, key),
      tab,
      axis,
      side === 'before' ? at : at + 1,
      whole(count, `insert ${axis}s`),
      at,
    );
    return SELF;
  }, 400);
}

function insertingAt(axis: Axis) {
  return writes((context, key: TabKey, at: number, count = 1) => {
    insertLines(documentOf(context, key), tabOf(context, key), axis, whole(at, `insert ${axis}s`), count, at);
  }, 400);
}

function deleting(axis: Axis) {
  return writes((context, key: TabKey, first: number, count = 1) => {
    deleteLines(documentOf(context, key), tabOf(context, key), axis, whole(first, `delete ${axis}s`), count);
  }, 400);
}

/** Clears whole properties of all cells. */
function clearing(...properties: (typeof rowProperties)[number][]) {
  return writes((context, key: TabKey) => {
    for (const row of tabOf(context, key).rows)
      if (row)
        for (const property of properties) {
          if (property === 'values') row.values = [];
          else delete row[property];
        }
    touch(documentOf(context, key));
    return SELF;
  }, 300);
}

const contents = ['values', 'formulas', 'errors', 'spilledFrom'] as const;

function appendRow(context: ExecutionContext, key: TabKey, values: unknown[]): string {
  const document = documentOf(context, key);
  const tab = tabOf(context, key);
  const row = lastRow(tab) + 1;
  if (row > tab.maxRows) insertLines(document, tab, 'row', tab.maxRows + 1, 1, tab.maxRows);
  if (values.length > tab.maxColumns) throw outsideError();
  Array.from(values).forEach((value, i) => {
    enter(document, tab, row, i + 1, value, context.state.now);
  });
  touch(document);
  return SELF;
}

const sheet = service('read document', {
  getSheetId: lookup((context, key: TabKey) => tabOf(context, key).id),
  getName: lookup((context, key: TabKey) => tabOf(context, key).name),
  getIndex: lookup((context, key: TabKey) => documentOf(context, key).tabs.indexOf(tabOf(context, key)) + 1),
  getParent: lookup((_, key: TabKey) => handle('Spreadsheet', { document: key.document })),
  getRange: lookup(getRange),
  getDataRange: lookup((context, key: TabKey) => {
    const tab = tabOf(context, key);
    return rangeHandle(key.document, tab, dataArea(tab));
  }),
  getLastRow: lookup((context, key: TabKey) => lastRow(tabOf(context, key))),
  getLastColumn: lookup((context, key: TabKey) => lastColumn(tabOf(context, key))),
  getMaxRows: lookup((context, key: TabKey) => tabOf(context, key).maxRows),
  getMaxColumns: lookup((context, key: TabKey) => tabOf(context, key).maxColumns),
  getFrozenRows: lookup((context, key: TabKey) => tabOf(context, key).frozenRows),
  getFrozenColumns: lookup((context, key: TabKey) => tabOf(context, key).frozenColumns),
  isSheetHidden: lookup((context, key: TabKey) => tabOf(context, key).hidden),
  getColumnWidth: lookup((context, key: TabKey, column: number) => tabOf(context, key).widths[column] ?? 100),
  getTabColor: lookup((context, key: TabKey) => tabOf(context, key).color ?? ''),
  setName: writes((context, key: TabKey, name: string) => {
    const tab = tabOf(context, key);
    tab.name = checkTabName(documentOf(context, key), name, tab.id);
    touch(documentOf(context, key));
    return SELF;
  }),
  setTabColor: writes((context, key: TabKey, color: string | null) => {
    tabOf(context, key).color = color;
    return SELF;
  }),
  setFrozenRows: writes((context, key: TabKey, rows: number) => {
    const tab = tabOf(context, key);
    if (!(whole(rows, 'Sheet.setFrozenRows') >= 0 && rows < tab.maxRows)) throw outsideError();
    tab.frozenRows = rows;
  }),
  setFrozenColumns: writes((context, key: TabKey, columns: number) => {
    const tab = tabOf(context, key);
    if (!(whole(columns, 'Sheet.setFrozenColumns') >= 0 && columns < tab.maxColumns)) throw outsideError();
    tab.frozenColumns = columns;
  }),
  hideSheet: writes((context, key: TabKey) => {
    hideTab(documentOf(context, key), tabOf(context, key));
    return SELF;
  }),
  showSheet: writes((context, key: TabKey) => {
    tabOf(context, key).hidden = false;
    return SELF;
  }),
  activate: writes((context, key: TabKey) => {
    const tab = tabOf(context, key);
    tab.hidden = false;
    documentOf(context, key).activeTab = tab.id;
    return SELF;
  }, 50),
  insertRowsAfter: inserting('row', 'after'),
  insertRowsBefore: inserting('row', 'before'),
  insertColumnsAfter: inserting('column', 'after'),
  insertColumnsBefore: inserting('column', 'before'),
  insertRows: insertingAt('row'),
  insertColumns: insertingAt('column'),
  deleteRows: deleting('row'),
  deleteColumns: deleting('column'),
  deleteRow: deleting('row'),
  deleteColumn: deleting('column'),
  clear: clearing(...contents, 'formats', 'styles'),
  clearContents: clearing(...contents),
  clearFormats: clearing('formats', 'styles'),
  clearNotes: clearing('notes'),
  appendRow: writes(appendRow, 400),
  setColumnWidth: writes((context, key: TabKey, column: number, width: number) => {
    tabOf(context, key).widths[whole(column, 'Sheet.setColumnWidth')] = width;
    return SELF;
  }, 50),
  setColumnWidths: writes((context, key: TabKey, first: number, count: number, width: number) => {
    for (let column = first; column < first + count; column++) tabOf(context, key).widths[column] = width;
    return SELF;
  }, 50),
  // Without fonts: about seven pixels a character, as wide as the longest text.
  autoResizeColumns: writes((context, key: TabKey, first: number, count: number) => {
    const tab = tabOf(context, key);
    for (let column = first; column < first + count; column++) {
      const longest = tab.rows.reduce(
        (most, row) => Math.max(most, String(row?.values[column - 1] ?? '').length),
        3,
      );
      tab.widths[column] = Math.min(500, 16 + 7 * longest);
    }
    return SELF;
  }, 300),
  autoResizeColumn: writes((context, key: TabKey, column: number) => {
    const tab = tabOf(context, key);
    const longest = tab.rows.reduce(
      (most, row) => Math.max(most, String(row?.values[column - 1] ?? '').length),
      3,
    );
    tab.widths[column] = Math.min(500, 16 + 7 * longest);
    return SELF;
  }, 300),
  hideColumns: writes((context, key: TabKey, first: number, count = 1) => {
    const tab = tabOf(context, key);
    for (let column = first; column < first + count; column++)
      if (!tab.hiddenColumns.includes(column)) tab.hiddenColumns.push(column);
  }),
  showColumns: writes((context, key: TabKey, first: number, count = 1) => {
    const tab = tabOf(context, key);
    tab.hiddenColumns = tab.hiddenColumns.filter((column) => column < first || column >= first + count);
  }),
  setRowHeight: writes(() => SELF, 50),
  setHiddenGridlines: writes(() => SELF, 50),
  copyTo: writes((context, key: TabKey, target: { $key: { document: string } }) => {
    if (target.$key.document !== key.document)
      throw new ServiceError('copyTo another spreadsheet is not implemented in the local runtime');
    const document = documentOf(context, key);
    const tab = tabOf(context, key);
    const name = freeTabName(document, (n) => `Copy of ${tab.name}${n === 1 ? '' : ` ${n}`}`);
    return sheetHandle(key.document, duplicateTab(document, tab, name).id);
  }, 600),
});

export const sheetMethods = sheet;
