// A fresh realm for each execution: made to look like Apps Script, given the script, and asked to call one function.
import { constants, createContext, Script } from 'node:vm';
import { bundleOf } from './bundles';
import { catalogueOf } from './catalogue';
import type { ExecutionContext, PageState, World } from './execution-context';
import type { Bridge, Outcome, Realm } from './protocol';
import type { Source } from './types';

/** Real time after which a script that no longer calls any service is given up, e.g. a retry loop after a kill. */
const ENDLESS_MS = 120_000;
/** Where CPU time counts, the virtual clock ends long work by itself; a busy machine takes its time for it. */
const ENDLESS_COUNTED_MS = 1_800_000;

let installScript: Script | undefined;
/** Through a script, so that micro-tasks drain afterwards and the time-out holds. */
const enter = new Script('__enter__()');

export function runInRealm(
  world: World,
  functionName: string,
  args: readonly unknown[],
  source: Source,
  bridge: Bridge,
): Outcome {
  installScript ??= new Script(
    `${bundleOf('dev/runtime/realm/main.ts', 'iife', 'Install')}; Install.install`,
    {
      filename: 'realm.js',
    },
  );
  // An ordinary global object: quicker, and without the oddities of node:vm's own (from Node 20.18 on).
  const realmContext = createContext(constants.DONT_CONTEXTIFY ?? {}, { microtaskMode: 'afterEvaluate' });
  const install = installScript.runInContext(realmContext) as (b: Bridge, c: string) => Realm;
  const realm = install(bridge, catalogueOf(world.project.manifest.timeZone));
  let thrown: Outcome | null = null;
  Object.defineProperty(realmContext, '__enter__', {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(realmContext, '__enter__');
      Reflect.deleteProperty(realmContext, 'Install');
      try {
        world.project.script.runInContext(realmContext);
      } catch (error) {
        thrown = { error: realm.describe(error) };
        return;
      }
      const remote = source === 'rpc' || source === 'formula';
      if (remote && !world.project.declared.has(functionName)) {
        const message = `Script function not found: ${functionName}`;
        thrown = { error: { name: 'Exception', message, stack: '' } };
        return;
      }
      realm.invoke(functionName, args.map(exportArgument));
    },
  });
  try {
    enter.runInContext(realmContext, { timeout: world.countCpu ? ENDLESS_COUNTED_MS : ENDLESS_MS });
  } catch (error) {
    return {
      error: { name: 'Error', message: error instanceof Error ? error.message : String(error), stack: '' },
    };
  }
  return thrown ?? realm.outcome(source === 'rpc');
}

/** Host values for the realm: Dates become marks, handles stay. */
function exportArgument(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Object.prototype.toString.call(value) === '[object Date]') return { $date: Number(value) };
  if (Array.isArray(value)) return value.map(exportArgument);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, exportArgument(item)]));
}

/** The realm's answer as objects of this realm. */
export function imported(value: unknown, context: ExecutionContext): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => imported(item, context));
  const { $ref, $enum, $date } = value as Record<string, unknown>;
  if (typeof $date === 'number') return new Date($date);
  if ($ref === 'HtmlOutput') {
    const { title, html } = context.kept<PageState>(value, 'HtmlOutput');
    return { title, html };
  }
  if (typeof $ref === 'string') return `[${$ref}]`;
  if (typeof $enum === 'string') return (value as { name: string }).name;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, imported(item, context)]));
}
