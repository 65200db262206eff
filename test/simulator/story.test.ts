import { dayStart } from '../../src/server/sample/shop';
import { SAMPLE_FIRST_DAY, sampleStory } from '../../src/server/sample/story';
import { storyOf } from '../../src/server/sample/story-of';
import { type Order, searchAll, searchPage } from './ask';
import { DAY, NOW, STORY } from './shops-under-test';

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
    const asked = new Set<number>();
    const shop = {
      ...story.shops[0]!,
      count(day: number) {
        asked.add(day);
        return story.shops[0]!.count(day);
      },
    };
    const from = Date.UTC(2025, 5, 1) / 1000;
    const watched = { ...story, shops: [shop] };
    const page = searchPage(watched, shop, NOW, { create_time_ge: from, create_time_lt: from + 86_400 });
    expect(page.total_count).toBeGreaterThan(100);
    // The day itself, and the months in which its buyers may have bought before: of some 2,200 days.
    expect(asked.size).toBeGreaterThan(0);
    expect(asked.size).toBeLessThan(300);
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
