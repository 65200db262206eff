import { hashText } from './chance';
import { ENDPOINTS } from './endpoints';
import type { Endpoint, EndpointCall } from './endpoints/endpoint';
import { withRawIntegers } from './long-id';
import { REFUSAL, type Refusal } from './refusal';
import type { Shop } from './shop';
import type { Story } from './story';

export type Call = {
  readonly method: string;
  readonly path: string;
  /** Decoded query parameters. */
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined if there was none. */
  readonly body?: unknown;
  /** Milliseconds since 1970: the story is told up to here. */
  readonly now: number;
  /** Takes the place of `shop_cipher`. */
  readonly shopId?: string | undefined;
  /** Ids of the shops the caller may see; all of them if left out. */
  readonly shopIds?: readonly string[] | undefined;
};

export type Answer = { readonly status: number; readonly body: string };

/** An endpoint for a path, with the values of its placeholders; or why there is none. */
export function route(
  method: string,
  path: string,
): { readonly endpoint: Endpoint; readonly values: Record<string, string> } | { readonly refusal: Refusal } {
  let otherMethod = false;
  for (const endpoint of ENDPOINTS) {
    const values = match(endpoint.path, path);
    if (!values) continue;
    if (endpoint.method === method) return { endpoint, values };
    otherMethod = true;
  }
  return { refusal: otherMethod ? REFUSAL.method : REFUSAL.path };
}

/**
 * The checks that follow authentication: shop cipher, then parameters. What they let pass can be told; telling is the
 * dear part, so whoever throttles does it in between.
 */
export function admit(
  story: Story,
  call: Call,
): { readonly tell: () => Answer } | { readonly refusal: Refusal } {
  const routed = route(call.method, call.path);
  if ('refusal' in routed) return routed;
  const { endpoint, values } = routed;
  const { body = {} } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { refusal: REFUSAL.parameter };
  const shops = story.shops.filter((shop) => !call.shopIds || call.shopIds.includes(shop.id));
  const inner: EndpointCall = {
    query: call.query,
    body: body as Record<string, unknown>,
    path: values,
    now: Math.floor(call.now / 1000),
    shops,
  };
  if (endpoint.shopCipher === 'forbidden') {
    if (call.query['shop_cipher'] !== undefined) return { refusal: REFUSAL.cipherUnwanted };
    const refusal = endpoint.check(inner);
    return refusal ? { refusal } : { tell: () => success(call, endpoint.answer(inner)) };
  }
  const shop = shopOf(call, shops);
  if ('message' in shop) return { refusal: shop };
  const refusal = endpoint.check(inner, shop);
  return refusal ? { refusal } : { tell: () => success(call, endpoint.answer(inner, shop)) };
}

/** TikTok's endpoints as a function: what they would answer about this story at this moment. */
export function answer(story: Story, call: Call): Answer {
  const admitted = admit(story, call);
  return 'refusal' in admitted ? refused(call, admitted.refusal) : admitted.tell();
}

/** An error as TikTok writes it. */
export function refused(call: Pick<Call, 'path' | 'now'>, { code, message, status = 200 }: Refusal): Answer {
  return { status, body: JSON.stringify({ code, data: null, message, request_id: requestId(call) }) };
}

function success(call: Call, data: Record<string, unknown>): Answer {
  return {
    status: 200,
    body: withRawIntegers(JSON.stringify({ code: 0, data, message: 'Success', request_id: requestId(call) })),
  };
}

/** Not unique, but the same call at the same moment has the same id, which makes logs comparable. */
function requestId({ path, now }: Pick<Call, 'path' | 'now'>): string {
  return `${Math.floor(now)}${hashText(path).toString(16).toUpperCase().padStart(8, '0')}`;
}

function shopOf(call: Call, shops: readonly Shop[]): Shop | Refusal {
  const { shop_cipher: cipher } = call.query;
  if (call.shopId === undefined && !cipher) return REFUSAL.cipherMissing;
  const found = shops.find((shop) =>
    call.shopId === undefined ? shop.cipher === cipher : shop.id === call.shopId,
  );
  return found ?? REFUSAL.cipherUnknown;
}

function match(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i]!.startsWith('{')) values[wanted[i]!.slice(1, -1)] = given[i]!;
    else if (wanted[i] !== given[i]) return undefined;
  }
  return values;
}
