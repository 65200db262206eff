import type { TokenPair } from './authorizations';
import type { Incoming } from './incoming';
import { json, type Reply } from './reply';
import { appBy, type World } from './world';

/** /api/v2/token/get and /refresh: unsigned GET calls that carry the app secret; errors come with HTTP 200. */
export function tokenEndpoint(world: World, { path, query, now, method }: Incoming): Reply {
  const requestId = `${now}0TOKEN`;
  const refuse = (code: number, message: string) =>
    json({ code, message, request_id: requestId, data: null });
  const invalid = (name: string, expected: string) =>
    refuse(98001004, `Parameter ${name} is invalid. Reason: unexpected value. Expected: ${expected}`);

  if (method !== 'GET')
    return json({ code: 36009010, message: 'Invalid method.', request_id: requestId }, 405);
  const app = appBy(world, 'appKey', query['app_key']);
  if (!app) return invalid('app_key', 'the key of an app');
  if (query['app_secret'] !== app.appSecret) return invalid('app_secret', 'the secret of the app');

  let pair: TokenPair | undefined;
  if (path === '/api/v2/token/get') {
    if (query['grant_type'] !== 'authorized_code') return invalid('grant_type', 'authorized_code');
    pair = world.authorizations.redeem(query['auth_code'] ?? '', app.appKey, now);
    if (!pair) return refuse(36004004, 'invalid auth code');
  } else if (path === '/api/v2/token/refresh') {
    if (query['grant_type'] !== 'refresh_token') return invalid('grant_type', 'refresh_token');
    pair = world.authorizations.refresh(query['refresh_token'] ?? '', app.appKey, now);
    if (!pair) return refuse(36004001, 'rt has expired');
  } else {
    return json({ code: 36009009, message: 'Invalid path.', request_id: requestId }, 404);
  }

  const { grant } = pair;
  return json({
    code: 0,
    message: 'success',
    request_id: requestId,
    data: {
      access_token: pair.accessToken,
      // Absolute Unix seconds, whatever the name says.
      access_token_expire_in: Math.floor(pair.expiresAt / 1000),
      refresh_token: grant.refreshToken,
      refresh_token_expire_in: Math.floor(grant.endsAt / 1000),
      open_id: grant.seller.openId,
      seller_name: grant.seller.name,
      seller_base_region: grant.seller.region,
      user_type: 0,
      granted_scopes: grant.scopes,
    },
  });
}
