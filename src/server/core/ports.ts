/** What the engine and the use cases need from the outside world. Apps Script fills these in `gas/`; all is synchronous. */

import type { Alert } from '../../shared/alert';
import type { Places } from '../../shared/api';
import type { DashboardId } from '../../shared/dashboard';
import type { FieldType } from '../../shared/field';
import type { FormulaText, Separator } from '../../shared/formula-text';
import type { ProblemCode } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';

export interface HttpRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  payload?: string;
}
export interface HttpReply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}
/** A request that got no answer at all. `text` never holds the request's address: it carries secrets. */
export interface HttpFailure {
  failure: 'network' | 'quota_day' | 'quota_short' | 'not_allowed';
  text: string;
}
export type HttpOutcome = HttpReply | HttpFailure;
export interface Http {
  /** Sends all at once; answers in order. */
  fetchAll(requests: readonly HttpRequest[]): HttpOutcome[];
}

/** The sample shop: what TikTok would answer a call about it. `now` in milliseconds since 1970. */
export type SampleShop = (call: {
  method: string;
  path: string;
  query: Record<string, string>;
  body?: unknown;
  now: number;
}) => { status: number; body: string };

/** Checks of what comes from the page or a file; `issues` are told in words. */
export interface Inputs {
  call(name: string, input: unknown): { value: unknown } | { issues: string[] };
  report(input: unknown): { report: ReportDefinition } | { issues: string[] };
  formula(report: ReportDefinition, separator: Separator): FormulaText;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): void;
}

export interface Zones {
  /** Seconds that the zone is ahead of UTC at a unix time. Throws ProblemError `unknown_zone`. */
  offset(zone: string, time: number): number;
}

export interface Random {
  /** A new id of 32 hexadecimal digits. */
  id(): string;
  /** 0 ≤ x < 1. */
  next(): number;
}

/** Small values by key; a value is at most 9 KB on Apps Script. */
export interface State {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
  /** All values whose keys begin so, by the rest of the key: one call of the platform, however many there are. */
  all(prefix: string): Record<string, string>;
}

export interface Lock {
  /** Runs the work alone; null when the lock was not to be had in time. */
  alone<T>(waitMs: number, work: () => T): { value: T } | null;
}

export interface Log {
  info(text: string): void;
}

/** Address of one stored piece: a shop's records of one stream and some UTC days of their creation (`layout.ts`). */
export interface PartitionKey {
  shop: string;
  stream: string;
  partition: string;
}
/** Stands for the schema where this part of the index was damaged. */
export const UNREADABLE = -1;
/** What the store knows of a partition without decoding it. */
export interface PartitionInfo extends PartitionKey {
  rows: number;
  /** Least and greatest value of each time field, unix seconds. */
  times: Record<string, [number, number]>;
  /** The stream's schema when it was written, or UNREADABLE. */
  schema: number;
  /** Length of the payload. */
  characters: number;
}
export interface Partition {
  info: PartitionInfo;
  payload: string;
}
/**
 * The stored rows. `write` takes effect as a whole or not at all, as far as the platform allows: pieces replace
 * those with the same key, removed ones go, notes (small JSON texts such as sync checkpoints) are written with them.
 */
export interface Rows {
  index(): PartitionInfo[];
  /**
   * Payloads in order of the keys, sound or not; null where nothing is stored. `anew`: as it is stored now,
   * whatever was read of the index before.
   */
  read(keys: readonly PartitionKey[], anew?: boolean): (string | null)[];
  note(key: string): string | null;
  /** Throws ProblemError `too_many_cells` before anything is changed. */
  write(
    partitions: readonly Partition[],
    notes: Record<string, string>,
    removed?: readonly PartitionKey[],
  ): void;
  /** Cells of the spreadsheet that the store takes up, empty ones included. */
  cells(): number;
  /** Deletes everything, notes too. */
  clear(): void;
}

