import type { Derived } from '../core/metric';
import type { FieldOf } from '../streams';

type Value = string | number | null;

const value = (needs: readonly FieldOf<'orders'>[], of: Derived['of']): Derived => ({
  stream: 'orders',
  needs,
  of,
});

/**
 * When an order counts as sold; missing for orders that do not count. Counted are orders with a paid time, and cash on
 * delivery that is neither unpaid nor on hold. Cash on delivery is sold when it is ordered, all else when it is paid.
 */
const soldAt = (paid: Value, cod: Value, status: Value, created: Value): number | null => {
  const counted = paid !== null || (cod === 1 && status !== 'UNPAID' && status !== 'ON_HOLD');
  if (!counted) return null;
  return (cod === 1 ? created : paid) as number | null;
};
type Sale = Parameters<typeof soldAt>;
const SALE = ['paid_time', 'is_cod', 'order_status', 'create_time'] as const;

/** The sales time of orders that `is` lets through. Each value by name: lists of them for each order would take their time. */
const soldIf = (is: (status: Value) => boolean): Derived =>
  value(SALE, (paid = null, cod = null, status = null, created = null) =>
    is(status) ? soldAt(paid, cod, status, created) : null,
  );
const isCancelled = (status: Value) => status === 'CANCELLED';

/** Seconds from the sale to something that happened after it. */
const secondsTo = (time: FieldOf<'orders'>): Derived =>
  value([...SALE, time], (...all) => {
    const sold = soldAt(...(all.slice(0, 4) as Sale));
    const at = all[4] as Value;
    return sold === null || at === null ? null : Math.max(0, Number(at) - sold);
  });

/**
 * What came of a deadline. `due`: 1 where it was met, or passed without that happening; missing where it is still open, or
 * has no meaning any more. `late`: only where it was missed.
 */
const deadline = (name: string, time: FieldOf<'orders'>, ...due: FieldOf<'orders'>[]) => {
  const came = (late: boolean): Derived =>
    value(['order_status', time, ...due], (status, at, ...more) => {
      // The time of asking comes last.
      const now = more.pop() as number;
      const until = more.find((one) => one !== null) as number | undefined;
      if (until === undefined) return null;
      const missed =
        at === null ? !/^(CANCELLED|UNPAID|ON_HOLD)$/.test(`${status}`) && now > until : Number(at) > until;
      return missed || (!late && at !== null) ? 1 : null;
    });
  return { [`${name}_due`]: came(false), [`${name}_late`]: came(true) };
};

/** Orders that are still to be shipped, by the seconds that are left to their deadline. */
const toShip = (is: (left: number) => boolean): Derived =>
  value(['order_status', 'rts_sla_time'], (status, due, now) =>
    /^(AWAITING_SHIPMENT|PARTIALLY_SHIPPING)$/.test(`${status}`) &&
    is(due === null ? Number.NaN : (due as number) - (now as number))
      ? 1
      : null,
  );

/** The time of the last change of records whose status is of some kind. */
const ifStatus = (
  stream: 'returns' | 'cancellations',
  what: 'return' | 'cancellation',
  is: RegExp,
): Derived => ({
  stream,
  needs: [`${what}_status`, `${what}_update_time`],
  of: (status, at) => (is.test(`${status}`) ? (at as number | null) : null),
});

/** Values worked out from stored fields, by name. */
export const derived: Readonly<Record<string, Derived>> = {
  sales_time: { ...soldIf(() => true), label: 'Sales Time' },
  kept_sales_time: soldIf((status) => !isCancelled(status)),
  cancelled_sales_time: soldIf(isCancelled),
  cancelled_order_time: value(['order_status', 'cancel_time'], (status, at) =>
    isCancelled(status) ? (at as number | null) : null,
  ),
  seconds_to_ship: secondsTo('rts_time'),
  seconds_to_collection: secondsTo('collection_time'),
  seconds_to_delivery: secondsTo('delivery_time'),
  ...deadline('shipment', 'rts_time', 'rts_sla_time'),
  ...deadline('handover', 'collection_time', 'tts_sla_time'),
  ...deadline('delivery', 'delivery_time', 'delivery_sla_time', 'delivery_due_time'),
  to_ship: toShip(() => true),
  to_ship_soon: toShip((left) => left >= 0 && left <= 86_400),
  to_ship_overdue: toShip((left) => left < 0),
  return_refund_time: ifStatus('returns', 'return', /_COMPLETE$/),
  accepted_return: ifStatus('returns', 'return', /^(?!.*(REJECT|CANCEL))/),
  cancellation_refund_time: ifStatus('cancellations', 'cancellation', /_COMPLETE$/),
  accepted_cancellation: ifStatus('cancellations', 'cancellation', /_(SUCCESS|COMPLETE)$/),
};
