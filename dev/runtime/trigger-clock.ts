import { enumValue, type World } from './execution-context';
import { quotaLeft } from './quotas';
import type { TriggerState } from './state';
import type { Execution, RunOptions } from './types';

type Run = (functionName: string, args: readonly unknown[], options: RunOptions) => Execution;

/**
 * Lets time pass and fires what falls due, each trigger at its own time. A run that takes long delays the next, and a
 * trigger that became overdue while nobody ticked fires once.
 */
export function fireDueTriggers(world: World, run: Run, ms: number, extra: Partial<RunOptions>): Execution[] {
  const end = world.state.now + ms;
  const executions: Execution[] = [];
  for (;;) {
    const [next] = world.state.triggers
      .filter(({ dueAt, disabled }) => dueAt <= end && !disabled)
      .sort((a, b) => a.dueAt - b.dueAt || (a.uid < b.uid ? -1 : 1));
    if (!next) break;
    world.state.now = Math.max(world.state.now, next.dueAt);
    reschedule(world, next);
    executions.push(fire(world, run, next, extra));
  }
  world.state.now = Math.max(world.state.now, end);
  return executions;
}

function reschedule({ state }: World, trigger: TriggerState): void {
  const { every } = trigger;
  if (every === null) state.triggers = state.triggers.filter(({ uid }) => uid !== trigger.uid);
  else trigger.dueAt += every * (Math.floor((state.now - trigger.dueAt) / every) + 1);
}

function fire(world: World, run: Run, trigger: TriggerState, extra: Partial<RunOptions>): Execution {
  const { functionName, user, document, uid } = trigger;
  const { now } = world.state;
  if (quotaLeft(world.state, user, world.account, 'trigger runtime') === 0)
    return {
      functionName,
      user,
      error: { name: 'Exception', message: 'Service using too much computer time for one day', stack: '' },
      killed: true,
      startedAt: now,
      endedAt: now,
      calls: [],
      log: [],
      toasts: [],
      dialogs: [],
      alerts: [],
    };
  return run(functionName, [clockEvent(now, uid)], {
    user,
    ...(document === null ? {} : { document }),
    source: 'trigger',
    ...extra,
  });
}

function clockEvent(now: number, triggerUid: string): Record<string, unknown> {
  const date = new Date(now);
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    authMode: enumValue('AuthMode', 'FULL'),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.ceil(((now - yearStart) / 86_400_000 + 1) / 7),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
  };
}
