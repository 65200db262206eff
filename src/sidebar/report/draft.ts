/** A report while it is edited: like a definition, but everything may be half done. JSON-safe. */
import { parseDay } from '../../shared/day';
import type { Operator } from '../../shared/filter';
import type { ReportDefinition, ReportInput } from '../../shared/report';

export interface Draft {
  name: string;
  shops: string[];
  metrics: string[];
  dimensions: string[];
  /** `preset` is a range as text, or `custom`; the custom days stay when a preset is tried in between. */
  range: { preset: string; from: string; to: string };
  zone: string;
  filters: DraftFilter[];
  sorts: DraftSort[];
  limit: string;
  /** What this builder does not edit. */
  kept: Omit<
    ReportInput,
    'name' | 'shops' | 'metrics' | 'dimensions' | 'range' | 'zone' | 'filters' | 'sort' | 'limit'
  >;
}
export interface DraftFilter {
  field: string;
  operator: Operator;
  /** Several values are separated by `|`. */
  value: string;
}
export interface DraftSort {
  field: string;
  descending: boolean;
}

export const CUSTOM = 'custom';

export function draftOf(definition: ReportDefinition): Draft {
  const { name, shops, metrics, dimensions, range, zone, filters, sort, limit, ...kept } = definition;
  return {
    name,
    shops,
    metrics,
    dimensions,
    range: rangeOf(range),
    zone,
    filters: filters.map(({ field, operator, values }) => ({
      field,
      operator,
      value: values.join(' | '),
    })),
    sorts: sort,
    limit: limit === null ? '' : String(limit),
    kept,
  };
}

function rangeOf(text: string): Draft['range'] {
  const [from = '', to = from] = text.split('..').map((part) => part.trim());
  return parseDay(from) !== null && parseDay(to) !== null
    ? { preset: CUSTOM, from, to }
    : { preset: text, from: '', to: '' };
}

/** The range as a definition says it. */
export const rangeText = (range: Draft['range']): string =>
  range.preset === CUSTOM ? `${range.from}..${range.to}` : range.preset;

export function inputOf(draft: Draft): ReportInput {
  return {
    ...draft.kept,
    name: draft.name.trim(),
    shops: draft.shops,
    metrics: draft.metrics,
    dimensions: draft.dimensions,
    range: rangeText(draft.range),
    zone: draft.zone,
    filters: draft.filters.map(({ field, operator, value }) => ({
      field,
      operator,
      values: takesSeveral(operator) ? value.split('|').map((part) => part.trim()) : [value.trim()],
    })),
    sort: draft.sorts,
    limit: draft.limit.trim() === '' ? null : Number(draft.limit),
  };
}

export const takesSeveral = (operator: Operator) => ['=', '!=', '><'].includes(operator);
export const chosen = (draft: Draft): string[] => [...draft.dimensions, ...draft.metrics];
