import type { Market } from '../../shared/api';
import { type ProblemCode, ProblemError } from '../../shared/problem';
import { at } from '../core/normalise';
import { sendOne } from '../core/send';
import { orderSearch } from '../streams/orders-endpoint';
import { shopList } from '../streams/shops';
import { changeConnection, readConnection, type StoredConnection, type StoredShop } from './connections';
import type { Deps } from './deps';
import { tiktokTransport } from './transport';

/** Asks TikTok which shops a connection covers. */
function fetchShops(deps: Deps, connectionId: string): StoredShop[] {
  const call = { method: shopList.method, path: shopList.path, query: {}, body: null };
  const data = sendOne(call, tiktokTransport(deps, connectionId, null, 'the seller'), deps);
  const list = at(data, shopList.records);
  const text = (shop: unknown, path: string) => String(at(shop, path) ?? '');
  return Array.isArray(list)
    ? list.map((shop) => ({
        id: text(shop, 'id'),
        name: text(shop, 'name'),
        region: text(shop, 'region'),
        cipher: text(shop, 'cipher'),
      }))
    : [];
}

const fits = ({ region }: StoredShop, market: Market): boolean => (region === 'US') === (market === 'us');

/**
 * Whether TikTok answers about a shop of the other market. Asked instead of judged: sellers from abroad may have US
 * shops in the app of the other countries.
 */
function answers(deps: Deps, connectionId: string, shop: StoredShop): boolean {
  const { method, path } = orderSearch;
  const call = { method, path, query: { page_size: '1' }, body: '{}' };
  const [answer] = tiktokTransport(deps, connectionId, shop.cipher, shop.name).send([call]);
  return !answer || answer.ok || answer.code !== 'wrong_market';
}

/** After these a connection without shops will never have any. */
const HOPELESS: ReadonlySet<ProblemCode> = new Set([
  'no_shops',
  'wrong_market',
  'missing_scope',
  'app_not_approved',
  'authorization_ended',
  'shop_inactive',
]);
export const isHopeless = (error: unknown): boolean =>
  error instanceof ProblemError && HOPELESS.has(error.problem.code);

/**
 * The connection with the shops it covers. One that has none and gets none is forgotten: nothing broken is left behind.
 * Throws ProblemError, of which `isHopeless` tells whether asking again helps.
 */
export function withGrantedShops(
  deps: Deps,
  { id, market, shops: known }: StoredConnection,
): StoredConnection | null {
  try {
    const granted = fetchShops(deps, id);
    if (granted.length === 0) throw new ProblemError('no_shops');
    const shops = granted.filter((shop) => fits(shop, market) || answers(deps, id, shop));
    const elsewhere = granted.filter((shop) => !shops.includes(shop)).map(({ name }) => name);
    if (shops.length === 0) throw new ProblemError('wrong_market', { what: elsewhere.join(', ') });
    // The tokens may have been renewed meanwhile: only the shops are new.
    return changeConnection(deps, id, (current) => current && { ...current, shops, elsewhere });
  } catch (error) {
    if (known.length === 0 && isHopeless(error)) changeConnection(deps, id, () => null);
    throw error;
  }
}

/** Connections whose list of shops could not be had when they were made get it now, if TikTok answers. */
export function fetchMissingShops(deps: Deps, connections: readonly StoredConnection[]): void {
  for (const connection of connections) {
    if (connection.shops.length > 0 || connection.ended) continue;
    try {
      if (readConnection(deps, connection.id)) withGrantedShops(deps, connection);
    } catch {
      // The connection says itself that it has no shops yet.
    }
  }
}
