import { catalog } from '../../src/server/catalog';
import { METRIC_FILES } from '../../src/server/catalog/metrics';
import type { Catalog, Metric, RatioMetric, SumMetric } from '../../src/server/core/metric';
import type { Stream } from '../../src/server/core/stream';
import { faultsOf } from './faults';

test('everything that the catalogue names is there, and of the right kind', () => {
  expect(faultsOf(catalog)).toEqual([]);
  expect(Object.keys(catalog.metrics).length).toBeGreaterThan(25);
  expect(Object.keys(catalog.dimensions).length).toBeGreaterThan(60);
});

test('no metric hides another of its id', () => {
  const ids = METRIC_FILES.flatMap((metrics) => Object.keys(metrics));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

const withMetric = (id: string, change: object): Catalog => ({
  ...catalog,
  metrics: { ...catalog.metrics, [id]: { ...(catalog.metrics[id] as Metric), ...change } as Metric },
});
const gmv = catalog.metrics['gmv'] as SumMetric;
const aov = catalog.metrics['aov'] as RatioMetric;
const toOrders = catalog.relations.find(
  ({ child, parent }) => child === 'line_items' && parent === 'orders',
)!;
const others = catalog.relations.filter((relation) => relation !== toOrders);
const orders = catalog.streams['orders'] as Stream;
const { currencyField: _, ...coinless } = orders;

describe('a planted fault is found', () => {
  test.each<[string, Catalog, string]>([
    [
      'an unknown field in a sum',
      withMetric('gmv', { terms: [...gmv.terms, { field: 'totl', sign: 1 }] }),
      'gmv: there is no field orders.totl',
    ],
    [
      'a text in a sum',
      withMetric('gmv', { terms: [{ field: 'order_status', sign: 1 }] }),
      'gmv: orders.order_status is text, not money',
    ],
    ['a sum of nothing', withMetric('gmv', { terms: [] }), 'gmv: nothing to sum'],
    [
      'an unknown time',
      withMetric('gmv', { time: 'sold_time', counted: undefined }),
      'gmv: orders has no time sold_time',
    ],
    ['an unknown condition', withMetric('gmv', { counted: 'sold' }), 'gmv: orders has no time sold'],
    [
      'a distinct count of amounts',
      withMetric('customers', { fields: ['total_amount'] }),
      'customers: orders.total_amount is money, not id or text or hash',
    ],
    [
      'a ratio of an unknown metric',
      withMetric('aov', { of: [aov.of[0], 'ordres'] }),
      'aov: there is no metric ordres',
    ],
    [
      'a ratio of a ratio',
      withMetric('aov', { of: ['avg_item_price', aov.of[1]] }),
      'aov: avg_item_price is itself a ratio',
    ],
    [
      'a difference of a mean',
      withMetric('gmv_difference', { minus: ['tt_visitors'] }),
      'gmv_difference: tt_visitors does not add up',
    ],
    [
      'a difference of an unknown metric',
      withMetric('gmv_difference', { minus: ['tt_gvm'] }),
      'gmv_difference: there is no metric tt_gvm',
    ],
    ['an empty label', withMetric('gmv', { label: ' ' }), 'gmv: no label'],
    ['an empty formula', withMetric('aov', { formula: '' }), 'aov: no formula'],
    [
      'a dimension of an unknown field',
      {
        ...catalog,
        dimensions: {
          d: {
            ...catalog.dimensions['order_status']!,
            kind: 'field',
            homes: [{ stream: 'orders', field: 'x' }],
          },
        },
      },
      'd: there is no field orders.x',
    ],
    [
      'a dimension of amounts',
      {
        ...catalog,
        dimensions: {
          d: {
            ...catalog.dimensions['order_status']!,
            kind: 'field',
            homes: [{ stream: 'orders', field: 'tax' }],
          },
        },
      },
      'd: splits by an amount',
    ],
    [
      'a derived value of an unknown field',
      {
        ...catalog,
        derived: { ...catalog.derived, sales_time: { ...catalog.derived['sales_time']!, needs: ['payed'] } },
      },
      'sales_time: there is no field orders.payed',
    ],
    [
      'a relation by an unknown key',
      { ...catalog, relations: [{ ...toOrders, childKey: 'order' }, ...others] },
      'line_items in orders: there is no field line_items.order',
    ],
    [
      'a relation with a weight that is no number',
      { ...catalog, relations: [{ ...toOrders, weight: 'sku_id' }, ...others] },
      'line_items in orders: line_items.sku_id is id, not money or decimal or integer',
    ],
    [
      'rows placed by no time',
      { ...catalog, rowTime: { orders: 'order_id' } },
      'rowTime: orders has no time order_id',
    ],
  ])('%s', (_what, broken, fault) => {
    expect(faultsOf(broken)).toEqual([fault]);
  });

  test('money without a currency', () => {
    const broken = { ...catalog, streams: { ...catalog.streams, orders: coinless } };
    expect(faultsOf(broken)).toContain('gmv: the money of orders has no currency');
  });
});
