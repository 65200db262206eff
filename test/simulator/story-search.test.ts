import fc from 'fast-check';
import { storyOf } from '../../src/server/sample/story-of';
import { searchAll, searchPage } from './ask';
import { scene } from './scene';
import { HOUR, NOW, STORY } from './shops-under-test';

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
