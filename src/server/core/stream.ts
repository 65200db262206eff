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
  /**
   * An amount of its row that a report can only count with, never split by: money always is. One that never adds up says
   * what stands for several rows: people, who may be in many of them, as their mean.
   */
  measure?: true | 'average' | 'max';
  /** Of no use to anybody but the store: neither dimension nor column. */
  internal?: true;
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
  /** The later bound is itself part of the window, against the custom. */
  inclusive?: true;
  /** The record's field that the window cuts; pages come in its ascending order. */
  field: string;
  /** Query parameters that ask for that order; none where TikTok sorts as it likes. */
  order: Record<string, string>;
}

interface Asked {
  id: string;
  method: 'GET' | 'POST';
  path: string;
  shopCipher: boolean;
  scope: string;
  scopeLabel: string;
  /** A permission that TikTok gives to few apps: nothing is wrong without it, only this list is not there. */
  optional?: true;
  /** Query parameters of every call, beside those of pages, bounds and order. */
  query?: Readonly<Record<string, string>>;
  /** Body of every call of a POST, beside bounds. */
  body?: Readonly<Record<string, unknown>>;
  /** Records of a page; 0 means one answer without pages. */
  pageSize: number;
  /** Where size and token of a page go; the query where nothing is said. */
  pageIn?: 'body';
  /** Path of the list in the answer; an object there is a list of itself. */
  records: string;
  /** Path of a record's id. */
  idPath: string;
  /** Markets that TikTok does not have it in: nobody asks for it there. */
  notIn?: readonly string[];
  docs: string;
}

/** A list that each record of another has, asked for record by record; it becomes a list in the record, under the name `as`. */
export interface Detail {
  /** `{id}` stands for the record's id. */
  path: string;
  query: Readonly<Record<string, string>>;
  pageSize: number;
  records: string;
  as: string;
  /** Path of an element's id. */
  elementId: string;
}

/** The same of the elements of a day that have something at `where`; each element of it says whose it is as `of`. */
export interface DailyDetail extends Detail {
  where: string;
}

/**
 * A list that is always read whole. What is stored is a `DayRecord`: of the day it was read on (`daily`, which makes
 * a history where TikTok keeps none; a day ends when it ends in UTC and at the shop), or one of day 0 that each reading
 * replaces (`latest`).
 */
export interface WholeEndpoint extends Asked {
  kind: 'whole';
  keep: 'nothing' | 'latest' | 'daily';
  /** Path of an element's id. */
  elementId: string;
  /** Bounds in the body, both included, by which a list too long for one search is cut: a time that never changes. */
  cut?: { since: string; until: string };
  /**
   * Where the list is asked for by ids: those of a stored stream, so many a call, in a list of the body.
   */
  ids?: Owners & { parameter: string; most: number };
  /** Query parameters with today and the day after it, as "2026-01-31". */
  today?: { since: string; until: string };
}

/** Records of a stored stream by which another list is asked for: their ids, but not of rows with such a value in another field. */
interface Owners {
  stream: string;
  field: string;
  except?: { field: string; values: readonly string[] };
}

/**
 * One answer for each record of a stored stream, asked for by its id; what is stored is an `EachRecord`. It is asked for
 * once, and again where `changed`, a time of that record, has moved on.
 */
export interface EachEndpoint extends Asked {
  kind: 'each';
  /** `{id}` of the path. `times`: only of records that have one of these in the range; of all where there are none. */
  of: Owners & { created: string; changed?: string; times?: readonly string[] };
  /** A call for each of many records, for few reports: only these load it. */
  onDemand?: true;
}

/** A list of things that happen: asked for by time windows, read again where they change. */
export interface TimedEndpoint extends Asked {
  kind: 'timed';
  /** Reports need all of it, whatever their days: what other records point at, such as products. */
  always?: true;
  /** Without windows of changes: seconds for which a record may still change after the time of its window. */
  settling?: number;
  detail?: Detail;
  windows: Partial<Record<WindowKind, WindowParameters>>;
}

/**
 * Figures by calendar day of the shop, which TikTok works out some days later and keeps for a while only. Each day is one
 * record of ours, `DayRecord`, with what TikTok lists for it.
 */
