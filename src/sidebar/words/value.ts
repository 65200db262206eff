/** A value of an exact answer as a reader sees it. */
import type { Answer } from '../../shared/api';
import type { FieldType } from '../../shared/field';

const FIGURES: readonly (FieldType | undefined)[] = ['integer', 'decimal', 'money', 'percent'];

export const isFigure = (type: FieldType | undefined): boolean => FIGURES.includes(type);

export function valueText(value: Answer['rows'][number][number], type: FieldType | undefined): string {
  if (value === null) return '';
  const number = Number(value);
  // Where a total stands in the place of a figure it stays a word.
  if (!isFigure(type) || Number.isNaN(number)) return String(value);
  if (type === 'percent') return `${(number * 100).toFixed(1)}%`;
  const digits = type === 'money' ? (String(value).split('.')[1]?.length ?? 0) : 0;
  return number.toLocaleString('en-US', { minimumFractionDigits: digits });
}
