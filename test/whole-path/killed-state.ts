// What must be the same however often a run was killed on its way.
import type { ServiceCall, TabView } from '../../dev/runtime/types';
import type { Answer } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { type Office, OWNER } from './office';
import { comparable } from './shown';

const stampless = (note: string): string => note.replace(/Last refresh: [^.]*\./, 'Last refresh: then.');

/** A tab as its reader sees it, without the time of the last refresh. */
const tabState = (tab: TabView) => ({
  name: tab.name,
  hidden: tab.hidden,
  frozenRows: tab.frozenRows,
  protections: tab.protections,
  // Of the store only that it is there once: its payload is compared through what it answers.
  ...(tab.hidden
    ? {}
    : {
        values: tab.values().map((row) => row.map(comparable)),
        formats: tab.formats(),
        notes: tab.notes().map((row) => row.map(stampless)),
        bold: tab.styles().map((row) => row.map(({ bold }) => bold === true)),
      }),
});

export type FinalState = {
  readonly tabs: readonly ReturnType<typeof tabState>[];
  readonly answers: readonly Answer[];
  readonly reports: number;
  readonly unfinished: number;
};

export function finalState(office: Office, questions: readonly ReportInput[]): FinalState {
  const { runtime, document } = office;
  const properties = Object.keys(runtime.properties({ document }));
  return {
    tabs: runtime.document(document).tabs.map(tabState),
    answers: questions.map((question) => office.answer(question)),
    reports: properties.filter((key) => key.startsWith('report.')).length,
    unfinished: properties.filter((key) => key.startsWith('run.')).length,
  };
}

/** Locks end with the execution, and a flush only waits. */
const lasting = ({ writes, service, method }: ServiceCall): boolean =>
  writes && service !== 'Lock' && method !== 'flush';

/**
 * Killing before a call that changes nothing is killing before the next one that does; some of them are tried too, and
 * the very last one, when everything is done.
 */
export const placesToKill = (calls: readonly ServiceCall[], stride = 83): number[] =>
  calls.filter((call) => lasting(call) || call.n % stride === 0 || call.n === calls.length).map(({ n }) => n);

const UNFINISHED = /is being written/;

/** Nobody may take a half-written tab for a whole one. `before` and `after` are the states that are whole. */
export function expectMarkedOrWhole(office: Office, whole: readonly FinalState[]): void {
  for (const tab of office.runtime.document(office.document).tabs) {
    if (tab.hidden || tab.lastRow === 0 || UNFINISHED.test(tab.cell('A1').note)) continue;
    const values = tab.values().map((row) => row.map(comparable));
    const known = whole.flatMap(({ tabs }) => tabs).filter((state) => state.name === tab.name);
    expect(known.map((state) => ('values' in state ? state.values : null))).toContainEqual(values);
  }
}

/** What a user does who finds the run gone: goes on with it, or runs the report, or makes it anew. */
export function finish(office: Office, report: ReportInput): void {
  const { unfinished, reports } = office.call('overview', null);
  const saved = reports.find(({ definition }) => definition.name === report.name);
  let run = unfinished ?? office.call('startRun', saved ? { reportId: saved.definition.id } : { report });
  while (!run.finished) run = office.call('continueRun', { runId: run.id });
}

/** One slice of work that ends at its n-th service call, as if Google had pulled the plug. */
export function killedCall(
  office: Office,
  name: 'startRun' | 'continueRun',
  input: unknown,
  killAt: number,
): boolean {
  const { runtime, document } = office;
  return runtime.serverCall(document, OWNER, 'rpc', [name, JSON.stringify(input)], { killAt }).killed;
}
