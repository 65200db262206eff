/** What is still wrong with a draft, each with its place, so that it shows beside the field it is about. */

import { MOST_ALERTS } from '../../shared/alert';
import type { Catalogue, Overview } from '../../shared/api';
import { CELL, isReference } from '../../shared/cell';
import { parseDay, resolveComparison, resolveRange } from '../../shared/day';
import { faultOf, filterText } from '../../shared/filter';
import { writeIssue } from '../../shared/shape';
import { clashes } from './clashes';
import { CUSTOM, type Draft, type DraftRange, filterOf, fromCell, rangeText, takesSeveral } from './draft';
import { type FieldInfo, fieldOf, filterField, isNumeric } from './field-of';

export type Place =
  | 'name'
  | 'shops'
  | 'fields'
  | 'range'
  | 'zone'
  | 'limit'
  | 'pivot'
  | 'compare'
  | 'show'
  | 'subtotals'
  | 'calculations'
  | 'time'
  | 'currency'
  | 'rates'
  | 'shopCell'
  | 'target'
  | 'write'
  | 'alerts'
  | `alerts.${number}`
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

const NO_CELL = 'Name the cell with its tab, such as =Settings!B2.';

/** In the order of the form. */
export function issuesOf(draft: Draft, catalogue: Catalogue, overview: Overview): Issue[] {
  const found = clashes(draft, catalogue);
  const at = (...places: string[]) => found.filter(({ place }) => places.includes(place.replace(/\..*/, '')));
  return [
    ...nameIssues(draft),
    ...shopIssues(draft, overview),
    ...fieldIssues(draft, catalogue.fields),
    ...at('fields'),
    ...rangeIssues('range', draft.range, overview),
    ...at('range'),
    ...filterIssues(draft, catalogue.fields),
    ...at('filters'),
    ...sortIssues(draft),
    ...at('sort'),
    ...limitIssues(draft),
    ...at('pivot'),
    ...compareIssues(draft, overview),
    ...at('subtotals', 'calculations'),
    ...calculationIssues(draft),
    ...at('time'),
    ...rateIssues(draft),
    ...shopCellIssues(draft),
    ...targetIssues(draft),
    ...writeIssues(draft),
    ...alertIssues(draft),
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
  const gone = draft.shops.filter((id) => !fromCell(id) && !overview.shops.some((shop) => shop.id === id));
  return gone.length === 0
    ? []
    : [{ place, text: 'A shop of this report is not connected. Clear it or connect it again.' }];
}

function fieldIssues(draft: Draft, fields: readonly FieldInfo[]): Issue[] {
  const place = 'fields';
  const { metrics, dimensions, pivot } = draft;
  if (metrics.length + dimensions.length === 0)
    return [{ place, text: 'Choose at least one metric or dimension.' }];
  if (metrics.length > MOST.fields || dimensions.length > MOST.fields)
    return [{ place, text: `Choose at most ${MOST.fields} metrics and ${MOST.fields} dimensions.` }];
  const gone = (ids: string[], kind: FieldInfo['kind'], at: Place = place) =>
    ids
      .filter((id) => !fieldOf(fields, id, kind))
      .map((id) => ({ place: at, text: `There is no field “${id}” any more. Remove it.` }));
  return [...gone(metrics, 'metric'), ...gone(dimensions, 'dimension'), ...gone(pivot, 'dimension', 'pivot')];
}

function rangeIssues(place: 'range' | 'compare', range: DraftRange, overview: Overview): Issue[] {
  const { preset, from, to } = range;
  const today = parseDay(overview.today.slice(0, 10)) ?? 0;
  if (preset === CUSTOM) {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === null || last === null) return [{ place, text: 'Choose the first and the last day.' }];
    if (last < first) return [{ place, text: 'The last day is before the first.' }];
  }
  const text = rangeText(range);
  if (fromCell(text)) return text.split('..').every(isReference) ? [] : [{ place, text: NO_CELL }];
  const known =
    place === 'range' ? resolveRange(text, today) : resolveComparison(text, { since: 0, until: 1 }, today);
  return known ? [] : [{ place, text: `The date range “${text}” is not understood.` }];
}

