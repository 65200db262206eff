// The contract of the local Apps Script runtime: the built bundle runs in a bare V8 realm against doubles of
// Google's services that refuse what Google refuses, and what Google merely tolerates. All of it is synchronous.
//
// `import { createRuntime } from './runtime/runtime.ts'`
//
// HTTP blocks this thread until the answer is there: a server on loopback must live in another process or
// worker thread (or give a function as the host, which needs no network at all).

/** A person, by e-mail address. */
export type User = string;

/** What Google allows each user for 24 hours. */
export type Quota = 'urlfetch' | 'properties' | 'email' | 'trigger runtime';

/** What Apps Script calls ScriptApp.AuthMode. */
export type Mode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/**
 * Why an execution runs. It decides the default mode and limit, and whether there is a user interface:
 * 'menu', 'rpc' and 'open' have one; 'trigger' and 'callback' (`/usercallback`) have none.
 */
export type Source = 'menu' | 'rpc' | 'open' | 'trigger' | 'callback' | 'formula' | 'editor';

export interface HostRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

export interface HostResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Where a host's requests go: a loopback origin, or a function called in this thread. */
export type HostTarget = string | ((request: HostRequest) => HostResponse);

export interface RuntimeOptions {
  /** Folder with Code.js, *.html and appsscript.json. Default 'dist'. */
  readonly dist?: string;
  /** File name → text, instead of `dist`. Several `.js` files share one global scope, as in Apps Script. */
  readonly files?: Readonly<Record<string, string>>;
  /** 'open-api.example.com' → 'http://127.0.0.1:4000'. Used after the https and urlFetchWhitelist checks. */
  readonly hosts?: Readonly<Record<string, HostTarget>>;
  /** Start of the virtual clock, ms since 1970. */
  readonly now?: number;
  readonly scriptProperties?: Readonly<Record<string, string>>;
  /** Default 'bound'. An add-on may have one clock trigger per user and document, at most hourly. */
  readonly installedAs?: 'bound' | 'addon';
  /** Decides the daily quotas. Default 'consumer'. */
  readonly account?: 'consumer' | 'workspace';
  /** The CPU time of the script's own code passes on the virtual clock, too: for measuring, not for tests. */
  readonly countCpu?: boolean;
}

/** One call of a service, as it is about to happen or as it happened. */
export interface ServiceCall {
  /** 1 for the first call of the execution; what `killAt` counts. */
  readonly n: number;
  /** The Apps Script class: 'Range', 'Properties', 'UrlFetchApp' … */
  readonly service: string;
  readonly method: string;
  /** The arguments in short, for reading. */
  readonly args: string;
  /** What of a tab it was called on: 'Sales!A1:C5', or the tab's name; undefined for anything else. */
  readonly on: string | undefined;
  /** Whether the call changes anything outside the script's own memory. */
  readonly writes: boolean;
  /** Virtual ms the call took. */
  readonly costMs: number;
  /** Characters of its answer as JSON; counted for custom functions alone. */
  readonly answered?: number;
  /** Virtual time at which it began. */
  readonly at: number;
}

export interface DialogAnswer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

interface Hooks {
  /**
   * Called before each service call takes effect. It may run other executions (two runs at once) or throw:
   * the message becomes the exception that the script sees, and the call has no effect.
   */
  readonly beforeCall?: (call: ServiceCall) => void;
  /** Answers `ui.alert` and `ui.prompt`. Without it they are closed. */
  readonly answerDialog?: (dialog: { title: string; message: string; buttons: string }) => DialogAnswer;
}

export interface RunOptions {
  readonly user: User;
  /** The spreadsheet the execution belongs to; without it there is no active spreadsheet. */
  readonly document?: string;
  /** Default 'menu'. */
  readonly source?: Source;
  /** Default by source: open LIMITED, formula CUSTOM_FUNCTION, all others FULL. */
  readonly mode?: Mode;
  /** Default by source: open and formula 30 s, all others 6 minutes. */
  readonly limitMs?: number;
  /** Kills the execution at its n-th service call, before the call's effect. */
  readonly killAt?: number;
  readonly hooks?: Hooks;
}

