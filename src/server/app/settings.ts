import type { Market } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import type { Deps } from './deps';

export interface AppCredentials {
  appKey: string;
  appSecret: string;
  serviceId: string;
  authorizeUrl: string;
}

const CONSENT: Record<Market, string> = {
  global: 'https://services.tiktokshop.com/open/authorize',
  us: 'https://services.us.tiktokshop.com/open/authorize',
};

/** Script properties of a market's app. The US has a Partner Center of its own, hence an app of its own. */
export function propertyNames(market: Market): {
  appKey: string;
  appSecret: string;
  serviceId: string;
  authorizeUrl: string;
} {
  const suffix = market === 'us' ? '_US' : '';
  return {
    appKey: `TIKTOK_APP_KEY${suffix}`,
    appSecret: `TIKTOK_APP_SECRET${suffix}`,
    serviceId: `TIKTOK_SERVICE_ID${suffix}`,
    authorizeUrl: `TIKTOK_AUTHORIZE_URL${suffix}`,
  };
}

export function missingProperties(deps: Pick<Deps, 'scriptState'>, market: Market): string[] {
  const { appKey, appSecret, serviceId } = propertyNames(market);
  return [appKey, appSecret, serviceId].filter((name) => !deps.scriptState.get(name)?.trim());
}

/** The authorization link as Partner Center shows it may be pasted whole: what we add ourselves is cut. */
const bareAddress = (url: string): string => {
  const [path = '', query = ''] = url.split('?');
  const kept = query.split('&').filter((pair) => pair !== '' && !/^(service_id|state)=/.test(pair));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
};

/** Throws ProblemError `not_configured`. The consent address is the one that sources disagree on, so it can be set. */
export function credentials(deps: Pick<Deps, 'scriptState'>, market: Market): AppCredentials {
  const missing = missingProperties(deps, market);
  if (missing.length > 0) throw new ProblemError('not_configured', { missing: missing.join(', ') });
  const names = propertyNames(market);
  const value = (name: string) => (deps.scriptState.get(name) ?? '').trim();
  return {
    appKey: value(names.appKey),
    appSecret: value(names.appSecret),
    serviceId: value(names.serviceId),
    authorizeUrl: bareAddress(value(names.authorizeUrl)) || CONSENT[market],
  };
}
