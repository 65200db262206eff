// Turns what the host hands over into objects of this realm, and the other way round. Service objects are proxies:
// a member that the local runtime does not have throws by its name instead of being undefined.
import {
  type Bridge,
  type BytesMark,
  type Catalogue,
  type DateMark,
  type EnumMark,
  type RefMark,
  SELF,
} from '../protocol';

/** What Google's services throw: named Exception, and an Error all the same. */
export class Exception extends Error {
  override name = 'Exception';
}

interface EnumValue {
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toString(): string;
  toJSON(): string;
}

/** Not a plain object, so that google.script.run refuses to carry it. */
class ServiceObject {}

const marks = new WeakMap<object, RefMark | EnumMark>();

export function createExchange(bridge: Bridge, catalogue: Catalogue) {
  const enums: Record<string, Record<string, EnumValue>> = {};
  for (const [name, values] of Object.entries(catalogue.enums)) {
    const members: Record<string, EnumValue> = {};
    values.forEach((value, ordinal) => {
      const member: EnumValue = {
        name: () => value,
        ordinal: () => ordinal,
        compareTo: (other) => ordinal - other.ordinal(),
        toString: () => value,
        toJSON: () => value,
      };
      marks.set(member, { $enum: name, name: value });
      members[value] = member;
    });
    enums[name] = new Proxy(members, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target) return target[key as string];
        throw new Error(`${name}.${key} is not implemented in the local runtime`);
      },
    });
  }

  const methodNames: Record<string, Set<string>> = {};
  for (const [type, names] of Object.entries(catalogue.methods)) methodNames[type] = new Set(names);

  function adoptRef(mark: RefMark): object {
    const type = mark.$ref;
    const mine: RefMark = { $ref: type, $key: mark.$key };
    const proxy: object = new Proxy(new ServiceObject(), {
      get: (_, key) => member(type, mine.$key, key, proxy),
      set: (_, key) => {
        throw new TypeError(`Cannot set ${type}.${String(key)}`);
      },
      has: (_, key) => typeof key === 'string' && methodNames[type]!.has(key),
    });
    marks.set(proxy, mine);
    return proxy;
  }

  function member(type: string, key: unknown, name: string | symbol, self: object): unknown {
    if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => type : undefined;
    if (methodNames[type]!.has(name)) return (...args: unknown[]) => call(type, name, key, args, self);
    const place = catalogue.places[type]?.[name];
    if (place !== undefined) return enums[place];
    if (name === 'toString') return () => type;
    if (name === 'toJSON') return () => ({});
    if (name === 'then' || name === 'constructor') return undefined;
    throw new Error(`${type}.${name} is not implemented in the local runtime`);
  }

  function call(type: string, method: string, key: unknown, args: unknown[], self: object): unknown {
    const reply = bridge.call(type, method, key, lowerAll(args));
    if ('error' in reply) {
      const error = new Exception(reply.error);
      if (reply.name) error.name = reply.name;
      throw error;
    }
    // Setters answer with what they were called on.
    if (reply.value === SELF) return self;
    return adopt(reply.value);
  }

  function adopt(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const copy: unknown[] = new Array(value.length);
      for (let i = 0; i < value.length; i++) {
        const item: unknown = value[i];
        copy[i] = typeof item === 'object' ? adopt(item) : item;
      }
      return copy;
    }
    if ('$ref' in value) return adoptRef(value as RefMark);
    if ('$enum' in value) return enums[(value as EnumMark).$enum]![(value as EnumMark).name];
    if ('$date' in value) return new Date((value as DateMark).$date);
    if ('$bytes' in value) {
      const source = (value as BytesMark).$bytes;
      const signed: number[] = new Array(source.length);
      for (let i = 0; i < source.length; i++) signed[i] = (source[i]! << 24) >> 24;
      return signed;
    }
    const copy: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) copy[name] = adopt(item);
    return copy;
  }

  return { adopt, enums };
}

/**
 * Service objects and enums become their marks, also inside plain objects and lists of these. Large grids pass by
 * reference: the host reads them and keeps nothing.
 */
function lowerAll(args: unknown[]): unknown[] {
  return args.map((arg) => lower(arg, 2));
}

function lower(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const mark = marks.get(value);
  if (mark) return mark;
  if (depth === 0) return value;
  if (Array.isArray(value)) return holdsObjects(value) ? value.map((item) => lower(item, depth)) : value;
  if (value instanceof Date) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) copy[name] = lower(item, depth - 1);
  return copy;
}

/** Lists of service objects, and grids of them such as setRichTextValues takes; the first element tells. */
function holdsObjects(list: unknown[]): boolean {
  const [first] = list;
  if (Array.isArray(first)) return typeof first[0] === 'object' && first[0] !== null && marks.has(first[0]);
  return typeof first === 'object';
}

export const markOf = (value: object): RefMark | EnumMark | undefined => marks.get(value);
