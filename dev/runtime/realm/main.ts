// Makes a bare realm look like Apps Script to the script that is loaded into it next.
import { carry } from '../carry';
import type { Bridge, Catalogue, Outcome, Realm } from '../protocol';
import { createConsole, createLogger } from './console';
import { installDate } from './date';
import { createExchange, Exception, markOf } from './exchange';
import { removeMissing } from './missing';

export function install(bridge: Bridge, catalogueJson: string): Realm {
  const catalogue = JSON.parse(catalogueJson) as Catalogue;
  removeMissing();
  installDate(
    () => bridge.now(),
    (ms) => bridge.offset(ms),
    catalogue.timeZone,
  );
  Math.random = () => bridge.random();
  const { adopt } = createExchange(bridge, catalogue);
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const [name, type] of Object.entries(catalogue.globals))
    define(name, adopt({ $ref: type, $key: null }));
  define('console', createConsole(bridge));
  define('Logger', createLogger(bridge));

  let settled: { value: unknown } | { error: unknown } | { pending: true } = { pending: true };

  return {
    invoke(path, args) {
      try {
        const value = find(path)(...(adopt(args) as unknown[]));
        if (!(value instanceof Promise)) {
          settled = { value };
          return;
        }
        // Micro-tasks run when the call stack is empty; there is nothing later that could settle the promise.
        value.then(
          (result: unknown) => {
            settled = { value: result };
          },
          (error: unknown) => {
            settled = { error };
          },
        );
      } catch (error) {
        settled = { error };
      }
    },
    outcome(carried): Outcome {
      if ('pending' in settled) return settled;
      if ('error' in settled) return { error: describe(settled.error) };
      if (!carried) return { value: exported(settled.value, 0) };
      try {
        return { value: carry(settled.value) ?? null };
      } catch {
        const refusal = new Exception(
          'The script completed but the returned value is not a supported return type.',
        );
        return { error: describe(refusal) };
      }
    },
    describe,
  };
}

/** Menus, triggers and state tokens also accept variables and methods: 'object.method'. */
function find(path: string): (...args: unknown[]) => unknown {
  let owner: unknown;
  let value: unknown = globalThis;
  for (const name of path.split('.')) {
    owner = value;
    value = name === '' || value === null || value === undefined ? undefined : lookUp(value as object, name);
  }
  if (typeof value !== 'function') throw new Exception(`Script function not found: ${path}`);
  return (...args) => Reflect.apply(value as (...a: unknown[]) => unknown, owner, args);
}

/** Top-level `const` and `let` are no properties of the global object; an indirect eval sees them. */
function lookUp(owner: object, name: string): unknown {
  if (name in owner || owner !== globalThis) return (owner as Record<string, unknown>)[name];
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return undefined;
  // biome-ignore lint/security/noGlobalEval: the name is checked, and this is the realm of the script itself.
  const indirect = eval;
  return indirect(`typeof ${name} === 'undefined' ? undefined : ${name}`) as unknown;
}

function describe(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error)
    return { name: String(error.name), message: String(error.message), stack: String(error.stack) };
  return { name: 'Error', message: String(error), stack: '' };
}

/** What a function returned, for the host: functions and the like become undefined. */
function exported(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  const mark = markOf(value);
  if (mark) return mark;
  if (value instanceof Date) return { $date: value.getTime() };
  if (depth > 100) throw new Error('the result is circular or too deep');
  if (Array.isArray(value)) return value.map((item) => exported(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) copy[name] = exported(item, depth + 1);
  return copy;
}
