import type { Additivity, FieldType } from '../../shared/field';
import type { Stream } from './stream';

/** What metrics and dimensions are. `catalog/` fills these in as data; the engine knows none of them by name. */

/** A time, number or truth value worked out from a row's stored fields; null where it does not apply. */
export interface Derived {
  /** Of a time that a whole report can go by; others have none. */
  label?: string;
  stream: string;
  needs: readonly string[];
  /**
   * Values in the order of `needs`: numbers for times and truth values (1 and 0), texts otherwise, null for missing; behind
   * them the time at which it is asked.
   */
  of: (...values: (string | number | null)[]) => number | null;
}

interface Described {
  label: string;
  group: string;
  about: string;
}

interface Measured extends Described {
  type: FieldType;
  /** The formula in words. */
  formula: string;
  stream: string;
  /** Field or derived value that places a row in time. */
  time: string;
  /** Only rows where this field or derived value is not missing count. */
  counted?: string;
}

/** Sum of stored amounts or numbers, each with its sign. */
export interface SumMetric extends Measured {
  kind: 'sum';
  terms: readonly { field: string; sign: 1 | -1 }[];
  /** What others count: where no row has a number it is missing, not zero. */
  told?: true;
}
/** Number of rows of the stream. */
export interface RowsMetric extends Measured {
  kind: 'rows';
}
/** Number of different combinations of values; rows without any of them do not count. */
export interface DistinctMetric extends Measured {
  kind: 'distinct';
  fields: readonly string[];
}
/** Least or greatest value of a field. */
export interface ExtremeMetric extends Measured {
  kind: 'min' | 'max';
  field: string;
}
/**
 * A stock: of each shop, the rows of the last day that it has any for (in the range, or in the group's own part of it),
 * added up over everything but time. Whether a row passes other filters has no part in which day is the last.
 */
export interface SnapshotMetric extends Measured {
  kind: 'last';
  field: string;
}
/** Mean of a field or derived value over the rows that have one: of a daily figure over days, one row being one day. */
export interface AverageMetric extends Measured {
  kind: 'average';
  field: string;
  /** How many of the field's units are one of the metric's, such as seconds of an hour. */
  per?: number;
}
/**
 * Number of days of the report that lie in the group's own part of time, where it has any rows: what a figure is divided
 * by to be one of a day.
 */
export interface DaysMetric extends Measured {
  kind: 'days';
}
/**
 * Number of different values whose first counted row in the stored history lies in the range and in the group's own part
 * of it (its day, hour …): `new`; or does not: `returning`. Both together are the distinct count, in every group and total.
 */
export interface FirstTimeMetric extends Measured {
  kind: 'new' | 'returning';
  field: string;
}
/** Quotient of two other metrics, worked out from their values for each group; `per` so many, where it is not one. */
export interface RatioMetric extends Described {
  kind: 'ratio';
  per?: number;
  /** The first one’s part of both together. */
  part?: true;
  type: FieldType;
  formula: string;
  of: readonly [string, string];
}
/** Sum of other metrics that add up, less others; one that has no rows where others have some counts as nothing. */
export interface TotalMetric extends Described {
  kind: 'total';
  type: FieldType;
  formula: string;
  of: readonly string[];
  minus: readonly string[];
}
export type BaseMetric =
  | SumMetric
  | RowsMetric
  | DistinctMetric
  | ExtremeMetric
  | SnapshotMetric
  | AverageMetric
  | DaysMetric
  | FirstTimeMetric;
export type Metric = BaseMetric | RatioMetric | TotalMetric;
/** Metrics that are worked out from others'. */
export const isMade = (metric: Metric): metric is RatioMetric | TotalMetric =>
  metric.kind === 'ratio' || metric.kind === 'total';
/** Those others. */
export const partsOf = (metric: RatioMetric | TotalMetric): readonly string[] =>
  metric.kind === 'ratio' ? metric.of : [...metric.of, ...metric.minus];

/** How values of a kind join over groups of rows, each row being of the metric's own stream. */
export const ADDITIVITY: Record<Metric['kind'], Additivity> = {
  sum: 'additive',
  rows: 'additive',
  distinct: 'unique',
  min: 'unique',
  max: 'unique',
  last: 'unique',
  average: 'ratio',
  days: 'unique',
  new: 'unique',
  returning: 'unique',
  ratio: 'ratio',
  total: 'additive',
};

/** Whether values of a metric can be added up from row to row. */
export const addsUp = ({ kind }: Metric): boolean => kind === 'sum' || kind === 'rows' || kind === 'total';

export type TimePart = 'date' | 'hour' | 'day_of_week' | 'week' | 'month' | 'quarter' | 'year';

/** A field, by its stream. */
export interface Home {
  stream: string;
  field: string;
}
/** A field that one or several streams have: what has one id means the same in all of them. */
export interface FieldDimension extends Described {
  kind: 'field';
  type: FieldType;
  homes: readonly Home[];
  /** In place of its value: the month of the first row with that value and a `time`, in all that is stored; or the months from then on. */
  first?: { part: 'month' | 'since'; time: string };
}
/** A part of the time that places each metric's rows. */
export interface TimeDimension extends Described {
  kind: 'time';
  type: FieldType;
  part: TimePart;
}
/** A fact about the shop that a row belongs to. */
export interface ShopDimension extends Described {
  kind: 'shop';
  type: FieldType;
  fact: 'id' | 'name' | 'region';
}
export type Dimension = FieldDimension | TimeDimension | ShopDimension;

/** Rows of `child` belong to one row of `parent`: dimensions flow down, sums are shared out by `weight`. */
export interface Relation {
  child: string;
  parent: string;
  /** The child's field with the parent's id. */
  childKey: string;
  parentKey: string;
  /** The child's number by which the parent's sums are shared out; without it they can't be. */
  weight?: string;
  /** Days after what it belongs to, at most, that a row comes into being. */
  within?: number;
}

/** All the engine knows of the outside: streams by id, and what can be asked of them. */
export interface Catalog {
  streams: Readonly<Record<string, Stream>>;
  metrics: Readonly<Record<string, Metric>>;
  dimensions: Readonly<Record<string, Dimension>>;
  derived: Readonly<Record<string, Derived>>;
  relations: readonly Relation[];
  /** Time that places a stream's rows where a report has no metric: its own, or that of a stream it belongs to. */
  rowTime: Readonly<Record<string, string>>;
}
