// Streams that TikTok has and the add-on does not read yet, made up: a shop's daily traffic, daily stock, returned items.
import { catalog as real } from '../../src/server/catalog';
import type { BaseMetric, Catalog, RatioMetric, TotalMetric } from '../../src/server/core/metric';
import type { Stream, StreamField } from '../../src/server/core/stream';
import { streams } from '../../src/server/streams';

const field = (type: StreamField['type'], path = 'x'): StreamField => ({
  type,
  path,
  label: path,
  about: '',
});
const stream = (id: string, fields: Stream['fields'], more: Partial<Stream> = {}): Stream => ({
  id,
  label: id,
  group: '',
  about: '',
  markets: '',
  history: '',
  freshness: '',
  privacy: '',
  endpoint: { ...streams.orders.endpoint, id },
  primaryKey: Object.keys(fields)[0] as string,
  parentKey: Object.keys(fields)[0] as string,
  createdPath: '',
  updatedPath: '',
  versionField: Object.keys(fields)[0] as string,
  schema: 1,
  fields,
  ...more,
});

export const traffic = stream(
  'traffic',
  {
    traffic_id: field('id'),
    day: field('day'),
    currency: field('text'),
    visitors: field('decimal'),
    gmv: field('money'),
  },
  { currencyField: 'currency' },
);
export const stock = stream(
  'stock',
  {
    stock_id: field('id'),
    stock_day: field('day'),
    sku_id: field('id'),
    warehouse: field('text'),
    currency: field('text'),
    available: field('integer'),
    price: field('money'),
  },
  { currencyField: 'currency' },
);
export const sentBack = stream('sent_back', {
  return_id: field('id'),
  line_item_id: field('id'),
  return_time: field('time'),
  reason: field('text'),
  refund: field('money'),
});

const words = (label: string) => ({ label, group: 'Made up', about: `${label}.`, formula: label });
const base = (metric: object, label: string) => ({ ...words(label), ...metric }) as BaseMetric;
const made = (metric: object, label: string) => ({ ...words(label), ...metric }) as RatioMetric | TotalMetric;
const ofStock = { kind: 'sum', told: true, stream: 'stock', time: 'stock_day' };
const home = (stream: string, name: string) => ({ stream, field: name });
const withHome = (id: string, ...more: { stream: string; field: string }[]) => {
  const known = real.dimensions[id];
  if (known?.kind !== 'field') throw new Error(`${id} is no field`);
  return { ...known, homes: [...known.homes, ...more] };
};

/** The add-on's own catalogue with the made-up streams beside it. */
export const catalog: Catalog = {
  ...real,
  streams: { ...real.streams, traffic, stock, sent_back: sentBack },
  relations: [
    ...real.relations,
    {
      child: 'sent_back',
      parent: 'line_items',
      childKey: 'line_item_id',
      parentKey: 'line_item_id',
      weight: 'refund',
    },
  ],
  rowTime: { ...real.rowTime, sent_back: 'return_time', stock: 'stock_day', traffic: 'day' },
  metrics: {
    ...real.metrics,
    stock: base(
      { kind: 'last', type: 'integer', stream: 'stock', time: 'stock_day', field: 'available' },
      'Stock',
    ),
    least_price: base(
      { kind: 'min', type: 'money', stream: 'stock', time: 'stock_day', field: 'price' },
      'Least price',
    ),
    most_available: base(
      { kind: 'max', type: 'integer', stream: 'stock', time: 'stock_day', field: 'available' },
      'Most available',
    ),
    visitors: base(
      { kind: 'average', type: 'decimal', stream: 'traffic', time: 'day', field: 'visitors' },
      'Visitors',
    ),
    tiktok_gmv: base(
      {
        kind: 'sum',
        type: 'money',
        stream: 'traffic',
        time: 'day',
        terms: [{ field: 'gmv', sign: 1 }],
      },
      'TikTok GMV',
    ),
    refunds: base(
      {
        kind: 'sum',
        type: 'money',
        stream: 'sent_back',
        time: 'return_time',
        terms: [{ field: 'refund', sign: 1 }],
      },
      'Refunds',
    ),
    told_visitors: base(
      {
        kind: 'sum',
        told: true,
        type: 'decimal',
        stream: 'traffic',
        time: 'day',
        terms: [{ field: 'visitors', sign: 1 }],
      },
      'Told visitors',
    ),
    told_prices: base({ ...ofStock, type: 'money', terms: [{ field: 'price', sign: 1 }] }, 'Told prices'),
    told_stock: base({ ...ofStock, type: 'integer', terms: [{ field: 'available', sign: 1 }] }, 'Told stock'),
    told_more: made(
      { kind: 'total', type: 'decimal', of: ['told_visitors'], minus: ['told_stock'] },
      'Told more',
    ),
    gmv_beyond: made(
      { kind: 'total', type: 'money', of: ['gmv', 'tax_amount'], minus: ['tiktok_gmv', 'refunds'] },
      'GMV beyond',
    ),
    kept_gmv: made({ kind: 'total', type: 'money', of: ['gmv'], minus: ['refunds'] }, 'Kept GMV'),
    stock_days: base({ kind: 'days', type: 'integer', stream: 'stock', time: 'stock_day' }, 'Stock days'),
    cover: made({ kind: 'ratio', type: 'decimal', of: ['stock', 'items_per_day'] }, 'Cover'),
    sold_part: made({ kind: 'ratio', type: 'percent', of: ['items_sold', 'stock'], part: true }, 'Sold part'),
    told_part: made(
      { kind: 'ratio', type: 'percent', of: ['told_visitors', 'told_stock'], part: true },
      'Told part',
    ),
    gmv_per_thousand: made(
      { kind: 'ratio', type: 'money', of: ['gmv', 'visitors'], per: 1000 },
      'GMV per thousand',
    ),
  },
  dimensions: {
    ...real.dimensions,
    sku_id: withHome('sku_id', home('stock', 'sku_id')),
    currency: withHome('currency', home('traffic', 'currency'), home('stock', 'currency')),
    stock_warehouse: {
      kind: 'field',
      type: 'text',
      label: 'Stock Warehouse',
      group: '',
      about: '',
      homes: [home('stock', 'warehouse')],
    },
    sent_back_reason: {
      kind: 'field',
      type: 'text',
      label: 'Sent Back Reason',
      group: '',
      about: '',
      homes: [home('sent_back', 'reason')],
    },
  },
};
