import { parseDay } from '../../shared/day';
import { decimalsOf } from '../../shared/money';
import type { Row, Stream, StreamField, Value } from './stream';

/**
 * JSON whose integers of 16 and more digits become strings first: some endpoints send 64-bit ids as numbers, which
 * JSON.parse would round.
 */
export function parseJson(text: string): unknown {
  // Quoting is needed in few answers; the test for a bare long number is much cheaper than the rewriting.
  if (!/[:[,]\s*-?\d{16}/.test(text)) return JSON.parse(text);
  // Strings are stepped over; the digits of a fraction are no integer.
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.])-?\d{16,}(?![\d.eE])/g, (part) =>
      part[0] === '"' ? part : `"${part}"`,
    ),
  );
}

/** Value at a dotted path; undefined where anything on the way is missing. */
export const at = (value: unknown, path: string): unknown => along(value, path.split('.'));

function along(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (found === null || typeof found !== 'object') return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** One value in its stored form; null for whatever is missing, empty or not of the type. */
function stored(value: unknown, type: StreamField['type'], hash: (text: string) => string): Value {
  if (value === undefined || value === null || value === '') return null;
  switch (type) {
    case 'id':
    case 'text':
      return typeof value === 'string'
        ? value
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
    case 'hash':
      return hash(String(value));
    case 'boolean':
      return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : null;
    case 'time': {
      const time = Number(value);
      if (!Number.isFinite(time) || time <= 0) return null;
      // Some fields carry milliseconds; no second of this API is that large.
      return Math.floor(time > 1e11 ? time / 1000 : time);
    }
    case 'day': {
      if (typeof value === 'number') return Math.floor(value / 86_400) * 86_400;
      const day = parseDay(String(value).slice(0, 10));
      return day === null ? null : day * 86_400;
    }
    case 'integer': {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : null;
    }
    case 'decimal':
    case 'money': {
      const text = String(value);
      return decimalsOf(text) === null ? null : text;
    }
  }
}

/** How the path of a field is read whose own is `~`; a build that keeps paths elsewhere puts its own way here. */
export const paths = { read: (_key: string): string => '' };
/** The path of a field of a stream, and the key under which a build may keep it. */
export const pathOf = (
  stream: Pick<Stream, 'id'>,
  id: string,
  { path }: Pick<StreamField, 'path'>,
): string => (path === '~' ? paths.read(`~${stream.id}.${id} path`) : path);

const readers = new WeakMap<Stream, ((record: unknown, parent: unknown) => unknown)[]>();

function readersOf(stream: Stream) {
  let found = readers.get(stream);
  if (!found) {
    found = Object.entries(stream.fields).map(([id, field]) => {
      if (field.pick) return field.pick;
      const path = pathOf(stream, id, field);
      const fromParent = path.startsWith('^.');
      const keys = (fromParent ? path.slice(2) : path).split('.');
      const key = keys[0] as string;
      if (keys.length > 1) return (record, parent) => along(fromParent ? parent : record, keys);
      return fromParent
        ? (_record, parent) => (parent as Record<string, unknown>)[key]
        : (record) => (record as Record<string, unknown>)[key];
    });
    readers.set(stream, found);
  }
  return found;
}

/** The typed rows of one record: one, or one for each element of the list that the stream explodes. */
export function rowsOf(stream: Stream, record: unknown, hash: (text: string) => string): Row[] {
  const read = readersOf(stream);
  const types = Object.values(stream.fields);
  const row = (element: unknown, parent: unknown): Row =>
    read.map((reader, i) => stored(reader(element, parent), (types[i] as StreamField).type, hash));
  if (stream.explode === undefined) return [row(record, record)];
  return [stream.explode]
    .flat()
    .flatMap((path) => elementsAt(record, path))
    .map((element) => row(element, record));
}

/** The elements at a path that may lead through lists and objects: those within others with the keys of these too. */
function elementsAt(record: unknown, path: string): unknown[] {
  return path.split('.').reduce<object[]>(
    (found, step, depth) =>
      found.flatMap((outer) => {
        const of = step.replace('{}', '');
        const inner = at(outer, of);
        if (typeof inner !== 'object' || inner === null) return [];
        const around = depth === 0 ? {} : outer;
        if (step.endsWith('{}'))
          return Object.entries(inner)
            .filter(([, value]) => typeof value !== 'object' && Number(value) !== 0)
            .map(([key, value]) => ({ ...around, of, key, value }));
        const elements: object[] = Array.isArray(inner) ? inner : [inner];
        return depth === 0 ? elements : elements.map((element) => ({ ...around, ...element }));
      }),
    [record as object],
  );
}
