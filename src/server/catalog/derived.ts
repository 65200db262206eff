import type { Derived } from '../core/metric';
import type { FieldOf } from '../streams';

const orderValue = (label: string, needs: readonly FieldOf<'orders'>[], of: Derived['of']): Derived => ({
  label,
  stream: 'orders',
  needs,
  of,
});

/**
 * When an order counts as sold; missing for orders that do not count. Counted are orders with a paid time, and cash on
 * delivery that is neither unpaid nor on hold. Cash on delivery is sold when it is ordered, all else when it is paid.
 */
const salesTime = orderValue(
  'Sales Time',
  ['paid_time', 'is_cod', 'order_status', 'create_time'],
  (paid, cod, status, created) => {
    const counted = paid !== null || (cod === 1 && status !== 'UNPAID' && status !== 'ON_HOLD');
    if (!counted) return null;
    return (cod === 1 ? created : paid) as number | null;
  },
);

/** Values worked out from stored fields, by name. */
export const derived = { sales_time: salesTime } as const satisfies Record<string, Derived>;
