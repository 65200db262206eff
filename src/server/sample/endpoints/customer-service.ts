import { parseDay } from '../../../shared/day';
import { chance, TOPIC } from '../chance';
import { decimal } from '../money';
import { REFUSAL } from '../refusal';
import { dayAt, type Shop } from '../shop';
import type { Endpoint, EndpointCall } from './endpoint';

const span = ({ query }: EndpointCall) => ({
  since: parseDay(query['support_date_ge'] ?? ''),
  until: parseDay(query['support_date_lt'] ?? ''),
});

/** One total for all days that are asked about; shares of a hundred without a sign, and left out where nobody asked anything. */
export const customerService: Endpoint = {
  method: 'GET',
  path: '/customer_service/202407/performance',
  scope: 'seller.customer_service',
  shopCipher: 'required',

  check(call) {
    const { since, until } = span(call);
    return since === null || until === null || until <= since ? REFUSAL.parameter : undefined;
  },

  answer(call, shop) {
    const { since, until } = span(call) as { since: number; until: number };
    let sessions = 0;
    let answered = 0;
    let minutes = 0;
    let content = 0;
    for (let day = Math.max(since, shop.firstDay); day < Math.min(until, dayAt(shop, call.now) + 1); day++) {
      const of = dayOf(shop, day);
      sessions += of.sessions;
      answered += of.sessions * of.answered;
      minutes += of.sessions * of.minutes;
      content += of.sessions * of.content;
    }
    const told = (sum: number) => (sessions > 0 ? decimal(Math.round(sum / sessions), 1) : undefined);
    return {
      performance: {
        support_session_count: sessions,
        response_percentage: told(answered),
        response_time_mins: told(minutes),
        satisfaction_percentage: told(content),
      },
    };
  },
};

/** Tenths. */
function dayOf(shop: Shop, day: number) {
  const luck = chance(shop.seed, TOPIC.service, day);
  const sessions = luck.yes(0.04) ? 0 : luck.int(Math.max(3, Math.ceil(shop.count(day) / 4)));
  return {
    sessions,
    answered: luck.between(880, 1000),
    minutes: luck.between(8, 160),
    content: luck.between(840, 990),
  };
}
