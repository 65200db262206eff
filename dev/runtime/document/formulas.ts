// Calculates the formulas of a document. Ordinary functions again whenever something changed; a custom function only
// for arguments that it has not answered yet, as Sheets does, which asks the script again only when they change.
import { argumentFrom, isVolatile, resultCells } from './custom-call';
import {
  type Argument,
  type CellReference,
  errorValue,
  formulaParser,
  type RangeReference,
  readError,
} from './formula-parser';
import { lastColumn, lastRow, readCell } from './grid';
import { plainFormula } from './locale';
import { clearSpills, type Place, show } from './spill';
import type { CustomCall, DocumentState, TabState } from './state';
import { dateToSerial } from './zone';

/** Runs a custom function of the script. */
export type CallCustom = (name: string, args: unknown[]) => CustomCall;

const LOADING = 'Loading...';
const PASSES = 20;
const volatileMessage =
  'This function is not allowed to reference a cell with NOW(), RAND(), or RANDBETWEEN().';

interface Calculation {
  document: DocumentState;
  nowMs: number;
  functions: ReadonlySet<string>;
  /** Calls whose answer is not known, by key. */
  wanted: Map<string, { name: string; args: unknown[] }>;
  used: Set<string>;
  /** Serial numbers that custom functions returned as Dates. */
  dates: Set<number>;
}

/** Without `call`, custom functions that would have to run show 'Loading...' for now. */
export function calculate(
  document: DocumentState,
  nowMs: number,
  functions: ReadonlySet<string>,
  call: CallCustom | null,
): void {
  if (!document.stale && !(call && document.awaiting)) return;
  document.stale = false;
  document.awaiting = false;
  for (const tab of document.tabs) clearSpills(tab);
  const places = formulaPlaces(document);
  if (places.length === 0) {
    document.customCalls = {};
    return;
  }
  const calculation: Calculation = {
    document,
    nowMs,
    functions,
    wanted: new Map(),
    used: new Set(),
    dates: new Set(),
  };
  settle(calculation, places);
  // Only settled arguments are worth a call, and an answer may be another call's argument.
  for (let round = 0; call && calculation.wanted.size > 0 && round < PASSES; round++) {
    for (const [key, { name, args }] of calculation.wanted) document.customCalls[key] = call(name, args);
    settle(calculation, places);
  }
  document.awaiting = calculation.wanted.size > 0;
  for (const key of Object.keys(document.customCalls))
    if (!calculation.used.has(key)) delete document.customCalls[key];
}

function formulaPlaces(document: DocumentState): Place[] {
  return document.tabs.flatMap((tab) =>
    tab.rows.flatMap((row, r) =>
      (row?.formulas ?? []).flatMap((formula, c) =>
        formula === null ? [] : [{ tab, row: r + 1, column: c + 1, formula }],
      ),
    ),
  );
}

/** Passes over all formulas until none changes any more: that puts dependencies in order by itself. */
function settle(calculation: Calculation, places: readonly Place[]): void {
  const before = new Map<Place, string>();
  for (let pass = 0; pass < PASSES; pass++) {
    calculation.wanted.clear();
    calculation.used.clear();
    let changed = false;
    for (const place of places) {
      const result = evaluate(calculation, place);
      const text = JSON.stringify(readError(result) ?? result);
      if (before.get(place) !== text) changed = true;
      before.set(place, text);
      show(place, result, calculation.dates);
    }
    if (!changed) return;
  }
}

function evaluate(calculation: Calculation, { tab, row, column, formula }: Place): unknown {
  const { document, nowMs, functions } = calculation;
  const tabNamed = (name?: string): TabState | undefined => document.tabs.find((t) => t.name === name);
  return formulaParser(functions)(
    plainFormula(formula.slice(1), document.locale),
    { row, col: column, sheet: tab.name },
    {
      nowSerial: dateToSerial(document.timeZone, nowMs),
      cell: (reference) => cellValue(tabNamed(reference.sheet), reference),
      range: (reference) => rangeValues(tabNamed(reference.sheet), reference),
      named: (name) => namedCells(document, name),
      custom: (name, args) =>
        isVolatile(formula)
          ? errorValue('#ERROR!', volatileMessage)
          : custom(calculation, name, args, (reference) => tabNamed(reference.sheet ?? tab.name)),
    },
  );
}

function namedCells(document: DocumentState, name: string): CellReference | RangeReference | null {
  const found = document.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
  const sheet = document.tabs.find(({ id }) => id === found?.tab)?.name;
  if (!found || sheet === undefined) return null;
  const { row, column, rows, columns } = found.area;
  const from = { row, col: column, sheet };
  if (rows === 1 && columns === 1) return from;
  return { from, to: { row: row + rows - 1, col: column + columns - 1, sheet }, sheet };
}

function cellValue(tab: TabState | undefined, { row, col }: CellReference): unknown {
  if (!tab) return errorValue('#REF!', 'Unresolved sheet name.');
  const value = readCell(tab, 'values', row, col);
  const failed = readCell(tab, 'errors', row, col);
  return failed !== null && typeof value === 'string' ? errorValue(value, failed) : value;
}

function rangeValues(tab: TabState | undefined, { from, to }: RangeReference): unknown[][] {
  if (!tab) return [[errorValue('#REF!', 'Unresolved sheet name.')]];
  // Open ranges end with the contents; built-in functions do not care for the empty rest.
  const bottom = Math.min(to.row, Math.max(from.row, lastRow(tab)));
  const right = Math.min(to.col, Math.max(from.col, lastColumn(tab)));
  const rows: unknown[][] = [];
  for (let row = from.row; row <= bottom; row++) {
    const cells: unknown[] = [];
    for (let col = from.col; col <= right; col++) cells.push(cellValue(tab, { row, col }));
    rows.push(cells);
  }
  return rows;
}

function custom(
  calculation: Calculation,
  name: string,
  args: Argument[],
  tabOf: (reference: { sheet?: string }) => TabState | undefined,
): unknown {
  const { document, wanted, used } = calculation;
  const values: unknown[] = [];
  for (const { value, omitted, ref } of args) {
    const failed = readError(value);
    if (failed) return failed.shown === LOADING ? value : errorValue(failed.shown, failed.message);
    if (omitted) values.push('');
    else if (ref) {
      const tab = tabOf(ref);
      if (!tab) return errorValue('#REF!', 'Unresolved sheet name.');
      const read = argumentFrom(document, tab, ref);
      if (read === null) return errorValue('#ERROR!', volatileMessage);
      values.push(read);
    } else values.push(value);
  }
  const key = JSON.stringify([name, values]);
  used.add(key);
  const answer = document.customCalls[key];
  if (!answer) {
    wanted.set(key, { name, args: values });
    return errorValue(LOADING, '');
  }
  if (answer.error !== undefined) return errorValue('#ERROR!', answer.error);
  return resultCells(document, answer.result, calculation.dates);
}
