/** What is still wrong with a draft, each with its place, so that it shows beside the field it is about. */
import type { Catalogue, Overview } from '../../shared/api';
import { conflicts } from '../../shared/compat';
import { parseDay, resolveRange } from '../../shared/day';
import { CUSTOM, chosen, type Draft, rangeText, takesSeveral } from './draft';
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

/** What the server's schema of reports says in its own words, so that the page need not carry it; a property test holds the two together. */
const MOST = {
  name: 100,
  shops: 20,
  fields: 60,
  filters: 30,
  values: 200,
  value: 500,
  sorts: 10,
  rows: 1_000_000,
};

export function issuesOf(draft: Draft, catalogue: Catalogue, overview: Overview): Issue[] {
  return [
    ...nameIssues(draft),
    ...shopIssues(draft, overview),
    ...fieldIssues(draft, catalogue.fields),
    ...rangeIssues(draft, overview),
    ...filterIssues(draft, catalogue.fields),
    ...sortIssues(draft),
    ...limitIssues(draft),
  ];
}

function nameIssues({ name }: Draft): Issue[] {
  const { length } = name.trim();
  if (length === 0) return [{ place: 'name', text: 'Give the report a name.' }];
  return length > MOST.name ? [{ place: 'name', text: `Use at most ${MOST.name} characters.` }] : [];
}

function shopIssues(draft: Draft, overview: Overview): Issue[] {
  const place = 'shops';
  if (draft.shops.length === 0) return [{ place, text: 'Choose at least one shop.' }];
  if (draft.shops.length > MOST.shops) return [{ place, text: `Choose at most ${MOST.shops} shops.` }];
  const gone = draft.shops.filter((id) => !overview.shops.some((shop) => shop.id === id));
  return gone.length === 0
    ? []
    : [{ place, text: 'A shop of this report is not connected. Clear it or connect it again.' }];
}

function fieldIssues(draft: Draft, fields: readonly FieldInfo[]): Issue[] {
  const ids = chosen(draft);
  if (ids.length === 0) return [{ place: 'fields', text: 'Choose at least one metric or dimension.' }];
  if (draft.metrics.length > MOST.fields || draft.dimensions.length > MOST.fields)
    return [
      { place: 'fields', text: `Choose at most ${MOST.fields} metrics and ${MOST.fields} dimensions.` },
    ];
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
  return [{ place, text: `The date range “${rangeText(draft.range)}” is not understood.` }];
}

function filterIssues(draft: Draft, fields: readonly FieldInfo[]): Issue[] {
  return draft.filters.flatMap((filter, index): Issue[] => {
    const place: Place = `filters.${index}`;
    if (index >= MOST.filters) return [{ place, text: `Use at most ${MOST.filters} filters.` }];
    const field = fields.find(({ id }) => id === filter.field);
    if (!field) return [{ place, text: 'Choose a field.' }];
    // An empty value asks a dimension for rows without one.
    const mayBeEmpty = field.kind === 'dimension' && takesSeveral(filter.operator);
    const values = filter.value.split('|').map((value) => value.trim());
    const isFine = (value: string) => /^-?\d+(\.\d+)?$/.test(value) || (value === '' && mayBeEmpty);
    if (isNumeric(field) && !values.every(isFine))
      return [{ place, text: `${field.label} is a number: enter one such as 12.5.` }];
    const wanted = takesSeveral(filter.operator) ? values : [filter.value.trim()];
    if (wanted.length > MOST.values) return [{ place, text: `Use at most ${MOST.values} values.` }];
    return wanted.some((value) => value.length > MOST.value)
      ? [{ place, text: 'This value is too long.' }]
      : [];
  });
}

const sortIssues = ({ sorts }: Draft): Issue[] =>
  sorts.length > MOST.sorts
    ? [{ place: `sort.${MOST.sorts}`, text: `Use at most ${MOST.sorts} sort fields.` }]
    : [];

function limitIssues({ limit }: Draft): Issue[] {
  const rows = Number(limit.trim());
  return limit.trim() === '' || (Number.isInteger(rows) && rows >= 1 && rows <= MOST.rows)
    ? []
    : [{ place: 'limit', text: 'Enter a whole number from 1 to 1,000,000, or leave it empty.' }];
}
