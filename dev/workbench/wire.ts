// What the workbench's server and its page say to each other. JSON-safe.
import type { CellStyle, MenuItem } from '../runtime/types';

export interface TabSummary {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly protected: boolean;
  readonly filter: string | null;
  readonly charts: readonly DrawnChart[];
}

/** A chart with its numbers; places in pixels from the cell of its top left corner. */
export interface DrawnChart {
  /** Google's name of it, such as LINE. */
  readonly type: string;
  readonly title: string;
  readonly stacked: boolean;
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** Something the script showed to its user. Numbers rise, so that a page knows what it has shown. */
export type Message = { readonly id: number; readonly title: string } & (
  | { readonly kind: 'toast' | 'alert'; readonly text: string }
  | { readonly kind: 'dialog'; readonly page: number }
);

/** One execution, as the activity list shows it. */
export interface Activity {
  readonly id: number;
  readonly name: string;
  readonly source: string;
  readonly startedAt: number;
  readonly ms: number;
  readonly calls: number;
  readonly error: string | null;
  readonly log: readonly string[];
}

/** All that the page shows besides cells. */
export interface View {
  /** Rises whenever the spreadsheet may have changed. */
  readonly revision: number;
  /** Virtual time, ms. */
  readonly now: number;
  readonly fileName: string;
  readonly tabs: readonly TabSummary[];
  readonly activeTab: number;
  readonly menus: readonly MenuItem[];
  readonly sidebar: { readonly page: number; readonly title: string } | null;
  readonly messages: readonly Message[];
  readonly activity: readonly Activity[];
}

/** A cell that holds or shows something. Short names: a window of rows has thousands of them. */
export interface WireCell {
  /** Displayed text. */
  readonly t: string;
  /** Number, boolean or error; absent for text. */
  readonly k?: 'n' | 'b' | 'e';
  /** Style. */
  readonly s?: CellStyle;
  /** Note, or what a formula's error says. */
  readonly n?: string;
}

/** Rows `first` … of a tab; an empty cell is 0, and a row ends with its last cell. */
export interface Cells {
  readonly tab: number;
  readonly first: number;
  readonly revision: number;
  readonly rows: readonly (readonly (WireCell | 0)[])[];
}

/** One cell in full, for the formula bar. */
export interface CellInFull {
  /** What a person would have to type to get the cell. */
  readonly text: string;
  readonly format: string;
  readonly error: string | null;
}

/** What the page may ask for: POST /do/<name>. */
export interface Deeds {
  menu: { path: string };
  type: { tab: number; a1: string; text: string };
  pass: { ms: number };
  showTab: { tab: number };
  addTab: Record<string, never>;
  renameTab: { tab: number; name: string };
  hideTab: { tab: number };
  setWidth: { tab: number; column: number; pixels: number };
  deleteTab: { tab: number };
  closeSidebar: Record<string, never>;
  recalculate: Record<string, never>;
}
export type DeedName = keyof Deeds;

/** google.script.run: what a page of the script posts, and the answer. */
export interface CallRequest {
  readonly functionName: string;
  readonly args: readonly unknown[];
}
export type CallAnswer =
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };
