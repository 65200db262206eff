/** What the pickers list: what matches a search, by group; fields of one kind each with the reason that bars it. */
import type { Catalogue } from '../../shared/api';
import type { FieldInfo } from '../../shared/field';
import type { FieldKind } from '../state/state';
import { barrier } from './clashes';
import type { Draft } from './draft';
import { listOf } from './draft-change';

export interface Choice {
  field: FieldInfo;
  chosen: boolean;
  /** Why the field can't join those already chosen; null when it can. */
  barred: string | null;
}
export interface Group<T> {
  label: string;
  choices: T[];
}

export function choices(
  catalogue: Catalogue,
  draft: Draft,
  kind: FieldKind,
  search: string,
): Group<Choice>[] {
  const ids = listOf(draft, kind);
  const barred = barrier(draft, catalogue);
  const wanted = catalogue.fields.filter((field) => field.kind === (kind === 'pivot' ? 'dimension' : kind));
  return found(wanted, search).map(({ label, choices }) => ({
    label,
    choices: choices.map((field) => {
      const chosen = ids.includes(field.id);
      const change = { part: 'field', kind, id: field.id, label } as const;
      return { field, chosen, barred: chosen ? null : barred(change) };
    }),
  }));
}

/** What has every word of a search in one of its texts, by group. */
export function found<T extends { group: string; about: string; id?: string; label?: string; name?: string }>(
  list: readonly T[],
  search: string,
): Group<T>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const { id = '', label = '', name = '', group, about } = one;
    const text = `${label} ${name} ${id} ${group} ${about}`.toLowerCase();
    if (words.every((word) => text.includes(word))) groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups].map(([label, choices]) => ({ label, choices }));
}
