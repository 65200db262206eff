import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { flag, hash, id, integer, money, picked, text, time } from './field';
import { orderSearch } from './orders-endpoint';

/** Name of the recipient's area at a level of the address: L0 country, L1 state or province, below it county and city. */
const area = (wanted: (level: Record<string, unknown>) => boolean) => (record: unknown) => {
  const levels = at(record, 'recipient_address.district_info');
  if (!Array.isArray(levels)) return undefined;
  return (levels as Record<string, unknown>[]).find(wanted)?.address_name;
};
const isState = (level: Record<string, unknown>) => level.address_level === 'L1';
const isCity = (level: Record<string, unknown>) =>
  /city/i.test(String(level.address_level_name)) && level.address_level !== 'L1';

export const orders = defineStream({
  id: 'orders',
  label: 'Orders',
  group: 'Order',
  about: 'One row for each order, as it stands at its last change.',
  markets: 'All markets.',
  history: 'Back to the shop’s first order. Deleted orders are not told.',
  freshness: 'Within minutes.',
  privacy:
    'Names, addresses, phone numbers and e-mails of buyers are not stored; the buyer’s number only as a salted hash.',
  endpoint: orderSearch,
  primaryKey: 'order_id',
  versionField: 'update_time',
  currencyField: 'currency',
  rowTime: 'create_time',
  belongsTo: [{ stream: 'warehouses', key: 'warehouse_id' }],
  schema: 1,
  fields: {
    order_id: id('id', 'Order ID', 'TikTok’s number of the order.'),
    order_status: text(
      'status',
      'Status',
      'Where the order stands: UNPAID, ON_HOLD, AWAITING_SHIPMENT, PARTIALLY_SHIPPING, AWAITING_COLLECTION, IN_TRANSIT, DELIVERED, COMPLETED or CANCELLED.',
    ),
    create_time: time('create_time', 'Create Time', 'When the buyer placed the order.'),
    paid_time: time(
      'paid_time',
      'Paid Time',
      'When the order was paid; missing while it is unpaid, and for cash on delivery before delivery.',
    ),
    update_time: time('update_time', 'Update Time', 'When the order last changed.'),
    rts_time: time('rts_time', 'Ready To Ship Time', 'When the seller arranged the shipment.'),
    collection_time: time('collection_time', 'Collection Time', 'When the carrier collected the package.'),
    delivery_time: time('delivery_time', 'Delivery Time', 'When the package was delivered.'),
    cancel_time: time('cancel_time', 'Cancel Time', 'When the order was cancelled.'),
    request_cancel_time: time(
      'request_cancel_time',
      'Cancel Request Time',
      'When the buyer asked to cancel.',
    ),
    rts_sla_time: time('rts_sla_time', 'Ready To Ship Deadline', 'Latest time to arrange the shipment.'),
    tts_sla_time: time(
      'tts_sla_time',
      'Handover Deadline',
      'Latest time to hand the package to the carrier.',
    ),
    shipping_due_time: time('shipping_due_time', 'Shipping Due Time', 'Latest time to ship.'),
    collection_due_time: time(
      'collection_due_time',
      'Collection Due Time',
      'Latest time for the carrier to collect.',
    ),
    delivery_due_time: time('delivery_due_time', 'Delivery Due Time', 'Latest time to deliver.'),
    delivery_sla_time: time('delivery_sla_time', 'Delivery Deadline', 'Time by which delivery was promised.'),
    delivery_option_required_delivery_time: time(
      'delivery_option_required_delivery_time',
      'Required Delivery Time',
      'Delivery time that the delivery option requires.',
    ),
    cancel_order_sla_time: time(
      'cancel_order_sla_time',
      'Auto Cancel Time',
      'When the order is cancelled if it is not shipped.',
    ),
    pick_up_cut_off_time: time(
      'pick_up_cut_off_time',
      'Pick-up Cut-off Time',
      'Latest time for same-day pick-up (Southeast Asia).',
    ),
    fast_dispatch_sla_time: time(
      'fast_dispatch_sla_time',
      'Fast Dispatch Deadline',
      'Deadline of the fast dispatch programme (Thailand, Philippines).',
    ),
    recommended_shipping_time: time(
      'recommended_shipping_time',
      'Recommended Shipping Time',
      'Time by which TikTok suggests to ship (Southeast Asia).',
    ),
    release_date: time('release_date', 'Release Date', 'When a pre-ordered product becomes available.'),
    buyer_id: hash(
      'user_id',
      'Buyer ID',
      'A code for the buyer, the same for all orders of that buyer in this spreadsheet. TikTok’s own number is not stored.',
    ),
    currency: text('payment.currency', 'Currency', 'Currency of the order’s amounts.'),
    payment_method_name: text(
      'payment_method_name',
      'Payment Method Name',
      'How the buyer paid, as TikTok words it.',
    ),
    payment_method_code: text(
      'payment_method_code',
      'Payment Method Code',
      'TikTok’s code of the payment method.',
    ),
    payment_card_type: text('payment_card_type', 'Payment Card Type', 'Kind of card the buyer paid with.'),
    is_cod: flag('is_cod', 'Cash On Delivery', 'Whether the buyer pays on delivery.'),
    is_sample_order: flag('is_sample_order', 'Sample Order', 'Whether it is a free sample for a creator.'),
    is_refundable_sample: flag(
      'is_refundable_sample',
      'Refundable Sample',
      'Whether it is a sample that is paid back.',
    ),
    is_on_hold_order: flag('is_on_hold_order', 'On Hold Order', 'Whether the order is or will be on hold.'),
    is_replacement_order: flag(
      'is_replacement_order',
      'Replacement Order',
      'Whether it replaces an earlier order.',
    ),
    replaced_order_id: id('replaced_order_id', 'Replaced Order ID', 'The order that this one replaces.'),
    is_exchange_order: flag(
      'is_exchange_order',
      'Exchange Order',
      'Whether it is an exchange for an earlier order.',
    ),
    exchange_source_order_id: id(
      'exchange_source_order_id',
      'Exchanged Order ID',
      'The order that this one is an exchange for.',
    ),
    is_subscription_order: flag(
      'is_subscription_order',
      'Subscription Order',
      'Whether it belongs to a subscription (US).',
    ),
    is_buyer_request_cancel: flag(
      'is_buyer_request_cancel',
      'Cancel Requested',
      'Whether a request of the buyer to cancel is open.',
    ),
    has_updated_recipient_address: flag(
      'has_updated_recipient_address',
      'Address Changed',
      'Whether the buyer changed the address after ordering.',
    ),
    order_type: text(
      'order_type',
      'Order Type',
      'NORMAL, PRE_ORDER, MADE_TO_ORDER, BACK_ORDER or ZERO_LOTTERY.',
    ),
    commerce_platform: text(
      'commerce_platform',
      'Commerce Platform',
      'TikTok Shop or Tokopedia (Indonesia).',
    ),
    fulfillment_type: text(
      'fulfillment_type',
      'Fulfillment Type',
      'Who fulfils the order: the seller, TikTok, or Dilayani Tokopedia.',
    ),
    shipping_type: text(
      'shipping_type',
      'Shipping Type',
      'TIKTOK: shipped with TikTok’s carriers; SELLER: shipped by the seller.',
    ),
    delivery_type: text('delivery_type', 'Delivery Type', 'To the buyer’s home or to a collection point.'),
    delivery_option_id: id('delivery_option_id', 'Delivery Option ID', 'Number of the delivery option.'),
    delivery_option_name: text('delivery_option_name', 'Delivery Option', 'Name of the delivery option.'),
    warehouse_id: id('warehouse_id', 'Warehouse ID', 'The warehouse that ships the order.'),
    shipping_provider: text('shipping_provider', 'Shipping Provider', 'Name of the carrier.'),
    shipping_provider_id: id('shipping_provider_id', 'Shipping Provider ID', 'Number of the carrier.'),
    tracking_number: text('tracking_number', 'Tracking Number', 'The carrier’s number of the package.'),
    split_or_combine_tag: text(
      'split_or_combine_tag',
      'Split Or Combined',
      'Whether the order was split into packages or combined with others.',
    ),
    fast_delivery_program: text(
      'fast_delivery_program',
      'Fast Delivery Program',
      'The delivery programme of the order.',
    ),
    fulfillment_priority_level: integer(
      'fulfillment_priority_level',
      'Fulfillment Priority',
      'How urgent TikTok deems the order.',
    ),
    cancel_reason: text(
      'cancel_reason',
      'Cancel Reason',
      'Why the order was cancelled, in the shop’s language.',
    ),
    cancellation_initiator: text(
      'cancellation_initiator',
      'Cancelled By',
      'Who cancelled: SELLER, BUYER or SYSTEM.',
    ),
    recipient_region_code: text(
      'recipient_address.region_code',
      'Recipient Region Code',
      'Country of the recipient.',
    ),
    recipient_state: picked(
      text('recipient_address.district_info', 'Recipient State', 'State or province of the recipient.'),
      area(isState),
    ),
    recipient_city: picked(
      text('recipient_address.district_info', 'Recipient City', 'City of the recipient.'),
      area(isCity),
    ),
    total_amount: money('payment.total_amount', 'Total Amount', 'What the buyer pays in all.'),
    sub_total: money('payment.sub_total', 'Sub Total', 'The products after discounts.'),
    original_total_product_price: money(
      'payment.original_total_product_price',
      'Original Product Price',
      'The products before discounts.',
    ),
    seller_discount: money(
      'payment.seller_discount',
      'Seller Discount',
      'Discount on the products that the seller gives.',
    ),
    platform_discount: money(
      'payment.platform_discount',
      'Platform Discount',
      'Discount on the products that TikTok gives.',
    ),
    payment_platform_discount: money(
      'payment.payment_platform_discount',
      'Payment Platform Discount',
      'Discount that a payment provider gives.',
    ),
    payment_discount_service_fee: money(
      'payment.payment_discount_service_fee',
      'Payment Discount Service Fee',
      'What the buyer pays to use a payment discount.',
    ),
    tax: money('payment.tax', 'Tax', 'Tax on products and shipping.'),
    product_tax: money('payment.product_tax', 'Product Tax', 'Tax on the products.'),
    shipping_fee_tax: money('payment.shipping_fee_tax', 'Shipping Fee Tax', 'Tax on the shipping fee.'),
    shipping_fee: money('payment.shipping_fee', 'Shipping Fee', 'What the buyer pays for shipping.'),
    original_shipping_fee: money(
      'payment.original_shipping_fee',
      'Original Shipping Fee',
      'Shipping before discounts.',
    ),
    shipping_fee_seller_discount: money(
      'payment.shipping_fee_seller_discount',
      'Shipping Seller Discount',
      'Discount on shipping that the seller gives.',
    ),
    shipping_fee_platform_discount: money(
      'payment.shipping_fee_platform_discount',
      'Shipping Platform Discount',
      'Discount on shipping that TikTok gives.',
    ),
    shipping_fee_cofunded_discount: money(
      'payment.shipping_fee_cofunded_discount',
      'Shipping Co-funded Discount',
      'Discount on shipping that seller and TikTok share.',
    ),
    small_order_fee: money('payment.small_order_fee', 'Small Order Fee', 'Fee for small orders (Thailand).'),
    retail_delivery_fee: money(
      'payment.retail_delivery_fee',
      'Retail Delivery Fee',
      'Retail delivery fee (US).',
    ),
    buyer_service_fee: money(
      'payment.buyer_service_fee',
      'Buyer Service Fee',
      'Service fee of the buyer (Indonesia).',
    ),
    handling_fee: money('payment.handling_fee', 'Handling Fee', 'Handling fee of the payment method.'),
    shipping_insurance_fee: money(
      'payment.shipping_insurance_fee',
      'Shipping Insurance Fee',
      'Insurance of the shipment (Indonesia).',
    ),
    item_insurance_fee: money(
      'payment.item_insurance_fee',
      'Item Insurance Fee',
      'Insurance of the products (US, Indonesia).',
    ),
    item_insurance_tax: money(
      'payment.item_insurance_tax',
      'Item Insurance Tax',
      'Tax on the insurance of the products (US).',
    ),
    distance_shipping_fee: money(
      'payment.distance_shipping_fee',
      'Distance Shipping Fee',
      'Part of shipping that depends on the distance (Indonesia).',
    ),
    distance_fee: money(
      'payment.distance_fee',
      'Distance Fee',
      'Distance fee of the Horizon+ programme (Indonesia).',
    ),
  },
});
