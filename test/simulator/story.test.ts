import fc from 'fast-check';
import { dayStart } from '../../src/server/sample/shop';
import { SAMPLE_FIRST_DAY, type Story, sampleStory } from '../../src/server/sample/story';
import { storyOf } from '../../src/server/sample/story-of';
import { type Order, searchAll, searchPage } from './ask';
import { DAY, HOUR, NOW, STORY } from './shops-under-test';

const DECIMALS: Record<string, number> = { VND: 0, IDR: 0, JPY: 0 };
const MARKETS = ['US', 'GB', 'ID', 'VN', 'DE', 'MY', 'TH', 'JP'];

/** A story and one of its shops at a moment, all arbitrary. */
const scene = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 6 }),
    market: fc.constantFrom(...MARKETS),
    hours: fc.integer({ min: 24, max: 24 * 140 }),
  })
  .map(({ seed, market, hours }) => {
    const story = storyOf({ seed, shops: [market], orders: 300, since: '2026-01-01', until: '2026-04-15' });
    return { story, shop: story.shops[0]!, now: Date.UTC(2026, 0, 1) + hours * HOUR };
  });
const holds = (
  check: (given: { story: Story; shop: Story['shops'][number]; now: number }) => void,
  numRuns = 12,
) => fc.assert(fc.property(scene, check), { numRuns });

/** A decimal string in smallest units, exactly. */
function units(text: string | undefined, currency: string): number {
  if (text === undefined) return 0;
  const decimals = DECIMALS[currency] ?? 2;
  expect(text).toMatch(decimals === 0 ? /^\d+$/ : /^(0|\d+\.\d\d)$/);
  return Number(text.replace('.', ''));
}

describe('money', () => {
  test("TikTok's identities hold to the smallest unit, for every order in every market", () => {
    holds(({ story, shop, now }) => {
      for (const { payment, line_items: items } of searchAll(story, shop, now)) {
        const currency = payment['currency']!;
        const of = (key: string) => units(payment[key], currency);
        const sum = (key: string) =>
          items.reduce((total, item) => total + units(item[key] as string, currency), 0);
        expect(of('sub_total')).toBe(
          of('original_total_product_price') - of('seller_discount') - of('platform_discount'),
        );
        expect(of('sub_total')).toBe(sum('sale_price'));
        expect(of('original_total_product_price')).toBe(sum('original_price'));
        expect(of('seller_discount')).toBe(sum('seller_discount'));
        expect(of('platform_discount')).toBe(sum('platform_discount'));
        expect(of('shipping_fee')).toBe(
          of('original_shipping_fee') -
            of('shipping_fee_seller_discount') -
            of('shipping_fee_platform_discount'),
        );
        expect(of('tax')).toBe(of('product_tax') + of('shipping_fee_tax'));
        expect(of('total_amount')).toBe(
          of('sub_total') + of('shipping_fee') + of('tax') + of('retail_delivery_fee'),
        );
      }
    });
  });

  test('tax is stated per item in the US, on the order across borders, and not at all where prices include it', () => {
    const { shops, ...rest } = STORY;
    const story = storyOf({ ...rest, shops: [...shops, 'DE'] });
    const taxed = story.shops.map((shop) => {
      const orders = searchAll(story, shop, NOW);
      return [
        shop.region.code,
        orders.some(({ payment }) => payment['tax'] !== '0'),
        orders.some(({ line_items }) => line_items[0]!['item_tax']),
      ];
    });
    expect(taxed).toEqual([
      ['US', true, true],
      ['VN', false, false],
      ['GB', true, false],
      ['JP', false, false],
      ['DE', false, false],
    ]);
  });
});

