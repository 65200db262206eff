import { isoLocal, type Offset } from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import type { AskedReport } from '../../shared/report';
import { SERIAL_OF_1970, timeSerial } from '../core/grid';
import type { Cell, Grid, GridColumn } from '../core/ports';
import { zoneOffset } from './answer';
import type { Deps } from './deps';

/** How the rows of a run go into a table whose rows of before stay. */

const SNAPSHOT = 'snapshot';

/** The grid as it is to be written. `began`: when the run did, in milliseconds; a run that is repeated writes the same rows. */
export function writtenGrid(
  deps: Deps,
  report: AskedReport & { id: string },
  grid: Grid,
  began: number,
): Grid {
  switch (report.write) {
    case 'update':
      return updated(deps, report, grid);
    case 'append':
      return appended(deps, report, grid, Math.floor(began / 1000));
    default:
      return grid;
  }
}

/** Rows are the same where their dimensions (and currency) are. Throws ProblemError `bad_input` where a column of these is gone. */
function updated(deps: Deps, report: AskedReport & { id: string }, grid: Grid): Grid {
  const isKey = ({ id }: GridColumn, at: number): boolean =>
    at < report.dimensions.length || (at === report.dimensions.length && id === 'currency');
  const keys = grid.columns.flatMap((column, at) => (isKey(column, at) ? [{ column, at }] : []));
  const table = deps.sheets.rows(
    report.id,
    keys.map(({ column }) => column.id),
  );
  const local = sheetTime(deps);
  const places = new Map<string, number>();
  const height = table?.height ?? 0;
  const cells = keys.map(({ column }, i) => {
    const found = table?.cells[i];
    if (table && height > 0 && !found)
      throw new ProblemError('bad_input', {
        what: `Rows in “${table.tab}” can’t be matched: there is no column “${column.header}” of the report. Undo its deletion, or write the report to another place.`,
      });
    return found ?? [];
  });
  const keyOf = (values: readonly unknown[]): string =>
    JSON.stringify(
      values.map((value, i) => cellKey(value, (keys[i] as { column: GridColumn }).column, local)),
    );
  for (let row = height - 1; row >= 0; row--) places.set(keyOf(cells.map((column) => column[row])), row);
  let end = height;
  const placed = grid.rows.map((row) => ({
    row,
    at: places.get(keyOf(keys.map(({ at }) => row[at]))) ?? end++,
  }));
  placed.sort((a, b) => a.at - b.at);
  return {
    ...grid,
    rows: placed.map(({ row }) => row),
    kept: { at: placed.map(({ at }) => at), height: end },
  };
}

/** Each run's rows below those of the runs before, with the time at which it began. */
function appended(deps: Deps, report: AskedReport & { id: string }, grid: Grid, began: number): Grid {
  const column: GridColumn = {
    id: SNAPSHOT,
    header: 'Snapshot',
    note: `When the run began, in ${report.zone}.`,
    format: 'yyyy-mm-dd hh:mm:ss',
    width: 150,
  };
  const offset = zoneOffset(deps, report.zone, { since: began, until: began });
  const time = timeSerial(isoLocal(began + offset(began)));
  const table = deps.sheets.rows(report.id, [SNAPSHOT]);
  const local = sheetTime(deps);
  const key = cellKey(time, column, local);
  let height = table?.height ?? 0;
  // What this run has written already, before it was cut off.
  while (height > 0 && cellKey(table?.cells[0]?.[height - 1], column, local) === key) height--;
  return {
    columns: [column, ...grid.columns],
    rows: grid.rows.map((row) => [time, ...row]),
    kept: { at: grid.rows.map((_, i) => height + i), height: height + grid.rows.length },
  };
}

/** Seconds that a clock of the spreadsheet's zone shows: dates in cells come as instants of it. */
function sheetTime(deps: Deps): (date: Date) => number {
  const zone = deps.platform.sheetZone();
  const offset: Offset = (time) => deps.zones.offset(zone, time);
  return (date) => {
    const time = Math.floor(date.getTime() / 1000);
    return time + offset(time);
  };
}

/** The same for a cell that is to be written and one that was read. */
function cellKey(value: Cell | unknown, { format }: GridColumn, local: (date: Date) => number): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (Object.prototype.toString.call(value) === '[object Date]') return local(value as Date);
  if (typeof value === 'number' && format.startsWith('yyyy'))
    return Math.round((value - SERIAL_OF_1970) * 86_400);
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
