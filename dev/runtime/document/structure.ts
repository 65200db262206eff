// Rows, columns and tabs coming and going, with all that is tied to a place: metadata, filters, protections, named
// ranges, formulas.
import { ServiceError } from '../service-error';
import { shiftFormula } from './formula-shift';
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns, writeCell } from './grid';
import { checkCells, checkColumns } from './limits';
import { clearSpills } from './spill';
import type { Area, DocumentState, TabState } from './state';

export type Axis = 'row' | 'column';

/** Inserts so that the first new line is `before`; formats come from line `like`. */
export function insertLines(
  document: DocumentState,
  tab: TabState,
  axis: Axis,
  before: number,
  count: number,
  like: number,
): void {
  if (count < 1) throw new ServiceError(`Invalid argument: the number of ${axis}s must be at least 1`);
  checkCells(document, count * (axis === 'row' ? tab.maxColumns : tab.maxRows));
  if (axis === 'column') checkColumns(tab.maxColumns + count);
  if (axis === 'row') insertRows(tab, before, count, like);
  else insertColumns(tab, before, count, like);
  follow(document, tab, axis, (line) => (line >= before ? line + count : line));
}

export function deleteLines(
  document: DocumentState,
  tab: TabState,
  axis: Axis,
  first: number,
  count: number,
): void {
  const most = axis === 'row' ? tab.maxRows : tab.maxColumns;
  if (count < 1 || first < 1 || first + count - 1 > most)
    throw new ServiceError(`Those ${axis}s are out of bounds.`);
  if (count === most) throw new ServiceError(`You can't delete all the ${axis}s on the sheet.`);
  const frozen = axis === 'row' ? tab.frozenRows : tab.frozenColumns;
  if (frozen > 0 && first <= frozen + 1 && first + count - 1 >= most)
    throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${axis}s.`);
  if (axis === 'row') deleteRows(tab, first, count);
  else deleteColumns(tab, first, count);
  const lost = Math.max(0, Math.min(frozen, first + count - 1) - first + 1);
  if (axis === 'row') tab.frozenRows -= lost;
  else tab.frozenColumns -= lost;
  follow(document, tab, axis, (line) => (line < first ? line : line >= first + count ? line - count : null));
}

/** Drags columns to where column `before` is; what names them goes along. */
export function dragColumns(
  document: DocumentState,
  tab: TabState,
  first: number,
  count: number,
  before: number,
): void {
  if (before >= first && before <= first + count) return;
  moveColumns(tab, first, count, before);
  const start = before > first ? before - count : before;
  follow(document, tab, 'column', (line) => {
    if (line >= first && line < first + count) return start + line - first;
    const rest = line < first ? line : line - count;
    return rest < start ? rest : rest + count;
  });
}

/** Moves whatever names a line. `move` gives the new number, null where the line is gone. */
function follow(
  document: DocumentState,
  tab: TabState,
  axis: Axis,
  move: (line: number) => number | null,
): void {
  const location = axis === 'row' ? 'ROW' : 'COLUMN';
  document.metadata = document.metadata.flatMap((entry) => {
    if (entry.tab !== tab.id || entry.location !== location) return [entry];
    const index = move(entry.index ?? 0);
    return index === null ? [] : [{ ...entry, index }];
  });
  if (tab.filter) tab.filter = moveArea(tab.filter, axis, move);
  tab.protections = tab.protections.flatMap((entry) => {
    if (!entry.area) return [entry];
    const area = moveArea(entry.area, axis, move);
    return area ? [{ ...entry, area }] : [];
  });
  tab.bandings = tab.bandings.flatMap((area) => moveArea(area, axis, move) ?? []);
  const moved = (areas: readonly Area[]): Area[] => areas.flatMap((area) => moveArea(area, axis, move) ?? []);
  tab.validations = tab.validations.flatMap((entry) =>
    moved([entry.area]).map((area) => ({ ...entry, area })),
  );
  tab.conditionalFormats = tab.conditionalFormats
    .map((entry) => ({ ...entry, areas: moved(entry.areas) }))
    .filter(({ areas }) => areas.length > 0);
  for (const { charts } of document.tabs)
    for (const chart of charts)
      chart.ranges = chart.ranges.flatMap((range) =>
        range.tab === tab.id ? moved([range.area]).map((area) => ({ ...range, area })) : [range],
      );
  tab.merges = tab.merges.flatMap((area) => moveArea(area, axis, move) ?? []);
  document.namedRanges = document.namedRanges.flatMap((entry) => {
    if (entry.tab !== tab.id) return [entry];
    const area = moveArea(entry.area, axis, move);
    return area ? [{ ...entry, area }] : [];
  });
  const lines = (list: number[]): number[] => list.flatMap((line) => move(line) ?? []);
  if (axis === 'row') tab.hiddenRows = lines(tab.hiddenRows);
  else tab.hiddenColumns = lines(tab.hiddenColumns);
  for (const other of document.tabs)
    other.rows.forEach((row, r) => {
      row?.formulas?.forEach((formula, c) => {
        if (formula === null) return;
        const shifted = shiftFormula(formula, other.id === tab.id, tab.name, axis, move);
        if (shifted !== formula) writeCell(other, 'formulas', r + 1, c + 1, shifted);
      });
    });
  clearSpills(tab);
  document.stale = true;
}

/** The part of an area that is left; null if nothing is. */
function moveArea(area: Area, axis: Axis, move: (line: number) => number | null): Area | null {
  const first = axis === 'row' ? area.row : area.column;
  const count = axis === 'row' ? area.rows : area.columns;
  let start: number | null = null;
  let end: number | null = null;
  for (let line = first; line < first + count; line++) {
    const moved = move(line);
    if (moved === null) continue;
    start ??= moved;
    end = moved;
  }
  if (start === null || end === null) return null;
  const size = end - start + 1;
  return axis === 'row' ? { ...area, row: start, rows: size } : { ...area, column: start, columns: size };
}

export function newTab(document: DocumentState, name: string, rows = 1000, columns = 26): TabState {
  // Ids of later tabs are arbitrary numbers; the first tab of a file has 0.
  const id = document.tabs.length === 0 && document.nextId === 1 ? 0 : 100_000 + document.nextId * 7919;
  document.nextId++;
  return {
    id,
    name,
    hidden: false,
    maxRows: rows,
    maxColumns: columns,
    frozenRows: 0,
    frozenColumns: 0,
    rows: [],
    widths: {},
    hiddenColumns: [],
    hiddenRows: [],
    protections: [],
    filter: null,
    merges: [],
    bandings: [],
    charts: [],
    validations: [],
    conditionalFormats: [],
    color: null,
  };
}

export function freeTabName(document: DocumentState, wish: (n: number) => string): string {
  const names = new Set(document.tabs.map((tab) => tab.name.toLowerCase()));
  for (let n = 1; ; n++) if (!names.has(wish(n).toLowerCase())) return wish(n);
}

export function deleteTab(document: DocumentState, tab: TabState): void {
  if (document.tabs.length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
  if (document.tabs.every((other) => other === tab || other.hidden))
    throw new ServiceError("You can't remove all the visible sheets in a document.");
  const position = document.tabs.indexOf(tab);
  document.tabs.splice(position, 1);
  document.metadata = document.metadata.filter((entry) => entry.tab !== tab.id);
  document.namedRanges = document.namedRanges.filter((entry) => entry.tab !== tab.id);
  if (document.activeTab === tab.id) {
    const next = document.tabs.slice(position).find((t) => !t.hidden) ?? document.tabs.find((t) => !t.hidden);
    document.activeTab = next?.id ?? 0;
  }
  document.stale = true;
}

export function hideTab(document: DocumentState, tab: TabState): void {
  if (document.tabs.every((other) => other === tab || other.hidden))
    throw new ServiceError("You can't hide all the sheets in a document.");
  tab.hidden = true;
  if (document.activeTab === tab.id) document.activeTab = document.tabs.find((t) => !t.hidden)?.id ?? 0;
}

/** A copy with values, formats, notes and metadata; protections are not copied. */
export function duplicateTab(document: DocumentState, tab: TabState, name: string): TabState {
  checkCells(document, tab.maxRows * tab.maxColumns);
  const { id } = newTab(document, name);
  const copy: TabState = { ...structuredClone(tab), id, name, hidden: false, protections: [] };
  document.tabs.splice(document.tabs.indexOf(tab) + 1, 0, copy);
  for (const chart of copy.charts)
    chart.ranges = chart.ranges.map((range) => (range.tab === tab.id ? { ...range, tab: id } : range));
  for (const entry of document.metadata.filter((e) => e.tab === tab.id))
    document.metadata.push({ ...entry, id: document.nextId++, tab: id });
  document.stale = true;
  return copy;
}
