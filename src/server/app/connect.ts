import type { Market } from '../../shared/api';
import { ProblemError } from '../../shared/problem';
import { queryText } from '../core/request';
import { sha256Hex } from '../core/sign';
import { forgetConnection, readConnection, type StoredConnection, saveConnection } from './connections';
import type { Deps } from './deps';
import { credentials } from './settings';
import { fetchShops } from './shops';
import { exchangeCode } from './tokens';

const LINK_SECONDS = 3600;
/** Property with the hashes of consent links under way, each with the time it ends. */
const PENDING = 'consent.pending';

type Pending = Record<string, { market: Market; until: number }>;

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
  deps.userState.set(
    PENDING,
    JSON.stringify({ ...newest(pending(deps)), [sha256Hex(state).slice(0, 32)]: entry }),
  );
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
  const known = pending(deps)[sha256Hex(redirect.state).slice(0, 32)];
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

function finish(deps: Deps, { code, error, state }: Redirect, market: Market): StoredConnection {
  const links = pending(deps);
  delete links[sha256Hex(state).slice(0, 32)];
  deps.userState.set(PENDING, JSON.stringify(links));
  // A refusal comes with the text "null" for a code.
  if (error !== '' || code === '' || code === 'null') throw new ProblemError('authorization_denied');
  const tokens = exchangeCode(deps, credentials(deps, market), code);
  const id = sha256Hex(`${market} ${tokens.openId}`).slice(0, 16);
  const connection: StoredConnection = {
    id,
    market,
    seller: tokens.seller,
    accessToken: tokens.accessToken,
    accessUntil: tokens.accessUntil,
    refreshToken: tokens.refreshToken,
    refreshUntil: tokens.refreshUntil,
    scopes: tokens.scopes,
    ended: false,
    // Authorizing again keeps the shops known so far until the new list is there.
    shops: readConnection(deps, id)?.shops ?? [],
  };
  saveConnection(deps, connection);
  const complete = { ...connection, shops: fetchShops(deps, id) };
  // The tokens may have been renewed meanwhile: only the shops are new.
  const current = readConnection(deps, id) ?? connection;
  saveConnection(deps, { ...current, shops: complete.shops });
  return { ...current, shops: complete.shops };
}

export function disconnect(deps: Deps, id: string): void {
  forgetConnection(deps, id);
}
