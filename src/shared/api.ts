import type { DashboardId } from './dashboard';
import type { FieldInfo, FieldType } from './field';
import type { Separator } from './formula-text';
import type { Problem } from './problem';
import type { ReadyReport, ReportDefinition, ReportInput, Schedule } from './report';

/** The calls the sidebar may make: name → input → output. All JSON-safe; every answer is wrapped in `Reply`. */
export interface Api {
  /** Everything the first view needs. */
  overview: { input: null; output: Overview };
  /** Script of the views that the page does not show at first: a function's body that returns them by name. */
  views: { input: null; output: { script: string } };
  /** Every metric and dimension. */
  catalogue: { input: null; output: Catalogue };
  /** Link to TikTok's consent page of a market; valid for an hour. */
  consentLink: { input: { market: Market }; output: { url: string } };
  /** The address the user was sent to after consenting, pasted where the return page did not work. */
  finishConnection: { input: { address: string }; output: Overview };
  /** Forgets a connection and its tokens; reports and stored data stay. */
  disconnect: { input: { connection: string }; output: Overview };
  /** Deletes what the file holds for the add-on, and the user's connections; report tabs stay. */
  deleteAllData: { input: { confirm: 'DELETE' }; output: Overview };
  /** How each of the user's connections is. */
  connectionStatus: { input: null; output: ConnectionStatus[] };
  /** Saves the report and starts a run of it, or starts a run of a saved one. */
  startRun: { input: { report: ReportInput } | { reportId: string }; output: Run };
  /** Saves a dashboard of a shop and starts its first run, which loads what it shows and draws its tab. */
  insertDashboard: { input: { dashboard: DashboardId; shop: string }; output: Run };
  /** Works on the run for one slice of time; the caller goes on until `finished`. */
  continueRun: { input: { runId: string }; output: Run };
  cancelRun: { input: { runId: string }; output: Run };
  deleteReport: { input: { reportId: string }; output: Overview };
  /** Saves the reports of a JSON text, all of them or, with every issue told, none. */
  importReports: { input: { text: string }; output: Overview };
  /** What loading a shop's orders from a day on would take; nothing is loaded. */
  estimateBackfill: { input: { shop: string; since: string }; output: BackfillEstimate };
  /** Begins to load a shop's past, three months if no day is named; goes on by `continueBackfill`, or unattended by the hourly trigger. */
  startBackfill: { input: { shop: string; since?: string }; output: Backfill };
  continueBackfill: { input: { shop: string }; output: Backfill };
  pauseBackfill: { input: { shop: string; paused: boolean }; output: Backfill };
  cancelBackfill: { input: { shop: string }; output: Backfill };
  /** Switches a shop's daily upkeep on, which begins with loading about three months, or off. */
  setUpkeep: { input: { shop: string; on: boolean }; output: Overview };
  /** What a report answers from stored data alone: exact values, nothing loaded, nothing written. */
  answer: { input: { report: ReportInput; rows?: number }; output: Answer };
  /** What a run of a report would load, estimated from what is stored; nothing is asked for. */
  estimateRun: { input: { report: ReportInput }; output: RunEstimate };
  /** Enters a report as a formula into the cell with the cursor; only where all the cells of its answer are empty. */
  insertFormula: { input: { report: ReportInput }; output: { tab: string; area: string } };
  /** How far back each stream is told, and how soon. */
  sources: { input: null; output: StreamInfo[] };
  /** Opens the page with all fields, in a dialog beside the sidebar. */
  openExplorer: { input: null; output: null };
  /** How much the hidden tab holds. */
  storage: { input: null; output: Storage };
  /** Removes what changed last before a day (ISO, UTC), of one shop or all. */
  cutStorage: { input: { shop: string | null; beforeDay: string }; output: Storage };
  /** Where a report may be written to. */
  places: { input: null; output: Places };
  /** Brings a report's tab to the front. */
  showTab: { input: { reportId: string }; output: null };
  /** Changes a saved report's schedule, which from then on is the caller's. */
  setSchedule: { input: { reportId: string; schedule: Schedule }; output: Overview };
  /** Makes the caller the one whose trigger refreshes the report. */
  takeSchedule: { input: { reportId: string }; output: Overview };
  /** The last 50 runs in this file, newest first. */
  runLog: { input: null; output: RunLogLine[] };
  quota: { input: null; output: QuotaInfo };
}
export type CallName = keyof Api;

