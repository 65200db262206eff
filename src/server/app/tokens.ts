import { type ProblemCode, ProblemError } from '../../shared/problem';
import { at } from '../core/normalise';
import { readReply } from '../core/reply';
import { AUTH_HOST, queryText } from '../core/request';
import { readConnection, type StoredConnection, saveConnection } from './connections';
import type { Deps } from './deps';
import { type AppCredentials, credentials } from './settings';

/** What TikTok's token endpoints give. */
export interface Tokens {
  accessToken: string;
  accessUntil: number;
  refreshToken: string;
  refreshUntil: number | null;
  openId: string;
  seller: string;
  region: string;
  scopes: string[];
}

const EARLY_SECONDS = 600;

/** What TikTok says of a refresh token that it will never take again. Anything else may pass. */
const ENDED: ReadonlySet<ProblemCode> = new Set(['authorization_ended', 'authorization_code']);

/** Some answers state a moment, others a duration; no duration is as large as a moment. */
const moment = (value: unknown, now: number): number | null => {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) return null;
  return number > 1e9 ? number : Math.floor(now / 1000) + number;
};

function ask(deps: Deps, path: string, query: Record<string, string>): Tokens {
  const url = `https://${AUTH_HOST}${path}?${queryText(query)}`;
  const now = deps.clock.now();
  const [outcome] = deps.http.fetchAll([{ url, method: 'GET', headers: {} }]);
  const answer = readReply(outcome ?? { failure: 'network', text: 'no answer' });
  if (!answer.ok)
    throw new ProblemError(answer.code, {
      detail: answer.detail,
      request: answer.request,
      seller: 'the seller',
      what: 'the seller',
      host: AUTH_HOST,
    });
  const text = (path: string) => {
    const value = at(answer.data, path);
    return typeof value === 'string' ? value : '';
  };
  const accessToken = text('access_token');
  const refreshToken = text('refresh_token');
  if (accessToken === '' || refreshToken === '')
    throw new ProblemError('tiktok_down', { detail: 'an answer without tokens' });
  const scopes = at(answer.data, 'granted_scopes');
  return {
    accessToken,
    accessUntil: moment(at(answer.data, 'access_token_expire_in'), now) ?? Math.floor(now / 1000) + 3600,
    refreshToken,
    refreshUntil: moment(at(answer.data, 'refresh_token_expire_in'), now),
    openId: text('open_id'),
    seller: text('seller_name'),
    region: text('seller_base_region'),
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
  };
}

/** Tokens for the code that TikTok's consent page sent along. */
export const exchangeCode = (deps: Deps, app: AppCredentials, code: string): Tokens =>
  ask(deps, '/api/v2/token/get', {
    app_key: app.appKey,
    app_secret: app.appSecret,
    auth_code: code,
    grant_type: 'authorized_code',
  });

/** Whether the access token is good for a while. */
export const goodFor = (deps: Pick<Deps, 'clock'>, { accessUntil }: StoredConnection): boolean =>
  accessUntil - EARLY_SECONDS > deps.clock.now() / 1000;

/**
 * The connection with an access token that is good for a while. `refused` is a token that TikTok has just turned
 * down. Renewing happens under the user lock, after a second look: TikTok ends the old refresh token with each use.
 */
export function validConnection(deps: Deps, id: string, refused: string | null = null): StoredConnection {
  const current = (): StoredConnection => {
    const connection = readConnection(deps, id);
    if (!connection) throw new ProblemError('not_connected', { shop: 'this seller', who: '' });
    if (connection.ended) throw new ProblemError('authorization_ended', { seller: connection.seller });
    return connection;
  };
  const good = (connection: StoredConnection) =>
    connection.accessToken !== refused && goodFor(deps, connection);
  const first = current();
  if (good(first)) return first;
  const renewed = deps.userLock.alone(30_000, () => {
    const again = current();
    if (good(again)) return again;
    const app = credentials(deps, again.market);
    try {
      const tokens = ask(deps, '/api/v2/token/refresh', {
        app_key: app.appKey,
        app_secret: app.appSecret,
        refresh_token: again.refreshToken,
        grant_type: 'refresh_token',
      });
      const fresh: StoredConnection = {
        ...again,
        accessToken: tokens.accessToken,
        accessUntil: tokens.accessUntil,
        refreshToken: tokens.refreshToken,
        refreshUntil: tokens.refreshUntil,
        scopes: tokens.scopes.length > 0 ? tokens.scopes : again.scopes,
      };
      // Stored before it is used: the old refresh token is worth nothing any more.
      saveConnection(deps, fresh);
      return fresh;
    } catch (error) {
      if (error instanceof ProblemError && ENDED.has(error.problem.code)) {
        saveConnection(deps, { ...again, ended: true });
        throw new ProblemError('authorization_ended', { seller: again.seller });
      }
      throw error;
    }
  });
  if (!renewed) throw new ProblemError('busy_elsewhere');
  return renewed.value;
}
