import type { Answer } from '../../src/shared/api';
import type { CellValue, TabView } from '../runtime/types';

type Value = Answer['rows'][number][number];
type Column = Answer['columns'][number];

/** Throws, naming the first cell, unless the tab says what the answer says: no row more, no row less. */
export function checkWrittenTab(tab: TabView, { columns, rows }: Answer): void {
  const [header = [], ...written] = tab.values();
  columns.forEach((column, at) => {
    const expected = column.currency ? `${column.label} (${column.currency})` : column.label;
    if (header[at] !== expected) throw different(tab, 1, at, expected, header[at]);
  });
  if (header.length !== columns.length || written.length !== rows.length)
    throw new Error(
      `The tab “${tab.name}” has ${written.length} rows and ${header.length} columns, the answer ${rows.length} and ${columns.length}.`,
    );
  rows.forEach((row, place) => {
    columns.forEach((column, at) => {
      const cell = written[place]?.[at] ?? '';
      const expected = row[at] ?? null;
      if (!saysTheSame(cell, expected, column)) throw different(tab, place + 2, at, expected, cell);
    });
  });
}

function saysTheSame(cell: CellValue, expected: Value, { type }: Column): boolean {
  if (expected === null) return cell === '';
  // In the first columns of totals stand words.
  if (expected === 'Total' || expected === 'Other') return cell === expected;
  switch (type) {
    case 'date':
      return cell instanceof Date && cell.toISOString().slice(0, 10) === String(expected);
    case 'time':
      // A cell shows what the clock showed in the report's zone; the spreadsheet of a headless run is on UTC.
      return cell instanceof Date && cell.toISOString().slice(0, 19) === String(expected).slice(0, 19);
    case 'money':
    case 'decimal':
    case 'percent':
    case 'integer':
      return cell === Number(expected);
    case 'boolean':
      return cell === expected;
    default:
      return cell === String(expected);
  }
}

const different = (tab: TabView, row: number, column: number, expected: unknown, found: unknown): Error =>
  new Error(
    `The tab “${tab.name}” differs from the answer in row ${row}, column ${column + 1}: ` +
      `${JSON.stringify(found)} is written, ${JSON.stringify(expected)} is right. This is a bug of the add-on.`,
  );
