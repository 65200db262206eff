import type { FieldType } from '../../../shared/field';
import type { BaseMetric, RatioMetric, TotalMetric } from '../../core/metric';
import type { FieldOf, StreamId } from '../../streams';

/** Short forms for metrics. Each names fields of its stream, so that an unknown one does not compile. */

export interface Words {
  label: string;
  group: string;
  about: string;
  formula: string;
}

export const words = (group: string, label: string, about: string, formula: string): Words => ({
  label,
  group,
  about,
  formula,
});

/** What places a metric's rows in time; rows without `counted` do not count, also where a report goes by another time. */
export interface When {
  time: string;
  counted?: string;
}

/** Fields with a minus before them are taken away. */
type Term<Id extends StreamId> = FieldOf<Id> | `-${FieldOf<Id>}`;

/** Sums of one stream's amounts (money unless another type is named). */
export const sum =
  <Id extends StreamId>(stream: Id, when: When, type: FieldType = 'money') =>
  (terms: Term<Id>[], words: Words): BaseMetric => ({
    kind: 'sum',
    type,
    stream,
    ...when,
    ...words,
    terms: terms.map((term) => ({ field: term.replace('-', ''), sign: term.startsWith('-') ? -1 : 1 })),
  });

export const count = (
  words: Words,
  stream: StreamId,
  when: When,
  kind: 'rows' | 'days' = 'rows',
): BaseMetric => ({
  kind,
  type: 'integer',
  stream,
  ...when,
  ...words,
});

export const distinct = <Id extends StreamId>(
  stream: Id,
  fields: FieldOf<Id>[],
  when: When,
  words: Words,
): BaseMetric => ({ kind: 'distinct', type: 'integer', stream, ...when, ...words, fields });

/** One value of a field: the least or greatest, that of the last day (a stock), or the mean over days. */
export const one = <Id extends StreamId>(
  kind: 'min' | 'max' | 'last' | 'average',
  stream: Id,
  field: FieldOf<Id>,
  when: When,
  type: FieldType,
  words: Words,
): BaseMetric => ({ kind, type, stream, ...when, ...words, field });

/** Sums of fields that are called like their metrics, each with what it is about and its formula. */
export const each = <Id extends StreamId>(
  stream: Id,
  when: When,
  group: string,
  told: Partial<Record<FieldOf<Id>, readonly [about: string, formula: string]>>,
  type?: FieldType,
): Record<string, BaseMetric> =>
  Object.fromEntries(
    (Object.entries(told) as [FieldOf<Id>, [string, string]][]).map(([id, [about, formula]]) => [
      id,
      sum(stream, when, type)([id], words(group, '', about, formula)),
    ]),
  );

/** Amounts of other metrics by their ids, added up, less others. */
export const total = (of: readonly string[], minus: readonly string[], words: Words): TotalMetric => ({
  kind: 'total',
  type: 'money',
  of,
  minus,
  ...words,
});

/** Quotient of two other metrics by their ids; the second may be a quotient itself, such as units a day. */
export const ratio = (of: readonly [string, string], type: FieldType, words: Words): RatioMetric => ({
  kind: 'ratio',
  type,
  of,
  ...words,
});

/** One metric less another, both of which add up. */
export const difference = (
  [one, other]: readonly [string, string],
  type: FieldType,
  words: Words,
): TotalMetric => ({ ...total([one], [other], words), type });
