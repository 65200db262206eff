import type { ConnectionStatus } from '../../shared/api';
import { isoLocal } from '../../shared/day';
import { type Problem, problem } from '../../shared/problem';
import { Store } from '../core/store';
import type { Stream } from '../core/stream';
import { streams } from '../streams';
import { orderSearch } from '../streams/orders-endpoint';
import { shopList } from '../streams/shops';
import { listsOf } from './answer';
import { withCells } from './cell-values';
import { listConnections, type StoredConnection } from './connections';
import { storedLists } from './coverage';
import type { Deps } from './deps';
import { listReports, type StoredReport } from './reports';
import { neededReports } from './runs';
import { neededPermissions } from './setup';
import { storedUntil } from './stored-until';

const BASIC = [shopList.scope, orderSearch.scope];
/** So long before an authorization ends it is said. */
const WARN_SECONDS = 30 * 86_400;

/** How each connection of the user is. Holds no token. */
export function connectionStatus(deps: Deps): ConnectionStatus[] {
  const store = new Store(deps.rows);
  const account = deps.mail.address();
  return listConnections(deps).map((connection) => {
    const granted = permissions(deps, connection);
    return {
      connection: connection.id,
      seller: connection.seller,
      market: connection.market,
      account,
      accessUntil: iso(connection.accessUntil),
      authorizedUntil: connection.refreshUntil === null ? null : iso(connection.refreshUntil),
      permissions: granted,
      shops: connection.shops.map(({ id, name, region }) => ({
        id,
        name,
        region,
        synced: synced(store, id),
      })),
      problem: problemWith(connection, granted, Math.floor(deps.clock.now() / 1000)),
    };
  });
}

const iso = (seconds: number): string => isoLocal(seconds) + 'Z';

/** TikTok does not always say what it granted: then nothing is known to be missing. */
function permissions(deps: Deps, { scopes, shops }: StoredConnection): ConnectionStatus['permissions'] {
  const reports = listReports(deps).filter(({ definition }) =>
    definition.shops.some((id) => shops.some((shop) => shop.id === id)),
  );
  const needs = reports.map(({ definition }) => ({ name: definition.name, of: scopesOf(deps, definition) }));
  return neededPermissions().map((needed) => ({
    ...needed,
    granted: scopes.length === 0 || scopes.includes(needed.scope),
    lists: Object.values<Stream>(streams).flatMap(({ endpoint, label }) =>
      endpoint.scope === needed.scope ? [label] : [],
    ),
    usedBy: needs.flatMap(({ name, of }) => (of.includes(needed.scope) ? [name] : [])),
  }));
}

/** Permissions that a report needs; none for one that can't run anyway. */
function scopesOf(deps: Deps, report: StoredReport['definition']): string[] {
  try {
    return listsOf(deps, neededReports(deps, withCells(deps, report))).map(({ endpoint }) => endpoint.scope);
  } catch {
    return [];
  }
}

/** Time up to which all changes of a shop are stored, for the list that was read last. */
function synced(store: Store, shop: string): string | null {
  const times = storedLists().map((endpoint) =>
    endpoint.kind === 'timed' ? (storedUntil(store, shop, endpoint) ?? 0) : 0,
  );
  const newest = Math.max(...times);
  return newest === 0 ? null : iso(newest);
}

/** The worst that is wrong: one next step, not a list of them. */
function problemWith(
  connection: StoredConnection,
  permissions: ConnectionStatus['permissions'],
  now: number,
): Problem | null {
  const { seller, ended, refreshUntil, shops, elsewhere = [] } = connection;
  if (ended || (refreshUntil !== null && refreshUntil <= now))
    return problem('authorization_ended', { seller });
  if (shops.length === 0) return problem('no_shops');
  // Whatever nothing needs may be missing, but for what everything begins with.
  const lacking = permissions.filter(
    ({ scope, granted, usedBy }) => !granted && (usedBy.length > 0 || BASIC.includes(scope)),
  );
  if (lacking.length > 0)
    return problem('missing_scope', {
      what: `${seller} (${lacking.map(({ label, scope }) => `${label}: ${scope}`).join(', ')})`,
    });
  if (refreshUntil !== null && refreshUntil - now < WARN_SECONDS)
    return problem('authorization_ends', { seller, day: iso(refreshUntil).slice(0, 10) });
  if (elsewhere.length > 0) return problem('wrong_market', { what: elsewhere.join(', ') });
  return null;
}
