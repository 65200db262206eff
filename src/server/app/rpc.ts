import * as z from 'zod/mini';
import type { Api, CallName, Reply } from '../../shared/api';
import { PRESETS } from '../../shared/day';
import { ProblemError } from '../../shared/problem';
import type { ReadyReport, Schedule } from '../../shared/report';
import { fieldInfos } from '../catalog';
import { READY_TEXT } from '../catalog/ready/text';
import { Store } from '../core/store';
import { answerReport } from './answer';
import { cancelBackfill, estimateBackfill, pauseBackfill, startBackfill } from './backfill';
import { budgetOf, INTERACTIVE_MS } from './budget';
import { consentLink, disconnect, finishPasted } from './connect';
import { connectionStatus } from './connection-status';
import { deleteAllData } from './delete-data';
import type { Deps } from './deps';
import { importReports } from './import-reports';
import { overview } from './overview';
import { quotaInfo } from './quota';
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

/** Schema of a call's input and what answers it. Anyone who can open our page can call, with anything. */
interface Handler<Name extends CallName> {
  input: () => z.ZodMiniType<Api[Name]['input']>;
  answer: (deps: Deps, input: Api[Name]['input']) => Api[Name]['output'];
}

const nothing = () => z.null();
const id = () => z.string().check(z.minLength(1), z.maxLength(60));
/** A report is validated where it is used, so that every issue can be told at once. */
const reportInput = () =>
  z.custom<Api['answer']['input']['report']>((value) => typeof value === 'object' && value !== null);

