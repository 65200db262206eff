/** What the field picker lists: the fields of one kind that match a search, by group, each with the reason that bars it. */
import type { Catalogue } from '../../shared/api';
import { conflicts } from '../../shared/compat';
import type { FieldInfo } from '../../shared/field';
import type { FieldKind } from '../state/state';
import { chosen, type Draft } from './draft';

export interface Choice {
  field: FieldInfo;
  chosen: boolean;
  /** Why the field can't join those already chosen; null when it can. */
  barred: string | null;
}
export interface ChoiceGroup {
  label: string;
  choices: Choice[];
}

export function choices(catalogue: Catalogue, draft: Draft, kind: FieldKind, search: string): ChoiceGroup[] {
  const ids = chosen(draft);
  const together = catalogue.fields.filter((field) => ids.includes(field.id));
  const known = conflicts(together);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Choice[]>();
  for (const field of catalogue.fields) {
    if (field.kind !== kind || !matches(field, words)) continue;
    const isChosen = ids.includes(field.id);
    const barred = isChosen
      ? null
      : (conflicts([...together, field]).find((reason) => !known.includes(reason)) ?? null);
    const group = groups.get(field.group) ?? [];
    group.push({ field, chosen: isChosen, barred });
    groups.set(field.group, group);
  }
  return [...groups].map(([label, list]) => ({ label, choices: list }));
}

function matches(field: FieldInfo, words: string[]): boolean {
  const text = `${field.label} ${field.id} ${field.group} ${field.about}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
