// A list that TikTok does not have, with every type a field can be: parcels, and the things in them.
import { defineStream, type Row, type StreamField, type TimedEndpoint } from '../../src/server/core/stream';

export const parcelSearch: TimedEndpoint = {
  kind: 'timed',
  id: 'parcel_search',
  method: 'POST',
  path: '/parcel/202601/parcels/search',
  shopCipher: true,
  scope: 'parcel.read',
  scopeLabel: 'parcels',
  pageSize: 10,
  records: 'parcels',
  idPath: 'id',
  windows: {
    created: { since: 'create_ge', until: 'create_lt', field: 'created', order: { sort_field: 'created' } },
    updated: { since: 'update_ge', until: 'update_lt', field: 'updated', order: { sort_field: 'updated' } },
  },
  docs: '',
};

const field = (type: StreamField['type'], path: string): StreamField => ({
  type,
  path,
  label: path,
  about: '',
});
const times = {
  group: '',
  markets: '',
  history: '',
  freshness: '',
  privacy: '',
  createdPath: 'created',
  updatedPath: 'updated',
  versionField: 'updated',
  schema: 1,
  endpoint: parcelSearch,
} as const;

export const parcels = defineStream({
  id: 'parcels',
  label: 'Parcels',
  about: '',
  ...times,
  primaryKey: 'parcel_id',
  parentKey: 'parcel_id',
  fields: {
    parcel_id: field('id', 'id'),
    created: field('time', 'created'),
    updated: field('time', 'updated'),
    title: field('text', 'label.title'),
    sender: field('hash', 'sender'),
    weight: field('integer', 'weight'),
    insured: field('boolean', 'insured'),
    rate: field('decimal', 'rate'),
    price: field('money', 'label.price'),
    never: field('text', 'never'),
  },
});

export const things = defineStream({
  id: 'things',
  label: 'Things',
  about: '',
  ...times,
  explode: 'things',
  primaryKey: 'thing_id',
  parentKey: 'parcel_id',
  fields: {
    thing_id: field('id', 'id'),
    parcel_id: field('id', '^.id'),
    updated: field('time', '^.updated'),
    title: field('text', '^.label.title'),
    price: field('money', 'price'),
  },
});

export interface Parcel {
  id: string;
  created: number;
  updated: number;
  sender?: string;
  weight?: number;
  insured?: boolean;
  rate?: string;
  label?: { title?: string; price?: string };
  things?: { id: string; price: string }[];
}

/** Not a secret hash: tests want to read it. */
export const plainHash = (text: string): string => `#${text}`;

/** A row of parcels by field name. */
export const named = (row: Row): Record<string, unknown> =>
  Object.fromEntries(Object.keys(parcels.fields).map((id, i) => [id, row[i]]));
