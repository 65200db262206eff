// A plain client of the Partner API: one call after another, one page after another. It serves tests, the dump tool and
// as the baseline of measurements, and shares no code with the add-on.
import type { App } from './app';
import { parseKeepingIds } from './parse-keeping-ids';
import { signatureOf } from './signature';
import { controlOver } from './start';

/** Virtual time, moved on by the latency of each answer. Milliseconds. */
type VirtualTime = { now: number };

type ClientReply = {
  readonly status: number;
  readonly text: string;
  /** The parsed envelope with ids as strings; undefined if the answer is no JSON object. */
  readonly envelope: Envelope | undefined;
};
type Envelope = {
  readonly code: number;
  readonly message: string;
  readonly data?: Record<string, unknown>;
};
type TikTokRecord = Readonly<Record<string, unknown>>;
type ClientShop = {
  readonly id: string;
  readonly cipher: string;
  readonly name: string;
  readonly region: string;
};
type Tokens = { accessToken: string; refreshToken: string };

export type Client = {
  readonly time: VirtualTime;
  readonly tokens: Tokens;
  /** One signed call, whatever comes back. */
  call(
    method: 'GET' | 'POST',
    path: string,
    query?: Record<string, string>,
    body?: unknown,
  ): Promise<ClientReply>;
  /** The `data` of a successful call; throws on any other. Refreshes an expired token once. */
  data(
    method: 'GET' | 'POST',
    path: string,
    query?: Record<string, string>,
    body?: unknown,
  ): Promise<Record<string, unknown>>;
  refresh(): Promise<void>;
  shops(): Promise<readonly ClientShop[]>;
  /** Pages a search to its end; `filter` is the request body. */
  orders(
    shop: Pick<ClientShop, 'cipher'>,
    filter: Record<string, unknown>,
    sortField?: string,
  ): AsyncGenerator<TikTokRecord>;
};

/** Asks for a seller's consent without a browser and takes the first tokens. */
export async function connect(
  url: string,
  { now, seller = 0 }: { readonly now: number; readonly seller?: number },
): Promise<Client> {
  const control = controlOver(url);
  const app = await control('app', {});
  const { sellers } = await control('sellers', {});
  const time: VirtualTime = { now };
  const consent = new URLSearchParams({
    service_id: app.serviceId,
    state: 'from the plain client',
    seller: sellers[seller]!.openId,
    decision: 'authorize',
  });
  const back = await fetch(`${url}/open/authorize?${consent}`, {
    redirect: 'manual',
    headers: { 'x-virtual-now': String(now) },
  });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return clientWith(url, app, time, await tokenCall(url, app, time, 'get', { auth_code: code }));
}

async function tokenCall(
  url: string,
  app: App,
  time: VirtualTime,
  what: 'get' | 'refresh',
  given: Record<string, string>,
) {
  const query = new URLSearchParams({
    app_key: app.appKey,
    app_secret: app.appSecret,
    grant_type: what === 'get' ? 'authorized_code' : 'refresh_token',
    ...given,
  });
  const response = await fetch(`${url}/api/v2/token/${what}?${query}`, {
    headers: { 'x-virtual-now': String(time.now) },
  });
  const { code, message, data } = (await response.json()) as Envelope;
  if (code !== 0) throw new Error(`token ${what}: ${code} ${message}`);
  return { accessToken: String(data?.['access_token']), refreshToken: String(data?.['refresh_token']) };
}

function clientWith(url: string, app: App, time: VirtualTime, tokens: Tokens): Client {
  const client: Client = {
    time,
    tokens,

    async call(method, path, query = {}, body) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const unsigned = { ...query, app_key: app.appKey, timestamp: String(Math.floor(time.now / 1000)) };
      const sign = signatureOf({ path, query: unsigned, body: text }, app.appSecret);
      const response = await fetch(`${url}${path}?${new URLSearchParams({ ...unsigned, sign })}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-tts-access-token': tokens.accessToken,
          'x-virtual-now': String(time.now),
        },
        ...(text === '' ? {} : { body: text }),
      });
      const answer = await response.text();
      time.now += Number(response.headers.get('x-virtual-latency-ms') ?? 0);
      return { status: response.status, text: answer, envelope: envelopeIn(answer) };
    },

    async data(method, path, query, body) {
      let reply = await client.call(method, path, query, body);
      if (reply.envelope?.code === 105002) {
        await client.refresh();
        reply = await client.call(method, path, query, body);
      }
      const { envelope } = reply;
      if (envelope?.code !== 0 || !envelope.data) {
        throw new Error(`${method} ${path}: ${reply.status} ${reply.text.slice(0, 300)}`);
      }
      return envelope.data;
    },

    async refresh() {
      Object.assign(
        tokens,
        await tokenCall(url, app, time, 'refresh', { refresh_token: tokens.refreshToken }),
      );
    },

    async shops() {
      return (await client.data('GET', '/authorization/202309/shops'))['shops'] as ClientShop[];
    },

    async *orders(shop, filter, sortField = 'create_time') {
      const query = { shop_cipher: shop.cipher, page_size: '100', sort_field: sortField, sort_order: 'ASC' };
      let token = '';
      do {
        const page = token ? { ...query, page_token: token } : query;
        const data = await client.data('POST', '/order/202309/orders/search', page, filter);
        yield* (data['orders'] ?? []) as TikTokRecord[];
        token = String(data['next_page_token'] ?? '');
      } while (token !== '');
    },
  };
  return client;
}

function envelopeIn(text: string): Envelope | undefined {
  try {
    const parsed = parseKeepingIds(text);
    return typeof parsed === 'object' && parsed !== null && 'code' in parsed
      ? (parsed as Envelope)
      : undefined;
  } catch {
    return undefined;
  }
}
