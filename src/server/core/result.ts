import type { FieldType } from '../../shared/field';
import type { Aggregate } from './aggregate';
import type { Label } from './dimension-codes';
import type { Catalog } from './metric';
import type { Plan } from './plan';
import { columnsOf, type Series, seriesOf } from './series';
import { tableOf } from './table';

/** A report's answer in exact, readable values: money as decimal strings, days and times as ISO text, missing as null. */
export interface Result {
  columns: ResultColumn[];
  rows: Label[][];
  notes: string[];
  /** What each row is, where not all are plain ones. */
  lines?: LineKind[];
}
export interface ResultColumn {
  id: string;
  label: string;
  type: FieldType;
  /** The one currency of a money column. */
  currency?: string;
}
/** A plain row; those that a limit cut off; those of one value of the first dimensions; all. */
export type LineKind = 'row' | 'other' | 'subtotal' | 'total';

/** Filtered, sorted, cut and laid out. A report without dimensions answers even about nothing. */
export function resultOf(catalog: Catalog, plan: Plan, found: Aggregate): Result {
  const { query } = plan;
  const table = tableOf(catalog, plan, found);
  const { currencies, lines, columnLabels } = table;
  const split = plan.money && currencies.length > 1 && !query.dimensions.includes('currency');
  const notes: string[] = [];
  if (split)
    notes.push(`Amounts in ${currencies.join(', ')} are never added up: each currency has rows of its own.`);
  if (query.rates) notes.push(`Amounts are converted to ${query.rates.to} by your own rates.`);
  if (table.cut > 0 && !query.other && query.totals)
    notes.push(`Totals include ${table.cut} more rows that the limit leaves out.`);

  const series: Series[] = seriesOf(catalog, query);
  const columns: ResultColumn[] = query.dimensions.map((id) => {
    const dimension = catalog.dimensions[id];
    return { id, label: dimension?.label ?? id, type: dimension?.type ?? 'text' };
  });
  if (split) columns.push({ id: 'currency', label: 'Currency', type: 'currency' });
  columns.push(...columnsOf(series, columnLabels, currencies.length === 1 ? currencies[0] : undefined));
  const cells = series.map((one) => one.cells(table));
  const rows = lines.map((line) => {
    // Of its length from the start: rows that grow leave much garbage behind.
    const row: Label[] = new Array(columns.length);
    let at = 0;
    for (const label of line.labels) row[at++] = label;
    if (split) row[at++] = line.currency;
    for (let column = 0; column < columnLabels.length; column++)
      for (const cell of cells) row[at++] = cell(line, column);
    return row;
  });
  return {
    columns,
    rows,
    notes,
    ...(lines.some(({ kind }) => kind !== 'row') ? { lines: lines.map(({ kind }) => kind) } : {}),
  };
}
