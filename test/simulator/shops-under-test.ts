import type { StoryOptions } from '../../src/server/sample/story-of';

/** A small story in several markets, and a moment at which it has orders in every stage of life. */
export const STORY = {
  seed: 'tests',
  shops: ['US', 'VN', 'GB', 'JP'],
  orders: 1200,
  since: '2026-03-01',
  until: '2026-05-01',
} satisfies StoryOptions;

export const NOW = Date.UTC(2026, 3, 30, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ORDERS_SEARCH = '/order/202309/orders/search';
