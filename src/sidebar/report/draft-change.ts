/** What can be changed in a draft, and what else follows from it. */
import type { WriteMode } from '../../shared/shape';
import type { FieldKind } from '../state/state';
import {
  type Draft,
  type DraftAlert,
  type DraftFilter,
  type DraftRange,
  type DraftSort,
  type DraftTarget,
  fromCell,
  type Options,
} from './draft';

export type DraftChange =
  | { part: 'name' | 'zone' | 'limit'; text: string }
  | { part: 'shop'; id: string }
  | { part: 'shopCell'; text: string }
  | { part: 'target'; target: Partial<DraftTarget> }
  | { part: 'selectedCell' }
  | { part: 'write'; write: WriteMode }
  | { part: 'field'; kind: FieldKind; id: string; label: string }
  | { part: 'order'; kind: FieldKind; from: number; to: number; label: string }
  | { part: 'range'; range: Partial<DraftRange> }
  | { part: 'compare'; range: Partial<Draft['compare']> }
  | { part: 'options'; options: Options }
  | { part: 'filterAdded'; filter: DraftFilter }
  | { part: 'filter'; index: number; filter: Partial<DraftFilter> }
  | { part: 'filterRemoved'; index: number }
  | { part: 'sortAdded'; sort: DraftSort }
  | { part: 'sort'; index: number; sort: Partial<DraftSort> }
  | { part: 'sortRemoved'; index: number }
  | { part: 'alertAdded'; alert: DraftAlert }
  | { part: 'alert'; index: number; alert: Partial<DraftAlert> }
  | { part: 'alertRemoved'; index: number };

/** The changed draft, and what to tell a screen reader about it. */
export function changeDraft(draft: Draft, change: DraftChange): { draft: Draft; said?: string } {
  switch (change.part) {
    case 'name':
    case 'zone':
    case 'limit':
      return { draft: { ...draft, [change.part]: change.text } };
    case 'shop':
      return { draft: { ...draft, shops: toggled(draft.shops, change.id) } };
    case 'shopCell': {
      const shops = draft.shops.filter((id) => !fromCell(id));
      return { draft: { ...draft, shops: change.text === '' ? shops : [...shops, change.text] } };
    }
    case 'target':
      return { draft: { ...draft, target: { ...draft.target, ...change.target } } };
    case 'selectedCell':
      // Filled in as soon as the file has told it.
      return { draft: { ...draft, target: { ...draft.target, cell: '' } } };
    case 'write':
      return { draft: { ...draft, write: change.write } };
    case 'field':
      return toggleField(draft, change);
    case 'order':
      return moveField(draft, change);
    case 'range':
    case 'compare':
      return { draft: { ...draft, [change.part]: { ...draft[change.part], ...change.range } } };
    case 'options':
      return { draft: { ...draft, options: unusual({ ...draft.options, ...change.options }) } };
    case 'filterAdded':
      return { draft: { ...draft, filters: [...draft.filters, change.filter] }, said: 'Filter added.' };
    case 'filter':
      return { draft: { ...draft, filters: edited(draft.filters, change.index, change.filter) } };
    case 'filterRemoved':
      return { draft: { ...draft, filters: without(draft.filters, change.index) }, said: 'Filter removed.' };
    case 'sortAdded':
      return { draft: { ...draft, sorts: [...draft.sorts, change.sort] }, said: 'Sort added.' };
    case 'sort':
      return { draft: { ...draft, sorts: edited(draft.sorts, change.index, change.sort) } };
    case 'sortRemoved':
      return { draft: { ...draft, sorts: without(draft.sorts, change.index) }, said: 'Sort removed.' };
    case 'alertAdded':
      return { draft: { ...draft, alerts: [...draft.alerts, change.alert] }, said: 'Alert added.' };
    case 'alert':
      return { draft: { ...draft, alerts: edited(draft.alerts, change.index, change.alert) } };
    case 'alertRemoved':
      return { draft: { ...draft, alerts: without(draft.alerts, change.index) }, said: 'Alert removed.' };
  }
}

/** What is being typed with a change, since that is undone as a whole; null for one that stands alone. */
export function typedBy(change: DraftChange): string | null {
  switch (change.part) {
    case 'name':
    case 'limit':
      return change.part;
    case 'filter':
      return change.filter.value === undefined ? null : `filter ${change.index}`;
    case 'shopCell':
      return 'shop';
    case 'target':
      return change.target.cell === undefined ? null : 'target';
    case 'range':
    case 'compare':
      return fromCell(change.range.preset ?? '') ? change.part : null;
    case 'alert':
      return change.alert.value === undefined ? null : `alert ${change.index}`;
    case 'options':
      return change.options.rates ? 'rates' : null;
    default:
      return null;
  }
}

const LISTS = { metric: 'metrics', dimension: 'dimensions', pivot: 'pivot' } as const;
/** The chosen fields of a kind. */
export const listOf = (draft: Draft, kind: FieldKind): string[] => draft[LISTS[kind]];

function toggleField(draft: Draft, change: { kind: FieldKind; id: string; label: string }) {
  const { kind, id, label } = change;
  const ids = listOf(draft, kind);
  const removes = ids.includes(id);
  const next: Draft = { ...draft, [LISTS[kind]]: toggled(ids, id) };
  // A report can't be sorted by a field that it does not show, nor anything be worked out from one.
  if (removes && kind !== 'pivot') {
    next.sorts = draft.sorts.filter((sort) => sort.field !== id);
    const calculations = draft.options.calculations?.filter(({ metric }) => metric !== id);
    next.options = unusual({ ...draft.options, calculations });
  }
  return { draft: next, said: `${label} ${removes ? 'removed' : 'added'}.` };
}

function moveField(
  draft: Draft,
  change: { kind: FieldKind; from: number; to: number; label: string },
): { draft: Draft; said?: string } {
  const ids = listOf(draft, change.kind);
  const moved = ids[change.from];
  if (moved === undefined || change.to < 0 || change.to >= ids.length || change.to === change.from)
    return { draft };
  const rest = without(ids, change.from);
  return {
    draft: {
      ...draft,
      [LISTS[change.kind]]: [...rest.slice(0, change.to), moved, ...rest.slice(change.to)],
    },
    said: `${change.label} is now number ${change.to + 1} of ${ids.length}.`,
  };
}

/** Options without those that are as usual: off, empty, or 0 for Monday. */
const unusual = (options: Options): Options =>
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)),
  );
const toggled = (ids: string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
const without = <T>(list: T[], index: number): T[] => list.filter((_, at) => at !== index);
const edited = <T>(list: T[], index: number, change: Partial<T>): T[] =>
  list.map((item, at) => (at === index ? { ...item, ...change } : item));
