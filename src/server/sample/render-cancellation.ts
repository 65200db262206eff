import { basketOf } from './basket';
import { mix, TOPIC } from './chance';
import { digits, longId } from './long-id';
import { lastStep, type Order, orderCounter } from './order';
import { refundsOf, renderRefund, renderUnit, sumOf } from './refund';
import { lineItemId } from './render-line-items';

const DAY = 86_400;

/** Keys and English texts of the reasons that a market tells in its own language, in the order of its lists. */
const BUYER_REASONS = [
  ['ecom_order_to_ship_canceled_reason_no_longer_needed', 'No longer needed'],
  ['ecom_order_to_ship_canceled_reason_better_price', 'Better price available'],
  ['ecom_order_to_ship_canceled_reason_created_by_mistakes', 'Bought by mistake'],
  ['ecom_order_to_ship_canceled_reason_wrong_delivery_info', 'Incorrect shipping address'],
];
const SELLER_REASONS = [
  ['seller_cancel_reason_out_of_stock', 'Out of stock'],
  ['seller_cancel_reason_wrong_price', 'Pricing error'],
];

const SYSTEM_REASONS = {
  unpaid: ['system_cancel_unpaid_time_out', 'Buyer payment overdue'],
  undelivered: ['returned_to_shipper_other', 'Package delivery failed'],
  lost: ['package_lost', 'Package lost'],
  risk: ['system_cancel_anti_span_block', 'Failed to pass risk review'],
} as const;

function reasonOf({ cancellation, shop }: Order): readonly string[] {
  const { reasons } = shop.region;
  const { by, reason } = cancellation!;
  const listed = (own: readonly string[], keys: readonly string[][]) =>
    keys[Math.max(0, own.indexOf(reason)) % keys.length]!;
  if (by === 'BUYER') return listed(reasons.buyer, BUYER_REASONS);
  if (by === 'SELLER') return listed(reasons.seller, SELLER_REASONS);
  const name = (['unpaid', 'undelivered', 'lost', 'risk'] as const).find((each) => reasons[each] === reason);
  return SYSTEM_REASONS[name ?? 'unpaid'];
}

/** When an order's cancellation began: with the buyer's request, or at once. */
export const cancelBegun = ({ steps }: Order): number | undefined =>
  (steps.find(({ name }) => name === 'cancelRequested') ?? steps.find(({ name }) => name === 'cancelled'))
    ?.at;

export const cancellationId = (order: Order): string =>
  longId('405', 19, mix(mix(order.shop.seed, TOPIC.returns), order.day), orderCounter(order));

/** A cancellation in the shape of /return_refund/202602/cancellations/search as of a Unix second. */
export function renderCancellation(order: Order, second: number, english: boolean): Record<string, unknown> {
  const { shop, cancellation } = order;
  const { region } = shop;
  const begun = cancelBegun(order) as number;
  const asked = order.steps.some(({ name }) => name === 'cancelRequested');
  const { at: updated, name } = lastStep(order, second)!;
  const pending = name !== 'cancelled';
  const paid = order.steps.some((step) => step.name === 'paid' && step.at <= begun);
  const { units } = basketOf(order);
  const refunds = paid ? refundsOf(order, units) : units.map(() => sumOf([]));
  const [key, text] = reasonOf(order);
  return {
    cancel_id: cancellationId(order),
    order_id: order.id,
    cancel_type: asked ? 'BUYER_CANCEL' : 'CANCEL',
    cancel_status: pending ? 'CANCELLATION_REQUEST_PENDING' : 'CANCELLATION_REQUEST_COMPLETE',
    role: cancellation!.by,
    cancel_reason: key,
    cancel_reason_text: english ? text : cancellation!.reason,
    create_time: begun,
    update_time: updated,
    refund_amount: renderRefund(sumOf(refunds), region),
    cancel_line_items: units.map((unit, position) => ({
      cancel_line_item_id: longId(
        '406',
        19,
        mix(shop.seed, order.day),
        orderCounter(order) + digits(position, 2),
      ),
      order_line_item_id: lineItemId(order, position),
      ...renderUnit(unit),
      refund_amount: renderRefund(refunds[position]!, region),
    })),
    seller_next_action_response: pending
      ? [{ action: 'SELLER_RESPOND_CANCEL', deadline: begun + 2 * DAY }]
      : undefined,
    should_replenish_stock: !pending && order.steps.every((step) => step.name !== 'collected'),
  };
}
