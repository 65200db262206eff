import * as z from 'zod/mini';
import type { Market } from '../../shared/api';
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
}
export interface StoredShop {
  id: string;
  name: string;
  region: string;
  cipher: string;
}

const PREFIX = 'connection.';

const makeSchema = () =>
  z.object({
    id: z.string(),
    market: z.enum(['us', 'global']),
    seller: z.string(),
    accessToken: z.string(),
    accessUntil: z.number(),
    refreshToken: z.string(),
    refreshUntil: z.nullable(z.number()),
    scopes: z.array(z.string()),
    ended: z.boolean(),
    shops: z.array(z.object({ id: z.string(), name: z.string(), region: z.string(), cipher: z.string() })),
  });
let schema: ReturnType<typeof makeSchema> | undefined;

/** Reads anew at each call: another execution may have renewed the tokens. */
export function readConnection(deps: Pick<Deps, 'userState'>, id: string): StoredConnection | null {
  const text = deps.userState.get(PREFIX + id);
  if (text === null) return null;
  schema ??= makeSchema();
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** One write: access and refresh token change together or not at all. */
export function saveConnection(deps: Pick<Deps, 'userState'>, connection: StoredConnection): void {
  deps.userState.set(PREFIX + connection.id, JSON.stringify(connection));
}

export function listConnections(deps: Pick<Deps, 'userState'>): StoredConnection[] {
  return deps.userState
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .sort()
    .map((key) => readConnection(deps, key.slice(PREFIX.length)))
    .filter((connection) => connection !== null);
}

export function forgetConnection(deps: Pick<Deps, 'userState'>, id: string): void {
  deps.userState.delete(PREFIX + id);
}
