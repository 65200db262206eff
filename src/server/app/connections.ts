import type { Market } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import type { Deps } from './deps';

/** A seller's authorization as kept in the user's own properties. */
export interface StoredConnection {
  id: string;
  market: Market;
  seller: string;
  accessToken: string;
  /** Unix seconds at which the tokens end. */
  accessUntil: number;
  refreshToken: string;
  refreshUntil: number | null;
  scopes: string[];
  /** TikTok refuses the refresh token: the seller must authorize again. */
  ended: boolean;
  shops: StoredShop[];
  /** Names of shops that the seller granted, but that belong to the other market. */
  elsewhere?: string[] | undefined;
}
export interface StoredShop {
  id: string;
  name: string;
  region: string;
  cipher: string;
}

const PREFIX = 'connection.';

const texts = (of: object, ...keys: string[]): boolean =>
  keys.every((key) => typeof (of as Record<string, unknown>)[key] === 'string');

/** Whether a text of the user's properties holds what another version of the add-on, or this one, has stored. */
const isConnection = (value: Partial<StoredConnection> | null): value is StoredConnection =>
  value !== null &&
  texts(value, 'id', 'market', 'seller', 'accessToken', 'refreshToken') &&
  typeof value.accessUntil === 'number' &&
  Array.isArray(value.scopes) &&
  Array.isArray(value.shops) &&
  value.shops.every((shop) => texts(shop, 'id', 'name', 'region', 'cipher'));

/** Reads anew at each call: another execution may have renewed the tokens. */
export function readConnection(deps: Pick<Deps, 'userState'>, id: string): StoredConnection | null {
  const text = deps.userState.get(PREFIX + id);
  return text === null ? null : connectionIn(text);
}

function connectionIn(text: string): StoredConnection | null {
  const parsed = JSON.parse(text) as Partial<StoredConnection> | null;
  return isConnection(parsed) ? parsed : null;
}

/** One write: access and refresh token change together or not at all. */
export function saveConnection(deps: Pick<Deps, 'userState'>, connection: StoredConnection): void {
  deps.userState.set(PREFIX + connection.id, JSON.stringify(connection));
}

/** Also of connections that cannot be read any more. */
export const connectionIds = (deps: Pick<Deps, 'userState'>): string[] =>
  Object.keys(deps.userState.all(PREFIX)).sort();

export const listConnections = (deps: Pick<Deps, 'userState'>): StoredConnection[] =>
  Object.entries(deps.userState.all(PREFIX))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => connectionIn(text))
    .filter((connection) => connection !== null);

/**
 * Changes a connection while nobody renews its tokens, so that neither overwrites the other; null deletes it. Throws
 * ProblemError `busy_elsewhere`.
 */
export function changeConnection(
  deps: Pick<Deps, 'userState' | 'userLock'>,
  id: string,
  change: (before: StoredConnection | null) => StoredConnection | null,
): StoredConnection | null {
  const changed = deps.userLock.alone(30_000, () => {
    const after = change(readConnection(deps, id));
    if (after) saveConnection(deps, after);
    else deps.userState.delete(PREFIX + id);
    return after;
  });
  if (!changed) throw new ProblemError('busy_elsewhere');
  return changed.value;
}
