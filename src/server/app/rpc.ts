import type { Api, CallName, Reply, Run } from '../../shared/api';
import { PRESETS } from '../../shared/day';
import { separatorIn } from '../../shared/formula-text';
import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import { fieldInfos, timeInfos } from '../catalog';
import { wordsKey } from '../catalog/labelled';
import { readyText } from '../catalog/ready';
import { sourcesText } from '../catalog/sources';
import { Store } from '../core/store';
import { answerReport } from './answer';
import { cancelBackfill, estimateBackfill, pauseBackfill, startBackfill } from './backfill';
import { budgetOf, INTERACTIVE_MS } from './budget';
import { withCells } from './cell-values';
import { consentLink, disconnect, finishPasted } from './connect';
import { connectionStatus } from './connection-status';
import { newDashboard } from './dashboard';
import { deleteAllData } from './delete-data';
import type { Deps } from './deps';
import { estimateRun } from './estimate-run';
import { importReports } from './import-reports';
import { insertFormula } from './insert-formula';
import { overview } from './overview';
import { quotaInfo } from './quota';
import { finishRecalculation } from './recalculate';
import { workOnBackfill } from './recorded-backfill';
import { noteBegun, noteCancelled, workOn } from './recorded-run';
import { checkedReport, deleteReport, readReport, saveReport } from './reports';
import { runLog } from './run-log';
import { cancelRun, endedRun, startNewRun, startRun, unfinishedRuns } from './runs';
import { checkSchedule, claim, dropOwner } from './schedule-owner';
import { cutStorage, storageOf } from './storage';
import { examine } from './trigger-doctor';
import { unexpected } from './unexpected';
import { setUpkeep } from './upkeep';
import { noteDay } from './version';

/** What answers a call. Anyone who can open our page can call, with anything: inputs are checked before. */
type Answer<Name extends CallName> = (deps: Deps, input: Api[Name]['input']) => Api[Name]['output'];

