import fc from 'fast-check';
import { searchAll } from './ask';
import { holds, scene } from './scene';
import { HOUR } from './shops-under-test';

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
