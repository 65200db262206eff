import { basketOf } from './basket';
import { mix } from './chance';
import { digits, longId } from './long-id';
import { decimal } from './money';
import { orderCounter } from './order';
import { refundsOf, renderRefund, renderUnit, sumOf } from './refund';
import { lineItemId } from './render-line-items';
import { REASONS, type Return, returnAt, unitsBack } from './returns';

const DAY = 86_400;

const NEXT_ACTION: Readonly<Record<string, string>> = {
  RETURN_OR_REFUND_REQUEST_PENDING: 'SELLER_RESPOND_REFUND',
  BUYER_SHIPPED_ITEM: 'SELLER_RESPOND_RECEIVE_PACKAGE',
  REPLACEMENT_REQUEST_PENDING: 'SELLER_RESPOND_REPLACEMENT',
};

/** A return in the shape of /return_refund/202602/returns/search as of a Unix second. */
export function renderReturn(one: Return, second: number): Record<string, unknown> {
  const { order, which, type, steps, reason, partial } = one;
  const { region, seed } = order.shop;
  const last = returnAt(one, second) ?? steps[0]!;
  const money = (amount: number) => decimal(amount, region.decimals);
  const units = unitsBack(one);
  const basket = basketOf(order);
  const refunds = refundsOf(
    order,
    units.map(({ unit }) => unit),
    partial ? 0.5 : 1,
  );
  const total = sumOf(refunds);
  const refunded = type !== 'REPLACEMENT';
  const back = type === 'RETURN_AND_REFUND';
  const shipped = steps.some(({ at, status }) => status === 'BUYER_SHIPPED_ITEM' && at <= second);
  const salt = mix(mix(seed, order.day), order.index);
  const payer = salt % 3;
  const fee = back ? Math.round(region.shippingFee * 0.8) : 0;
  const [key, text] = REASONS[reason]!;
  const action = NEXT_ACTION[last.status];
  const all = units.length === basket.units.length;
  return {
    return_id: one.id,
    order_id: order.id,
    return_type: type,
    return_status: last.status,
    arbitration_status: last.status.endsWith('REJECT') && salt % 4 === 0 ? 'SUPPORT_SELLER' : undefined,
    role: 'BUYER',
    return_reason: `ecom_order_delivered_${key}`,
    return_reason_text: text,
    create_time: one.createTime,
    update_time: last.at,
    refund_amount: refunded ? renderRefund(total, region) : undefined,
    return_line_items: units.map(({ unit, position }, i) => ({
      return_line_item_id: longId('404', 19, salt, orderCounter(order) + digits(which * 50 + position, 2)),
      order_line_item_id: lineItemId(order, position),
      ...renderUnit(unit),
      refund_amount: refunded ? renderRefund(refunds[i]!, region) : undefined,
    })),
    discount_amount: refunded
      ? [
          {
            currency: region.currency,
            product_seller_discount: money(units.reduce((sum, { unit }) => sum + unit.sellerDiscount, 0)),
            product_platform_discount: money(units.reduce((sum, { unit }) => sum + unit.platformDiscount, 0)),
            shipping_fee_seller_discount: money(all ? basket.shipping.seller : 0),
            shipping_fee_platform_discount: money(all ? basket.shipping.platform : 0),
          },
        ]
      : undefined,
    shipping_fee_amount: refunded
      ? [
          {
            currency: region.currency,
            seller_paid_return_shipping_fee: money(payer === 0 ? fee : 0),
            platform_paid_return_shipping_fee: money(payer === 1 ? fee : 0),
            buyer_paid_return_shipping_fee: money(payer === 2 ? fee : 0),
          },
        ]
      : undefined,
    shipment_type: back ? 'PLATFORM' : undefined,
    handover_method: back ? (salt % 2 === 0 ? 'DROP_OFF' : 'PICKUP') : undefined,
    return_method: back ? 'PLATFORM_SHIPPED' : undefined,
    return_provider_id: shipped ? longId('66', 19, salt % region.carriers.length, '0') : undefined,
    return_provider_name: shipped ? region.carriers[salt % region.carriers.length] : undefined,
    return_tracking_number: shipped ? `RT${one.id.slice(-12)}` : undefined,
    return_shipping_document_type: shipped ? 'SHIPPING_LABEL' : undefined,
    is_combined_return: false,
    combined_return_id: '0',
    is_quick_refund: type === 'REFUND' && salt % 5 === 0,
    can_buyer_keep_item: type === 'REFUND' ? true : undefined,
    seller_proposed_return_type: partial ? 'PARTIAL_REFUND' : undefined,
    partial_refund: partial ? { amount: money(total.subtotal), currency: region.currency } : undefined,
    seller_next_action_response: action ? [{ action, deadline: last.at + 2 * DAY }] : undefined,
  };
}
