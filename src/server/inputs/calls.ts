import * as z from 'zod/mini';
import type { Api, CallName } from '../../shared/api';
import { DASHBOARDS } from '../../shared/dashboard';
import type { Schedule } from '../../shared/report';

const nothing = () => z.null();
const id = () => z.string().check(z.minLength(1), z.maxLength(60));
/** A report is checked where it is used, so that every issue can be told at once. */
const reportInput = () =>
  z.custom<Api['answer']['input']['report']>((value) => typeof value === 'object' && value !== null);

/** Schema of each call's input. */
export const CALLS: { [Name in CallName]: () => z.ZodMiniType<Api[Name]['input']> } = {
  overview: nothing,
  views: nothing,
  catalogue: nothing,
  consentLink: () => z.strictObject({ market: z.enum(['us', 'global']) }),
  finishConnection: () => z.strictObject({ address: z.string().check(z.minLength(1), z.maxLength(8000)) }),
  disconnect: () => z.strictObject({ connection: id() }),
  deleteAllData: () => z.strictObject({ confirm: z.literal('DELETE') }),
  connectionStatus: nothing,
  startRun: () => z.union([z.strictObject({ report: reportInput() }), z.strictObject({ reportId: id() })]),
  insertDashboard: () => z.strictObject({ dashboard: z.enum(DASHBOARDS), shop: id() }),
  continueRun: () => z.strictObject({ runId: id() }),
  cancelRun: () => z.strictObject({ runId: id() }),
  deleteReport: () => z.strictObject({ reportId: id() }),
  importReports: () => z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(500_000)) }),
  estimateBackfill: () => z.strictObject({ shop: id(), since: id() }),
  startBackfill: () => z.strictObject({ shop: id(), since: z.exactOptional(id()) }),
  continueBackfill: () => z.strictObject({ shop: id() }),
  pauseBackfill: () => z.strictObject({ shop: id(), paused: z.boolean() }),
  cancelBackfill: () => z.strictObject({ shop: id() }),
  setUpkeep: () => z.strictObject({ shop: id(), on: z.boolean() }),
  answer: () => z.strictObject({ report: reportInput(), rows: z.exactOptional(z.int().check(z.minimum(1))) }),
  sources: nothing,
  openExplorer: nothing,
  estimateRun: () => z.strictObject({ report: reportInput() }),
  insertFormula: () => z.strictObject({ report: reportInput() }),
  storage: nothing,
  cutStorage: () => z.strictObject({ shop: z.nullable(id()), beforeDay: id() }),
  places: nothing,
  showTab: () => z.strictObject({ reportId: id() }),
  setSchedule: () => z.strictObject({ reportId: id(), schedule: z.custom<Schedule>() }),
  takeSchedule: () => z.strictObject({ reportId: id() }),
  runLog: nothing,
  quota: nothing,
};