const HANDLERS: { [Name in CallName]: Answer<Name> } = {
  overview(deps) {
    finishRecalculation(deps);
    noteDay(deps);
    examine(deps);
    return overview(deps);
  },
  views: (deps) => ({ script: deps.views() }),
  catalogue: (deps) => ({
    fields: fieldInfos().map((info) => ({
      ...info,
      about: deps.words(info.about, wordsKey(info.id, info.kind)),
      source: info.kind === 'metric' ? deps.words(info.source, wordsKey(info.id, 'formula')) : info.source,
    })),
    presets: Object.entries(PRESETS).map(([id, label]) => ({ id, label })),
    times: timeInfos(),
    separator: separatorIn(deps.platform.sheetLocale()),
    ready: JSON.parse(deps.words(readyText())) as Api['catalogue']['output']['ready'],
  }),
  consentLink: (deps, { market }) => ({ url: consentLink(deps, market) }),
  finishConnection(deps, { address }) {
    finishPasted(deps, address);
    return overview(deps);
  },
  disconnect(deps, { connection }) {
    disconnect(deps, connection);
    return overview(deps);
  },
  deleteAllData(deps) {
    deleteAllData(deps);
    return HANDLERS.overview(deps, null);
  },
  connectionStatus: connectionStatus,
  startRun(deps, input) {
    if ('reportId' in input) {
      const run = startRun(deps, input.reportId);
      noteBegun(deps, run);
      return run;
    }
    const report = checkedReport(deps, input.report);
    checkSchedule(deps, report.schedule);
    return begin(deps, report);
  },
  insertDashboard: (deps, { dashboard, shop }) => begin(deps, newDashboard(deps, dashboard, shop)),
  continueRun(deps, { runId }) {
    const run = unfinishedRuns(deps).find((one) => one.id === runId);
    if (run) return workOn(deps, run, 'sidebar', budgetOf(deps.clock, INTERACTIVE_MS));
    const ended = endedRun(deps, runId);
    if (!ended) throw new ProblemError('run_gone');
    return ended;
  },
  cancelRun(deps, { runId }) {
    const run = cancelRun(deps, runId);
    noteCancelled(deps, run);
    return run;
  },
  deleteReport(deps, { reportId }) {
    deleteReport(deps, reportId);
    deps.sheets.release(reportId);
    dropOwner(deps, reportId);
    examine(deps);
    return overview(deps);
  },
  importReports(deps, { text }) {
    importReports(deps, text);
    examine(deps);
    return overview(deps);
  },
  estimateBackfill: (deps, { shop, since }) => estimateBackfill(deps, shop, since),
  startBackfill(deps, { shop, since }) {
    const backfill = startBackfill(deps, shop, since);
    examine(deps);
    return backfill;
  },
  continueBackfill: (deps, { shop }) => workOnBackfill(deps, shop, budgetOf(deps.clock, INTERACTIVE_MS)),
  pauseBackfill: (deps, { shop, paused }) => pauseBackfill(deps, shop, paused),
  cancelBackfill: (deps, { shop }) => cancelBackfill(deps, shop),
  setUpkeep(deps, { shop, on }) {
    setUpkeep(deps, shop, on);
    examine(deps);
    return overview(deps);
  },
  answer(deps, { report, rows }) {
    const result = answerReport(deps, new Store(deps.rows), withCells(deps, checkedReport(deps, report)));
    return rows === undefined ? result : { ...result, rows: result.rows.slice(0, rows) };
  },
  estimateRun: estimateRun,
  insertFormula: insertFormula,
  sources: (deps) => JSON.parse(deps.words(sourcesText())) as Api['sources']['output'],
  openExplorer(deps) {
    deps.platform.openExplorer();
    return null;
  },
  storage: (deps) => storageOf(deps),
  cutStorage: (deps, { shop, beforeDay }) => cutStorage(deps, shop, beforeDay),
  places: (deps) => deps.sheets.places(),
  showTab(deps, { reportId }) {
    readReport(deps, reportId);
    const tab = deps.sheets.find(reportId);
    if (!tab) throw new ProblemError('bad_input', { what: 'The report has no tab: run it to get one.' });
    deps.sheets.show(tab);
    return null;
  },
  setSchedule(deps, { reportId, schedule }) {
    const report = checkedReport(deps, { ...readReport(deps, reportId).definition, schedule });
    checkSchedule(deps, report.schedule);
    claim(deps, saveReport(deps, report));
    examine(deps);
    return overview(deps);
  },
  takeSchedule(deps, { reportId }) {
    claim(deps, readReport(deps, reportId), true);
    examine(deps);
    return overview(deps);
  },
  runLog: runLog,
  quota: quotaInfo,
};

/** Saves a report and starts a run of it, which the sidebar then works on. */
function begin(deps: Deps, report: ReportDefinition): Run {
  const run = startNewRun(deps, report);
  claim(deps, readReport(deps, run.reportId));
  noteBegun(deps, run);
  examine(deps);
  return run;
}

const isCall = (name: string): name is CallName => Object.keys(HANDLERS).includes(name);

function dispatch<Name extends CallName>(deps: Deps, name: Name, input: unknown): Api[Name]['output'] {
  const checked = deps.inputs.call(name, input);
  if ('issues' in checked)
    throw new ProblemError('bad_input', {
      what: `The call ${name} has a wrong input: ${checked.issues.join('; ')}.`,
    });
  return HANDLERS[name](deps, checked.value as Api[Name]['input']);
}

/** Every call of the sidebar: a name and JSON in, a `Reply` as JSON out. Never throws. */
export function rpc(deps: Deps, name: unknown, json: unknown): string {
  return JSON.stringify(replyTo(deps, name, json));
}

function replyTo(deps: Deps, name: unknown, json: unknown): Reply<unknown> {
  try {
    if (typeof name !== 'string' || !isCall(name) || typeof json !== 'string')
      throw new ProblemError('bad_input', { what: `There is no call “${String(name).slice(0, 40)}”.` });
    let input: unknown;
    try {
      input = JSON.parse(json);
    } catch {
      throw new ProblemError('bad_input', { what: `The input of ${name} is no JSON.` });
    }
    return { ok: true, value: dispatch(deps, name, input) };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    return { ok: false, problem: unexpected(deps, error) };
  }
}
