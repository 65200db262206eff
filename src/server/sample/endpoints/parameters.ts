import { offsetIn } from '../page';
import { REFUSAL, type Refusal } from '../refusal';
import type { EndpointCall } from './endpoint';

/** page_size is 1…100 and required, where nothing else is named; a page_token must be one of ours. */
export function checkPage(
  { query }: EndpointCall,
  most = 100,
  least = 1,
  fallback = '',
): Refusal | undefined {
  const size = query['page_size'] ?? fallback;
  if (size !== '' && !/^-?\d+$/.test(size)) return REFUSAL.parameter;
  if (Number(size) < least || Number(size) > most) return REFUSAL.pageSize(most, least);
  const token = query['page_token'];
  return token && offsetIn(token) === undefined ? REFUSAL.parameter : undefined;
}

export function checkSort({ query }: EndpointCall, fields: readonly string[]): Refusal | undefined {
  const { sort_field: field, sort_order: order } = query;
  if (field && !fields.includes(field)) return REFUSAL.parameter;
  return order && order !== 'ASC' && order !== 'DESC' ? REFUSAL.parameter : undefined;
}

const matches: Record<string, (value: unknown) => boolean> = {
  int: (value) => Number.isInteger(value),
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
};

/** Every present key of the body has the type it is declared with. Unknown keys are ignored, as TikTok does. */
export function checkTypes(
  { body }: EndpointCall,
  types: Record<string, keyof typeof matches>,
): Refusal | undefined {
  const wrong = Object.keys(types).some(
    (key) => body[key] !== undefined && !matches[types[key]!]!(body[key]),
  );
  return wrong ? REFUSAL.parameter : undefined;
}

/** The times by which a search is cut, as its body names them. */
export const TIMES = {
  create_time_ge: 'int',
  create_time_lt: 'int',
  update_time_ge: 'int',
  update_time_lt: 'int',
} as const;

/** Windows begin after 1970 and before they end. */
export function checkTimes(call: EndpointCall): Refusal | undefined {
  for (const name of ['create_time', 'update_time'] as const) {
    const { asked, since, until } = windowOf(call, name);
    if (asked && (since < 0 || since > until))
      return name === 'create_time' ? REFUSAL.createTime : REFUSAL.updateTime;
  }
  return undefined;
}

/** The half-open window that a pair of body keys asks for. A missing end is open: the first day, or now. */
export function windowOf({ body, now }: EndpointCall, name: 'create_time' | 'update_time') {
  const ge = body[`${name}_ge`] as number | undefined;
  const lt = body[`${name}_lt`] as number | undefined;
  return { asked: ge !== undefined || lt !== undefined, since: ge ?? 0, until: lt ?? now + 1 };
}

/** The same in the query, where numbers are texts. */
export function queryWindow({ query, now }: EndpointCall, name: string) {
  const bound = (end: 'ge' | 'lt', otherwise: number) => Number(query[`${name}_${end}`] ?? otherwise);
  return { since: bound('ge', 0), until: bound('lt', now + 1) };
}

export function checkQueryWindow(call: EndpointCall, name: string): Refusal | undefined {
  const { since, until } = queryWindow(call, name);
  return Number.isInteger(since) && Number.isInteger(until) && since >= 0 && since <= until
    ? undefined
    : REFUSAL.parameter;
}
