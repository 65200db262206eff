/** Fields of the catalogue by id, and what their type lets a user do. */
import type { FieldInfo } from '../../shared/field';
import { OPERATORS, type Operator } from '../../shared/filter';

export type { FieldInfo };

/** Where an id names both a metric and a dimension, the kind says which; without one, it is the metric. */
export const fieldOf = (
  fields: readonly FieldInfo[],
  id: string,
  kind?: FieldInfo['kind'],
): FieldInfo | undefined =>
  fields.find((field) => field.id === id && (kind === undefined || field.kind === kind));

/** The field that a filter means: a metric only if the report shows it, where its id names a dimension too. */
export const filterField = (fields: readonly FieldInfo[], id: string, metrics: readonly string[]) =>
  fieldOf(fields, id, metrics.includes(id) ? 'metric' : 'dimension') ?? fieldOf(fields, id);

/** A field that left the catalogue still has to be shown, so that it can be removed. */
export const labelOf = (fields: readonly FieldInfo[], id: string): string => fieldOf(fields, id)?.label ?? id;

const NUMERIC = ['integer', 'decimal', 'money', 'percent'];
const ORDERED = [...NUMERIC, 'time', 'date'];
const TEXT: readonly Operator[] = ['=', '!=', '~', '!~', '^=', '=~'];
const ORDER: readonly Operator[] = ['=', '!=', '>=', '<=', '>', '<', '><'];

export const isNumeric = (field: FieldInfo) => NUMERIC.includes(field.type);

export function operatorsFor(field: FieldInfo | undefined): readonly Operator[] {
  if (!field) return OPERATORS;
  if (field.type === 'boolean') return ['=', '!='];
  return ORDERED.includes(field.type) ? ORDER : TEXT;
}

export const OPERATOR_WORDS: Record<Operator, string> = {
  '=': 'is',
  '!=': 'is not',
  '>=': 'is at least',
  '<=': 'is at most',
  '>': 'is more than',
  '<': 'is less than',
  '~': 'contains',
  '!~': 'does not contain',
  '^=': 'begins with',
  '=~': 'matches the pattern',
  '><': 'is between (a | b)',
};
