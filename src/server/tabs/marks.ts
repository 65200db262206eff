import { Refused } from './refused';

/**
 * How a report's table is found again: the tab carries a mark with the report's id, its first row, its last row and the
 * row after that carry one each, and so does every column. Developer metadata moves with its row or column, is deleted
 * with it, and is copied with a tab, so that a mark also names the tab it was made for.
 */
const KEY = 'tiktokshop.report';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

export interface Mark {
  report: string;
  /** The tab it was made for: a copied tab has another id. */
  sheet?: number;
  /** Where the report asked to be written when it was placed. */
  target?: string;
  /** The tab was made for this report: its first row is frozen and its columns get their widths. */
  own?: boolean;
  /** `new` until the table has been written to the end once: none of its columns has its looks. */
  state: string;
  /** Of the first version, which began in the tab's first cell. */
  rows?: number;
  columns?: number;
}

export interface Placed {
  sheet: Sheet;
  mark: Mark;
  metadata: Metadata;
}

/** `end` is the last row, `fence` the one after it, `was` the last row before a writing that did not come to its end. */
type RowKind = 'top' | 'end' | 'fence' | 'was';

/** A column of the table: `new` where it came later and its looks are not set, `over` where it is to be cleared. */
export interface Column {
  column: number;
  id: string;
  /** Place among the columns when it was written. */
  index: number;
  state: 'new' | 'kept' | 'over';
  metadata: Metadata | null;
}

/** A column beside the table whose formula we have filled down, from a row on. */
export interface Fill {
  column: number;
  row: number;
  formula: string;
  metadata: Metadata[];
}

export interface Block extends Placed {
  top: number;
  /** Last row; that of an unfinished writing where it went further. */
  bottom: number;
  /** Last row that was whole. */
  was: number;
  columns: Column[];
  rows: Map<RowKind, Metadata>;
  fills: Fill[];
  /** Marks of fills that were cut off half made, or lost their row or column. */
  loose: Metadata[];
}

export const markTab = (sheet: Sheet, mark: Mark): void => {
  sheet.addDeveloperMetadata(KEY, JSON.stringify(mark));
};

/** Marks of tabs, without those of copies. */
export const placedReports = (): Placed[] =>
  SpreadsheetApp.getActiveSpreadsheet()
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .find()
    .flatMap((metadata) => {
      const sheet = metadata.getLocation().getSheet();
      const mark = JSON.parse(metadata.getValue() ?? '{}') as Mark;
      return sheet && (mark.sheet ?? sheet.getSheetId()) === sheet.getSheetId()
        ? [{ sheet, mark, metadata }]
        : [];
    });

const keyOf = (report: string): string => `${KEY}.${report}`;
const linesOf = ({ sheet, mark }: Placed): Metadata[] =>
  sheet.createDeveloperMetadataFinder().withKey(keyOf(mark.report)).find();

/** Forgets a table: its cells are the user's from now on. */
export function forget(placed: Placed): void {
  for (const line of linesOf(placed)) line.remove();
  placed.metadata.remove();
}

export const markRow = ({ sheet, mark }: Placed, row: number, kind: string): void => {
  sheet.getRange(row, 1, 1, sheet.getMaxColumns()).addDeveloperMetadata(keyOf(mark.report), kind);
};
export const markColumn = ({ sheet, mark }: Placed, column: number, value: string): void => {
  sheet.getRange(1, column, sheet.getMaxRows(), 1).addDeveloperMetadata(keyOf(mark.report), value);
};
export const columnText = ({ state, index, id }: Pick<Column, 'state' | 'index' | 'id'>): string =>
  `${state} ${index} ${id}`;

/** The first version's table, whose columns had no marks. */
function firstVersion(placed: Placed): Block | null {
  const { rows, columns } = placed.mark;
  if (!rows || !columns) return null;
  const unknown = (_: unknown, index: number): Column => ({
    column: index + 1,
    id: '',
    index,
    state: 'new',
    metadata: null,
  });
  return {
    ...placed,
    top: 1,
    bottom: rows,
    was: rows,
    columns: Array.from({ length: columns }, unknown),
    rows: new Map(),
    fills: [],
    loose: [],
  };
}

/**
 * The table as it stands now; null where its rows or columns were deleted altogether. Rows that are not known to be the
 * table's are the user's. Throws Refused `heading_gone`.
 */
export function blockOf(placed: Placed): Block | null {
  const found = linesOf(placed).map((metadata) => ({ metadata, value: metadata.getValue() ?? '' }));
  const rowOf = (metadata: Metadata): number => metadata.getLocation().getRow()?.getRow() ?? 0;
  const columnOf = (metadata: Metadata): number => metadata.getLocation().getColumn()?.getColumn() ?? 0;
  const rows = new Map<RowKind, Metadata>();
  const columns: Column[] = [];
  const starts = new Map<string, Metadata>();
  const filled: { name: string; formula: string; metadata: Metadata }[] = [];
  for (const { metadata, value } of found) {
    const [kind = '', second = '', ...rest] = value.split(' ');
    if (kind === 'top' || kind === 'end' || kind === 'fence' || kind === 'was') rows.set(kind, metadata);
    else if (kind === 'from') starts.set(second, metadata);
    else if (kind === 'fill') filled.push({ name: second, formula: rest.join(' '), metadata });
    else
      columns.push({
        column: columnOf(metadata),
        id: rest.join(' '),
        index: Number(second),
        state: kind as Column['state'],
        metadata,
      });
  }
  if (found.length === 0) return firstVersion(placed);
  const [topMark, end, fence, was] = (['top', 'end', 'fence', 'was'] as const).map((kind) => rows.get(kind));
  if (columns.length === 0 || (!topMark && !end)) return null;
  if (!topMark) throw new Refused('heading_gone', { tab: placed.sheet.getName() });
  const top = rowOf(topMark);
  const bottom = Math.max(top, end ? rowOf(end) : fence ? rowOf(fence) - 1 : top);
  return {
    ...placed,
    top,
    bottom,
    was: was ? Math.min(bottom, Math.max(top, rowOf(was))) : bottom,
    columns: columns.sort((a, b) => a.column - b.column),
    rows,
    fills: filled.flatMap(({ name, formula, metadata }): Fill[] => {
      const start = starts.get(name);
      return start
        ? [{ column: columnOf(metadata), row: rowOf(start), formula, metadata: [metadata, start] }]
        : [];
    }),
    loose: [
      ...filled.filter(({ name }) => !starts.has(name)).map(({ metadata }) => metadata),
      ...[...starts].filter(([start]) => !filled.some(({ name }) => name === start)).map(([, one]) => one),
    ],
  };
}
