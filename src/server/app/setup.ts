import type { Market, Permission, Setup, WrongProperty } from '../../shared/api';
import { streams } from '../streams';
import { shopList } from '../streams/shops';
import type { Deps } from './deps';
import { missingProperties, propertyNames } from './settings';

const MARKETS: Market[] = ['global', 'us'];

/** How far the app of each market is set up. Says what is wrong with a value, never the value. */
export const setup = (deps: Pick<Deps, 'scriptState'>): Setup[] =>
  MARKETS.map((market) => ({
    market,
    missing: missingProperties(deps, market),
    wrong: wrongProperties(deps, market),
  }));

/** Permissions to enable for the app in Partner Center: those of every endpoint there is. */
export function neededPermissions(): Permission[] {
  const endpoints = [shopList, ...Object.values(streams).map(({ endpoint }) => endpoint)];
  const needed = new Map(
    endpoints.map(({ scope, scopeLabel, optional }): [string, Permission] => [
      scope,
      optional ? { scope, label: `${scopeLabel} (optional)`, optional } : { scope, label: scopeLabel },
    ]),
  );
  return [...needed.values()];
}

/** Properties that are there but cannot be what they should be: mix-ups that are usual in setting up. */
function wrongProperties(deps: Pick<Deps, 'scriptState'>, market: Market): WrongProperty[] {
  const names = propertyNames(market);
  const value = (name: string) => (deps.scriptState.get(name) ?? '').trim();
  const key = value(names.appKey);
  const secret = value(names.appSecret);
  const service = value(names.serviceId);
  const url = value(names.authorizeUrl);
  const found: WrongProperty[] = [];
  const check = (property: string, wrong: boolean, why: string) => {
    if (wrong) found.push({ property, why });
  };
  check(names.appKey, /\W/.test(key), 'a key has letters and digits only.');
  check(names.appSecret, /\s/.test(secret), 'there is a space in it.');
  check(names.appSecret, secret !== '' && secret === key, 'it is the app key again.');
  check(
    names.serviceId,
    service !== '' && service === key,
    'it is the app key; the service ID is another number.',
  );
  check(names.serviceId, service !== key && /\D/.test(service), 'a service ID has digits only.');
  check(names.authorizeUrl, url !== '' && !/^https?:\/\/[^\s/]+\/\S+$/.test(url), 'it is no address.');
  return found;
}
