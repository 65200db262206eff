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

/** How pages are asked for. */
export interface Endpoint {
  id: string;
  method: 'GET' | 'POST';
  path: string;
  /** May be sent again when no answer came: true for all reads. */
  shopCipher: boolean;
  scope: string;
  scopeLabel: string;
  /** Page size in the query; 0 means one answer without pages. */
  pageSize: number;
  /** Path of the list in the answer. */
  records: string;
  /** Path of a record's id. */
  idPath: string;
  /** The time windows that the endpoint can be asked for; none for a list that is always whole. */
  windows: Partial<Record<WindowKind, WindowParameters>>;
  docs: string;
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
