import type { FieldType } from '../../shared/field';
import type { Dimension, TimePart } from '../core/metric';
import type { Stream, StreamField } from '../core/stream';
import { type FieldOf, streams } from '../streams';
import { labelled } from './labelled';

const TYPES: Partial<Record<StreamField['type'], FieldType>> = {
  id: 'id',
  text: 'text',
  hash: 'id',
  boolean: 'boolean',
  time: 'time',
  day: 'date',
  integer: 'integer',
  decimal: 'percent',
};

/** Every field of a stream that rows can be grouped by: all but amounts. */
function fieldsOf(stream: Stream): [string, Dimension][] {
  const found: [string, Dimension][] = [];
  for (const [id, field] of Object.entries(stream.fields)) {
    const type = id === 'currency' ? 'currency' : TYPES[field.type];
    if (!type || field.measure || field.internal) continue;
    const place = field.type === 'time' ? `${stream.group} times` : stream.group;
    found.push([
      id,
      {
        kind: 'field',
        label: field.label,
        group: place,
        about: field.about,
        type,
        homes: [{ stream: stream.id, field: id }],
      },
    ]);
  }
  return found;
}

const part = (part: TimePart, type: FieldType, label: string, about: string): Dimension => ({
  kind: 'time',
  part,
  type,
  label,
  group: 'Time',
  about: `${about} of the time that each metric goes by, in the report’s zone.`,
});

/** By the first purchase of a row's buyer, as far as orders are stored. */
const purchase = (part: 'month' | 'since', label: string, about: string): Dimension => ({
  kind: 'field',
  type: part === 'month' ? 'text' : 'integer',
  label,
  group: 'Customers',
  about,
  homes: [{ stream: 'orders', field: 'buyer_id' satisfies FieldOf<'orders'> }],
  first: { part, time: 'sales_time' },
});

const shopFact = (fact: 'id' | 'name' | 'region', label: string, about: string): Dimension => ({
  kind: 'shop',
  fact,
  type: fact === 'id' ? 'id' : 'text',
  label,
  group: 'Shop',
  about,
});

/** Dimensions of several streams: a field that some of them have means the same, and the first one describes it. */
function shared(fields: readonly [string, Dimension][]): Record<string, Dimension> {
  const found: Record<string, Dimension> = {};
  for (const [id, dimension] of fields) {
    const known = found[id];
    found[id] =
      known?.kind === 'field' && dimension.kind === 'field'
        ? { ...known, homes: [...known.homes, ...dimension.homes] }
        : dimension;
  }
  return found;
}

export const DIMENSIONS: Readonly<Record<string, Dimension>> = labelled({
  ...shared(
    Object.values(streams).flatMap((stream: Stream) => (stream.id === 'shops' ? [] : fieldsOf(stream))),
  ),
  date: part('date', 'date', 'Date', 'The day'),
  hour: part('hour', 'integer', 'Hour', 'The hour, 0 to 23,'),
  day_of_week: part('day_of_week', 'text', 'Day of Week', 'The day of the week'),
  week: part('week', 'date', 'Week', 'The first day of the week'),
  month: part('month', 'text', 'Month', 'The month'),
  quarter: part('quarter', 'text', 'Quarter', 'The quarter'),
  year: part('year', 'integer', 'Year', 'The year'),
  first_purchase_month: purchase(
    'month',
    'First Purchase Month',
    'The month in which the buyer first bought, among all stored orders of the report’s shops: what was bought before these is not known.',
  ),
  months_since_first_purchase: purchase(
    'since',
    'Months Since First Purchase',
    'Calendar months from that one to the month of the row’s own time; 0 in the month itself.',
  ),
  shop_id: shopFact('id', 'Shop ID', 'TikTok’s number of the shop.'),
  shop_name: shopFact('name', 'Shop Name', 'Name of the shop.'),
  shop_region: shopFact('region', 'Shop Region', 'Market of the shop.'),
});