describe('life', () => {
  const END = ['COMPLETED', 'CANCELLED'];

  test('rendered later, no order is gone, none is created anew, and update_time never falls', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 60 * 24 }), ({ story, shop, now }, hours) => {
        const later = new Map(searchAll(story, shop, now + hours * HOUR).map((order) => [order.id, order]));
        for (const order of searchAll(story, shop, now)) {
          const then = later.get(order.id)!;
          expect(then.create_time).toBe(order.create_time);
          expect(then.update_time).toBeGreaterThanOrEqual(order.update_time);
          expect(then.line_items.map(({ id }) => id)).toEqual(order.line_items.map(({ id }) => id));
          expect(then.payment).toEqual(order.payment);
          // What changes, changes update_time: an incremental sync can see it.
          if (then.update_time === order.update_time) expect(then).toEqual(order);
          if (END.includes(order.status)) expect(then).toEqual(order);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('times lie in their order, none of what has happened in the future, and all within 45 days', () => {
    holds(({ story, shop, now }) => {
      for (const order of searchAll(story, shop, now)) {
        const happened = [
          'create_time',
          'paid_time',
          'rts_time',
          'collection_time',
          'delivery_time',
          'update_time',
        ];
        const times = happened.map((key) => order[key]).filter((time) => time !== undefined) as number[];
        if (!order['is_cod']) expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(Math.max(...times)).toBe(order.update_time);
        expect(order.update_time).toBeLessThanOrEqual(now / 1000);
        expect(order.update_time - order.create_time).toBeLessThan(45 * 86_400);
      }
    });
  });

  test('keys that do not apply are left out', () => {
    holds(({ story, shop, now }) => {
      for (const order of searchAll(story, shop, now)) {
        expect(Object.values(order)).not.toContain(null);
        const early = order.status === 'UNPAID' || order.status === 'ON_HOLD';
        expect('recipient_address' in order).toBe(!early);
        expect('cancel_time' in order).toBe(order.status === 'CANCELLED');
        expect('cancel_reason' in order).toBe(order.status === 'CANCELLED');
        if (order.status === 'UNPAID') expect(order).not.toHaveProperty('paid_time');
        expect('tracking_number' in order).toBe('rts_time' in order);
        expect('delivery_time' in order).toBe(order['delivery_time'] !== undefined);
      }
    });
  });
});

describe('search', () => {
  const seconds = (now: number) => Math.floor(now / 1000);

  test('every filter equals the same filter by hand on the whole history', () => {
    const pick = fc.record({
      created: fc.option(fc.tuple(fc.nat(100 * 86_400), fc.nat(60 * 86_400)), { nil: undefined }),
      updated: fc.option(fc.tuple(fc.nat(100 * 86_400), fc.nat(30 * 86_400)), { nil: undefined }),
      status: fc.constantFrom(undefined, 'UNPAID', 'ON_HOLD', 'IN_TRANSIT', 'COMPLETED', 'CANCELLED'),
      shipping: fc.constantFrom(undefined, 'TIKTOK', 'SELLER'),
      buyerOf: fc.option(fc.nat(), { nil: undefined }),
      requested: fc.constantFrom(undefined, true, false),
      warehouse: fc.constantFrom(undefined, 0, 1),
    });
    fc.assert(
      fc.property(scene, pick, ({ story, shop, now }, wish) => {
        const all = searchAll(story, shop, now);
        fc.pre(all.length > 0);
        const body: Record<string, unknown> = {
          order_status: wish.status,
          shipping_type: wish.shipping,
          is_buyer_request_cancel: wish.requested,
          buyer_user_id: wish.buyerOf === undefined ? undefined : all[wish.buyerOf % all.length]!['user_id'],
          warehouse_ids: wish.warehouse === undefined ? undefined : [shop.warehouses[wish.warehouse]],
        };
        for (const [name, span] of [
          ['create_time', wish.created],
          ['update_time', wish.updated],
        ] as const) {
          if (!span) continue;
          body[`${name}_ge`] = seconds(now) - span[0] - span[1];
          body[`${name}_lt`] = seconds(now) - span[0];
        }
        const byHand = all.filter(
          (order) =>
            (!wish.created || inside(order.create_time, body, 'create_time')) &&
            (!wish.updated || inside(order.update_time, body, 'update_time')) &&
            (wish.status === undefined || order.status === wish.status) &&
            (wish.shipping === undefined || order['shipping_type'] === wish.shipping) &&
            (wish.requested === undefined ||
              (order['is_buyer_request_cancel'] ?? false) === wish.requested) &&
            (wish.buyerOf === undefined || order['user_id'] === body['buyer_user_id']) &&
            (wish.warehouse === undefined || order['warehouse_id'] === shop.warehouses[wish.warehouse]),
        );
        expect(searchAll(story, shop, now, JSON.parse(JSON.stringify(body)))).toEqual(byHand);
      }),
      { numRuns: 100 },
    );
  });

  function inside(time: number, body: Record<string, unknown>, name: string): boolean {
    return time >= (body[`${name}_ge`] as number) && time < (body[`${name}_lt`] as number);
  }

  test('paging a closed create_time window gives each order once, however fast orders change meanwhile', () => {
    fc.assert(
      fc.property(
        scene,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(3 * 24),
        ({ story, shop, now }, size, hours) => {
          const window = { create_time_ge: seconds(now) - 40 * 86_400, create_time_lt: seconds(now) };
          const query = { page_size: String(size * 10), sort_field: 'create_time', sort_order: 'ASC' };
          const ids = searchAll(story, shop, now, window, query, hours * HOUR).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(searchAll(story, shop, now, window).map(({ id }) => id));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('sorts by either time in both directions; unsorted, the oldest come first', () => {
    const story = storyOf(STORY);
    const shop = story.shops[0]!;
    const times = (query: Record<string, string>, key: 'create_time' | 'update_time') =>
      searchAll(story, shop, NOW, {}, query).map((order) => order[key]);
    const rising = (list: number[]) => expect(list).toEqual([...list].sort((a, b) => a - b));
    const falling = (list: number[]) => expect(list).toEqual([...list].sort((a, b) => b - a));
    rising(times({}, 'create_time'));
    rising(times({ sort_field: 'update_time', sort_order: 'ASC' }, 'update_time'));
    falling(times({ sort_field: 'update_time' }, 'update_time'));
    falling(times({ sort_order: 'DESC' }, 'create_time'));
  });

  test('total_count counts the search, and the last page has an empty token', () => {
    const story = storyOf(STORY);
    const shop = story.shops[0]!;
    const page = searchPage(story, shop, NOW, {}, { page_size: '10' });
    expect(page.total_count).toBe(searchAll(story, shop, NOW).length);
    expect(page.orders).toHaveLength(10);
    const last = searchPage(story, shop, NOW, { create_time_ge: 0, create_time_lt: 1 });
    expect(last).toEqual({ orders: [], next_page_token: '', total_count: 0 });
  });
});

describe('a story of any size', () => {
  test('has exactly as many orders as asked for, all with different ids, and tells the same story again', () => {
    const whole = (seed: string) => {
      const story = storyOf({ ...STORY, seed });
      return story.shops.flatMap((shop) => searchAll(story, shop, NOW + 60 * DAY));
    };
    const orders = whole('a');
    expect(orders).toHaveLength(STORY.orders);
    for (const ids of [
      orders.map(({ id }) => id),
      orders.flatMap((order) => order.line_items.map(({ id }) => id)),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^\d{18,19}$/.test(id))).toBe(true);
      // Read as numbers, neighbours become one: whoever does that is found out.
      expect(new Set(ids.map(Number)).size).toBeLessThan(ids.length);
    }
    expect(whole('a')).toEqual(orders);
    expect(whole('b')[0]).not.toEqual(orders[0]);
  });

  test('a day in a large history costs a day, not the history', () => {
    const story = storyOf({
      seed: 'big',
      shops: 1,
      orders: 1_000_000,
      since: '2020-01-01',
      until: '2026-01-01',
    });
    const shop = story.shops[0]!;
    const from = Date.UTC(2025, 5, 1) / 1000;
    shop.count(20_000);
    const start = process.hrtime.bigint();
    const page = searchPage(story, shop, NOW, { create_time_ge: from, create_time_lt: from + 86_400 });
    expect(page.total_count).toBeGreaterThan(100);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
  });
});

describe('what reports have to cope with is in the story', () => {
  const story = storyOf({ ...STORY, orders: 6000 });
  const orders = story.shops.flatMap((shop) => searchAll(story, shop, NOW));
  const items = orders.flatMap((order) => order.line_items);
  const some = (test: (order: Order) => boolean) => expect(orders.some(test)).toBe(true);

  test('every status, and repeat buyers', () => {
    expect(new Set(orders.map(({ status }) => status)).size).toBe(9);
    const buyers = new Set(orders.map((order) => order['user_id'])).size;
    expect(buyers / orders.length).toBeGreaterThan(0.5);
    expect(buyers / orders.length).toBeLessThan(0.85);
  });

  test('cash on delivery: paid on delivery, or delivered and never booked as paid', () => {
    some(
      (order) =>
        order['is_cod'] === true &&
        order['paid_time'] === order['delivery_time'] &&
        order.status === 'COMPLETED',
    );
    some((order) => order['is_cod'] === true && !('paid_time' in order) && order.status === 'COMPLETED');
    some((order) => order['is_cod'] === true && !('paid_time' in order) && order.status === 'CANCELLED');
  });

  test('several units of a product, gifts, samples, replacements, split parcels, cancel requests', () => {
    some(({ line_items: all }) => all.length > new Set(all.map((item) => item['sku_id'])).size);
    expect(items.some((item) => item['is_gift'] === true && item['sale_price'] === '0')).toBe(true);
    for (const flag of [
      'is_sample_order',
      'is_replacement_order',
      'is_on_hold_order',
      'is_buyer_request_cancel',
    ]) {
      some((order) => order[flag] === true);
    }
    some((order) => (order['packages'] as unknown[] | undefined)?.length === 2);
    some((order) => order['cancel_reason'] === 'Giao hàng không thành công');
  });

  test('texts that a spreadsheet would like to turn into something else', () => {
    const skus = new Set(items.map((item) => item['seller_sku']));
    for (const sku of ['1E5', '12-05', 'TRUE', '007']) expect(skus).toContain(sku);
    const names = new Set(items.map((item) => String(item['product_name'])[0]));
    for (const first of ['=', '+', '-', '@']) expect(names).toContain(first);
  });
});

describe('the sample shop', () => {
  const story = sampleStory();
  const shop = story.shops[0]!;

  test('opens on its stated day', () => {
    const opening = Date.parse(SAMPLE_FIRST_DAY) / 1000;
    expect(dayStart(shop, shop.firstDay)).toBe(opening + 8 * 3600);
    expect(searchPage(story, shop, opening * 1000, {}).total_count).toBe(0);
    expect(searchPage(story, shop, (opening + 3 * 86_400) * 1000, {}).total_count).toBeGreaterThan(10);
  });

  test('grows from about 15 orders a day to about 35, with weekday and hour patterns', () => {
    const perDay = (from: number, days: number) => {
      const counts = Array.from({ length: days }, (_, day) => shop.count(shop.firstDay + from + day));
      return counts.sort((a, b) => a - b)[Math.floor(days / 2)]!;
    };
    expect(perDay(0, 60)).toBeGreaterThanOrEqual(12);
    expect(perDay(0, 60)).toBeLessThanOrEqual(18);
    expect(perDay(780, 90)).toBeGreaterThanOrEqual(28);
    expect(perDay(780, 90)).toBeLessThanOrEqual(42);
    const hours = searchAll(story, shop, Date.UTC(2025, 0, 1)).map(
      (order) => (Math.floor(order.create_time / 3600) + 16) % 24,
    );
    const at = (hour: number) => hours.filter((each) => each === hour).length;
    expect(at(20)).toBeGreaterThan(5 * at(4));
  });
});
