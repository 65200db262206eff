import { decimalsOf, toDecimal, toScaled } from '../../shared/money';
import { at } from '../core/normalise';
import { type DailyEndpoint, defineStream } from '../core/stream';
import { day, internal, picked, quantity, rate, time } from './field';

const performance: DailyEndpoint = {
  kind: 'daily',
  id: 'customer_service_performance',
  method: 'GET',
  path: '/customer_service/202407/performance',
  shopCipher: true,
  scope: 'seller.customer_service',
  scopeLabel: 'customer service figures',
  optional: true,
  pageSize: 0,
  records: 'performance',
  idPath: 'day',
  since: 'support_date_ge',
  until: 'support_date_lt',
  dayPath: null,
  latestPath: '',
  // Of several days it gives one figure for all.
  most: 1,
  // A chat counts as answered within a day.
  settling: 1,
  docs: 'https://partner.tiktokshop.com/docv2/page/get-customer-service-performance-202407',
};

/** “93.4” of a hundred as 0.934, exactly. */
const share = (path: string, label: string, about: string) =>
  picked(rate(path, label, about), (record) => {
    const told = String(at(record, path));
    const digits = decimalsOf(told);
    return digits === null ? undefined : toDecimal(toScaled(told, digits) ?? 0, digits + 2, 0);
  });

/** How the shop answers its buyers, by day. */
export const customerService = defineStream({
  id: 'customer_service',
  label: 'Customer service by day',
  group: 'Customer service',
  about: 'TikTok’s figures of chats with buyers, one row a day.',
  markets: 'All markets; for apps to which TikTok gave the permission for customer service.',
  history: 'What is stored stays; how long TikTok keeps it is not known.',
  freshness: 'Three days late.',
  privacy: 'Sums only.',
  endpoint: performance,
  explode: 'list',
  primaryKey: 'service_day',
  createdPath: 'day',
  updatedPath: 'readAt',
  versionField: 'service_read_time',
  ageField: 'service_day',
  rowTime: 'service_day',
  schema: 1,
  fields: {
    service_day: day('^.day', 'Service Day', 'Day of the shop’s calendar.'),
    service_read_time: internal(time('^.readAt', 'Service Read Time', 'When TikTok was asked.')),
    support_sessions: quantity('support_session_count', 'Support Sessions', 'Chats that buyers began.'),
    response_rate: share(
      'response_percentage',
      'Response Rate',
      'Share of the chats first answered within 24 hours.',
    ),
    response_minutes: rate(
      'response_time_mins',
      'Response Time',
      'Minutes until the first answer, on average.',
    ),
    satisfaction_rate: share(
      'satisfaction_percentage',
      'Satisfaction Rate',
      'Share of the rated chats with 4 or 5 stars.',
    ),
  },
});
