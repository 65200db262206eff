import type { SavedReport } from '../../shared/api';
import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import type { Deps } from './deps';

/** A report as kept in the document's properties. */
export interface StoredReport {
  definition: ReportDefinition & { id: string };
  lastRun: string | null;
  lastProblem: Problem | null;
  /** Id of the run that wrote the tab last. */
  lastRunId?: string;
  /** UTC day of the last mail about its alerts. */
  alerted?: number;
}

const PREFIX = 'report.';

/** Validates a report; throws ProblemError `bad_input` that names every issue. */
export function checkedReport(deps: Pick<Deps, 'inputs'>, input: unknown): ReportDefinition {
  const parsed = deps.inputs.report(input);
  if ('issues' in parsed)
    throw new ProblemError('bad_input', { what: `The report is not valid: ${parsed.issues.join('; ')}.` });
  if (parsed.report.metrics.length + parsed.report.dimensions.length === 0)
    throw new ProblemError('nothing_chosen');
  return parsed.report;
}

export function readReport(deps: Pick<Deps, 'documentState'>, id: string): StoredReport {
  const text = deps.documentState.get(PREFIX + id);
  if (text === null) throw new ProblemError('unknown_report', { report: id });
  return JSON.parse(text) as StoredReport;
}

export const listReports = (deps: Pick<Deps, 'documentState'>): StoredReport[] =>
  Object.entries(deps.documentState.all(PREFIX))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => JSON.parse(text) as StoredReport);

/** The report saved in the same words that never ran: its start got no answer, and is asked for once more. */
const savedAlready = (deps: Pick<Deps, 'documentState'>, definition: ReportDefinition): string | undefined =>
  listReports(deps).find(({ definition: { id, ...saved }, lastRun }) => {
    return lastRun === null && JSON.stringify(saved) === JSON.stringify(definition);
  })?.definition.id;

/** Saves a definition under its id, or a new one; what is known of its runs stays. */
export function saveReport(
  deps: Pick<Deps, 'documentState' | 'random'>,
  definition: ReportDefinition,
): StoredReport {
  const id = definition.id ?? savedAlready(deps, definition) ?? deps.random.id().slice(0, 12);
  const before = deps.documentState.get(PREFIX + id);
  const stored: StoredReport = {
    ...(before === null ? { lastRun: null, lastProblem: null } : (JSON.parse(before) as StoredReport)),
    definition: { ...definition, id },
  };
  const text = JSON.stringify(stored);
  if (text.length > 9000)
    throw new ProblemError('bad_input', {
      what: 'The report is too large to save (9 KB): use fewer filter values.',
    });
  deps.documentState.set(PREFIX + id, text);
  return stored;
}

/** Notes how a run ended: when and which it was, if it came to its end, or what kept it from that. */
export function noteRun(
  deps: Pick<Deps, 'documentState'>,
  id: string,
  done: { lastRun: string; lastRunId: string } | null,
  lastProblem: Problem | null,
): void {
  const text = deps.documentState.get(PREFIX + id);
  if (text === null) return;
  const stored = JSON.parse(text) as StoredReport;
  deps.documentState.set(PREFIX + id, JSON.stringify({ ...stored, ...done, lastProblem }));
}

/** Notes that a mail about its alerts was sent. */
export function noteAlerted(deps: Pick<Deps, 'documentState'>, id: string, alerted: number): void {
  deps.documentState.set(
    PREFIX + id,
    JSON.stringify({ ...readReport(deps, id), alerted } satisfies StoredReport),
  );
}

export function deleteReport(deps: Pick<Deps, 'documentState'>, id: string): void {
  deps.documentState.delete(PREFIX + id);
}

export function shownReport(
  deps: Pick<Deps, 'sheets'>,
  { definition, lastRun, lastProblem }: StoredReport,
): SavedReport {
  return { definition, tab: deps.sheets.find(definition.id), lastRun, lastProblem };
}
