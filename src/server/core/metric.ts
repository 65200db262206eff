import type { FieldType } from '../../shared/field';
import type { Stream } from './stream';

/** What metrics and dimensions are. `catalog/` fills these in as data; the engine knows none of them by name. */

/** A time or truth value worked out from a row's stored fields; null where it does not apply. */
export interface Derived {
  stream: string;
  needs: readonly string[];
  /** Values in the order of `needs`: numbers for times and truth values (1 and 0), texts otherwise, null for missing. */
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
/** Quotient of two other metrics, worked out from their values for each group. */
export interface RatioMetric extends Described {
  kind: 'ratio';
  type: FieldType;
  formula: string;
  of: readonly [string, string];
}
export type BaseMetric = SumMetric | RowsMetric | DistinctMetric;
export type Metric = BaseMetric | RatioMetric;

export type TimePart = 'date' | 'hour' | 'day_of_week' | 'week' | 'month' | 'quarter' | 'year';

/** A field of a stream. */
export interface FieldDimension extends Described {
  kind: 'field';
  type: FieldType;
  stream: string;
  field: string;
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

/** Rows of `child` belong to one row of `parent`: dimensions flow down, amounts are shared out by `weight`. */
export interface Relation {
  child: string;
  parent: string;
  /** The child's field with the parent's id. */
  childKey: string;
  parentKey: string;
  weight: string;
}

/** All the engine knows of the outside: streams by id, and what can be asked of them. */
export interface Catalog {
  streams: Readonly<Record<string, Stream>>;
  metrics: Readonly<Record<string, Metric>>;
  dimensions: Readonly<Record<string, Dimension>>;
  derived: Readonly<Record<string, Derived>>;
  relations: readonly Relation[];
  /** Time that places rows where a report has no metric, per stream. */
  rowTime: Readonly<Record<string, string>>;
}