export interface DailyEndpoint extends Asked {
  kind: 'daily';
  /** Query parameters with the first day and the day after the last one, as "2026-01-31"; none where `{day}` stands in the path. */
  since?: string;
  until?: string;
  /** Path of the day in a listed element; null where a call is about one day and its elements don't name it. */
  dayPath: string | null;
  /** Path of an element's id. Of two elements with one id and day the later counts. */
  elementId?: string;
  /**
   * Path of the last day that TikTok has figures for, in the answer: days after it come with part of them. Where it is a
   * number, it is a moment of the last day there is. Empty where TikTok does not say.
   */
  latestPath: string;
  /** Days that one call may ask for. */
  most: number;
  /** Days before the last one that may still be corrected. */
  settling: number;
  detail?: DailyDetail;
}

/** How a list is asked for. */
export type Endpoint = WholeEndpoint | TimedEndpoint | DailyEndpoint | EachEndpoint;

/** What is stored of a day (or, as of day 0, of a list as it is now): `day` and `readAt` in unix seconds. `list` is empty where TikTok says nothing. */
export interface DayRecord {
  day: number;
  readAt: number;
  list: unknown[];
}

/** What is stored of an answer about one record: its own fields, and of the record its id, time of creation, and time of its last change (unix seconds). */
export interface EachRecord {
  of: string;
  created: number;
  version: number;
}

/**
 * Each row belongs to one row of another stream, whose `parentKey` (called like it where nothing is said) its `key` names. By `weight`, a number of its own, that
 * one's sums can be shared out. Where both come in lists of their own, it may come into being up to `within` days later.
 */
export interface Belonging {
  stream: string;
  key: string;
  parentKey?: string;
  weight?: string;
  within?: number;
}

export interface Stream {
  id: string;
  label: string;
  /** What its fields are listed under, such as "Order". */
  group: string;
  about: string;
  /** Where TikTok gives it: "All markets." or which not. */
  markets: string;
  /** How far back TikTok tells it, and what becomes of it here. */
  history: string;
  /** How soon it is there. */
  freshness: string;
  /** What of it could be about a person, and what is done with that. */
  privacy: string;
  endpoint: Endpoint;
  /**
   * Path of the inner list whose elements become rows; without it each record is one row. Where lists lie within lists
   * ("skus.stock"), the elements have the keys of those around them too, save for their own of that name. An object counts
   * as a list of itself; with `{}` behind it, as the list of its entries, `{ of, key, value }` (`of` the object's own key),
   * without those that are zero or objects. Of several paths, the elements of all.
   */
  explode?: string | readonly string[];
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
  /** Its amounts and numbers are metrics as they stand, each under the id and in the words of its field. */
  figures?: true;
  /** Currency of this stream's money, as a field. */
  currencyField?: string;
  /** Time that places rows in a report without metrics: a field of these rows, or of what they belong to. */
  rowTime?: string;
  /** What its rows belong to. */
  belongsTo?: readonly Belonging[];
  /** Raised whenever a field is added or its meaning changes: what is stored is then fetched again where it can be. */
  schema: number;
  fields: Readonly<Record<string, StreamField>>;
}

/** "return_id" → "Return ID": the label that an id reads as. */
export const inWords = (id: string): string =>
  id.replace(/_/g, ' ').replace(/\b(?:(?:id|sku|gmv|live)\b|[a-z])/g, (part) => part.toUpperCase());

/** Where most records say when they were created and last changed. */
const USUAL: Pick<Stream, 'createdPath' | 'updatedPath'> = {
  createdPath: 'create_time',
  updatedPath: 'update_time',
};

/**
 * Keeps the literal field names, so that a metric or key that names an unknown field does not compile. Labels and paths
 * that follow from the id are left out by the build: they come back here.
 */
export const defineStream = <const Fields extends Record<string, StreamField>>(
  stream: Omit<Stream, keyof typeof USUAL | 'parentKey'> &
    Partial<typeof USUAL> & {
      fields: Fields;
      primaryKey: keyof Fields;
      parentKey?: keyof Fields & string;
      versionField: keyof Fields;
      currencyField?: keyof Fields;
      belongsTo?: readonly (Belonging & { key: keyof Fields; weight?: keyof Fields })[];
    },
): Stream & { fields: Fields } => ({
  ...USUAL,
  parentKey: stream.primaryKey,
  ...stream,
  fields: Object.fromEntries(
    Object.entries(stream.fields).map(([id, field]) => [
      id,
      { ...field, label: field.label || inWords(id), path: field.path || id },
    ]),
  ) as Fields,
});

/** A row: values in the order of the stream's fields. Money and decimals are decimal strings, times unix seconds. */
export type Value = string | number | boolean | null;
export type Row = Value[];
