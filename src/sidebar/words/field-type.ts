/** Types of fields in words. */
import type { FieldType } from '../../shared/field';

export const FIELD_TYPE: Readonly<Record<FieldType, string>> = {
  id: 'Number or code',
  text: 'Text',
  boolean: 'Yes or no',
  integer: 'Whole number',
  decimal: 'Decimal number',
  money: 'Amount of money',
  percent: 'Percentage',
  time: 'Date and time',
  date: 'Date',
  currency: 'Currency',
};
