import { answer } from '../src/server/sample/answer';
import { storyOf } from '../src/server/sample/story-of';

export interface Order {
  line_items: unknown[];
}

/** A shop's orders between two days, as they stand months later. */
export function ordersOf(region: string, orders: number, since: string, until: string): Order[] {
  const story = storyOf({ seed: 'bench', shops: [region], orders, since, until });
  const records: Order[] = [];
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
  let token = '';
  do {
    const { body } = answer(story, {
      method: 'POST',
      path: '/order/202309/orders/search',
      query: {
        page_size: '100',
        sort_field: 'create_time',
        sort_order: 'ASC',
        ...(token ? { page_token: token } : {}),
      },
      body: { create_time_ge: day(since) - 2 * 86_400, create_time_lt: day(until) + 2 * 86_400 },
      now: (day(until) + 90 * 86_400) * 1000,
      shopId: story.shops[0]?.id,
    });
    const { data } = JSON.parse(body) as { data: { orders: Order[]; next_page_token: string } };
    records.push(...data.orders);
    token = data.next_page_token;
  } while (token !== '');
  return records;
}
