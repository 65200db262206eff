import { parseDay } from '../../shared/day';
import { parseFilter } from '../../shared/filter';
import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { gridOf } from '../core/grid';
import type { Cell } from '../core/ports';
import { Store } from '../core/store';
import { answerReport, zoneOffset } from './answer';
import type { Deps } from './deps';
import { dayText } from './rates';
import { knownShops } from './shops';

/** What a cell hands to the function: a value, or a range of them. */
export type FormulaInput = unknown;

/** What it hands back: days and times as dates, which the cell then shows as such. */
type FormulaOutput = Cell | Date;

/** The words in a value or range, split at commas. */
function words(input: FormulaInput): string[] {
  const cells: unknown[] = Array.isArray(input) ? input.flat() : [input];
  return cells
    .flatMap((cell) => (cell === null || cell === undefined ? [] : String(cell).split(',')))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A preset, `A..B`, one day, or two cells with the first and the last day. */
function rangeText(deps: Deps, input: FormulaInput): string {
  if (input === undefined || input === null || input === '') return 'last_30_days';
  const cells = (Array.isArray(input) ? input.flat() : [input]).filter(
    (cell) => cell !== '' && cell !== null,
  );
  const days = cells.map((cell) => dayText(deps, cell));
  if (days.length === 2 && days.every((day) => parseDay(day) !== null)) return days.join('..');
  if (days.length !== 1) throw new ProblemError('unknown_range', { range: days.join(', ') });
  return days[0] as string;
}

/**
 * What `=TIKTOKSHOP(metrics, dimensions, range, filters)` answers: one value when no dimension is asked for, else a
 * table with a header row. Reads the store only: no network, no properties, nothing that needs authorization.
 */
export function formula(
  deps: Deps,
  metrics: FormulaInput,
  dimensions?: FormulaInput,
  range?: FormulaInput,
  filters?: FormulaInput,
): FormulaOutput | FormulaOutput[][] {
  const store = new Store(deps.rows);
  const known = Object.keys(knownShops(store));
  // One's own shops come first; the sample shop answers as long as there is no other.
  const own = known.filter((shop) => shop !== SAMPLE_SHOP);
  const shops = own.length > 0 ? own : known;
  if (shops.length === 0) throw new ProblemError('nothing_stored', { shop: 'any shop' });
  const report: ReportDefinition = {
    name: 'formula',
    shops,
    metrics: words(metrics),
    dimensions: words(dimensions),
    range: rangeText(deps, range),
    zone: 'UTC',
    filters: (Array.isArray(filters) ? filters.flat() : [filters])
      .flatMap((cell) => (cell === null || cell === undefined || cell === '' ? [] : String(cell).split(';')))
      .map((text) => {
        const filter = parseFilter(text);
        if (typeof filter === 'string') throw new ProblemError('bad_filter', { filter: text, why: filter });
        return filter;
      }),
    sort: [],
    limit: null,
    target: { kind: 'new' },
    schedule: 'none',
  };
  const result = answerReport(deps, store, report);
  const grid = gridOf(result, () => '');
  if (report.dimensions.length === 0 && report.metrics.length === 1 && grid.columns.length === 1)
    // A quotient by nothing is no figure: empty is not zero.
    return grid.rows[0]?.[0] ?? '';
  const cells = (grid.rows.length + 1) * grid.columns.length;
  if (cells > MAX_CELLS)
    throw new ProblemError('bad_input', {
      what: `The answer has ${cells} cells; a formula can hold ${MAX_CELLS}. Use fewer days or fields, or a report.`,
    });
  const dated = result.columns.map(({ type }) => type === 'date' || type === 'time');
  const serials = grid.rows.flatMap((row) =>
    row.filter((cell, i): cell is number => dated[i] === true && typeof cell === 'number'),
  );
  const dateOf = serials.length > 0 ? datesFor(deps, serials) : null;
  return [
    grid.columns.map(({ header }) => header),
    ...grid.rows.map((row) =>
      row.map((cell, i) => (dateOf && dated[i] && typeof cell === 'number' ? dateOf(cell) : (cell ?? ''))),
    ),
  ];
}

/** Makes dates that cells show as serial numbers of theirs: their clock is that of the spreadsheet's zone. */
function datesFor(deps: Deps, serials: readonly number[]): (serial: number) => Date {
  const shown = (serial: number) => Math.round((serial - 25_569) * 86_400);
  const times = serials.map(shown);
  const near = times.reduce(
    ({ since, until }, time) => ({ since: Math.min(since, time), until: Math.max(until, time) }),
    { since: times[0] ?? 0, until: times[0] ?? 0 },
  );
  const zone = deps.platform.sheetZone();
  const offset = zoneOffset(deps, zone === 'Etc/UTC' || zone === 'Etc/GMT' ? 'UTC' : zone, near);
  return (serial) => {
    const guess = shown(serial) - offset(shown(serial));
    return new Date((shown(serial) - offset(guess)) * 1000);
  };
}

/** Sheets refuses large results; the exact limit is not published. */
const MAX_CELLS = 50_000;
