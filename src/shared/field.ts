/** What a field is: the words a picker, a header note and the generated field list share. */

/** Type of a field's values as stored and shown. Money is a decimal string with a currency beside it. */
export type FieldType =
  | 'id'
  | 'text'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'time'
  | 'date'
  | 'currency';

/** How values of a metric join: `additive` sums add up over any grouping; `unique` and `ratio` are recomputed from rows. */
export type Additivity = 'additive' | 'unique' | 'ratio';

/** A metric or dimension as a user meets it. JSON-safe. */
export interface FieldInfo {
  id: string;
  label: string;
  kind: 'metric' | 'dimension';
  group: string;
  type: FieldType;
  /** One or two sentences in plain words. */
  about: string;
  /** Where the value comes from: TikTok's field, or the formula of a metric in words. */
  source: string;
  additivity?: Additivity;
  /** Metric: the default time that places it in a date range. */
  timeField?: string;
  /** Metric: the streams it is counted on. Dimension: every stream whose rows have it, if only by what they belong to. */
  streams: string[];
  /** Metric: for each of its streams, the rows it can be counted by or shared out to, nearest first. */
  grains?: string[][];
  /** Metric: streams whose rows belong to its rows, though nothing says how to share it out to them. */
  finer?: string[];
  /** Metric: placed by whole days. Dimension: tells less than a day. */
  daily?: boolean;
  /** Metric: its values can be added up from row to row. */
  addsUp?: boolean;
  /** Dimension: a part of the time that each metric goes by. */
  timePart?: boolean;
}
