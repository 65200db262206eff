// Every record that a shop of the model has, as TikTok's endpoints tell them: asked for without any of the add-on's code.
import { answer } from '../../src/server/sample/answer';
import type { Story } from '../../src/server/sample/story';

export type Json = Readonly<Record<string, unknown>>;
export const get = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Json | undefined)?.[key], value);
export const num = (value: unknown, path: string): number => Number(get(value, path) ?? 0);
export const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

export type Raw = ReturnType<ReturnType<typeof rawsOf>>;

/** What there is at a moment; moments are asked for in their order. */
export function rawsOf(story: Story) {
  const kept: Kept = new Map();
  return (now: number) => rawAt(story, now, kept);
}

/** Records by list and id, as they were at a moment: only what changed since is asked for anew. */
type Kept = Map<string, { at: number; byId: Map<string, Json> }>;

function rawAt(story: Story, now: number, kept: Kept) {
  const cipher = story.shops[0]!.cipher;
  const seconds = Math.floor(now / 1000);
  const data = (method: 'GET' | 'POST', path: string, query: Record<string, string>, body?: object): Json => {
    const reply = answer(story, { method, path, query: { shop_cipher: cipher, ...query }, body, now });
    const {
      code,
      data: told,
      message,
    } = JSON.parse(reply.body.replace(/([:[])(\d{16,})(?=[,}\]])/g, '$1"$2"')) as {
      code: number;
      data: Json;
      message: string;
    };
    if (code !== 0) throw new Error(`${path}: ${code} ${message}`);
    return told;
  };
  const pages = (
    method: 'GET' | 'POST',
    path: string,
    list: string,
    query: Record<string, string>,
    body?: object,
  ) => {
    const found: Json[] = [];
    for (let token = ''; ; ) {
      const page = data(method, path, token ? { ...query, page_token: token } : query, body);
      found.push(...((get(page, list) ?? []) as Json[]));
      token = String(page['next_page_token'] ?? '');
      if (token === '') return found;
    }
  };
  const size = { page_size: '100' };
  const sorted = (field: string) => ({ ...size, sort_field: field, sort_order: 'ASC' });
  const once = <Value>(make: () => Value) => {
    let held: { value: Value } | undefined;
    return () => {
      held ??= { value: make() };
      return held.value;
    };
  };
  const changing = (path: string, list: string, id: string, pageSize = '100') =>
    once(() => {
      const { at, byId } = kept.get(list) ?? { at: 0, byId: new Map<string, Json>() };
      const changed = { update_time_ge: at, update_time_lt: seconds + 1 };
      for (const one of pages('POST', path, list, { ...sorted('update_time'), page_size: pageSize }, changed))
        byId.set(String(one[id]), one);
      kept.set(list, { at: seconds, byId });
      return [...byId.values()];
    });
  const searched = (list: string, id: string) =>
    changing(`/return_refund/202602/${list.replace('return_orders', 'returns')}/search`, list, id, '50');
  const known = new Map<string, { list: Json[]; latest: string }>();
  const figures = (path: string, list: string, day: string) => {
    const key = `${path} ${day}`;
    if (!known.has(key)) {
      const next = iso(Date.parse(day) / 86_400_000 + 1);
      const query = { start_date_ge: day, end_date_lt: next, granularity: '1D', ...size };
      const latest = String(data('GET', path, query)['latest_available_date']);
      known.set(key, { latest, list: latest < day ? [] : pages('GET', path, list, query) });
    }
    return known.get(key)!.list;
  };
  return {
    now: seconds,
    orders: changing('/order/202309/orders/search', 'orders', 'id'),
    returns: searched('return_orders', 'return_id'),
    cancellations: searched('cancellations', 'cancel_id'),
    affiliate: once(() => pages('POST', '/affiliate_seller/202410/orders/search', 'orders', size, {})),
    statements: once(() =>
      pages('GET', '/finance/202309/statements', 'statements', sorted('statement_time')).map(
        (one): Json => ({
          ...one,
          transactions: once(() =>
            pages(
              'GET',
              `/finance/202501/statements/${String(one['id'])}/statement_transactions`,
              'transactions',
              sorted('order_create_time'),
            ),
          ),
        }),
      ),
    ),
    payments: once(() => pages('GET', '/finance/202605/payments', 'payments', sorted('create_time'))),
    withdrawals: once(() =>
      pages('GET', '/finance/202309/withdrawals', 'withdrawals', {
        ...size,
        types: 'WITHDRAW,SETTLE,TRANSFER,REVERSE',
      }),
    ),
    unsettled: once(() =>
      pages('GET', '/finance/202507/orders/unsettled', 'transactions', sorted('order_create_time')),
    ),
    products: once(() => pages('POST', '/product/202502/products/search', 'products', size, {})),
    stock: once(() => {
      const ids = pages('POST', '/product/202502/products/search', 'products', size, {})
        .filter(({ status }) => status !== 'DELETED')
        .map(({ id }) => id);
      return pages('POST', '/product/202309/inventory/search', 'inventory', {}, { product_ids: ids }).flatMap(
        ({ product_id, skus }) => (skus as Json[]).map((sku): Json => ({ product_id, ...sku })),
      );
    }),
    /** What a list of figures has for each of some days that are published. */
    figures: (path: string, list: string, days: readonly string[]) =>
      days.flatMap((day) => figures(`/analytics/${path}`, list, day)),
    hours: (days: readonly string[]) =>
      days.flatMap(
        (day) =>
          get(
            data('GET', `/analytics/202510/shop/performance/${day}/performance_per_hour`, {}),
            'performance.intervals',
          ) as Json[],
      ),
  };
}
