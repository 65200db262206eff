import type { Market } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import { queryText } from '../core/request';
import { sha256Hex } from '../core/sign';
import { changeConnection, connectionIds, type StoredConnection } from './connections';
import type { Deps } from './deps';
import { isHopeless, withGrantedShops } from './granted-shops';
import { credentials } from './settings';
import { exchangeCode, type Tokens } from './tokens';

const LINK_SECONDS = 3600;
/** Property with the hashes of consent links under way, each with the time it ends. */
const PENDING = 'consent.pending';

type Pending = Record<string, { market: Market; until: number }>;

const linkKey = (state: string): string => sha256Hex(state).slice(0, 32);

function pending(deps: Deps): Pending {
  const all = JSON.parse(deps.userState.get(PENDING) ?? '{}') as Pending;
  const now = deps.clock.now() / 1000;
  return Object.fromEntries(Object.entries(all).filter(([, { until }]) => until > now));
}

/**
 * Address of TikTok's consent page. The state token leads back to `authCallback`, carries the Google user it was made
 * for, and is remembered by its hash, so that an address pasted by hand can be checked too.
 */
export function consentLink(deps: Deps, market: Market): string {
  const app = credentials(deps, market);
  const state = deps.platform.stateToken({ market, user: deps.platform.userKey() }, LINK_SECONDS);
  const entry = { market, until: Math.floor(deps.clock.now() / 1000) + LINK_SECONDS };
  deps.userState.set(PENDING, JSON.stringify({ ...newest(pending(deps)), [linkKey(state)]: entry }));
  const separator = app.authorizeUrl.includes('?') ? '&' : '?';
  return `${app.authorizeUrl}${separator}${queryText({ service_id: app.serviceId, state })}`;
}

/** At most a few links are under way; older ones make room (a property holds 9 KB). */
const newest = (all: Pending): Pending =>
  Object.fromEntries(
    Object.entries(all)
      .sort((a, b) => b[1].until - a[1].until)
      .slice(0, 19),
  );

/** What TikTok's redirect says. */
export interface Redirect {
  code: string;
  error: string;
  state: string;
}

/** Finishes a connection from a redirect that Apps Script has verified. `user` is who the link was made for. */
export function finishRedirect(
  deps: Deps,
  redirect: Redirect,
  market: Market,
  user: string,
): StoredConnection {
  if (user !== deps.platform.userKey()) throw new ProblemError('authorization_state');
  return finish(deps, redirect, market);
}

/** Finishes a connection from the address of the page the user ended on, pasted by hand. */
export function finishPasted(deps: Deps, address: string): StoredConnection {
  const redirect = parseAddress(address);
  const known = pending(deps)[linkKey(redirect.state)];
  if (!known) throw new ProblemError('authorization_state');
  return finish(deps, redirect, known.market);
}

function parseAddress(address: string): Redirect {
  const query = address.trim().split('#')[0]?.split('?')[1];
  if (!query)
    throw new ProblemError('bad_input', {
      what: 'The address has no code in it. Copy the whole address of the page.',
    });
  const values: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const [key = '', value = ''] = pair.split('=');
    try {
      values[key] = decodeURIComponent(value.replace(/\+/g, ' '));
    } catch {
      values[key] = value;
    }
  }
  return { code: values.code ?? '', error: values.error ?? '', state: values.state ?? '' };
}

/** What TikTok says instead of a code. */
function refusal(error: string): ProblemError {
  return new ProblemError(/owner|admin|permission/i.test(error) ? 'not_owner' : 'authorization_denied');
}

/** Codes tell by their beginning which market they are of: a stranger's code is refused in many words. */
const isOfOtherMarket = (code: string, market: Market): boolean =>
  /^[A-Z]{3}_/.test(code) && code.startsWith('TTP_') !== (market === 'us');

function exchanged(deps: Deps, market: Market, code: string): Tokens {
  try {
    return exchangeCode(deps, credentials(deps, market), code);
  } catch (error) {
    const refused = error instanceof ProblemError && error.problem.class !== 'retry';
    if (refused && isOfOtherMarket(code, market))
      throw new ProblemError('wrong_market', { what: 'this seller' });
    throw error;
  }
}

function finish(deps: Deps, { code, error, state }: Redirect, market: Market): StoredConnection {
  // A refusal comes with the text "null" for a code.
  if (error !== '' || code === '' || code === 'null') throw refusal(error);
  const tokens = exchanged(deps, market, code);
  // The same seller keeps the id, and with it shops, reports and rows.
  const id = sha256Hex(`${market} ${tokens.openId || tokens.seller}`).slice(0, 16);
  const connection = changeConnection(deps, id, (before) => ({
    id,
    market,
    seller: tokens.seller,
    accessToken: tokens.accessToken,
    accessUntil: tokens.accessUntil,
    refreshToken: tokens.refreshToken,
    refreshUntil: tokens.refreshUntil,
    scopes: tokens.scopes,
    ended: false,
    // Shops known so far stay until the new list is there.
    shops: before?.shops ?? [],
    elsewhere: before?.elsewhere,
  })) as StoredConnection;
  const links = pending(deps);
  delete links[linkKey(state)];
  deps.userState.set(PENDING, JSON.stringify(links));
  try {
    return withGrantedShops(deps, connection) ?? connection;
  } catch (error) {
    if (isHopeless(error)) throw error;
    // The code is spent and the tokens are good: the list of shops can follow.
    deps.log.info('connected; the list of shops could not be read yet');
    return connection;
  }
}

/** TikTok has no call to give an authorization back: the seller withdraws it in Seller Center. */
export function disconnect(deps: Deps, id: string): void {
  changeConnection(deps, id, () => null);
}

/** With the links under way. */
export function forgetAllConnections(deps: Deps): void {
  for (const id of connectionIds(deps)) disconnect(deps, id);
  deps.userState.delete(PENDING);
}
