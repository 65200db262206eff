// Does a call or an answer agree with TikTok's own OpenAPI description? Problems come as sentences; none means it does.
import { Ajv, type ValidateFunction } from 'ajv';
import { KNOWN_DIFFERENCES } from './known-differences';
import { type FoundOperation, findOperation, type Schema } from './spec';
import { strictSchema } from './strict-schema';

const ajv = new Ajv({ allErrors: true, strict: false });
const compiled = new Map<string, ValidateFunction>();

/** Checks a parsed JSON envelope (code, message, request_id, data) against the answer of an endpoint. */
export function validateAnswer(method: string, path: string, body: unknown): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not described`];
  const { data, ...rest } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const nullAllowed = rest['code'] !== 0 && KNOWN_DIFFERENCES.some(({ kind }) => kind === 'null-data');
  const judged = data === null && nullAllowed ? rest : body;
  const schema = found.operation.responses['200']?.content?.['application/json']?.schema;
  return schema
    ? against(schema, `${method} ${found.template}`, 'answer', judged)
    : ['no answer is described'];
}

/** Checks the decoded query and the parsed body of a request (undefined: no body). Paths may be concrete. */
export function validateRequest(
  method: string,
  path: string,
  query: Readonly<Record<string, string>>,
  body?: unknown,
): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not described`];
  const operation = `${method} ${found.template}`;
  return [...queryProblems(found, operation, query), ...bodyProblems(found, operation, body)];
}

function queryProblems(
  { operation }: FoundOperation,
  name: string,
  query: Readonly<Record<string, string>>,
): string[] {
  const problems: string[] = [];
  const allowed = new Map<string, Schema>();
  for (const each of KNOWN_DIFFERENCES) {
    if (each.kind === 'query-key' && (each.operation === '*' || each.operation === name)) {
      allowed.set(each.key, each.schema);
    }
  }
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in !== 'query') continue;
    allowed.set(parameter.name, parameter.schema);
    if (parameter.required && query[parameter.name] === undefined) {
      problems.push(`query ${parameter.name} is required`);
    }
  }
  for (const [key, value] of Object.entries(query)) {
    const schema = allowed.get(key);
    if (!schema) problems.push(`query ${key} is unknown`);
    else if (!readsAs(schema, value)) problems.push(`query ${key}=${value} is no ${schema.type}`);
  }
  return problems;
}

/** Arrays in a query are one value, joined by commas. */
function readsAs(schema: Schema, value: string): boolean {
  if (schema.type === 'integer') return /^-?\d+$/.test(value);
  if (schema.type === 'number') return value.trim() !== '' && Number.isFinite(Number(value));
  if (schema.type === 'boolean') return value === 'true' || value === 'false';
  if (schema.type === 'array') return value.split(',').every((part) => readsAs(schema.items ?? {}, part));
  return true;
}

function bodyProblems({ operation }: FoundOperation, name: string, body: unknown): string[] {
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (body === undefined) return [];
  return schema ? against(schema, name, 'request', body) : ['a body is sent where none is described'];
}

function against(schema: Schema, operation: string, side: 'answer' | 'request', value: unknown): string[] {
  const key = `${side} ${operation}`;
  const validate = compiled.get(key) ?? ajv.compile(strictSchema({ type: 'object', ...schema }, operation));
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    return `${side}${instancePath} ${extra === undefined ? message : `has the unknown key ${extra}`}`;
  });
}
