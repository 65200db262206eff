// The built add-on in a spreadsheet with the sample shop alone: nothing goes over a network.
import { createRuntime } from '../../dev/runtime/runtime';
import type { DocumentView, RunOptions, Runtime, ServiceCall, TabView } from '../../dev/runtime/types';
import type { Api, CallName, Reply, Run, SavedReport } from '../../src/shared/api';
import type { Problem } from '../../src/shared/problem';
import type { ReportInput } from '../../src/shared/report';

export const OWNER = 'owner@example.com';
export const EDITOR = 'editor@example.com';
export const NOW = Date.UTC(2026, 4, 20, 9, 30);

export interface Desk {
  readonly runtime: Runtime;
  readonly document: DocumentView;
  /** Service calls of the last run. */
  readonly calls: ServiceCall[];
  ask<Name extends CallName>(
    name: Name,
    input: Api[Name]['input'],
    options?: Partial<RunOptions>,
  ): Reply<Api[Name]['output']>;
  /** Runs a report to its end; the problem where it has one. */
  refresh(report: ReportInput | { reportId: string }, user?: string): Run | Problem;
  /** Runs a report that must come to its end, and gives its tab. */
  write(report: ReportInput | { reportId: string }): TabView;
  /** The saved report of a name. */
  saved(name: string): SavedReport['definition'];
}

/** With five days of sample data loaded, so that reports answer at once. */
export function openDesk(): Desk {
  const runtime = createRuntime({ now: NOW });
  const id = runtime.createSpreadsheet({ owner: OWNER, name: 'Sales' });
  const calls: ServiceCall[] = [];
  const desk: Desk = {
    runtime,
    document: runtime.document(id),
    calls,
    ask(name, input, options = {}) {
      const user = options.user ?? OWNER;
      const execution = runtime.serverCall(id, user, 'rpc', [name, JSON.stringify(input)], options);
      calls.push(...execution.calls);
      if (execution.error) throw new Error(`${name}: ${execution.error.message}`);
      return JSON.parse(String(execution.value));
    },
    refresh(report, user = OWNER) {
      calls.length = 0;
      let reply = desk.ask('startRun', 'reportId' in report ? report : { report }, { user });
      while (reply.ok && !reply.value.finished)
        reply = desk.ask('continueRun', { runId: reply.value.id }, { user });
      return reply.ok ? reply.value : reply.problem;
    },
    write(report) {
      const run = desk.refresh(report);
      if ('code' in run) throw new Error(`${run.code}: ${run.text}`);
      return desk.document.tab(run.result!.sheetId);
    },
    saved(name) {
      const stored = Object.entries(runtime.properties({ document: id }))
        .filter(([key]) => key.startsWith('report.'))
        .map(([, text]) => (JSON.parse(text) as SavedReport).definition);
      return stored.find((definition) => definition.name === name)!;
    },
  };
  return desk;
}

/** Sales of the sample shop by day. */
export const BY_DAY: ReportInput = {
  name: 'By day',
  shops: ['sample'],
  metrics: ['gmv', 'orders'],
  dimensions: ['date'],
  range: '2026-05-10..2026-05-14',
  dense: true,
};

/** A column's letters and a row: A1 of numbers. */
export const a1 = (row: number, column: number): string => String.fromCharCode(64 + column) + row;
