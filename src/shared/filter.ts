/** Conditions on fields, as data and as short text: `order_status!=CANCELLED`, `product_name~soap`, `gmv>=10`. */

export const OPERATORS = ['=', '!=', '>=', '<=', '>', '<', '~', '!~', '^=', '=~', '><'] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * `=` and `!=` take several values (any of them, none of them), `><` two (between, both included); `~` contains, `^=`
 * begins with, `=~` has a match of a regular expression, all ignoring case.
 */
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
  const match = /^\s*([a-z0-9_]+)\s*(!=|>=|<=|!~|\^=|=~|><|=|>|<|~)(.*)$/s.exec(text);
  if (!match) return 'it has no field and operator';
  const filter = {
    field: match[1] as string,
    operator: match[2] as Operator,
    values: valuesOf(match[3] as string),
  };
  return faultOf(filter) ?? filter;
}

/** Values as they are separated in a text. */
export function valuesOf(text: string): string[] {
  const values: string[] = [];
  let value = '';
  for (const [part] of text.matchAll(/\\[\\|]|./gs)) {
    if (part === '|') {
      values.push(value);
      value = '';
    } else value += part.length === 2 && part.startsWith('\\') ? part[1] : part;
  }
  return [...values, value].map((one) => one.trim());
}

/** The text that `valuesOf` reads back. */
export const valuesText = (values: readonly string[], between = '|'): string =>
  values.map((value) => value.replace(/[\\|]/g, '\\$&')).join(between);

/** What is wrong with a filter's values; null if nothing is. */
export function faultOf({ operator, values }: Filter): string | null {
  if (operator === '><' && values.length !== 2) return '>< takes two values, separated by |';
  if (values.length > 1 && !['=', '!=', '><'].includes(operator)) return `${operator} takes one value`;
  if (operator === '=~')
    try {
      new RegExp(values[0] as string);
    } catch {
      return 'it is no regular expression';
    }
  return null;
}

/** The text that `parseFilter` reads back. */
export const filterText = ({ field, operator, values }: Filter): string =>
  field + operator + valuesText(values);
