import { answer } from '../../src/server/sample/answer';
import type { Shop } from '../../src/server/sample/shop';
import type { Story } from '../../src/server/sample/story';
import { ORDERS_SEARCH } from './shops-under-test';

export type Order = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly status: string;
  readonly create_time: number;
  readonly update_time: number;
  readonly payment: Readonly<Record<string, string>>;
  readonly line_items: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
};
type Page = {
  readonly orders: readonly Order[];
  readonly next_page_token: string;
  readonly total_count: number;
};

/** One page of an order search at a moment in milliseconds. */
export function searchPage(
  story: Story,
  shop: Shop,
  now: number,
  body: Record<string, unknown>,
  query: Record<string, string> = {},
): Page {
  const reply = answer(story, {
    method: 'POST',
    path: ORDERS_SEARCH,
    query: { shop_cipher: shop.cipher, page_size: '100', ...query },
    body,
    now,
  });
  const { code, data, message } = JSON.parse(reply.body) as { code: number; data: Page; message: string };
  if (code !== 0) throw new Error(message);
  return data;
}

/** All pages of a search; `tick` moves the clock between them, in milliseconds. */
export function searchAll(
  story: Story,
  shop: Shop,
  now: number,
  body: Record<string, unknown> = {},
  query: Record<string, string> = {},
  tick = 0,
): Order[] {
  const found: Order[] = [];
  for (let token = '', moment = now; ; moment += tick) {
    const page = searchPage(story, shop, moment, body, token ? { ...query, page_token: token } : query);
    found.push(...page.orders);
    token = page.next_page_token;
    if (token === '') return found;
  }
}
