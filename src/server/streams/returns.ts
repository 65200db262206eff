import { defineStream } from '../core/stream';
import { flag, id, money, text, time } from './named';
import { elementId, refundFields, unitFields } from './refund-fields';
import { returnSearch } from './returns-endpoint';

/** Days after an order within which all of its returns begin. */
const WITHIN = 120;

const told = {
  markets: 'All markets.',
  history: 'Back to the shop’s first order.',
  freshness: 'Within minutes.',
  privacy: 'Nothing about buyers; their notes and pictures are not asked for.',
  endpoint: returnSearch,
  parentKey: 'return_id',
  versionField: 'return_update_time',
  currencyField: 'currency',
  rowTime: 'return_create_time',
  schema: 1,
} as const;

export const returns = defineStream({
  ...told,
  id: 'returns',
  label: 'Returns and refunds',
  group: 'Return',
  about:
    'One row for each return, refund or replacement that was asked for, as it stands at its last change.',
  primaryKey: 'return_id',
  belongsTo: [{ stream: 'orders', key: 'order_id', within: WITHIN }],
  fields: {
    return_id: id('TikTok’s number of the return.'),
    order_id: id('The order it is about.'),
    return_create_time: time('When it was asked for.', 'create_time'),
    return_update_time: time('When it last changed; once it is completed, when it was.', 'update_time'),
    return_type: text('REFUND (the buyer keeps the product), RETURN_AND_REFUND or REPLACEMENT.'),
    return_status: text('Where it stands; what ends in COMPLETE is done.'),
    arbitration_status: text('Where TikTok’s arbitration stands, and for whom it decided.'),
    return_requested_by: text('Who asked for it: BUYER, SELLER, OPERATOR or SYSTEM.', 'role'),
    return_reason: text('TikTok’s key of the reason.'),
    return_reason_text: text('Why, in English.'),
    return_method: text('Who ships it back.'),
    return_shipment_type: text('PLATFORM or BUYER_ARRANGE.', 'shipment_type'),
    return_handover_method: text('DROP_OFF or PICKUP.', 'handover_method'),
    return_provider_id: id('Number of the carrier that brings it back.'),
    return_provider_name: text('The carrier that brings it back.'),
    return_tracking_number: text('The carrier’s number of what comes back.'),
    return_shipping_document_type: text('SHIPPING_LABEL or QR_CODE.'),
    is_combined_return: flag('Whether several returns come in one package.'),
    combined_return_id: id('The package of several returns; 0 for none.'),
    is_quick_refund: flag('Whether it was refunded at once.'),
    can_buyer_keep_item: flag('Whether the buyer may keep the product.'),
    seller_proposed_return_type: text('What the seller offers instead: PARTIAL_REFUND.'),
    buyer_rejected_partial_refund: flag('Whether the buyer refused the seller’s offer.'),
    pre_return_id: id('The return that this one was changed from.'),
    next_return_id: id('The return that this one was changed to.'),
    return_next_action: text('What the seller has to do next.', 'seller_next_action_response.0.action'),
    return_next_deadline: time('Until when.', 'seller_next_action_response.0.deadline'),
    ...refundFields,
    partial_refund: money('What the seller offers.', 'partial_refund.amount'),
    refunded_seller_discount: money(
      'Seller’s discount on the products.',
      'discount_amount.0.product_seller_discount',
    ),
    refunded_platform_discount: money(
      'TikTok’s discount on the products.',
      'discount_amount.0.product_platform_discount',
    ),
    refunded_shipping_seller_discount: money(
      'Seller’s discount on shipping.',
      'discount_amount.0.shipping_fee_seller_discount',
    ),
    refunded_shipping_platform_discount: money(
      'TikTok’s discount on shipping.',
      'discount_amount.0.shipping_fee_platform_discount',
    ),
    return_shipping_paid_by_seller: money(
      'Shipping back that the seller pays.',
      'shipping_fee_amount.0.seller_paid_return_shipping_fee',
    ),
    return_shipping_paid_by_platform: money(
      'Shipping back that TikTok pays.',
      'shipping_fee_amount.0.platform_paid_return_shipping_fee',
    ),
    return_shipping_paid_by_buyer: money(
      'Shipping back that the buyer pays.',
      'shipping_fee_amount.0.buyer_paid_return_shipping_fee',
    ),
  },
});

export const returnLineItems = defineStream({
  ...told,
  id: 'return_line_items',
  label: 'Returned items',
  group: 'Returned item',
  about: 'One row for each unit in a return.',
  explode: 'return_line_items',
  primaryKey: 'return_line_item_id',
  belongsTo: [
    { stream: 'returns', key: 'return_id', weight: 'refund_total' },
    { stream: 'line_items', key: 'order_line_item_id', parentKey: 'line_item_id', within: WITHIN },
  ],
  fields: {
    return_line_item_id: elementId(
      id('TikTok’s number of the unit in the return.'),
      'return_line_item_id',
      'return_id',
      'return_line_items',
    ),
    return_id: id('The return it belongs to.', '^.return_id'),
    return_update_time: time('When its return last changed.', '^.update_time'),
    ...unitFields,
  },
});
