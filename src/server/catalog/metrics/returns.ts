import type { Metric } from '../../core/metric';
import type { FieldOf } from '../../streams';
import { count, distinct, each, ratio, sum, total, words } from './kinds';

const RETURNS = 'Returns and refunds';
const CANCELLATIONS = 'Cancellations';

/** Refunds count when they are completed, at that time; or with the order that they are about. */
const at = (time: string) => ({ time, counted: time });
const RETURNED = at('return_refund_time');
const CANCELLED = at('cancellation_refund_time');
const returned = sum('returns', RETURNED);
const cancelled = sum('cancellations', CANCELLED);

/** A part of what is refunded: with returns and cancellations, and both together. */
const refunded = (
  id: string,
  about: string,
  formula: string,
  field = id as FieldOf<'returns'> & FieldOf<'cancellations'>,
): Record<string, Metric> => {
  const said = words(RETURNS, '', about, formula);
  return {
    [id]: total([`return_${id}`, `cancellation_${id}`], [], said),
    [`return_${id}`]: returned([field], said),
    [`cancellation_${id}`]: cancelled([field], said),
  };
};

/** The refunds themselves by the time of their orders. */
const ofOrders = (id: string, time: string, about: string, formula: string): Record<string, Metric> => {
  const said = words(RETURNS, '', about, formula);
  return {
    [id]: total([`return_${id}`, `cancellation_${id}`], [], said),
    [`return_${id}`]: sum('returns', { ...RETURNED, time })(['refund_total'], said),
    [`cancellation_${id}`]: sum('cancellations', { ...CANCELLED, time })(['refund_total'], said),
  };
};

const cancelledOrders = (time: string) => ({ time, counted: 'cancelled_order_time' });

