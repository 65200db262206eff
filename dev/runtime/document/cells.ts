// Entering values into cells and reading them back, with the conversions that Sheets makes on the way.
import { types } from 'node:util';
import { ServiceError } from '../service-error';
import { parseEntry } from './entry';
import { readCell, writeCell } from './grid';
import { checkText } from './limits';
import { displayText, GENERAL, isDateFormat, isGeneral } from './number-format';
import type { DocumentState, Primitive, TabState } from './state';
import { dateToSerial, serialToDate } from './zone';

export const formatOf = (tab: TabState, row: number, column: number): string =>
  readCell(tab, 'formats', row, column) ?? GENERAL;

/** What `setValue` takes, and what a person types. Throws for anything that is no value. */
export function enter(
  document: DocumentState,
  tab: TabState,
  row: number,
  column: number,
  value: unknown,
  nowMs: number,
): void {
  if (typeof value === 'string') {
    checkText(value);
    const format = formatOf(tab, row, column);
    const entry = parseEntry(value, format, document.locale, nowMs);
    setContent(tab, row, column, entry.value, entry.formula ?? null);
    if (entry.format !== undefined && isGeneral(format)) writeCell(tab, 'formats', row, column, entry.format);
  } else if (typeof value === 'number') {
    // The platform stores an error value; a script that writes NaN is wrong in any case.
    if (!Number.isFinite(value)) throw new ServiceError(`Invalid argument: ${value} is no cell value`);
    setContent(tab, row, column, value, null);
  } else if (typeof value === 'boolean') {
    setContent(tab, row, column, value, null);
  } else if (value === null || value === undefined) {
    setContent(tab, row, column, null, null);
  } else if (types.isDate(value)) {
    const ms = Number(value);
    if (Number.isNaN(ms)) throw new ServiceError('Invalid argument: an invalid date is no cell value');
    setContent(tab, row, column, dateToSerial(document.timeZone, ms), null);
    if (isGeneral(formatOf(tab, row, column)))
      writeCell(tab, 'formats', row, column, ms % 86_400_000 === 0 ? 'm/d/yyyy' : 'm/d/yyyy h:mm:ss');
  } else {
    throw new ServiceError(`Invalid argument: ${Object.prototype.toString.call(value)} is no cell value`);
  }
}

/** Text as it is, whatever it looks like. */
export function enterText(tab: TabState, row: number, column: number, text: string): void {
  checkText(text);
  setContent(tab, row, column, text === '' ? null : text, null);
}

export function setContent(
  tab: TabState,
  row: number,
  column: number,
  value: Primitive,
  formula: string | null,
): void {
  writeCell(tab, 'spilledFrom', row, column, null);
  writeCell(tab, 'errors', row, column, null);
  writeCell(tab, 'formulas', row, column, formula);
  writeCell(tab, 'values', row, column, value);
}

/** As `getValue` has it: numbers of a date format are instants, in a mark for the realm. */
export function valueForScript(
  document: DocumentState,
  tab: TabState,
  row: number,
  column: number,
): string | number | boolean | { $date: number } {
  const value = readCell(tab, 'values', row, column);
  if (value === null) return '';
  if (typeof value === 'number' && isDateFormat(formatOf(tab, row, column)))
    return { $date: serialToDate(document.timeZone, value) };
  return value;
}

export const displayOf = (document: DocumentState, tab: TabState, row: number, column: number): string =>
  displayText(readCell(tab, 'values', row, column), formatOf(tab, row, column), document.locale);
