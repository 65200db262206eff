/** Conditions on fields, as data and as short text: `order_status!=CANCELLED`, `product_name~soap`, `gmv>=10`. */

export const OPERATORS = ['=', '!=', '>=', '<=', '>', '<', '~', '!~', '^='] as const;
export type Operator = (typeof OPERATORS)[number];

/** `=` and `!=` take several values (any of them, none of them); `~` contains, `^=` begins with, both ignoring case. */
export interface Filter {
  field: string;
  operator: Operator;
  values: string[];
}

/**
 * Reads one condition; values are separated by `|`, and an empty value means "is empty". Within a value `|` is written
 * `\\|`, and `\\` may be written twice. A text says what is wrong.
 */
export function parseFilter(text: string): Filter | string {
  const match = /^\s*([a-z0-9_]+)\s*(!=|>=|<=|!~|\^=|=|>|<|~)(.*)$/s.exec(text);
  if (!match) return 'it has no field and operator';
  const operator = match[2] as Operator;
  const values: string[] = [];
  let value = '';
  for (const [part] of (match[3] as string).matchAll(/\\[\\|]|./gs)) {
    if (part === '|') {
      values.push(value);
      value = '';
    } else value += part.length === 2 && part.startsWith('\\') ? part[1] : part;
  }
  values.push(value);
  if (values.length > 1 && operator !== '=' && operator !== '!=') return `${operator} takes one value`;
  return { field: match[1] as string, operator, values: values.map((one) => one.trim()) };
}

/** The text that `parseFilter` reads back. */
export const filterText = (filter: Filter): string =>
  filter.field + filter.operator + filter.values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
