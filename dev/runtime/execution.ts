// One execution: the rules that hold for every service call, and the end, wished for or not.
import { checkAccess } from './access';
import { services } from './catalogue';
import { cpuTime } from './cpu-time';
import type { DocumentState } from './document/state';
import { zoneOffset } from './document/zone';
import { type ExecutionContext, type Handle, handle, type PageState, type World } from './execution-context';
import type { Method } from './method';
import type { Bridge, Outcome, Reply } from './protocol';
import { addUse, quotaLeft } from './quotas';
import { imported, runInRealm } from './realm-run';
import { ServiceError } from './service-error';
import { placeText } from './services/receiver';
import { random } from './state';
import { summary } from './summary';
import type { Execution, Mode, RunOptions, ScriptError, ServiceCall, Source } from './types';

const MINUTE = 60_000;

const defaults: Record<Source, { mode: Mode; limitMs: number }> = {
  menu: { mode: 'FULL', limitMs: 6 * MINUTE },
  rpc: { mode: 'FULL', limitMs: 6 * MINUTE },
  trigger: { mode: 'FULL', limitMs: 6 * MINUTE },
  callback: { mode: 'FULL', limitMs: 6 * MINUTE },
  editor: { mode: 'FULL', limitMs: 6 * MINUTE },
  open: { mode: 'LIMITED', limitMs: MINUTE / 2 },
  formula: { mode: 'CUSTOM_FUNCTION', limitMs: MINUTE / 2 },
};

/** The execution is over; what the script still does has no effect. */
class Killed extends Error {}

