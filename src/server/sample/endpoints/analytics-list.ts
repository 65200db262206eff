import { isoDay, parseDay } from '../../../shared/day';
import { latestDay } from '../figures';
import { pageOf } from '../page';
import { REFUSAL, type Refusal } from '../refusal';
import { dayAt, type Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';
import { checkPage } from './parameters';

const MOST_DAYS = 60;
/** Days that TikTok looks back; several lengths were reported. */
const HISTORY_DAYS = 180;
/** Days after the last published one that are answered with what is there so far. */
const PARTIAL_DAYS = 3;

export const ANALYTICS_SCOPE = 'data.shop_analytics.public.read';

const span = ({ query }: EndpointCall) => ({
  since: parseDay(query['start_date_ge'] ?? ''),
  until: parseDay(query['end_date_lt'] ?? ''),
});

/** The days that a call asks for, as far as there are figures; empty where there are none. */
export function figureDays(call: EndpointCall, latest: number): { since: number; until: number } {
  const { since, until } = span(call) as { since: number; until: number };
  return { since, until: Math.max(since, Math.min(until, latest + PARTIAL_DAYS + 1)) };
}

export function checkDays(call: EndpointCall, shop: Shop): Refusal | undefined {
  const { since, until } = span(call);
  const { currency = 'LOCAL' } = call.query;
  if (since === null || until === null || currency !== 'LOCAL') return REFUSAL.parameter;
  if (until - since > MOST_DAYS) return REFUSAL.analyticsRange;
  const today = dayAt(shop, call.now);
  return until <= since || since < today - HISTORY_DAYS || until > today + 2
    ? REFUSAL.analyticsStart
    : undefined;
}

/** A list of figures about some days: in pages, without its key where nothing is listed. */
export const analyticsList = (
  path: string,
  list: string,
  rowsOf: (shop: Shop, since: number, until: number, now: number) => object[],
  /** Days by which it comes later than the shop's own figures. */
  late = 0,
): Endpoint => ({
  method: 'GET',
  path,
  scope: ANALYTICS_SCOPE,
  shopCipher: 'required',

  check: (call, shop) =>
    checkDays(call, shop) ?? checkPage({ ...call, query: { page_size: '10', ...call.query } }),

  answer(call, shop) {
    const latest = latestDay(shop, call.now) - late;
    const { since, until } = figureDays(call, latest);
    const all = since < until ? rowsOf(shop, since, until, call.now) : [];
    const { rows, next } = pageOf(all, Number(call.query['page_size'] ?? 10), call.query['page_token']);
    return {
      latest_available_date: isoDay(latest),
      next_page_token: next,
      total_count: all.length,
      ...(rows.length > 0 ? { [list]: rows } : {}),
    };
  },
});
