// How a service is described: a table of methods. The realm makes objects from it, the execution applies the
// rules that hold for all of them (modes, scopes, time, kill), so that `run` is left with what is its own.
import type { Need } from './access';
import { readCost, writeCost } from './costs';
import type { ExecutionContext } from './execution-context';

// biome-ignore lint/suspicious/noExplicitAny: a method states the shapes of its receiver and arguments itself.
export type Run = (context: ExecutionContext, self: any, ...args: any[]) => unknown;

export interface Method {
  readonly run: Run;
  readonly needs?: Need;
  /** Only the script's own memory is touched: no rule applies, nothing is counted. */
  readonly pure?: boolean;
  readonly writes?: boolean;
  /** Virtual ms. */
  readonly cost?: number | ((args: readonly unknown[], self: unknown) => number);
}

export type Service = Readonly<Record<string, Method>>;

/** Asks for something small about a document or a store. */
export const pure = (run: Run): Method => ({ run, pure: true });
export const read = (run: Run, cost: Method['cost'] = readCost): Method => ({ run, cost });
export const write = (run: Run, cost: Method['cost'] = writeCost): Method => ({ run, cost, writes: true });

/** All methods of a service that are not pure share one need, unless they name their own. */
export function service<Name extends string>(
  needs: Need,
  methods: Record<Name, Method>,
): Record<Name, Method> {
  const entries = Object.entries<Method>(methods).map(([name, method]) => [name, { needs, ...method }]);
  return Object.fromEntries(entries) as Record<Name, Method>;
}
