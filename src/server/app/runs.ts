import type { Run, RunResult } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import type { AskedReport } from '../../shared/report';
import { Store } from '../core/store';
import { answerReport, checkReport, fixedRange, listsOf, reportGrid } from './answer';
import type { Budget } from './budget';
import { withCells } from './cell-values';
import { drawDashboard, tablesOf } from './dashboard';
import type { Deps } from './deps';
import { writtenGrid } from './kept-rows';
import { mend } from './mend';
import { watchedReports } from './notices';
import { listReports, noteRun, readReport, type StoredReport, saveReport } from './reports';
import { shopFacts } from './shops';
import { syncList } from './sync-list';
import { problemOf } from './unexpected';
import { noteVersion, versionText } from './version';

/**
 * A run: load what is missing, work the report out, write its tab. It is kept in the document's properties while it
 * is unfinished, so that whoever comes next goes on with it; what is loaded is kept by the store's own checkpoints.
 */
interface StoredRun {
  id: string;
  reportId: string;
  /** The report's days when the run began. */
  range: string;
  /** Place in the report's lists (of each shop) of the one being loaded; their number once all are. */
  list: number;
  done: number;
  total: number | null;
  startedAt: number;
}

/** A stored report with its cells looked up. */
type AskedFor = Omit<StoredReport, 'definition'> & { definition: AskedReport & { id: string } };

const PREFIX = 'run.';

function readRun(deps: Deps, id: string): StoredRun {
  const text = deps.documentState.get(PREFIX + id);
  if (text === null) throw new ProblemError('run_gone');
  return JSON.parse(text) as StoredRun;
}

const saveRun = (deps: Deps, run: StoredRun): void =>
  deps.documentState.set(PREFIX + run.id, JSON.stringify(run));

/** Keeps how far a run has come, unless somebody called it off or began another meanwhile. */
function keepProgress(deps: Deps, run: StoredRun): void {
  if (deps.documentState.get(PREFIX + run.id) !== null) saveRun(deps, run);
}

export const unfinishedRuns = (deps: Deps): StoredRun[] =>
  Object.values(deps.documentState.all(PREFIX))
    .map((text) => JSON.parse(text) as StoredRun)
    .sort((a, b) => b.startedAt - a.startedAt);

const shown = (run: StoredRun, report: StoredReport | AskedFor, more: Partial<Run> = {}): Run => ({
  id: run.id,
  reportId: run.reportId,
  reportName: report.definition.name,
  phase: 'sync',
  done: run.done,
  total: run.total,
  finished: false,
  cancelled: false,
  problem: null,
  result: null,
  ...more,
});

/** The unfinished run as a user sees it; null once its report is gone. */
export function shownRun(deps: Deps, run: StoredRun): Run | null {
  try {
    return shown(run, readReport(deps, run.reportId));
  } catch {
    return null;
  }
}

/** Begins a run of a saved report. Everything that can be checked without data is checked first. */
export function startRun(deps: Deps, reportId: string): Run {
  const report = readReport(deps, reportId);
  const asked = withCells(deps, report.definition);
  for (const one of neededReports(deps, asked)) checkReport(deps, one);
  // One run a report: what an earlier one has loaded is in the store.
  for (const run of unfinishedRuns(deps))
    if (run.reportId === reportId) deps.documentState.delete(PREFIX + run.id);
  const run: StoredRun = {
    id: deps.random.id().slice(0, 12),
    reportId,
    range: fixedRange(deps, asked),
    list: 0,
    done: 0,
    total: null,
    startedAt: deps.clock.now(),
  };
  saveRun(deps, run);
  return shown(run, report);
}

export function cancelRun(deps: Deps, id: string): Run {
  const run = readRun(deps, id);
  deps.documentState.delete(PREFIX + id);
  return shown(run, readReport(deps, run.reportId), { finished: true, cancelled: true });
}

/**
 * A run that somebody else brought to its end (the trigger, another editor), as the answer to its last slice was; null for
 * any other that is no longer there.
 */
