import { admit, type Call, refused, route } from '../../src/server/sample/answer';
import type { Refusal } from '../../src/server/sample/refusal';
import type { App } from './app';
import { GATEWAY } from './gateway-refusals';
import type { Incoming } from './incoming';
import type { Reply } from './reply';
import { signatureOf } from './signature';
import { appBy, type World } from './world';

/**
 * The Partner API behind its gateway. The order of the checks is TikTok's as far as it is known: path, method,
 * signature present, timestamp, app key, signature, token, scope, shop cipher, parameters, rate.
 */
export function gateway(world: World, incoming: Incoming): Reply {
  const { method, path, query, body, now } = incoming;
  const call: Call = { method, path, query, now };
  const refuse = (refusal: Refusal, headers: Record<string, string> = {}): Reply => ({
    ...refused(call, refusal),
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

  const routed = route(method, path);
  if ('refusal' in routed) return refuse(routed.refusal);
  const app = appBy(world, 'appKey', query['app_key']);
  const stranger = checkCaller(app, incoming);
  if (!app || stranger) return refuse(stranger ?? GATEWAY.appKey);
  const token = world.authorizations.find(incoming.headers['x-tts-access-token'] ?? '');
  if (!token || token.grant.revoked || token.grant.appKey !== app.appKey) return refuse(GATEWAY.token);
  if (now >= token.expiresAt) return refuse(GATEWAY.expired);
  const { scope } = routed.endpoint;
  if (!token.grant.scopes.includes(scope) || !app.scopes.includes(scope)) return refuse(GATEWAY.scope);

  const parsed = parseBody(body);
  if (!parsed) return refuse(GATEWAY.format);
  const admitted = admit(world.story, { ...call, body: parsed.value, shopIds: token.grant.seller.shopIds });
  if ('refusal' in admitted) return refuse(admitted.refusal);
  if (isOfOtherMarket(world, app, query['shop_cipher'])) return refuse(GATEWAY.region);
  if (world.throttle.refuses(`${query['shop_cipher'] ?? ''} ${routed.endpoint.path}`, now)) {
    const seconds = world.throttle.rule?.retryAfter;
    return refuse(GATEWAY.tooMany, seconds === undefined ? {} : { 'retry-after': String(seconds) });
  }
  return { ...admitted.tell(), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

/** Who calls, and is it really him: everything that the signed query proves. */
function checkCaller(app: App | undefined, { path, query, body, now }: Incoming): Refusal | undefined {
  if (!query['sign']) return GATEWAY.unsigned;
  const timestamp = Number(query['timestamp'] || Number.NaN);
  if (!(timestamp >= 0)) return GATEWAY.timeNegative;
  if (timestamp < now / 1000 - 300) return GATEWAY.timeEarly;
  if (timestamp > now / 1000 + 30) return GATEWAY.timeLate;
  if (!app) return GATEWAY.appKey;
  return query['sign'] === signatureOf({ path, query, body }, app.appSecret) ? undefined : GATEWAY.sign;
}

function isOfOtherMarket({ usApp, story }: World, app: App, cipher: string | undefined): boolean {
  const shop = usApp && story.shops.find((each) => each.cipher === cipher);
  return shop !== undefined && (shop.region.code === 'US') !== (app === usApp);
}

function parseBody(body: Buffer): { readonly value: unknown } | undefined {
  if (body.length === 0) return { value: undefined };
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return undefined;
  }
}
