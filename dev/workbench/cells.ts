import type { CellStyle, CellValue, CellView, TabView } from '../runtime/types';
import { chartsOf } from './charts';
import { conditionalLook } from './conditional';
import { columnName } from './page/column-name';
import type { CellInFull, Cells, TabSummary, WireCell } from './wire';

/** Longer texts (the add-on's store has cells of 49,000 characters) are cut for display. */
const LONGEST_SHOWN = 300;
const LONGEST_IN_BAR = 5000;

export const summaryOf = (tab: TabView): TabSummary => ({
  id: tab.id,
  name: tab.name,
  hidden: tab.hidden,
  rows: tab.maxRows,
  columnWidths: tab.columnWidths,
  frozenRows: tab.frozenRows,
  frozenColumns: tab.frozenColumns,
  protected: tab.protections.length > 0,
  filter: tab.filter,
  charts: chartsOf(tab),
});

/** The rows `first` … `first + count - 1`; those below the last written one have no cells. */
export function cellsOf(tab: TabView, first: number, count: number, revision: number): Cells {
  const last = Math.min(first + count - 1, tab.lastRow);
  const width = tab.lastColumn;
  if (last < first || width === 0) return { tab: tab.id, first, revision, rows: [] };
  const range = `A${first}:${columnName(width)}${last}`;
  const shown = tab.display(range);
  const values = tab.values(range);
  const notes = tab.notes(range);
  const styles = tab.styles(range);
  const look = conditionalLook(tab);
  const errorAt = (row: number, column: number) => tab.cell(`${columnName(column + 1)}${first + row}`).error;
  const rows = shown.map((texts, row) =>
    withoutEmptyEnd(
      texts.map((text, column) =>
        wireCell(
          text,
          values[row]?.[column] ?? '',
          notes[row]?.[column] ?? '',
          { ...styles[row]?.[column], ...look(first + row, column + 1, values[row]?.[column]) },
          () => errorAt(row, column),
        ),
      ),
    ),
  );
  return { tab: tab.id, first, revision, rows };
}

function wireCell(
  text: string,
  value: CellValue,
  note: string,
  style: CellStyle,
  errorOf: () => string | undefined,
): WireCell | 0 {
  const kind = kindOf(text, value);
  const remark = note || (kind === 'e' && errorOf()) || '';
  const styled = Object.keys(style).length > 0;
  if (text === '' && !remark && !styled) return 0;
  return {
    t: text.slice(0, LONGEST_SHOWN),
    ...(kind ? { k: kind } : {}),
    ...(styled ? { s: style } : {}),
    ...(remark ? { n: remark } : {}),
  };
}

function kindOf(text: string, value: CellValue): WireCell['k'] {
  if (typeof value === 'number' || value instanceof Date) return 'n';
  if (typeof value === 'boolean') return 'b';
  return /^#(ERROR!|NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)/.test(text) ? 'e' : undefined;
}

function withoutEmptyEnd(row: (WireCell | 0)[]): (WireCell | 0)[] {
  let end = row.length;
  while (end > 0 && row[end - 1] === 0) end -= 1;
  return row.slice(0, end);
}

export function cellInFull({ formula, value, display, format, error }: CellView): CellInFull {
  // A number is edited as it is, a date as it is shown.
  const text = formula || (typeof value === 'number' ? String(value) : display);
  return { text: text.slice(0, LONGEST_IN_BAR), format, error: error ?? null };
}