function filterIssues({ filters, metrics }: Draft, fields: readonly FieldInfo[]): Issue[] {
  return filters.flatMap((filter, index): Issue[] => {
    const place: Place = `filters.${index}`;
    if (index >= MOST.filters) return [{ place, text: `Use at most ${MOST.filters} filters.` }];
    const field = filterField(fields, filter.field, metrics);
    if (!field) return [{ place, text: 'Choose a field.' }];
    const asked = filterOf(filter);
    // An empty value asks a dimension for rows without one.
    const mayBeEmpty = field.kind === 'dimension' && takesSeveral(filter.operator);
    const isFine = (value: string) =>
      isReference(value) || /^-?\d+(\.\d+)?$/.test(value) || (value === '' && mayBeEmpty);
    if (isNumeric(field) && !asked.values.every(isFine))
      return [{ place, text: `${field.label} is a number: enter one such as 12.5.` }];
    const why = faultOf(asked);
    if (why !== null) return [{ place, text: `The filter “${filterText(asked)}” is not understood: ${why}` }];
    if (asked.values.length > MOST.values) return [{ place, text: `Use at most ${MOST.values} values.` }];
    return asked.values.some((value) => value.length > MOST.value)
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
  return limit.trim() === '' ||
    isReference(limit) ||
    (Number.isInteger(rows) && rows >= 1 && rows <= MOST.rows)
    ? []
    : [{ place: 'limit', text: 'Enter a whole number from 1 to 1,000,000, or leave it empty.' }];
}

function compareIssues({ compare }: Draft, overview: Overview): Issue[] {
  if (compare.preset === '') return [];
  return [
    ...rangeIssues('compare', compare, overview),
    ...(compare.show.length === 0
      ? [{ place: 'show', text: 'Choose what shows beside each metric.' } as const]
      : []),
  ];
}

const calculationIssues = ({ options }: Draft): Issue[] =>
  (options.calculations?.length ?? 0) > MOST.fields
    ? [{ place: 'calculations', text: `Choose at most ${MOST.fields} of these.` }]
    : [];

function rateIssues({ options: { rates } }: Draft): Issue[] {
  if (!rates) return [];
  const { to, range } = rates;
  return [
    ...(/^[A-Z]{3}$/.test(to) || isReference(to)
      ? []
      : [{ place: 'currency', text: 'Enter a currency of three letters, such as USD.' } as const]),
    ...(range === '' || range.length > 60
      ? [{ place: 'rates', text: 'Name the cells with your rates, such as Rates!A2:C.' } as const]
      : []),
  ];
}

const shopCellIssues = ({ shops }: Draft): Issue[] =>
  shops.every((id) => !fromCell(id) || isReference(id)) ? [] : [{ place: 'shopCell', text: NO_CELL }];

function targetIssues({ target: { kind, sheetId, cell } }: Draft): Issue[] {
  const place = 'target';
  if (kind === 'sheet' && sheetId === null) return [{ place, text: 'Choose a tab.' }];
  return kind === 'cell' && !CELL.test(cell.trim())
    ? [{ place, text: 'Name the first cell with its tab, such as Sheet1!B3.' }]
    : [];
}

function writeIssues({ write, dimensions, pivot, options }: Draft): Issue[] {
  const text = writeIssue({ ...options, write, dimensions, pivot });
  return text === null ? [] : [{ place: 'write', text }];
}

function alertIssues({ alerts }: Draft): Issue[] {
  const wrong = alerts.flatMap(({ kind, value }, index): Issue[] =>
    kind === 'missing' || /^-?\d+(\.\d+)?$/.test(value.trim())
      ? []
      : [{ place: `alerts.${index}`, text: 'Enter a number such as 12.5.' }],
  );
  return alerts.length > MOST_ALERTS
    ? [...wrong, { place: 'alerts', text: `Use at most ${MOST_ALERTS} alerts.` }]
    : wrong;
}
