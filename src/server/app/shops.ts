import type { Shop } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import type { ShopFacts } from '../core/dimension-codes';
import type { Store } from '../core/store';
import { listConnections } from './connections';
import type { Deps } from './deps';
import { regionFacts } from './regions';

export const sampleShop: Shop = {
  id: SAMPLE_SHOP,
  name: 'Sample Shop',
  region: 'US',
  currency: 'USD',
  zone: 'America/Los_Angeles',
};

/** Shops that the user is connected to, then the sample shop. */
export function userShops(deps: Pick<Deps, 'userState'>): Shop[] {
  const shops: Shop[] = [];
  for (const connection of listConnections(deps))
    for (const { id, name, region } of connection.shops)
      if (!shops.some((shop) => shop.id === id))
        shops.push({ id, name, region, ...regionFacts(region), connection: connection.id });
  return [...shops, sampleShop];
}

/** Key of the store's note with the shops it holds: formulas and collaborators know shops from there alone. */
const NOTE = 'shops';

type Known = Record<string, { name: string; region: string }>;

export function knownShops(store: Store): Known {
  const text = store.note(NOTE);
  return text === null ? {} : (JSON.parse(text) as Known);
}

/** The note with one more shop, to be stored with its data. */
export function shopNotes(deps: Pick<Deps, 'userState'>, store: Store, shop: string): Record<string, string> {
  const facts = userShops(deps).find(({ id }) => id === shop);
  if (!facts) return {};
  const { name, region } = facts;
  return { [NOTE]: JSON.stringify({ ...knownShops(store), [shop]: { name, region } }) };
}

/** Names of a report's shops as stored, else as the user's connection has them. Throws ProblemError `unknown_shop`. */
export function shopFacts(deps: Pick<Deps, 'userState'>, store: Store, ids: readonly string[]): ShopFacts[] {
  const known = knownShops(store);
  return ids.map((id) => {
    const stored = known[id];
    if (stored) return { id, ...stored };
    const shops = userShops(deps);
    const own = shops.find((shop) => shop.id === id);
    if (!own)
      throw new ProblemError('unknown_shop', {
        shop: id,
        known: [...shops.map((shop) => shop.id), ...Object.keys(known)].join(', '),
      });
    return { id, name: own.name, region: own.region };
  });
}