export interface Page {
  readonly title: string;
  readonly html: string;
}

export interface ScriptError {
  /** 'Exception' for what a service throws, else the error's own name. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export interface Execution {
  readonly functionName: string;
  readonly user: User;
  /** A copy: arrays, plain objects, Dates. HtmlOutput becomes a Page. Absent if it threw or was killed. */
  readonly value?: unknown;
  readonly error?: ScriptError;
  /** Ended from outside: `killAt`, a time limit or a used-up quota of run time. No clean-up code had any effect. */
  readonly killed: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly calls: readonly ServiceCall[];
  readonly log: readonly { level: string; text: string; at: number }[];
  readonly toasts: readonly { message: string; title: string }[];
  /** What showSidebar left open, and the dialogs in order. */
  readonly sidebar?: Page;
  readonly dialogs: readonly Page[];
  /** `ui.alert` and `ui.prompt`, in order. */
  readonly alerts: readonly { title: string; message: string }[];
}

/** '' is an empty cell. Errors of formulas are strings such as '#ERROR!'. */
export type CellValue = string | number | boolean | Date;

export interface MetadataView {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  /** 1-based, for ROW and COLUMN. */
  readonly index?: number;
}

export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  color?: string;
  background?: string;
  align?: string;
  verticalAlign?: string;
  wrap?: string;
  fontSize?: number;
  fontFamily?: string;
  fontLine?: string;
}

export interface CellView {
  readonly value: CellValue;
  readonly display: string;
  readonly format: string;
  readonly formula: string;
  readonly note: string;
  /** What a formula's error says on hovering. */
  readonly error?: string;
  readonly style: Readonly<CellStyle>;
}

/** A tab as its user sees it and edits it. Ranges are A1 notation; without one: A1 to the last row and column. */
export interface TabView {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels, one for each column. */
  readonly columnWidths: readonly number[];
  readonly metadata: readonly MetadataView[];
  readonly protections: readonly { description: string; warningOnly: boolean; range: string | null }[];
  /** A1 notation of the filter's range, or null. */
  readonly filter: string | null;
  /** Ranges in A1 notation; those of other tabs with their names. */
  readonly charts: readonly ChartView[];
  /** A list of texts, or null where a date is asked for. */
  readonly validations: readonly { range: string; list: readonly string[] | null; allowInvalid: boolean }[];
  readonly conditionalFormats: readonly ConditionalFormatView[];
  values(range?: string): CellValue[][];
  display(range?: string): string[][];
  formats(range?: string): string[][];
  formulas(range?: string): string[][];
  notes(range?: string): string[][];
  styles(range?: string): CellStyle[][];
  cell(a1: string): CellView;

  // What a person does by hand. Typing is parsed like typing; '' empties the cell.
  type(a1: string, text: string): void;
  setFormat(range: string, format: string): void;
  setNote(a1: string, note: string): void;
  setStyle(range: string, style: CellStyle): void;
  setColumnWidth(column: number, pixels: number): void;
  insertRows(before: number, count?: number): void;
  deleteRows(first: number, count?: number): void;
  insertColumns(before: number, count?: number): void;
  deleteColumns(first: number, count?: number): void;
  createFilter(range: string): void;
  merge(range: string): void;
  /** Of a range or, null, the whole tab; `editors` may edit it besides the file's owner. */
  protect(range: string | null, editors: readonly User[]): void;
  /** Drags columns to where column `before` is. */
  moveColumns(first: number, count: number, before: number): void;
  nameRange(name: string, range: string): void;
  rename(name: string): void;
  /** 0-based position among the tabs. */
  moveTo(position: number): void;
  setHidden(hidden: boolean): void;
  /** Brings the tab to the front and selects a cell of it. */
  activate(a1?: string): void;
  /** 'Copy of …', with formats, notes and metadata; returns the copy. */
  duplicate(): TabView;
  delete(): void;
}