export function execute(
  world: World,
  functionName: string,
  args: readonly unknown[],
  options: RunOptions,
): Execution {
  const { state, project } = world;
  const source = options.source ?? 'menu';
  const limitMs = options.limitMs ?? defaults[source].limitMs;
  const startedAt = state.now;
  const calls: ServiceCall[] = [];
  const log: Execution['log'][number][] = [];
  const kept = new Map<number, { type: string; object: unknown }>();
  let killed: string | null = null;

  // An account's trigger minutes end a run in the middle, as the time limit does.
  let deadline = startedAt + limitMs;
  let lateMessage = 'Exceeded maximum execution time';
  if (source === 'trigger') {
    const left = quotaLeft(state, options.user, world.account, 'trigger runtime');
    if (left < limitMs) {
      deadline = startedAt + left;
      lateMessage = 'Service using too much computer time for one day';
    }
  }

  const context: ExecutionContext = {
    id: ++world.executions,
    world,
    get state() {
      return world.state;
    },
    project,
    user: options.user,
    documentId: options.document ?? null,
    mode: options.mode ?? defaults[source].mode,
    source,
    options,
    toasts: [],
    dialogs: [] as PageState[],
    alerts: [],
    sidebar: null,
    keep(type, object): Handle {
      kept.set(kept.size + 1, { type, object });
      return handle(type, kept.size);
    },
    kept<T>(mark: unknown, type: string): T {
      const key = typeof mark === 'number' ? mark : (mark as Handle | null)?.$key;
      const found = kept.get(key as number);
      if (!found || found.type !== type)
        throw new ServiceError(`The parameters don't match the method signature: a ${type} is needed.`);
      return found.object as T;
    },
    pass(ms) {
      if (world.state.now + ms > deadline) kill(lateMessage);
      world.state.now += ms;
    },
    document(): DocumentState {
      const document = context.documentId === null ? undefined : world.state.documents[context.documentId];
      if (!document) throw new ServiceError('There is no active spreadsheet in this execution.');
      return document;
    },
  };

  function kill(message: string): never {
    killed = message;
    if (message === lateMessage) world.state.now = Math.max(world.state.now, deadline);
    for (const [scope, holder] of world.locks) if (holder === context.id) world.locks.delete(scope);
    throw new Killed(message);
  }

  function applyRules(type: string, name: string, method: Method, self: unknown, callArgs: unknown[]): void {
    const cost = typeof method.cost === 'function' ? method.cost(callArgs, self) : (method.cost ?? 1);
    const n = calls.length + 1;
    const call = {
      n,
      service: type,
      method: name,
      args: summary(callArgs),
      on: placeText(context, self),
      writes: method.writes === true,
      costMs: cost,
      at: world.state.now,
    };
    calls.push(call);
    if (options.hooks?.beforeCall) {
      try {
        options.hooks.beforeCall(call);
      } catch (error) {
        throw new ServiceError(error instanceof Error ? error.message : String(error));
      }
    }
    if (options.killAt === n) kill('killed');
    if (world.state.now > deadline) kill(lateMessage);
    checkAccess(context, method.needs ?? 'nothing', type, name);
    context.pass(cost);
  }

  function perform(type: string, name: string, key: unknown, callArgs: unknown[]): Reply {
    if (killed !== null) return { error: killed };
    const method = services[type]?.[name];
    if (!method) return { error: `${type}.${name} is not implemented in the local runtime`, name: 'Error' };
    const before = world.state.now;
    const place = calls.length;
    let answered: number | undefined;
    try {
      if (!method.pure) applyRules(type, name, method, key, callArgs);
      const value = method.run(context, key, ...callArgs);
      if (source === 'formula') answered = JSON.stringify(value ?? null).length;
      return { value };
    } catch (error) {
      if (error instanceof ServiceError || error instanceof Killed) return { error: error.message };
      // Not the script's fault: show where the double itself is wrong.
      const detail = error instanceof Error ? error.stack : String(error);
      return { error: `the local runtime failed in ${type}.${name}: ${detail}`, name: 'Error' };
    } finally {
      const call = calls[place];
      if (call && !method.pure)
        calls[place] = {
          ...call,
          costMs: world.state.now - before,
          ...(answered === undefined ? {} : { answered }),
        };
    }
  }

  const bridge: Bridge = {
    call: perform,
    now: () => world.state.now,
    offset: (ms) => zoneOffset(project.manifest.timeZone, ms),
    random: () => random(world.state),
    log: (level, text) => {
      if (killed === null) log.push({ level, text, at: world.state.now });
    },
  };

  let outcome: Outcome;
  world.running++;
  try {
    outcome = world.countCpu
      ? counted(bridge, world, (own) => runInRealm(world, functionName, args, source, own))
      : runInRealm(world, functionName, args, source, bridge);
  } finally {
    world.running--;
    for (const [scope, holder] of world.locks) if (holder === context.id) world.locks.delete(scope);
  }
  if (source === 'trigger') addUse(world.state, options.user, 'trigger runtime', world.state.now - startedAt);

  const error: ScriptError | null =
    killed !== null
      ? { name: 'Exception', message: killed, stack: '' }
      : 'error' in outcome
        ? outcome.error
        : null;
  return {
    functionName,
    user: options.user,
    ...(error ? { error } : 'value' in outcome ? { value: imported(outcome.value, context) } : {}),
    killed: killed !== null,
    startedAt,
    endedAt: world.state.now,
    calls,
    log,
    toasts: context.toasts,
    ...(context.sidebar ? { sidebar: context.sidebar } : {}),
    dialogs: context.dialogs,
    alerts: context.alerts,
  };
}

/** Runs a script so that the CPU time of its own code passes on the virtual clock, too; that of the services does not. */
function counted<T>(bridge: Bridge, { state }: World, run: (bridge: Bridge) => T): T {
  const spent = cpuTime();
  let rest = 0;
  const pass = () => {
    rest += spent();
    state.now += Math.floor(rest);
    rest -= Math.floor(rest);
  };
  const result = run({
    ...bridge,
    now() {
      pass();
      return bridge.now();
    },
    call(...asked) {
      pass();
      try {
        return bridge.call(...asked);
      } finally {
        spent();
      }
    },
  });
  pass();
  return result;
}
