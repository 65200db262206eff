import { Store } from '../core/store';
import { listConnections } from './connections';
import type { Deps } from './deps';
import { listReports } from './reports';
import { knownShops } from './shops';

/** Document property: shop id → Google account that is connected to it, for shops that a report of the file is about. */
const KEY = 'shops.account';

type Accounts = Record<string, string>;

const accounts = (deps: Pick<Deps, 'documentState'>): Accounts =>
  JSON.parse(deps.documentState.get(KEY) ?? '{}') as Accounts;

/** Lets the other editors of the file know who can refresh its shops. Shops of other files stay private. */
export function tellWhoHas(deps: Pick<Deps, 'documentState' | 'userState' | 'mail'>): void {
  const own = new Set(listConnections(deps).flatMap(({ shops }) => shops.map(({ id }) => id)));
  const used = new Set(listReports(deps).flatMap(({ definition }) => definition.shops));
  const known = accounts(deps);
  const untold = [...used].filter((shop) => own.has(shop) && !known[shop]);
  if (untold.length === 0) return;
  const address = deps.mail.address();
  if (address === '') return;
  for (const shop of untold) known[shop] = address;
  deps.documentState.set(KEY, JSON.stringify(known));
}

/** The problem's words about a shop that the user is not connected to: its name, and who is. */
export function strangerTo(
  deps: Pick<Deps, 'documentState' | 'rows'>,
  shop: string,
): { shop: string; who: string } {
  const account = accounts(deps)[shop];
  return {
    shop: knownShops(new Store(deps.rows))[shop]?.name ?? shop,
    who: account ? `; ${account} has one` : '',
  };
}
