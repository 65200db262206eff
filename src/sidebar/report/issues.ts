/** What is still wrong with a draft, each with its place, so that it shows beside the field it is about. */
import type { Catalogue, Overview } from '../../shared/api';
import { conflicts } from '../../shared/compat';
import { parseDay, resolveRange } from '../../shared/day';
import { problemIn } from '../../shared/problems/entry';
import { INPUT_PROBLEMS } from '../../shared/problems/input';
import { parseReport } from '../../shared/report';
import { CUSTOM, chosen, type Draft, inputOf, rangeText, takesSeveral } from './draft';
import { type FieldInfo, isNumeric } from './field-of';

export type Place =
  | 'name'
  | 'shops'
  | 'fields'
  | 'range'
  | 'zone'
  | 'limit'
  | `filters.${number}`
  | `sort.${number}`;
export interface Issue {
  place: Place;
  text: string;
}

/** Id of the element that shows a place, and takes the focus when something is wrong there. */
export const placeId = (place: Place) => `place-${place.replace('.', '-')}`;

export function issuesOf(draft: Draft, catalogue: Catalogue, overview: Overview): Issue[] {
  const found = [
    ...shopIssues(draft, overview),
    ...fieldIssues(draft, catalogue.fields),
    ...rangeIssues(draft, overview),
    ...filterIssues(draft, catalogue.fields),
  ];
  const parsed = parseReport(inputOf(draft));
  if ('issues' in parsed)
    for (const text of parsed.issues) {
      const place = placeOf(text);
      if (!found.some((issue) => issue.place === place)) found.push({ place, text: wordsFor(place, draft) });
    }
  return found.sort((a, b) => rank(a.place) - rank(b.place));
}

const ORDER = ['name', 'shops', 'fields', 'range', 'zone', 'filters', 'sort', 'limit'];
const rank = (place: Place) => ORDER.indexOf(place.split('.')[0] as string);

/** `parseReport` writes "filters.0.values: …"; the sidebar's places are coarser. */
function placeOf(issue: string): Place {
  const [path = ''] = issue.split(':');
  const [part = '', index = '0'] = path.split('.');
  if (part === 'filters' || part === 'sort') return `${part}.${Number(index) || 0}`;
  if (part === 'metrics' || part === 'dimensions') return 'fields';
  return ORDER.includes(part) ? (part as Place) : 'name';
}

function wordsFor(place: Place, draft: Draft): string {
  switch (place) {
    case 'name':
      return draft.name.trim() ? 'Use at most 100 characters.' : 'Give the report a name.';
    case 'shops':
      return 'Choose between 1 and 20 shops.';
    case 'fields':
      return 'Choose at most 60 metrics and 60 dimensions.';
    case 'limit':
      return 'Enter a whole number from 1 to 1,000,000, or leave it empty.';
    case 'range':
      return 'Choose a date range.';
    case 'zone':
      return 'Choose a time zone.';
    default:
      return place.startsWith('sort') ? 'Use at most 10 sort fields.' : 'This value is too long.';
  }
}

function shopIssues(draft: Draft, overview: Overview): Issue[] {
  const place = 'shops';
  if (draft.shops.length === 0) return [{ place, text: 'Choose at least one shop.' }];
  const gone = draft.shops.filter((id) => !overview.shops.some((shop) => shop.id === id));
  return gone.length === 0
    ? []
    : [{ place, text: 'A shop of this report is not connected. Clear it or connect it again.' }];
}

function fieldIssues(draft: Draft, fields: readonly FieldInfo[]): Issue[] {
  const ids = chosen(draft);
  const nothing = problemIn(INPUT_PROBLEMS, 'nothing_chosen');
  if (ids.length === 0) return [{ place: 'fields', text: `${nothing.text} ${nothing.next}` }];
  const known = ids.flatMap((id) => fields.find((field) => field.id === id) ?? []);
  const unknown = ids.filter((id) => !known.some((field) => field.id === id));
  return [...unknown.map((id) => `There is no field “${id}” any more. Remove it.`), ...conflicts(known)].map(
    (text): Issue => ({ place: 'fields', text }),
  );
}

function rangeIssues(draft: Draft, overview: Overview): Issue[] {
  const place = 'range';
  const { preset, from, to } = draft.range;
  if (preset === CUSTOM) {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === null || last === null) return [{ place, text: 'Choose the first and the last day.' }];
    if (last < first) return [{ place, text: 'The last day is before the first.' }];
  }
  if (resolveRange(rangeText(draft.range), parseDay(overview.today.slice(0, 10)) ?? 0)) return [];
  const unknown = problemIn(INPUT_PROBLEMS, 'unknown_range', { range: rangeText(draft.range) });
  return [{ place, text: unknown.text }];
}

function filterIssues(draft: Draft, fields: readonly FieldInfo[]): Issue[] {
  return draft.filters.flatMap((filter, index): Issue[] => {
    const place: Place = `filters.${index}`;
    const field = fields.find(({ id }) => id === filter.field);
    if (!field) return [{ place, text: 'Choose a field.' }];
    // An empty value asks a dimension for rows without one.
    const mayBeEmpty = field.kind === 'dimension' && takesSeveral(filter.operator);
    const values = filter.value.split('|').map((value) => value.trim());
    const isFine = (value: string) => /^-?\d+(\.\d+)?$/.test(value) || (value === '' && mayBeEmpty);
    if (isNumeric(field) && !values.every(isFine))
      return [{ place, text: `${field.label} is a number: enter one such as 12.5.` }];
    return [];
  });
}
