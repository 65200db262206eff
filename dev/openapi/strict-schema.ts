import { KNOWN_DIFFERENCES } from './known-differences';
import type { Schema } from './spec';

/**
 * The description as a JSON Schema in which unknown keys are errors, with the known differences of an operation worked
 * in. `at` is the place in the answer: 'data.orders[].line_items[]'.
 */
export function strictSchema(schema: Schema, operation: string, at = ''): Record<string, unknown> {
  if (schema.type === 'array') {
    return { type: 'array', items: schema.items ? strictSchema(schema.items, operation, `${at}[]`) : {} };
  }
  // An object without listed keys is a map: anything may be in it.
  if (schema.type !== 'object' || !schema.properties) return schema.type ? { type: schema.type } : {};
  const properties: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries({ ...schema.properties, ...extraKeys(operation, at) })) {
    properties[key] = strictSchema(inner, operation, at === '' ? key : `${at}.${key}`);
  }
  return { type: 'object', properties, additionalProperties: false };
}

function extraKeys(operation: string, at: string): Record<string, Schema> {
  const extra: Record<string, Schema> = {};
  for (const each of KNOWN_DIFFERENCES) {
    if (each.kind === 'answer-key' && each.operation === operation && each.under === at)
      extra[each.key] = each.schema;
  }
  return extra;
}
