/** What in a draft cannot stand together, in the server's sentences: fields, times, and the form of the table. */
import type { Catalogue } from '../../shared/api';
import { conflicts } from '../../shared/compat';
import type { FieldInfo } from '../../shared/field';
import { HOURS_OF_DAYS, isHours, shapeIssues } from '../../shared/shape';
import { type Draft, limitOf } from './draft';
import { changeDraft, type DraftChange } from './draft-change';
import { fieldOf, filterField } from './field-of';
import type { Issue } from './issues';

export function clashes(draft: Draft, { fields, times }: Catalogue): Issue[] {
  const { metrics, dimensions, pivot, filters, sorts, range, options } = draft;
  const { calculations = [], subtotals = false, time: timeId } = options;
  const of = (ids: string[], kind: FieldInfo['kind']) => ids.flatMap((id) => fieldOf(fields, id, kind) ?? []);
  const time = times.find(({ id }) => id === timeId);
  // A report that goes by another time is as fine as that.
  const placed = (field: FieldInfo): FieldInfo =>
    time && field.kind === 'metric' ? { ...field, daily: time.daily } : field;
  const shown = [...of(metrics, 'metric'), ...of([...dimensions, ...pivot], 'dimension')].map(placed);
  const known = conflicts(shown);
  const found = known.map((text): Issue => ({ place: 'fields', text }));
  const add = (place: Issue['place'], texts: string[]) => {
    for (const text of texts) if (!known.includes(text)) found.push({ place, text });
  };
  filters.forEach(({ field }, at) => {
    const filtered = filterField(fields, field, metrics);
    if (filtered) add(`filters.${at}`, conflicts([...shown, placed(filtered)]));
  });
  if (time) add('time', conflicts(shown, time));
  else if (timeId) add('time', [`There is no time “${timeId}” any more. Choose another.`]);
  if (isHours(range.preset) && shown.some(({ kind, daily }) => daily && kind === 'metric'))
    add('range', [HOURS_OF_DAYS]);
  const shape = { metrics, dimensions, pivot, sort: sorts, calculations, subtotals, limit: limitOf(draft) };
  const issues = shapeIssues(shape, (id) => {
    const field = fieldOf(fields, id);
    return field ? { label: field.label, addsUp: field.addsUp ?? false } : null;
  });
  return [...found, ...issues];
}

/** Says why a change can't be made as things stand; null if it can. */
export function barrier(draft: Draft, catalogue: Catalogue): (change: DraftChange) => string | null {
  const now = clashes(draft, catalogue).map(({ text }) => text);
  return (change) =>
    clashes(changeDraft(draft, change).draft, catalogue).find(({ text }) => !now.includes(text))?.text ??
    null;
}
