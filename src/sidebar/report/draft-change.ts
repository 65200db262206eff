/** What can be changed in a draft, and what else follows from it. */
import type { FieldKind } from '../state/state';
import type { Draft, DraftFilter, DraftSort } from './draft';

export type DraftChange =
  | { part: 'name' | 'zone' | 'limit'; text: string }
  | { part: 'shop'; id: string }
  | { part: 'field'; kind: FieldKind; id: string; label: string }
  | { part: 'order'; kind: FieldKind; from: number; to: number; label: string }
  | { part: 'range'; range: Partial<Draft['range']> }
  | { part: 'filterAdded'; filter: DraftFilter }
  | { part: 'filter'; index: number; filter: Partial<DraftFilter> }
  | { part: 'filterRemoved'; index: number }
  | { part: 'sortAdded'; sort: DraftSort }
  | { part: 'sort'; index: number; sort: Partial<DraftSort> }
  | { part: 'sortRemoved'; index: number };

/** The changed draft, and what to tell a screen reader about it. */
export function changeDraft(draft: Draft, change: DraftChange): { draft: Draft; said?: string } {
  switch (change.part) {
    case 'name':
    case 'zone':
    case 'limit':
      return { draft: { ...draft, [change.part]: change.text } };
    case 'shop':
      return { draft: { ...draft, shops: toggled(draft.shops, change.id) } };
    case 'field':
      return toggleField(draft, change);
    case 'order':
      return moveField(draft, change);
    case 'range':
      return { draft: { ...draft, range: { ...draft.range, ...change.range } } };
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
  }
}

const listOf = (kind: FieldKind) => (kind === 'metric' ? 'metrics' : 'dimensions');

function toggleField(draft: Draft, change: { kind: FieldKind; id: string; label: string }) {
  const list = listOf(change.kind);
  const removes = draft[list].includes(change.id);
  const next = { ...draft, [list]: toggled(draft[list], change.id) };
  // A report can't be sorted by a field that it does not show.
  if (removes) next.sorts = draft.sorts.filter((sort) => sort.field !== change.id);
  return { draft: next, said: `${change.label} ${removes ? 'removed' : 'added'}.` };
}

function moveField(
  draft: Draft,
  change: { kind: FieldKind; from: number; to: number; label: string },
): { draft: Draft; said?: string } {
  const list = listOf(change.kind);
  const ids = draft[list];
  const moved = ids[change.from];
  if (moved === undefined || change.to < 0 || change.to >= ids.length || change.to === change.from)
    return { draft };
  const rest = without(ids, change.from);
  return {
    draft: { ...draft, [list]: [...rest.slice(0, change.to), moved, ...rest.slice(change.to)] },
    said: `${change.label} is now number ${change.to + 1} of ${ids.length}.`,
  };
}

const toggled = (ids: string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
const without = <T>(list: T[], index: number): T[] => list.filter((_, at) => at !== index);
const edited = <T>(list: T[], index: number, change: Partial<T>): T[] =>
  list.map((item, at) => (at === index ? { ...item, ...change } : item));