export function endedRun(deps: Deps, id: string): Run | null {
  const report = listReports(deps).find(({ lastRunId }) => lastRunId === id);
  const tab = report && deps.sheets.find(report.definition.id);
  if (!report || !tab) return null;
  const { definition } = report;
  const { rows, columns, notes } = answerReport(deps, new Store(deps.rows), withCells(deps, definition));
  return {
    id,
    reportId: definition.id,
    reportName: definition.name,
    phase: 'done',
    done: 0,
    total: null,
    finished: true,
    cancelled: false,
    problem: null,
    result: {
      sheetId: tab.sheetId,
      sheetName: tab.name,
      rows: rows.length,
      columns: columns.length,
      notes,
    },
  };
}

/** Works on a run for one slice, alone in the spreadsheet. Throws ProblemError `busy_elsewhere`. */
export function continueRun(deps: Deps, id: string, budget: Budget): Run {
  const worked = deps.documentLock.alone(5000, () => {
    const run = readRun(deps, id);
    const saved = readReport(deps, run.reportId);
    const report = { ...saved, definition: { ...withCells(deps, saved.definition), range: run.range } };
    try {
      return work(deps, run, report, budget);
    } catch (error) {
      // What is set aside has to be loaded again before anything is worked out.
      if (mend(deps, error)) keepProgress(deps, { ...run, list: 0 });
      noteRun(deps, run.reportId, null, problemOf(deps, error));
      throw error;
    }
  });
  if (!worked) throw new ProblemError('busy_elsewhere');
  return worked.value;
}

function work(deps: Deps, run: StoredRun, report: AskedFor, budget: Budget): Run {
  const { definition } = report;
  const store = new Store(deps.rows);
  let loaded = false;
  const lists = listsOf(deps, neededReports(deps, definition));
  while (run.list < lists.length) {
    const { shop, endpoint, span } = lists[run.list] as (typeof lists)[number];
    loaded = true;
    const progress = syncList(deps, store, shop, endpoint, span, budget);
    run.done = progress.done;
    run.total = progress.total;
    if (progress.finished) run.list++;
    if (budget.spent() || !progress.finished) {
      keepProgress(deps, run);
      return shown(run, report);
    }
  }
  if (loaded) keepProgress(deps, run);
  const result = write(deps, store, report, run.startedAt);
  noteRun(deps, run.reportId, { lastRun: versionText(deps), lastRunId: run.id }, null);
  noteVersion(deps);
  deps.documentState.delete(PREFIX + run.id);
  return shown(run, report, { phase: 'done', finished: true, result });
}

/** Reports whose data a run loads: its own or those that a dashboard's tables are, and what alerts look at. */
export const neededReports = (deps: Deps, definition: AskedReport) => [
  ...(definition.dashboard ? tablesOf(deps, definition) : [definition]),
  ...watchedReports(deps, definition),
];

/** Computes and checks everything, then writes. */
function write(deps: Deps, store: Store, { definition }: AskedFor, began: number): RunResult {
  if (definition.dashboard) return drawDashboard(deps, store, definition);
  const answer = answerReport(deps, store, definition);
  const names = shopFacts(deps, store, definition.shops).map(({ name }) => name);
  const grid = writtenGrid(deps, definition, reportGrid(deps, definition, answer, names), began);
  const tab = deps.sheets.write(definition.id, definition.name, definition.target, grid);
  return {
    sheetId: tab.sheetId,
    sheetName: tab.name,
    rows: grid.rows.length,
    columns: grid.columns.length,
    notes: answer.notes,
  };
}

/** Saves a report and begins a run of it. */
export function startNewRun(
  deps: Deps,
  definition: StoredReport['definition'] | Omit<StoredReport['definition'], 'id'>,
): Run {
  checkReport(deps, withCells(deps, definition));
  return startRun(deps, saveReport(deps, definition).definition.id);
}
