import fc from 'fast-check';
import { KNOWN_DIFFERENCES } from '../../dev/openapi/known-differences';
import { findOperation } from '../../dev/openapi/spec';
import { validateAnswer, validateRequest } from '../../dev/openapi/validate';
import { answer, type Call } from '../../src/server/sample/answer';
import { livesOn } from '../../src/server/sample/content-figures';
import { ENDPOINTS } from '../../src/server/sample/endpoints';
import type { Endpoint } from '../../src/server/sample/endpoints/endpoint';
import { REGIONS } from '../../src/server/sample/regions';
import { type Story, sampleStory } from '../../src/server/sample/story';
import { storyOf } from '../../src/server/sample/story-of';

const DAY = 86_400;
const dayOf = (now: number, ago: number) => new Date(now - ago * DAY * 1000).toISOString().slice(0, 10);

const lastDays = (now: number, days: number, field: string) => ({
  [`${field}_ge`]: Math.floor(now / 1000) - days * DAY,
  [`${field}_lt`]: Math.floor(now / 1000),
});

/** A good call for each endpoint. A new endpoint fails here until somebody says how it is called. */
const CALLS: Record<
  string,
  (
    shop: Story['shops'][number],
    now: number,
    ids: () => string[],
    products: () => string[],
  ) => Omit<Call, 'now' | 'method' | 'path'> & { path?: string }