const HANDLERS: { [Name in CallName]: Handler<Name> } = {
  overview: {
    input: nothing,
    answer(deps) {
      examine(deps);
      return overview(deps);
    },
  },
  catalogue: {
    input: nothing,
    answer: (deps) => ({
      fields: fieldInfos().map((info) => ({
        ...info,
        about: deps.words(info.about),
        source: deps.words(info.source),
      })),
      presets: Object.entries(PRESETS).map(([id, label]) => ({ id, label })),
      ready: JSON.parse(deps.words(READY_TEXT)) as ReadyReport[],
    }),
  },
  consentLink: {
    input: () => z.strictObject({ market: z.enum(['us', 'global']) }),
    answer: (deps, { market }) => ({ url: consentLink(deps, market) }),
  },
  finishConnection: {
    input: () => z.strictObject({ address: z.string().check(z.minLength(1), z.maxLength(8000)) }),
    answer(deps, { address }) {
      finishPasted(deps, address);
      return overview(deps);
    },
  },
  disconnect: {
    input: () => z.strictObject({ connection: id() }),
    answer(deps, { connection }) {
      disconnect(deps, connection);
      return overview(deps);
    },
  },
  deleteAllData: {
    input: () => z.strictObject({ confirm: z.literal('DELETE') }),
    answer(deps) {
      deleteAllData(deps);
      return HANDLERS.overview.answer(deps, null);
    },
  },
  connectionStatus: { input: nothing, answer: connectionStatus },
  startRun: {
    input: () => z.union([z.strictObject({ report: reportInput() }), z.strictObject({ reportId: id() })]),
    answer(deps, input) {
      if ('reportId' in input) {
        const run = startRun(deps, input.reportId);
        noteBegun(deps, run);
        return run;
      }
      const report = checkedReport(input.report);
      checkSchedule(deps, report.schedule);
      const run = startNewRun(deps, report);
      claim(deps, readReport(deps, run.reportId));
      noteBegun(deps, run);
      examine(deps);
      return run;
    },
  },
  continueRun: {
    input: () => z.strictObject({ runId: id() }),
    answer(deps, { runId }) {
      const run = unfinishedRuns(deps).find((one) => one.id === runId);
      if (run) return workOn(deps, run, 'sidebar', budgetOf(deps.clock, INTERACTIVE_MS));
      const ended = endedRun(deps, runId);
      if (!ended) throw new ProblemError('run_gone');
      return ended;
    },
  },
  cancelRun: {
    input: () => z.strictObject({ runId: id() }),
    answer(deps, { runId }) {
      const run = cancelRun(deps, runId);
      noteCancelled(deps, run);
      return run;
    },
  },
  deleteReport: {
    input: () => z.strictObject({ reportId: id() }),
    answer(deps, { reportId }) {
      deleteReport(deps, reportId);
      dropOwner(deps, reportId);
      examine(deps);
      return overview(deps);
    },
  },
  importReports: {
    input: () => z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(500_000)) }),
    answer(deps, { text }) {
      importReports(deps, text);
      examine(deps);
      return overview(deps);
    },
  },
  estimateBackfill: {
    input: () => z.strictObject({ shop: id(), since: id() }),
    answer: (deps, { shop, since }) => estimateBackfill(deps, shop, since),
  },
  startBackfill: {
    input: () => z.strictObject({ shop: id(), since: z.exactOptional(id()) }),
    answer(deps, { shop, since }) {
      const backfill = startBackfill(deps, shop, since);
      examine(deps);
      return backfill;
    },
  },
  continueBackfill: {
    input: () => z.strictObject({ shop: id() }),
    answer: (deps, { shop }) => workOnBackfill(deps, shop, budgetOf(deps.clock, INTERACTIVE_MS)),
  },
  pauseBackfill: {
    input: () => z.strictObject({ shop: id(), paused: z.boolean() }),
    answer: (deps, { shop, paused }) => pauseBackfill(deps, shop, paused),
  },
  cancelBackfill: {
    input: () => z.strictObject({ shop: id() }),
    answer: (deps, { shop }) => cancelBackfill(deps, shop),
  },
  setUpkeep: {
    input: () => z.strictObject({ shop: id(), on: z.boolean() }),
    answer(deps, { shop, on }) {
      setUpkeep(deps, shop, on);
      examine(deps);
      return overview(deps);
    },
  },
  answer: {
    input: () =>
      z.strictObject({ report: reportInput(), rows: z.exactOptional(z.int().check(z.minimum(1))) }),
    answer(deps, { report, rows }) {
      const result = answerReport(deps, new Store(deps.rows), checkedReport(report));
      return rows === undefined ? result : { ...result, rows: result.rows.slice(0, rows) };
    },
  },
  storage: { input: nothing, answer: (deps) => storageOf(deps) },
  cutStorage: {
    input: () => z.strictObject({ shop: z.nullable(id()), beforeDay: id() }),
    answer: (deps, { shop, beforeDay }) => cutStorage(deps, shop, beforeDay),
  },
  showTab: {
    input: () => z.strictObject({ reportId: id() }),
    answer(deps, { reportId }) {
      readReport(deps, reportId);
      const tab = deps.sheets.find(reportId);
      if (!tab) throw new ProblemError('bad_input', { what: 'The report has no tab: run it to get one.' });
      deps.sheets.show(tab);
      return null;
    },
  },
  setSchedule: {
    input: () => z.strictObject({ reportId: id(), schedule: z.custom<Schedule>() }),
    answer(deps, { reportId, schedule }) {
      const report = checkedReport({ ...readReport(deps, reportId).definition, schedule });
      checkSchedule(deps, report.schedule);
      claim(deps, saveReport(deps, report));
      examine(deps);
      return overview(deps);
    },
  },
  takeSchedule: {
    input: () => z.strictObject({ reportId: id() }),
    answer(deps, { reportId }) {
      claim(deps, readReport(deps, reportId), true);
      examine(deps);
      return overview(deps);
    },
  },
  runLog: { input: nothing, answer: runLog },
  quota: { input: nothing, answer: quotaInfo },
};

const isCall = (name: string): name is CallName => Object.keys(HANDLERS).includes(name);

function dispatch<Name extends CallName>(deps: Deps, name: Name, input: unknown): Api[Name]['output'] {
  const handler: Handler<Name> = HANDLERS[name];
  const parsed = handler.input().safeParse(input);
  if (!parsed.success) {
    const why = parsed.error.issues
      .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
      .join('; ');
    throw new ProblemError('bad_input', { what: `The call ${name} has a wrong input: ${why}.` });
  }
  return handler.answer(deps, parsed.data);
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
