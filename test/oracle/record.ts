/** An element of TikTok's order list, as dumped. */
export type TikTokRecord = Readonly<Record<string, unknown>>;

/** A value at a dotted path. */
export function at(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as TikTokRecord)[key] : undefined,
      record,
    );
}

export const itemsOf = (order: TikTokRecord): readonly TikTokRecord[] =>
  (order['line_items'] as readonly TikTokRecord[] | undefined) ?? [];

/** Unix seconds, null where TikTok gives no time. */
export function timeOf(order: TikTokRecord, field: string): number | null {
  const time = Number(order[field] ?? 0);
  return time > 0 ? time : null;
}

/** Design §7: paid orders, and cash on delivery with a status other than UNPAID and ON_HOLD. */
const isCounted = (order: TikTokRecord): boolean =>
  timeOf(order, 'paid_time') !== null ||
  (order['is_cod'] === true && order['status'] !== 'UNPAID' && order['status'] !== 'ON_HOLD');

/** When an order was sold: cash on delivery when placed, all others when paid; null for those that do not count. */
export function salesTime(order: TikTokRecord): number | null {
  if (!isCounted(order)) return null;
  return timeOf(order, order['is_cod'] === true ? 'create_time' : 'paid_time');
}

export const currencyOf = (order: TikTokRecord): string => String(at(order, 'payment.currency') ?? '');

/** Decimals of a currency's smallest unit in TikTok's prices. */
export const digitsOf = (currency: string): number => (['IDR', 'JPY', 'VND'].includes(currency) ? 0 : 2);
