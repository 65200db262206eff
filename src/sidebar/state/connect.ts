/** Connecting a seller: market, set-up, consent at TikTok, and noticing that it is done. */
import type { Market, Overview, Setup } from '../../shared/api';
import { ask, askAnew, forget } from './calls';
import { also, goTo, type Step, stay } from './effect';
import type { ConnectEvent } from './event';
import { offerUpkeep } from './shops';
import { type ConnectPage, home, type State } from './state';

/** The state token in a consent link lives for an hour. */
const RENEW_LINK = 50 * 60_000;
const LOOK_EVERY = 3_000;
const LOOK_FOR = 5 * 60_000;

export function connectStep(state: State, event: ConnectEvent): Step {
  if (event.type === 'connect') return openConnect(state);
  const { page } = state;
  if (page.at !== 'connect') return stay(state);
  switch (event.type) {
    case 'market':
      return chooseMarket(state, page, event.market);
    case 'checkSetup':
      return ask(state, 'overview', null);
    case 'consentOpened':
      return isWaiting(page) ? stay(state) : startLooking(state, page);
    case 'look':
      return isWaiting(page) && page.waiting.look === event.ticket
        ? ask(state, 'overview', null)
        : stay(state);
    case 'stopLooking':
      return isWaiting(page) && page.waiting.since === event.since
        ? stay(withPage(state, { ...page, waiting: 'stopped' }))
        : stay(state);
    case 'renewLink':
      return page.visit === event.visit && page.market
        ? askAnew(state, 'consentLink', { market: page.market })
        : stay(state);
    case 'consented':
      return also(isWaiting(page) ? stay(state) : startLooking(state, page), (next) =>
        ask(claim(next, 'checking'), 'overview', null),
      );
    case 'address':
      return stay(withPage(state, { ...page, address: event.text }));
    case 'sendAddress':
      return page.address.trim()
        ? ask(state, 'finishConnection', { address: page.address.trim() })
        : stay(state);
  }
}

const withPage = (state: State, page: ConnectPage): State => ({ ...state, page });
const isWaiting = (page: ConnectPage): page is ConnectPage & { waiting: { since: number; look: number } } =>
  typeof page.waiting === 'object';
const claim = (state: State, claimed: ConnectPage['claimed']): State =>
  state.page.at === 'connect' ? withPage(state, { ...state.page, claimed }) : state;

function openConnect(state: State): Step {
  const visit = state.tickets + 1;
  const page: ConnectPage = {
    at: 'connect',
    visit,
    market: null,
    link: null,
    waiting: 'no',
    claimed: 'no',
    address: '',
    before: state.overview ? marks(state.overview) : [],
  };
  return goTo({ ...forget(forget(state, 'consentLink'), 'finishConnection'), tickets: visit }, page);
}

function chooseMarket(state: State, page: ConnectPage, market: ConnectPage['market']): Step {
  const visit = state.tickets + 1;
  const next = { ...page, visit, market, link: null, waiting: 'no', claimed: 'no' } as const;
  const without = { ...forget(state, 'consentLink'), tickets: visit };
  return also(goTo(without, next), fetchLink);
}

/** What a market's app still lacks; null once it is set up. */
export const unfinishedSetup = ({ setup }: Overview, market: Market | null): Setup | null =>
  setup.find((one) => one.market === market && one.missing.length + one.wrong.length > 0) ?? null;

/** Fetches the consent link as soon as the market is set up: it has to be there before the click. */
function fetchLink(state: State): Step {
  const { page, overview } = state;
  if (page.at !== 'connect' || !page.market || page.link || !overview) return stay(state);
  return unfinishedSetup(overview, page.market)
    ? stay(state)
    : ask(state, 'consentLink', { market: page.market });
}

export function linkArrived(state: State, url: string): Step {
  if (state.page.at !== 'connect') return stay(state);
  const page = { ...state.page, link: url };
  return [
    { ...state, page, said: 'Ready to continue at TikTok Shop.' },
    [{ kind: 'after', milliseconds: RENEW_LINK, event: { type: 'renewLink', visit: page.visit } }],
  ];
}

function startLooking(state: State, page: ConnectPage): Step {
  const since = state.tickets + 1;
  const waiting = { since, look: since };
  const next = { ...withPage(state, { ...page, waiting, claimed: 'no' }), tickets: since };
  return also(
    [next, [{ kind: 'after', milliseconds: LOOK_FOR, event: { type: 'stopLooking', since } }]],
    lookLater,
  );
}

/** Looks again in a moment, as long as the user may still be at TikTok. */
export function lookLater(state: State): Step {
  const { page } = state;
  if (page.at !== 'connect' || !isWaiting(page)) return stay(state);
  const look = state.tickets + 1;
  const waiting = { since: page.waiting.since, look };
  return [
    { ...withPage(state, { ...page, waiting }), tickets: look },
    [{ kind: 'after', milliseconds: LOOK_EVERY, event: { type: 'look', ticket: look } }],
  ];
}

/** A fresh overview while connecting: either something is new and we are done, or we look again later. */
export function overviewWhileConnecting(state: State, overview: Overview): Step {
  const { page } = state;
  if (page.at !== 'connect') return stay(state);
  if (page.before.length > 0 && marks(overview).some((mark) => !page.before.includes(mark)))
    return connected(state, overview);
  const next = page.claimed === 'checking' ? claim(state, 'nothing new') : state;
  return isWaiting(page) ? lookLater(next) : fetchLink(next);
}

export function connected(state: State, overview: Overview): Step {
  const known = state.page.at === 'connect' ? state.page.before : [];
  const fresh = overview.connections.filter((connection) => !known.includes(mark(connection)));
  const names = fresh.map((connection) => connection.seller).join(', ');
  const text = names ? `${names} is connected.` : 'TikTok Shop is connected.';
  const next = { ...state, overview, said: text };
  const ids = new Set(fresh.map(({ id }) => id));
  const unkept = overview.shops.filter((shop) => shop.connection && ids.has(shop.connection) && !shop.upkeep);
  return unkept.length > 0
    ? offerUpkeep(
        next,
        text,
        unkept.map(({ id }) => id),
      )
    : goTo(next, home({ tone: 'good', text }));
}

/** What tells one state of the connections from another, a renewed authorization included. */
const marks = (overview: Overview) => [
  'opened',
  ...overview.connections.map(mark),
  ...overview.shops.map((shop) => `shop ${shop.id}`),
];
const mark = (connection: Overview['connections'][number]) =>
  `connection ${connection.id} ${connection.state} ${connection.authorizedUntil}`;