/** A cell as it is written: text, number or truth value; null leaves the cell empty. Dates are serial day numbers. */
export type Cell = string | number | boolean | null;
export interface GridColumn {
  /** By which the column is found again. */
  id: string;
  header: string;
  note: string;
  /** Number format; '@' keeps text as text. */
  format: string;
  /** Pixels, for a tab that is written for the first time. */
  width: number;
}
export interface Grid {
  columns: GridColumn[];
  rows: Cell[][];
  /** Where each row goes in a table whose other rows stay, counted from 0, ascending; and how many it then has. */
  kept?: { at: number[]; height: number };
}
export interface SheetTab {
  sheetId: number;
  name: string;
}
export type Target = ReportDefinition['target'];
/** Why nothing was written; as data, from code that has no texts. */
export interface Refusal {
  code: ProblemCode;
  details: Record<string, string>;
}
/** The tables of reports, found by developer metadata, never by a name. */
export interface Tabs {
  find(reportId: string): SheetTab | null;
  /** Values of some columns of a report's table as it stands; null for a column, or a table, that is not there. */
  rows(
    reportId: string,
    columns: readonly string[],
  ): { tab: string; height: number; cells: (unknown[] | null)[] } | null;
  /**
   * Writes a report's table where it stands, or begins one. Throws, before anything is changed, `too_many_cells`,
   * `tab_protected`, `cells_protected`, `cells_merged`, `cell_overlap`, `heading_gone`, `bad_input`.
   */
  write(reportId: string, name: string, target: Target, grid: Grid): SheetTab;
  /** The report's tab, or a new one that holds no table; throws `too_many_cells` where so many cells have no room. */
  claim(reportId: string, name: string, size: { rows: number; columns: number }): SheetTab;
  /** The table's cells are the user's from now on. */
  release(reportId: string): void;
  /** Tabs to choose from, and the selected cell as `Sheet!B3`. */
  places(): Places;
  show(tab: SheetTab): void;
}
export interface Sheets extends Tabs {
  /** Values of a range of the user's own, such as `Rates!A2:C`; null where there is none of that name. */
  values(range: string): unknown[][] | null;
  /** Writes into the cell of the name TIKTOKSHOP_VERSION: formulas that name it are worked out anew. False where there is none. */
  noteVersion(text: string): boolean;
}

/** Formulas of the user's own. */
export interface FormulaCells {
  /**
   * Those that match, in all tabs; `word` stands in each of them, in whatever case. `set` throws where the cell may not be
   * changed by this user.
   */
  find(word: string, match: RegExp): { tab: string; formula: string; set(formula: string): void }[];
  /** So many cells from the cursor on (A1 notation), with those that are not empty; `enter` writes into the first, and makes room for all. */
  current(
    rows: number,
    columns: number,
  ): { tab: string; area: string; filled: string[]; enter(formula: string): void };
  /** Makes the cell of the name TIKTOKSHOP_VERSION where there is none, in a hidden tab of its own. */
  makeVersion(text: string): void;
  /** Returns when all that was written counts: Google puts writes off. */
  settle(): void;
}

/** What a table of a dashboard asks for: arguments of the formula, but for what the tab's own cells say. */
export interface DashboardTable {
  metrics: string;
  dimensions: string;
  filters: string;
  /** With the comparison that cells begin with. */
  options: string;
}
export interface DashboardFacts {
  /** Names by which formulas know the shops, the first being the one that shows. */
  shops: readonly string[];
  /** IANA zone that the cells begin with. */
  zone: string;
  /** Number formats of each table's columns. */
  formats: readonly (readonly string[])[];
}
/** Ready tabs with charts. */
export interface Dashboards {
  name(id: DashboardId): string;
  /** The days that the tab's cells begin with. */
  days: string;
  tables(id: DashboardId): DashboardTable[];
  /** Draws into a tab that was claimed for a report; one that is drawn already stays as its user left it. */
  draw(tab: SheetTab, id: DashboardId, facts: () => DashboardFacts): void;
}

/** A report's answer: exact texts, as `core/result.ts` has them. */
export interface Answered {
  columns: readonly { id: string; label: string; type: FieldType; currency?: string }[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
}
/** What an alert looks at, answered. */
export interface Watched extends Answered {
  alert: Alert;
  /** The metric's. */
  label: string;
}
export interface Letter {
  subject: string;
  text: string;
  html: string;
}
/** Mails about a report; `document` is the spreadsheet's name and address. */
export interface Notices {
  /** Null where no alert found anything. */
  alert(report: string, watched: readonly Watched[], document: string): Letter | null;
  table(report: string, answer: Answered, document: string): Letter;
}
