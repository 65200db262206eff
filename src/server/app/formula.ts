import { parseDay } from '../../shared/day';
import { type Filter, parseFilter } from '../../shared/filter';
import { ProblemError } from '../../shared/problem';
import type { AskedReport } from '../../shared/report';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { fieldInfos } from '../catalog';
import { wordsKey } from '../catalog/labelled';
import { gridOf } from '../core/grid';
import type { Cell } from '../core/ports';
import { Store } from '../core/store';
import { answerReport, zoneOffset } from './answer';
import { withCells } from './cell-values';
import { storedLists, streamsOf } from './coverage';
import type { Deps } from './deps';
import { readOptions } from './formula-options';
import { dayText } from './rates';
import { listReports } from './reports';
import { knownShops } from './shops';
import { storedUntil } from './stored-until';

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
 * What `=TIKTOKSHOP(metrics, dimensions, range, filters, options)` answers: one value when no dimension is asked for, else
 * a table with a header row. `"report"` with a name answers as that report, `"fields"` and `"freshness"` tell what there
 * is. Reads the store only: no network, no permission, and properties only for a report by its name.
 */
export function formula(
  deps: Deps,
  metrics: FormulaInput,
  dimensions?: FormulaInput,
  range?: FormulaInput,
  filters?: FormulaInput,
  options?: FormulaInput,
): FormulaOutput | FormulaOutput[][] {
  const asked = typeof metrics === 'string' ? metrics.trim().toLowerCase() : '';
  if (asked === 'fields') return fieldTable(deps);
  const store = new Store(deps.rows);
  if (asked === 'freshness') return freshnessTable(store);
  const { report: shape, shops, headers } = readOptions(deps, options);
  const report: AskedReport =
    asked === 'report'
      ? {
          ...reportNamed(deps, String(dimensions ?? '').trim()),
          ...(range === undefined || range === '' ? {} : { range: rangeText(deps, range) }),
          ...shape,
        }
      : { ...askedReport(metrics, dimensions, filters), range: rangeText(deps, range), ...shape };
  return answerCells(deps, store, report, shops, headers);
}

/** The cells of a formula's answer: one value, or a table. Throws ProblemError for what has no answer or none that fits. */
export function answerCells(
  deps: Deps,
  store: Store,
  asked: AskedReport,
  shops: readonly string[] | null,
  headers: boolean,
): FormulaOutput | FormulaOutput[][] {
  const report = { ...asked, shops: shopsFor(store, shops, asked.shops) };
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
  const rows: FormulaOutput[][] = grid.rows.map((row) =>
    row.map((cell, i) => (dateOf && dated[i] && typeof cell === 'number' ? dateOf(cell) : (cell ?? ''))),
  );
  if (headers) rows.unshift(grid.columns.map(({ header }) => header));
  // Without headers nothing may be left; a cell shows that as empty.
  return rows.length > 0 ? rows : '';
}

/** What a formula asks for, as a report of no shop yet. */
export const askedReport = (
  metrics: FormulaInput,
  dimensions: FormulaInput,
  filters: FormulaInput,
): AskedReport => ({
  name: 'formula',
  shops: [],
  metrics: words(metrics),
  dimensions: words(dimensions),
  range: 'last_30_days',
  zone: 'UTC',
  filters: filtersIn(filters),
  sort: [],
  limit: null,
  target: { kind: 'new' },
  schedule: 'none',
});

/** One's own shops come first; the sample shop answers as long as there is no other. */
function shopsFor(store: Store, wanted: readonly string[] | null, own: readonly string[]): string[] {
  const known = knownShops(store);
  const ids = Object.keys(known);
  if (ids.length === 0) throw new ProblemError('nothing_stored', { shop: 'any shop' });
  if (wanted)
    return wanted.map(
      (word) =>
        ids.find((id) => id === word || known[id]?.name.toLowerCase() === word.toLowerCase()) ??
        refuseShop(
          word,
          ids.map((id) => known[id]?.name ?? id),
        ),
    );
  if (own.length > 0) return [...own];
  const others = ids.filter((shop) => shop !== SAMPLE_SHOP);
  return others.length > 0 ? others : ids;
}

function refuseShop(shop: string, known: readonly string[]): never {
  throw new ProblemError('unknown_shop', { shop, known: known.join(', ') });
}

function reportNamed(deps: Deps, name: string): AskedReport {
  const reports = listReports(deps).map(({ definition }) => definition);
  const found = reports.find((report) => report.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new ProblemError('unknown_report', { report: name });
  return withCells(deps, found);
}

const filtersIn = (input: FormulaInput): Filter[] =>
  (Array.isArray(input) ? input.flat() : [input])
    .flatMap((cell) => (cell === null || cell === undefined || cell === '' ? [] : String(cell).split(';')))
    .map((text) => {
      const filter = parseFilter(text);
      if (typeof filter === 'string') throw new ProblemError('bad_filter', { filter: text, why: filter });
      return filter;
    });

/** Every field, as a table. */
const fieldTable = (deps: Deps): FormulaOutput[][] => [
  ['Field', 'Label', 'Kind', 'Group', 'Type', 'About'],
  ...fieldInfos().map(({ id, label, kind, group, type, about }) => [
    id,
    label,
    kind,
    group,
    type,
    deps.words(about, wordsKey(id, kind)),
  ]),
];

/** Until when each list of each shop is stored. */
function freshnessTable(store: Store): FormulaOutput[][] {
  const rows = Object.entries(knownShops(store)).flatMap(([shop, { name }]) =>
    storedLists().flatMap((list): FormulaOutput[][] => {
      const until = storedUntil(store, shop, list);
      const streams = streamsOf(list).map(({ label }) => label);
      return until === null ? [] : [[name, streams.join(', '), new Date(until * 1000)]];
    }),
  );
  if (rows.length === 0) throw new ProblemError('nothing_stored', { shop: 'any shop' });
  return [['Shop', 'Data', 'Complete until'], ...rows];
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