export const returnMetrics: Readonly<Record<string, Metric>> = {
  returns: count(
    words(
      RETURNS,
      'Returns',
      'Returns, refunds and replacements that were asked for, whatever became of them.',
      'Number of returns, by the time they were asked for',
    ),
    'returns',
    { time: 'return_create_time' },
  ),
  returned_items: count(
    words(
      RETURNS,
      'Returned Items',
      'Units in returns that were neither rejected nor cancelled.',
      'Number of return_line_items of returns without REJECT or CANCEL in their status, by the time they were asked for',
    ),
    'return_line_items',
    { time: 'return_create_time', counted: 'accepted_return' },
  ),
  returned_items_of_orders: distinct(
    'return_line_items',
    ['order_line_item_id'],
    { time: 'sales_time', counted: 'accepted_return' },
    words(
      RETURNS,
      'Returned Items of Orders',
      'Units sold in the range that came back since, each once.',
      'Number of different order_line_item_id of returns without REJECT or CANCEL in their status, by the sales time of their orders',
    ),
  ),
  return_rate: ratio(
    ['returned_items_of_orders', 'items_sold'],
    'percent',
    words(
      RETURNS,
      'Return Rate',
      'How many of the units sold in the range came back since.',
      'Returned Items of Orders ÷ Items Sold',
    ),
  ),
  return_rate_by_return_date: ratio(
    ['returned_items', 'items_sold'],
    'percent',
    words(
      RETURNS,
      'Return Rate By Return Date',
      'Units asked back in the range for each unit sold in it, whenever those were sold.',
      'Returned Items ÷ Items Sold',
    ),
  ),
  ...refunded(
    'refund_amount',
    'What buyers got back in all, by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_total of completed returns, of completed cancellations, or of both, by the time of their completion',
    'refund_total',
  ),
  ...refunded(
    'refund_subtotal',
    'What buyers got back for products, by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_subtotal of completed returns, of completed cancellations, or of both, by the time of their completion',
  ),
  ...refunded(
    'refund_shipping_fee',
    'What buyers got back for shipping, by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_shipping_fee of completed returns, of completed cancellations, or of both, by the time of their completion',
  ),
  ...refunded(
    'refund_tax',
    'What buyers got back for tax, by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_tax of completed returns, of completed cancellations, or of both, by the time of their completion',
  ),
  ...refunded(
    'refund_retail_delivery_fee',
    'Retail delivery fees that buyers got back (US), by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.retail_delivery_fee of completed returns, of completed cancellations, or of both, by the time of their completion',
  ),
  ...refunded(
    'refund_buyer_service_fee',
    'Service fees that buyers got back (Indonesia), by the day of the refund: with returns, with cancellations, or both.',
    'Sum of refund_amount.buyer_service_fee of completed returns, of completed cancellations, or of both, by the time of their completion',
  ),
  ...ofOrders(
    'refund_amount_of_orders',
    'sales_time',
    'What buyers got back since for orders of the range: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_total of completed returns, of completed cancellations, or of both, by the sales time of their orders',
  ),
  ...ofOrders(
    'refund_amount_of_kept_orders',
    'kept_sales_time',
    'What buyers got back since for orders of the range that are not cancelled: with returns, with cancellations, or both.',
    'Sum of refund_amount.refund_total of completed returns, of completed cancellations, or of both, by the sales time of their orders that are not CANCELLED',
  ),
  refund_rate: ratio(
    ['refund_amount_of_orders', 'gmv'],
    'percent',
    words(
      RETURNS,
      'Refund Rate',
      'How much of the GMV of the range was refunded since.',
      'Refund Amount of Orders ÷ GMV',
    ),
  ),
  ...each('returns', RETURNED, RETURNS, {
    refunded_seller_discount: [
      'Seller’s discounts on products that were refunded with returns, by the day of the refund.',
      'Sum of discount_amount.product_seller_discount of completed returns, by the time of their completion',
    ],
    refunded_platform_discount: [
      'TikTok’s discounts on products that were refunded with returns, by the day of the refund.',
      'Sum of discount_amount.product_platform_discount of completed returns, by the time of their completion',
    ],
    refunded_shipping_seller_discount: [
      'Seller’s discounts on shipping that was refunded with returns, by the day of the refund.',
      'Sum of discount_amount.shipping_fee_seller_discount of completed returns, by the time of their completion',
    ],
    refunded_shipping_platform_discount: [
      'TikTok’s discounts on shipping that was refunded with returns, by the day of the refund.',
      'Sum of discount_amount.shipping_fee_platform_discount of completed returns, by the time of their completion',
    ],
    return_shipping_paid_by_seller: [
      'What the seller paid to have products sent back, by the day of the refund.',
      'Sum of shipping_fee_amount.seller_paid_return_shipping_fee of completed returns, by the time of their completion',
    ],
    return_shipping_paid_by_platform: [
      'What TikTok paid to have products sent back, by the day of the refund.',
      'Sum of shipping_fee_amount.platform_paid_return_shipping_fee of completed returns, by the time of their completion',
    ],
    return_shipping_paid_by_buyer: [
      'What buyers paid to send products back, by the day of the refund.',
      'Sum of shipping_fee_amount.buyer_paid_return_shipping_fee of completed returns, by the time of their completion',
    ],
  }),
  cancellations: count(
    words(
      CANCELLATIONS,
      'Cancellations',
      'Cancellations that were asked for or done, whatever became of them.',
      'Number of cancellations, by the time they were asked for',
    ),
    'cancellations',
    { time: 'cancellation_create_time' },
  ),
  cancelled_items: count(
    words(
      CANCELLATIONS,
      'Cancelled Items',
      'Units in cancellations that went through.',
      'Number of cancel_line_items of cancellations whose status ends in SUCCESS or COMPLETE, by the time they were asked for',
    ),
    'cancellation_line_items',
    { time: 'cancellation_create_time', counted: 'accepted_cancellation' },
  ),
  cancelled_orders: count(
    words(
      CANCELLATIONS,
      'Cancelled Orders',
      'Orders placed in the range that are cancelled by now, paid or not.',
      'Number of orders with status CANCELLED, by create time',
    ),
    'orders',
    cancelledOrders('create_time'),
  ),
  cancelled_orders_by_cancel_date: count(
    words(
      CANCELLATIONS,
      'Cancelled Orders By Cancel Date',
      'Orders cancelled in the range, whenever they were placed.',
      'Number of orders with status CANCELLED, by cancel time',
    ),
    'orders',
    cancelledOrders('cancelled_order_time'),
  ),
  cancel_rate: ratio(
    ['cancelled_orders', 'orders'],
    'percent',
    words(
      CANCELLATIONS,
      'Cancel Rate',
      'How many of the orders placed in the range are cancelled by now.',
      'Cancelled Orders ÷ Orders',
    ),
  ),
  cancel_rate_by_cancel_date: ratio(
    ['cancelled_orders_by_cancel_date', 'orders'],
    'percent',
    words(
      CANCELLATIONS,
      'Cancel Rate By Cancel Date',
      'Orders cancelled in the range for each order placed in it.',
      'Cancelled Orders by Cancel Date ÷ Orders',
    ),
  ),
  cancelled_gmv: sum('orders', at('cancelled_sales_time'))(
    ['total_amount'],
    words(
      CANCELLATIONS,
      'Cancelled GMV',
      'The part of GMV that was cancelled since.',
      'Sum of payment.total_amount of counted orders with status CANCELLED, by sales time',
    ),
  ),
  net_gmv: total(
    ['gmv'],
    ['cancelled_gmv', 'refund_amount_of_kept_orders'],
    words(
      'Sales',
      'Net GMV',
      'GMV of the range without what was cancelled or refunded since; no order is taken away twice.',
      'GMV − Cancelled GMV − Refund Amount of Kept Orders',
    ),
  ),
};