/** What `rpc` returns, as JSON text. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** TikTok has a Partner Center of its own for the US; all other markets share one. */
export type Market = 'us' | 'global';

export interface Shop {
  id: string;
  name: string;
  /** ISO 3166 region, e.g. "US". */
  region: string;
  currency: string;
  /** IANA zone proposed for reports of this shop. */
  zone: string;
  /** Absent for the sample shop. */
  connection?: string;
  /** All that changes is stored daily, whether or not a report asks for it. */
  upkeep?: true;
}

export interface Connection {
  id: string;
  seller: string;
  market: Market;
  state: 'connected' | 'reauthorize';
  /** ISO time at which the authorization ends, if TikTok told. */
  authorizedUntil: string | null;
}

/** Tabs that are not hidden, and the selected cell such as `Sheet!B3`. */
export interface Places {
  tabs: { sheetId: number; name: string }[];
  cell: string;
}

export interface SavedReport {
  definition: ReportDefinition & { id: string };
  /** Tab that holds it; null while it never ran, or when the tab was deleted. */
  tab: { sheetId: number; name: string } | null;
  /** ISO time of the last finished run. */
  lastRun: string | null;
  lastProblem: Problem | null;
}

export interface Setup {
  market: Market;
  /** Script properties that are missing; empty when the app is set up. */
  missing: string[];
  /** Properties that cannot be what they should be. */
  wrong: WrongProperty[];
}

export interface WrongProperty {
  property: string;
  why: string;
}

/** A permission of the app, as TikTok calls it and in words. */
export interface Permission {
  scope: string;
  label: string;
  /** TikTok gives it to few apps, and nothing is wrong without it. */
  optional?: true;
}

/** How a connection is. Times are ISO. */
export interface ConnectionStatus {
  connection: string;
  seller: string;
  market: Market;
  /** Google account that connected; empty where Google does not tell. */
  account: string;
  accessUntil: string;
  authorizedUntil: string | null;
  /** `lists`: what is read with it. `usedBy`: saved reports of its shops that need it. */
  permissions: (Permission & { granted: boolean; lists: string[]; usedBy: string[] })[];
  /** `synced`: up to when every change is stored in this file. */
  shops: { id: string; name: string; region: string; synced: string | null }[];
  /** What is wrong, or about to be, with the one next step; null if all is well. */
  problem: Problem | null;
}

export interface Overview {
  /** Today in UTC, ISO. */
  today: string;
  /** How far the app is set up, for each market. */
  setup: Setup[];
  /** To be enabled for the app in Partner Center. */
  permissions: Permission[];
  /** Address to register as the app's redirect URL. */
  redirectUrl: string;
  connections: Connection[];
  /** The sample shop comes last. */
  shops: Shop[];
  reports: SavedReport[];
  /** A run that was left unfinished, to be offered for going on. */
  unfinished: Run | null;
  schedules?: Schedules;
  /** Pasts that are being loaded, of any shop of this file. */
  backfills: Backfill[];
}

export interface Schedules {
  /** Scheduled reports of this file, whoever owns them. Times are ISO. */
  reports: {
    reportId: string;
    owner: 'you' | 'other' | 'nobody';
    /** As far as the owner let it be known. */
    ownerName: string;
    nextRun: string;
    /** Start of the last run since it was switched on. */
    lastRun: string | null;
    /** Unattended runs that failed in a row. */
    failures: number;
  }[];
  /** What keeps the caller's schedules from running; null if all is well. */
  problem: Problem | null;
}

