// Sheets' limits and its words for them.
import { ServiceError } from '../service-error';
import type { DocumentState } from './state';

const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;
const MOST_CHARACTERS = 50_000;
const NAME_LENGTH = 100;

export const cellCount = (document: DocumentState): number =>
  document.tabs.reduce((sum, tab) => sum + tab.maxRows * tab.maxColumns, 0);

export function checkCells(document: DocumentState, more: number): void {
  if (cellCount(document) + more > MOST_CELLS)
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
}

export function checkColumns(columns: number): void {
  if (columns > MOST_COLUMNS) throw new ServiceError(`A sheet can't have more than ${MOST_COLUMNS} columns.`);
}

export function checkText(text: string): void {
  if (text.length > MOST_CHARACTERS)
    throw new ServiceError(
      `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
    );
}

/** Which characters Google takes is not documented; scripts have to do without the doubtful ones. */
export function checkTabName(document: DocumentState, name: unknown, self?: number): string {
  if (typeof name !== 'string' || name === '') throw new ServiceError('Invalid argument: name');
  if (name.length > NAME_LENGTH)
    throw new ServiceError(`A sheet name must not be longer than ${NAME_LENGTH} characters.`);
  if (/[[\]*?:/\\']/.test(name)) throw new ServiceError(`Invalid sheet name: ${name}`);
  const taken = document.tabs.some((tab) => tab.id !== self && tab.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  return name;
}
