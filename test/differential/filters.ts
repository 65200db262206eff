import type { FieldSql } from './words';

export interface Filter {
  field: string;
  operator: string;
  values: readonly string[];
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Whether a filter lets a label through, in SQL. An empty value means a missing one; a day asked of a time, that whole day. */
export function passes({ operator, values }: Filter, label: string, type: FieldSql['type']): string {
  const [first = '', second = ''] = values;
  const isDay = (value: string) => type === 'time' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const text = (value: string) =>
    `coalesce((${isDay(value) ? `substr(${label}, 1, 10)` : label})::varchar, '')`;
  const side = (value: string, sign: string) =>
    type === 'integer' || type === 'percent'
      ? `coalesce((${label})::double ${sign} ${Number(value)}, false)`
      : `coalesce((${isDay(value) ? `substr(${label}, 1, 10)` : label})::varchar ${sign} ${literal(value)}, false)`;
  const any = `(${values.map((value) => `${text(value)} = ${literal(value)}`).join(' or ')})`;
  switch (operator) {
    case '=':
      return any;
    case '!=':
      return `not ${any}`;
    case '~':
      return `contains(lower(${text('')}), lower(${literal(first)}))`;
    case '!~':
      return `not contains(lower(${text('')}), lower(${literal(first)}))`;
    case '^=':
      return `starts_with(lower(${text('')}), lower(${literal(first)}))`;
    case '=~':
      return `regexp_matches(${text('')}, ${literal(first)}, 'i')`;
    case '><':
      return `(${side(first, '>=')} and ${side(second, '<=')})`;
    default:
      return side(first, operator);
  }
}