/** What the add-on has counted of the user's daily quotas, in all files: an estimate, against the limits of consumer accounts. */
export interface QuotaInfo {
  calls: { used: number; limit: number };
  triggerMinutes: { used: number; limit: number };
  /** ISO time until which unattended runs rest because a quota is used up. */
  restsUntil: string | null;
}

export interface RunLogLine {
  /** ISO time of the end. */
  time: string;
  report: string;
  shops: string;
  trigger: 'menu' | 'sidebar' | 'schedule';
  /** ISO time of the start. */
  start: string;
  /** Seconds of work, in all slices. */
  seconds: number;
  /** Requests to TikTok. */
  calls: number;
  /** Rows written to the tab. */
  rows: number;
  outcome: 'done' | 'failed' | 'cancelled';
  problem: string;
  /** TikTok's id of the request that failed. */
  request: string;
}

export interface Catalogue {
  fields: FieldInfo[];
  presets: { id: string; label: string }[];
  ready: readonly ReadyReport[];
  /** Times that all metrics of a report can go by, in place of each its own. */
  times: TimeInfo[];
  /** What separates the arguments of formulas in this file. */
  separator: Separator;
}

export interface TimeInfo {
  id: string;
  label: string;
  /** Streams whose rows have it. */
  streams: string[];
  /** A day, which has no hours. */
  daily: boolean;
}

/** Loading of a shop's past. */
export interface Backfill {
  shop: string;
  /** First day, UTC, ISO. */
  since: string;
  /** Orders loaded so far and, once known, of how many. */
  done: number;
  total: number | null;
  paused: boolean;
  finished: boolean;
}

export interface BackfillEstimate {
  shop: string;
  since: string;
  orders: number;
  /** Requests to TikTok; a consumer account has 20,000 a day for all its scripts. */
  calls: number;
  minutes: number;
  /** Days that it takes unattended, with the trigger time of a consumer account. */
  days: number;
  /** Characters that the store grows by. */
  characters: number;
}

export interface RunEstimate {
  /** Most days that a list lacks. */
  days: number;
  /** Null where nothing is stored to go by. */
  records: number | null;
  calls: number;
  seconds: number;
}

/** A list of TikTok as a field's source, in words. */
export interface StreamInfo {
  id: string;
  label: string;
  history: string;
  freshness: string;
}

/** Exact values as text: money as decimal strings, ids as strings, days and times in ISO form, missing as null. */
export interface Answer {
  columns: { id: string; label: string; type: FieldType; currency?: string }[];
  rows: (string | number | boolean | null)[][];
  notes: string[];
  /** What each row is, where not all are plain ones: the rest beyond a limit, a subtotal, the total. */
  lines?: ('row' | 'other' | 'subtotal' | 'total')[];
}

/** The store's size: a spreadsheet grows heavy from about 10 million characters on. */
export interface Storage {
  characters: number;
  /** First and last day (ISO, UTC) of the records' creation. Damaged ones are kept aside and not read. */
  partitions: {
    shop: string;
    stream: string;
    from: string;
    to: string;
    rows: number;
    characters: number;
    damaged: boolean;
  }[];
  cells: number;
}

export interface Run {
  id: string;
  reportId: string;
  reportName: string;
  phase: 'sync' | 'compute' | 'write' | 'done';
  /** Records loaded so far and, once known, of how many. */
  done: number;
  total: number | null;
  finished: boolean;
  cancelled: boolean;
  problem: Problem | null;
  result: RunResult | null;
}

export interface RunResult {
  sheetId: number;
  sheetName: string;
  /** None for a dashboard, whose tab has many tables. */
  rows: number;
  columns: number;
  /** What the reader of the figures should know: currencies split, days missing … */
  notes: string[];
}
