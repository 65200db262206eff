/** A report while it is edited: like a definition, but everything may be half done. JSON-safe. */

import type { Alert, AlertKind } from '../../shared/alert';
import { isReference } from '../../shared/cell';
import { parseDay } from '../../shared/day';
import { type Filter, type Operator, valuesOf, valuesText } from '../../shared/filter';
import type { ReportDefinition, ReportInput } from '../../shared/report';
import type { Change, WriteMode } from '../../shared/shape';

export interface Draft {
  name: string;
  shops: string[];
  metrics: string[];
  dimensions: string[];
  pivot: string[];
  range: DraftRange;
  zone: string;
  filters: DraftFilter[];
  sorts: DraftSort[];
  limit: string;
  /** With which days: a preset that is empty compares with none. */
  compare: DraftRange & { show: Change[] };
  alerts: DraftAlert[];
  /** As a definition has them; what is not there is as usual. */
  options: Options;
  target: DraftTarget;
  write: WriteMode;
  /** What this builder does not edit. */
  kept: Pick<ReportInput, 'id' | 'schedule' | 'dashboard'>;
}
/** `preset` is a range as text, or `custom`; the custom days stay when a preset is tried in between. */
export interface DraftRange {
  preset: string;
  from: string;
  to: string;
}
/** Tab and cell stay when another kind is tried in between. */
export interface DraftTarget {
  kind: ReportDefinition['target']['kind'];
  sheetId: number | null;
  cell: string;
}
export type Options = Pick<
  ReportInput,
  'totals' | 'subtotals' | 'other' | 'dense' | 'calculations' | 'time' | 'weekStart' | 'rates' | 'mail'
>;
export interface DraftFilter {
  field: string;
  operator: Operator;
  /** Several values are separated by `|`, as in shared/filter.ts. */
  value: string;
}
export interface DraftSort {
  field: string;
  descending: boolean;
}

/** `value` is what was typed; a missing day needs none. */
export interface DraftAlert {
  metric: string;
  kind: AlertKind;
  value: string;
}

export const CUSTOM = 'custom';
export const IN_A_NEW_TAB: DraftTarget = { kind: 'new', sheetId: null, cell: '' };
/** Begins what is taken from a cell. */
export const fromCell = (text: string): boolean => text.startsWith('=');

export function draftOf(definition: ReportDefinition): Draft {
  const { name, shops, metrics, dimensions, pivot, range, zone, filters, sort, limit, compare, ...others } =
    definition;
  const { id, target, write = 'replace', schedule, dashboard, alerts = [], ...options } = others;
  return {
    name,
    shops,
    metrics,
    dimensions,
    pivot: pivot ?? [],
    range: rangeOf(range),
    zone,
    filters: filters.map(({ field, operator, values }) => ({
      field,
      operator,
      value: takesSeveral(operator) ? valuesText(values, ' | ') : values.join(),
    })),
    sorts: sort,
    limit: limit === null ? '' : String(limit),
    compare: { ...rangeOf(compare?.to ?? ''), show: compare?.show ?? ['value', 'percent'] },
    alerts: alerts.map((alert) => ({ ...alert, value: 'value' in alert ? String(alert.value) : '' })),
    options,
    target: { ...IN_A_NEW_TAB, ...target },
    write,
    kept: { id, schedule, ...(dashboard && { dashboard }) },
  };
}

function rangeOf(text: string): DraftRange {
  const [from = '', to = from] = text.split('..').map((part) => part.trim());
  return parseDay(from) !== null && parseDay(to) !== null
    ? { preset: CUSTOM, from, to }
    : { preset: text, from: '', to: '' };
}

/** The range as a definition says it. */
export const rangeText = (range: DraftRange): string =>
  range.preset === CUSTOM ? `${range.from}..${range.to}` : range.preset;

export function inputOf(draft: Draft): ReportInput {
  const { name, shops, metrics, dimensions, pivot, range, zone, filters, sorts, compare, alerts } = draft;
  return {
    ...draft.kept,
    ...draft.options,
    name: name.trim(),
    shops,
    metrics,
    dimensions,
    ...(pivot.length > 0 ? { pivot } : {}),
    range: rangeText(range),
    zone,
    filters: filters.map(filterOf),
    sort: sorts,
    limit: limitOf(draft),
    target: targetOf(draft.target),
    ...(draft.write === 'replace' ? {} : { write: draft.write }),
    ...(alerts.length > 0 ? { alerts: alerts.map(alertOf) } : {}),
    ...(compare.preset === '' ? {} : { compare: { to: rangeText(compare), show: compare.show } }),
  };
}

export const filterOf = ({ field, operator, value }: DraftFilter): Filter => ({
  field,
  operator,
  values: takesSeveral(operator) ? valuesOf(value) : [value.trim()],
});

function targetOf({ kind, sheetId, cell }: DraftTarget): ReportDefinition['target'] {
  if (kind === 'sheet') return { kind, sheetId: sheetId ?? 0 };
  return kind === 'cell' ? { kind, cell: cell.trim() } : { kind };
}

export const limitOf = ({ limit }: Draft): number | string | null => {
  const text = limit.trim();
  if (text === '') return null;
  return isReference(text) ? text : Number(text);
};

const alertOf = ({ metric, kind, value }: DraftAlert): Alert =>
  kind === 'missing' ? { metric, kind } : { metric, kind, value: Number(value) };

export const takesSeveral = (operator: Operator) => ['=', '!=', '><'].includes(operator);
export const chosen = (draft: Draft): string[] => [...draft.dimensions, ...draft.metrics];
