// A spreadsheet as plain JSON data. Each row keeps one sparse array per property, so that inserting or deleting
// a column is a splice and a tab with values only stays small.
import type { CellStyle } from '../types';

/** Dates are serial numbers whose format is a date format, as in Sheets itself. null is an empty cell. */
export type Primitive = string | number | boolean | null;

export interface RowState {
  values: Primitive[];
  formats?: (string | null)[];
  formulas?: (string | null)[];
  notes?: (string | null)[];
  styles?: (CellStyle | null)[];
  /** What a formula's error says on hovering. */
  errors?: (string | null)[];
  /** 'row,column' of the formula whose array covers this cell. */
  spilledFrom?: (string | null)[];
}

export const rowProperties = [
  'values',
  'formats',
  'formulas',
  'notes',
  'styles',
  'errors',
  'spilledFrom',
] as const;

/** 1-based, like everything that names a cell. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface ProtectionState {
  id: number;
  description: string;
  warningOnly: boolean;
  /** Who may edit it besides the file's owner; null: everybody. */
  editors: string[] | null;
  /** null protects the whole tab. */
  area: Area | null;
}

export interface ChartState {
  id: number;
  /** Name of Google's chart type, such as LINE. */
  type: string;
  ranges: { tab: number; area: Area }[];
  /** First lines of the ranges that name the series. */
  headers: number;
  options: Record<string, unknown>;
  row: number;
  column: number;
}

export interface ValidationState {
  area: Area;
  /** Texts of a list, or null where a date is asked for. */
  list: string[] | null;
  allowInvalid: boolean;
  help: string | null;
}

/** A colour scale from the least to the greatest number, or a look of the numbers on one side of a bound. */
export interface ConditionalFormatState {
  areas: Area[];
  gradient: { min: string; max: string } | null;
  condition: { kind: 'less' | 'greater'; than: number; style: CellStyle } | null;
}

export interface TabState {
  id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  rows: (RowState | null)[];
  /** Column → pixels, where not the default. */
  widths: Record<number, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  protections: ProtectionState[];
  filter: Area | null;
  merges: Area[];
  bandings: Area[];
  charts: ChartState[];
  validations: ValidationState[];
  conditionalFormats: ConditionalFormatState[];
  color: string | null;
  /** The cell with the cursor, where it is not A1. */
  current?: { row: number; column: number };
}

export interface MetadataState {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  location: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  tab: number | null;
  index: number | null;
}

/** What a custom function answered for one list of arguments; Sheets asks again only when these change. */
export interface CustomCall {
  result?: unknown;
  error?: string;
}

export interface DocumentState {
  id: string;
  name: string;
  owner: string;
  timeZone: string;
  locale: string;
  tabs: TabState[];
  metadata: MetadataState[];
  namedRanges: { name: string; tab: number; area: Area }[];
  nextId: number;
  /** Id of the tab that is in front. */
  activeTab: number;
  /** Whether the add-on has been used in this file. */
  enabled: boolean;
  customCalls: Record<string, CustomCall>;
  /** Something changed since formulas were calculated. */
  stale: boolean;
  /** Some custom function is still 'Loading...': it runs when the current execution is over. */
  awaiting: boolean;
}
