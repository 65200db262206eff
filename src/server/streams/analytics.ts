import { decimalsOf, toDecimal, toScaled } from '../../shared/money';
import { at } from '../core/normalise';
import type { DailyEndpoint, Stream, StreamField } from '../core/stream';
import { day, internal, picked, rate, text, time } from './field';

/** What TikTok's analytics have in common: figures of one day of the shop's calendar in each call. */
export const ofDay = (
  id: string,
  path: string,
  records: string,
  more: Partial<DailyEndpoint> & Pick<DailyEndpoint, 'docs'>,
): DailyEndpoint => ({
  kind: 'daily',
  id,
  method: 'GET',
  path: `/analytics/${path}`,
  shopCipher: true,
  scope: 'data.shop_analytics.public.read',
  scopeLabel: 'shop analytics',
  pageSize: 100,
  records,
  idPath: 'day',
  elementId: 'id',
  since: 'start_date_ge',
  until: 'end_date_lt',
  query: { currency: 'LOCAL' },
  dayPath: null,
  latestPath: 'latest_available_date',
  most: 1,
  settling: 3,
  ...more,
});

/** Each row is of a day, which is its record; `listed` is the list in that. */
export const byDay = <Day extends string>(dayField: Day, listed = 'list') => ({
  explode: listed,
  parentKey: dayField,
  createdPath: 'day',
  updatedPath: 'readAt',
  versionField: `${dayField}_read_time` as const,
  ageField: dayField,
  rowTime: dayField,
  currencyField: 'currency' as const,
  privacy: 'Sums only.',
  schema: 1,
});

/** The day, when it was read, and the currency, by its path. */
export const dayFields = <Day extends string>(id: Day, label: string, currency: string) =>
  ({
    [id]: day('^.day', label, 'Day of the shop’s calendar.'),
    [`${id}_read_time`]: internal(time('^.readAt', `${label} Read Time`, 'When TikTok was asked.')),
    currency: text(currency, 'Currency', 'Currency of the shop.'),
  }) as Record<Day | `${Day}_read_time` | 'currency', StreamField>;

/** A share as a number: "0.1399" and "13.99%" are the same. */
function shareOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const digits = value.replace('%', '');
  const decimals = decimalsOf(digits);
  if (decimals === null || digits === value) return value;
  return toDecimal(toScaled(digits, decimals) ?? 0, decimals + 2, 0);
}

/** The product of two numbers of an answer, to two decimals. */
export function product(...of: readonly [unknown, unknown]): string | undefined {
  let n = BigInt(1);
  let scale = 0;
  for (const value of of) {
    const text = shareOf(typeof value === 'number' ? String(value) : value) ?? '';
    const decimals = decimalsOf(text);
    if (decimals === null) return undefined;
    n *= BigInt(toScaled(text, decimals) ?? 0);
    scale += decimals;
  }
  const cut = BigInt(10) ** BigInt(Math.max(0, scale - 2));
  return toDecimal((n + cut / BigInt(2)) / cut, Math.min(scale, 2), 0);
}

/** A number of the record counted as often as another one says: what TikTok’s mean is the mean of. */
export const weighted = (path: string, by: string, label: string, about: string): StreamField =>
  picked(rate(path, label, about), (record) => product(at(record, path), at(record, by)));

/** What is said of most of these lists. */
export const OF_ALL: Pick<Stream, 'markets' | 'history' | 'freshness' | 'figures'> = {
  figures: true,
  markets: 'All markets.',
  history: 'TikTok keeps them for about 180 days; what is stored stays.',
  freshness: 'One to three days late, and corrected for some days.',
};
