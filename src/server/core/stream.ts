/** What a stream is: one list that TikTok serves, and the rows we make of it. `streams/` fills these in as data. */

export interface StreamField {
  /** Dotted path in the record; `^.` starts at the parent of an exploded element. */
  path: string;
  /**
   * Stored as: `id`/`text` text, `time` unix seconds, `day` unix seconds of the UTC midnight that begins a calendar day
   * (of the shop's own calendar: it belongs to no zone), `integer`, `boolean`, `decimal`/`money` exact decimal,
   * `hash` text that is stored only as a salted hash.
   */
  type: 'id' | 'text' | 'time' | 'day' | 'integer' | 'boolean' | 'decimal' | 'money' | 'hash';
  label: string;
  about: string;
  /** The stream's schema since which stored values have this meaning: older ones count as missing. */
  since?: number;
  /** Where one path is not enough: the value from the record (and its parent). */
  pick?: (record: unknown, parent: unknown) => unknown;
}

/** By which time a window cuts the list: when a record was created, or last updated. */
export type WindowKind = 'created' | 'updated';
export interface WindowParameters {
  /** Names of the bounds: `[since, until)`, unix seconds; in the body of a POST, in the query of a GET. */
  since: string;
  until: string;
  /** The record's field that the window cuts; pages come in its ascending order. */
  field: string;
  /** Query parameters that ask for that order. */
  order: Record<string, string>;
}

interface Asked {
  id: string;
  method: 'GET' | 'POST';
  path: string;
  shopCipher: boolean;
  scope: string;
  scopeLabel: string;
  /** Page size in the query; 0 means one answer without pages. */
  pageSize: number;
  /** Path of the list in the answer. */
  records: string;
  /** Path of a record's id. */
  idPath: string;
  docs: string;
}

/** A list that is always read whole. */
export interface WholeEndpoint extends Asked {
  kind: 'whole';
}

/** A list of things that happen: asked for by time windows, read again where they change. */
export interface TimedEndpoint extends Asked {
  kind: 'timed';
  windows: Partial<Record<WindowKind, WindowParameters>>;
}

/**
 * Figures by calendar day of the shop, which TikTok works out some days later and keeps for a while only. Each day is one
 * record of ours, `DayRecord`, with what TikTok lists for it.
 */
export interface DailyEndpoint extends Asked {
  kind: 'daily';
  /** Query parameters with the first day and the day after the last one, as "2026-01-31". */
  since: string;
  until: string;
  query: Record<string, string>;
  /** Path of the day in a listed element. */
  dayPath: string;
  /** Path of the last day that TikTok has figures for; days after it come with part of them. */
  latestPath: string;
  /** Days that one call may ask for. */
  most: number;
  /** Days before the last one that may still be corrected. */
  settling: number;
}

/** How a list is asked for. */
export type Endpoint = WholeEndpoint | TimedEndpoint | DailyEndpoint;

/** What is stored of a day: `day` and `readAt` in unix seconds. `list` is empty where TikTok says nothing of the day. */
export interface DayRecord {
  day: number;
  readAt: number;
  list: unknown[];
}

export interface Stream {
  id: string;
  label: string;
  about: string;
  endpoint: Endpoint;
  /** Path of the inner list whose elements become rows; without it each record is one row. */
  explode?: string;
  primaryKey: string;
  /** Rows of one parent are replaced together, by this field; itself for a stream of whole records. */
  parentKey: string;
  /** Path (in the record) of the immutable time that decides the partition. */
  createdPath: string;
  /** Path (in the record) of the time of its last change. */
  updatedPath: string;
  /** Field with the time of the last change: the newest wins. */
  versionField: string;
  /** Field by whose time rows grow old, where that is not their last change. */
  ageField?: string;
  /** Currency of this stream's money, as a field. */
  currencyField?: string;
  /** Raised whenever a field is added or its meaning changes: what is stored is then fetched again where it can be. */
  schema: number;
  fields: Readonly<Record<string, StreamField>>;
}

/** Keeps the literal field names, so that a metric or key that names an unknown field does not compile. */
export const defineStream = <const Fields extends Record<string, StreamField>>(
  stream: Stream & {
    fields: Fields;
    primaryKey: keyof Fields;
    parentKey: keyof Fields;
    versionField: keyof Fields;
    currencyField?: keyof Fields;
  },
): Stream & { fields: Fields } => stream;

/** A row: values in the order of the stream's fields. Money and decimals are decimal strings, times unix seconds. */
export type Value = string | number | boolean | null;
export type Row = Value[];
