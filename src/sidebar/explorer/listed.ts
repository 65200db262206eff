/** Which fields the list shows. */
import type { FieldInfo } from '../../shared/field';
import { found } from '../report/picker';

export const listed = (
  fields: readonly FieldInfo[],
  { search, kind, group }: { search: string; kind: string; group: string },
): FieldInfo[] =>
  found(
    fields.filter((field) => (kind === '' || field.kind === kind) && (group === '' || field.group === group)),
    search,
  ).flatMap(({ choices }) => choices);
