// The built add-on in one spreadsheet with the sample shop, and hours that pass.
import { createRuntime } from '../../dev/runtime/runtime';
import type { State } from '../../dev/runtime/state';
import type { Execution, RunOptions, Runtime, RuntimeOptions, User } from '../../dev/runtime/types';
import type { Api, CallName, Overview, Reply, RunLogLine } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';

export const ANN = 'ann@example.com';
export const BEN = 'ben@example.com';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export type Schedule = ReportInput['schedule'];

export type Desk = {
  readonly runtime: Runtime;
  readonly document: string;
  reply<Name extends CallName>(
    name: Name,
    input: Api[Name]['input'],
    user?: User,
  ): Reply<Api[Name]['output']>;
  call<Name extends CallName>(name: Name, input: Api[Name]['input'], user?: User): Api[Name]['output'];
  /** Saves a report with a schedule and runs it to the end. Its id. */
  schedule(name: string, schedule: Schedule, more?: Partial<ReportInput>, user?: User): string;
  tick(ms?: number, options?: Partial<RunOptions>): Execution[];
  overview(user?: User): Overview;
  /** Lines of the run log that the trigger left, oldest first. */
  unattended(): RunLogLine[];
  /** What nobody can do from outside: Google's own doings. */
  meddle(change: (state: State) => void): void;
};

export function openDesk(now: number, options: RuntimeOptions = {}): Desk {
  const runtime = createRuntime({ now, installedAs: 'addon', ...options });
  return deskIn(runtime, runtime.createSpreadsheet({ owner: ANN, name: 'Sales' }));
}

export function deskIn(runtime: Runtime, document: string): Desk {
  const desk: Desk = {
    runtime,
    document,
    reply(name, input, user = ANN) {
      const { value, error } = runtime.serverCall(document, user, 'rpc', [name, JSON.stringify(input)]);
      if (error) throw new Error(`${name}: ${error.message}\n${error.stack}`);
      return JSON.parse(String(value));
    },
    call(name, input, user) {
      const reply = desk.reply(name, input, user);
      if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}: ${reply.problem.text}`);
      return reply.value;
    },
    schedule(name, schedule, more = {}, user = ANN) {
      const report: ReportInput = {
        name,
        shops: ['sample'],
        metrics: ['gmv'],
        dimensions: [],
        range: 'yesterday',
        schedule,
        ...more,
      };
      let run = desk.call('startRun', { report }, user);
      while (!run.finished) {
        const reply = desk.reply('continueRun', { runId: run.id }, user);
        if (!reply.ok) break;
        run = reply.value;
      }
      return run.reportId;
    },
    tick(ms, more) {
      const executions = runtime.tick(ms, more);
      for (const { error, killed } of executions)
        if (error && !killed) throw new Error(`${error.message}\n${error.stack}`);
      return executions;
    },
    overview: (user) => desk.call('overview', null, user),
    unattended: () =>
      desk
        .call('runLog', null)
        .filter(({ trigger }) => trigger === 'schedule')
        .reverse(),
    meddle(change) {
      const state = JSON.parse(runtime.snapshot()) as State;
      change(state);
      runtime.restore(JSON.stringify(state));
    },
  };
  return desk;
}

/** Calls that read or write a property. */
export const propertyCalls = ({ calls }: Execution) =>
  calls.filter(({ service }) => service === 'Properties');

/** A target that is not there: the run fails for a reason that does not pass. */
export const BROKEN: Partial<ReportInput> = { target: { kind: 'sheet', sheetId: 999_999 } };