> = {
  '/authorization/202309/shops': () => ({ query: {} }),
  '/order/202309/orders/search': (shop, now) => ({
    query: { shop_cipher: shop.cipher, page_size: '100', sort_field: 'update_time', sort_order: 'DESC' },
    body: { update_time_ge: Math.floor(now / 1000) - 30 * DAY, update_time_lt: Math.floor(now / 1000) },
  }),
  '/analytics/202509/shop/performance': (shop, now) => ({
    query: {
      shop_cipher: shop.cipher,
      start_date_ge: new Date(now - 20 * DAY * 1000).toISOString().slice(0, 10),
      end_date_lt: new Date(now).toISOString().slice(0, 10),
      granularity: '1D',
    },
  }),
  '/return_refund/202602/returns/search': (shop, now) => ({
    query: { shop_cipher: shop.cipher, page_size: '50', sort_field: 'update_time', sort_order: 'ASC' },
    body: { locale: 'en-US', ...lastDays(now, 90, 'update_time') },
  }),
  '/return_refund/202602/cancellations/search': (shop, now) => ({
    query: { shop_cipher: shop.cipher, page_size: '50', sort_field: 'create_time', sort_order: 'ASC' },
    body: { locale: 'en-US', ...lastDays(now, 90, 'create_time') },
  }),
  '/affiliate_seller/202410/orders/search': (shop, now) => ({
    query: { shop_cipher: shop.cipher, page_size: '100' },
    body: lastDays(now, 90, 'create_time'),
  }),
  '/product/202502/products/search': (shop, now) => ({
    query: { shop_cipher: shop.cipher, page_size: '100' },
    body: { status: 'ALL', update_time_ge: 0, update_time_le: Math.floor(now / 1000) },
  }),
  '/product/202309/inventory/search': (shop, _now, _ids, products) => ({
    query: { shop_cipher: shop.cipher },
    body: { product_ids: products() },
  }),
  '/logistics/202309/warehouses': (shop) => ({ query: { shop_cipher: shop.cipher } }),
  '/promotion/202309/activities/search': (shop) => ({
    query: { shop_cipher: shop.cipher },
    body: { page_size: 100, page_token: '' },
  }),
  '/promotion/202406/coupons/search': (shop) => ({
    query: { shop_cipher: shop.cipher, page_size: '100' },
    body: { status: ['EXPIRED', 'ONGOING'] },
  }),
  '/customer_service/202407/performance': (shop, now) => ({
    query: {
      shop_cipher: shop.cipher,
      support_date_ge: new Date(now - 20 * DAY * 1000).toISOString().slice(0, 10),
      support_date_lt: new Date(now).toISOString().slice(0, 10),
    },
  }),
  '/analytics/202510/shop/performance/{date}/performance_per_hour': (shop, now) => ({
    query: { shop_cipher: shop.cipher },
    path: `/analytics/202510/shop/performance/${dayOf(now, 5)}/performance_per_hour`,
  }),
  ...Object.fromEntries(
    [
      '/analytics/202605/shop_products/performance',
      '/analytics/202509/shop_skus/performance',
      '/analytics/202605/shop_videos/performance',
      '/analytics/202509/shop_lives/performance',
    ].map((path) => [
      path,
      (shop: Story['shops'][number], now: number) => ({
        query: {
          shop_cipher: shop.cipher,
          start_date_ge: dayOf(now, 12),
          end_date_lt: dayOf(now, 5),
          page_size: '100',
          currency: 'LOCAL',
        },
      }),
    ]),
  ),
  '/analytics/202512/shop/{live_id}/products_performance': (shop, now) => {
    const day = Math.floor(now / 1000 / DAY);
    const live = Array.from({ length: 30 }, (_, ago) => livesOn(shop, day - ago)).flat()[0];
    return {
      query: { shop_cipher: shop.cipher },
      path: `/analytics/202512/shop/${live?.id}/products_performance`,
    };
  },
  '/order/202407/orders/{order_id}/price_detail': (shop, _now, ids) => ({
    query: { shop_cipher: shop.cipher },
    path: `/order/202407/orders/${ids()[0]}/price_detail`,
  }),
  '/product/202309/products/{product_id}': (shop, _now, _ids, products) => ({
    query: { shop_cipher: shop.cipher },
    path: `/product/202309/products/${products()[0]}`,
  }),
  ...Object.fromEntries(
    ['lives', 'videos'].map((what) => [
      `/analytics/202509/shop_${what}/overview_performance`,
      (shop: Story['shops'][number], now: number) => ({
        query: {
          shop_cipher: shop.cipher,
          today: 'true',
          start_date_ge: dayOf(now, 1),
          end_date_lt: dayOf(now, 0),
        },
      }),
    ]),
  ),
  '/order/202507/orders': (shop, _now, ids) => ({
    query: { shop_cipher: shop.cipher, ids: ids().join(',') },
  }),
  '/finance/202309/statements': (shop, now) => ({
    query: {
      shop_cipher: shop.cipher,
      statement_time_ge: String(Math.floor(now / 1000) - 30 * DAY),
      statement_time_lt: String(Math.floor(now / 1000)),
      sort_field: 'statement_time',
      sort_order: 'DESC',
      page_size: '10',
    },
  }),
  '/finance/202501/statements/{statement_id}/statement_transactions': (shop) => ({
    query: { shop_cipher: shop.cipher, sort_field: 'order_create_time', page_size: '100' },
  }),
  '/finance/202507/orders/unsettled': (shop) => ({
    query: { shop_cipher: shop.cipher, sort_field: 'order_create_time', sort_order: 'ASC', page_size: '100' },
  }),
  '/finance/202605/payments': (shop, now) => ({
    query: {
      shop_cipher: shop.cipher,
      create_time_ge: String(Math.floor(now / 1000) - 30 * DAY),
      create_time_lt: String(Math.floor(now / 1000)),
      sort_field: 'create_time',
      page_size: '20',
    },
  }),
  '/finance/202309/withdrawals': (shop, now) => ({
    query: {
      shop_cipher: shop.cipher,
      types: 'WITHDRAW,SETTLE,TRANSFER,REVERSE',
      create_time_ge: String(Math.floor(now / 1000) - 30 * DAY),
      create_time_lt: String(Math.floor(now / 1000)),
      page_size: '100',
    },
  }),
};

/** A path with the newest statement in place of its number; null before there is one. */
function pathOf(endpoint: Endpoint, story: Story, shop: Story['shops'][number], now: number): string | null {
  if (!endpoint.path.includes('{statement_id}')) return endpoint.path;
  const path = '/finance/202309/statements';
  const page = answer(story, {
    method: 'GET',
    path,
    now,
    ...CALLS[path]!(
      shop,
      now,
      () => [],
      () => [],
    ),
  });
  const [statement] =
    (JSON.parse(page.body) as { data: { statements?: { id: string }[] } }).data.statements ?? [];
  return statement ? endpoint.path.replace('{statement_id}', statement.id) : null;
}