export interface ChartView {
  /** Google's name of it, such as LINE. */
  readonly type: string;
  readonly ranges: readonly string[];
  /** First lines of the ranges that name the series. */
  readonly headers: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** Cell of its top left corner. */
  readonly row: number;
  readonly column: number;
}

/** A colour scale from the least to the greatest number, or a look of the numbers on one side of a bound. */
export interface ConditionalFormatView {
  readonly ranges: readonly string[];
  readonly gradient: { readonly min: string; readonly max: string } | null;
  readonly condition: {
    readonly kind: 'less' | 'greater';
    readonly than: number;
    readonly style: CellStyle;
  } | null;
}

export interface DocumentView {
  readonly id: string;
  readonly name: string;
  readonly owner: User;
  readonly timeZone: string;
  readonly locale: string;
  /** Counts against the limit of 10 million: empty cells count. */
  readonly cellCount: number;
  readonly tabs: readonly TabView[];
  /** Id of the tab in front. */
  readonly activeTab: number;
  readonly metadata: readonly MetadataView[];
  readonly namedRanges: readonly { name: string; tab: string; range: string }[];
  /** By name or id; throws if there is none. */
  tab(nameOrId: string | number): TabView;
  addTab(name: string): TabView;
}

export interface MenuItem {
  readonly label: string;
  readonly functionName?: string;
  readonly items?: readonly MenuItem[];
}

interface TriggerView {
  readonly uid: string;
  readonly functionName: string;
  readonly user: User;
  readonly document: string | null;
  readonly dueAt: number;
  readonly disabled: boolean;
}

/** All state as one JSON text; equal texts are equal states. */
type Snapshot = string;

export interface Runtime {
  readonly clock: {
    now(): number;
    /** Lets time pass. Runs no triggers: see `tick`. */
    advance(ms: number): void;
  };
  readonly scriptId: string;
  /** What google.script.run can see: functions declared at the top level, without a trailing `_`. */
  readonly publicFunctions: readonly string[];

  createSpreadsheet(options: { owner: User; name?: string; timeZone?: string; locale?: string }): string;
  document(id: string): DocumentView;
  documentIds(): string[];

  /** Runs one function in a fresh realm. Never throws for what the script does: see `error`. */
  run(functionName: string, args: readonly unknown[], options: RunOptions): Execution;
  /** onOpen as on opening the file; the menu it built. Formulas with custom functions are calculated again. */
  openDocument(document: string, user: User): { menu: readonly MenuItem[]; execution: Execution };
  /** By label, or by path for sub-menus: 'Tools/Check'. Opens the document first if the user has not. */
  clickMenu(document: string, user: User, label: string, options?: Partial<RunOptions>): Execution;
  /** google.script.run: the carrying rules hold for arguments and result. */
  serverCall(
    document: string,
    user: User,
    functionName: string,
    args: readonly unknown[],
    options?: Partial<RunOptions>,
  ): Execution;
  /** A browser arriving at `/usercallback?state=…`: checks and uses up the state token, runs its callback. */
  visit(url: string, user: User, options?: Partial<RunOptions>): { html: string; execution?: Execution };
  /** Lets `ms` pass (default 0) and runs every clock trigger that falls due, in order, each at its time. */
  tick(ms?: number, options?: Partial<RunOptions>): Execution[];
  /** Calculates every formula anew, custom functions included, as on opening the file again. */
  recalculate(document: string): Execution[];

  triggers(): TriggerView[];
  /** Properties as stored, for asserting what is (not) in them. */
  properties(scope: 'script' | { user: User } | { document: string }): Record<string, string>;
  mails(): readonly { to: string; subject: string; body: string; html?: string; from: User; at: number }[];
  /** Withdraws or gives back a user's consent to the script. Triggers go on firing, as Google's do. */
  setAuthorized(user: User, authorized: boolean): void;
  /** Uses up a daily quota, as other scripts of the user do. */
  useUp(user: User, quota: Quota): void;
  /** Whether the add-on has been used in this file; until then onOpen runs in mode NONE (add-on only). */
  setEnabled(document: string, enabled: boolean): void;

  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Ends the HTTP thread. Needed only where the process should stay free of idle threads. */
  close(): void;
}
