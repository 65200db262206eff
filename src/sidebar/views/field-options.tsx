import type { FieldInfo } from '../../shared/field';
import { fieldOf } from '../report/field-of';

/** The fields of a menu by group; one that left the catalogue stays visible under its id. */
export function FieldOptions({ fields, chosen }: { fields: readonly FieldInfo[]; chosen: string }) {
  const groups = [...new Set(fields.map((field) => field.group))];
  return (
    <>
      {!fieldOf(fields, chosen) && <option value={chosen}>{chosen}</option>}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {fields
            .filter((field) => field.group === group)
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}