const callFor = (
  endpoint: Endpoint,
  story: Story,
  shop: Story['shops'][number],
  now: number,
): Call | null => {
  const path = pathOf(endpoint, story, shop, now);
  const ids = () => {
    const page = answer(story, {
      method: 'POST',
      path: '/order/202309/orders/search',
      query: { shop_cipher: shop.cipher, page_size: '50', sort_field: 'create_time', sort_order: 'DESC' },
      now,
    });
    return (JSON.parse(page.body) as { data: { orders: { id: string }[] } }).data.orders.map(({ id }) => id);
  };
  const products = () => {
    const page = answer(story, {
      method: 'POST',
      path: '/product/202502/products/search',
      query: { shop_cipher: shop.cipher, page_size: '100' },
      body: { status: 'ACTIVATE' },
      now,
    });
    return (JSON.parse(page.body) as { data: { products: { id: string }[] } }).data.products.map(
      ({ id }) => id,
    );
  };
  return path === null
    ? null
    : { method: endpoint.method, path, now, ...CALLS[endpoint.path]!(shop, now, ids, products) };
};

test.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s asks and answers as TikTok describes it, in every market and at any time',
  (_name, endpoint) => {
    const seeds = fc.record({
      seed: fc.string({ minLength: 1, maxLength: 8 }),
      daysIn: fc.integer({ min: 1, max: 150 }),
      second: fc.integer({ min: 0, max: DAY - 1 }),
    });
    fc.assert(
      fc.property(seeds, ({ seed, daysIn, second }) => {
        const shops = REGIONS.map(({ code }) => code);
        const story = storyOf({ seed, shops, orders: 2400, since: '2026-01-01', until: '2026-05-01' });
        const now = Date.UTC(2026, 0, 1 + daysIn) + second * 1000;
        for (const shop of story.shops) {
          const call = callFor(endpoint, story, shop, now);
          if (!call) continue;
          expect(validateRequest(call.method, call.path, call.query, call.body)).toEqual([]);
          const { status, body } = answer(story, call);
          const envelope = JSON.parse(body) as { code: number; data: unknown };
          expect([status, envelope.code]).toEqual([200, 0]);
          expect(validateAnswer(call.method, call.path, envelope)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  },
);

test('the sample shop of the add-on conforms on every month of its history', () => {
  const story = sampleStory();
  const shop = story.shops[0]!;
  for (let month = 0; month < 30; month++) {
    const now = Date.UTC(2024, 6 + month, 15, 12);
    for (const endpoint of ENDPOINTS) {
      const call = callFor(endpoint, story, shop, now)!;
      expect(validateAnswer(call.method, call.path, JSON.parse(answer(story, call).body))).toEqual([]);
    }
  }
});

test('refusals conform too', () => {
  const story = sampleStory();
  const call = { method: 'POST', path: '/order/202309/orders/search', query: {}, now: Date.UTC(2026, 1, 1) };
  const { body } = answer(story, call);
  expect(JSON.parse(body)).toMatchObject({ code: 106013, data: null });
  expect(validateAnswer(call.method, call.path, JSON.parse(body))).toEqual([]);
});

test('a fault planted in a model answer is found', () => {
  const story = sampleStory();
  const endpoint = ENDPOINTS.find(({ path }) => path.endsWith('/search'))!;
  const call = callFor(endpoint, story, story.shops[0]!, Date.UTC(2026, 1, 1))!;
  const plant = (fault: (order: Record<string, unknown>) => void) => {
    const envelope = JSON.parse(answer(story, call).body) as { data: { orders: Record<string, unknown>[] } };
    fault(envelope.data.orders[3]!);
    return validateAnswer(call.method, call.path, envelope);
  };
  expect(plant(() => {})).toEqual([]);
  expect(plant((order) => Object.assign(order, { quantity: 2 }))).toHaveLength(1);
  expect(plant((order) => Object.assign(order, { create_time: '1700000000' }))).toHaveLength(1);
  expect(plant((order) => Object.assign(order, { paid_time: null }))).toHaveLength(1);
});

test('the known differences about answers are still needed: described nowhere, yet answered', () => {
  const now = Date.UTC(2026, 3, 1);
  const story = storyOf({
    seed: 's',
    shops: ['US', 'VN'],
    orders: 900,
    since: '2026-01-01',
    until: '2026-05-01',
  });
  for (const each of KNOWN_DIFFERENCES) {
    if (each.kind !== 'answer-key') continue;
    const [method = '', path = ''] = each.operation.split(' ');
    const endpoint = ENDPOINTS.find((known) => known.method === method && known.path === path)!;
    const bodies = story.shops.map((shop) => answer(story, callFor(endpoint, story, shop, now)!).body).join();
    expect(bodies).toContain(`"${each.key}"`);
    expect(JSON.stringify(findOperation(method, path))).not.toContain(`"${each.key}"`);
  }
});
