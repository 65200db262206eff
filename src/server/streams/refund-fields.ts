import { at } from '../core/normalise';
import type { StreamField } from '../core/stream';
import { id, money, text } from './named';

/** What is paid back, as returns, cancellations and the units in both tell it. */
export const refundFields = {
  currency: text('Currency of its amounts.', 'refund_amount.currency'),
  refund_total: money('What the buyer gets back in all.', 'refund_amount.refund_total'),
  refund_subtotal: money('The part for products.', 'refund_amount.refund_subtotal'),
  refund_shipping_fee: money('The part for shipping.', 'refund_amount.refund_shipping_fee'),
  refund_tax: money('The part for tax.', 'refund_amount.refund_tax'),
  refund_retail_delivery_fee: money(
    'The part for the retail delivery fee (US).',
    'refund_amount.retail_delivery_fee',
  ),
  refund_buyer_service_fee: money(
    'The part for the buyer service fee (Indonesia).',
    'refund_amount.buyer_service_fee',
  ),
};

/** The unit that is returned or cancelled. */
export const unitFields = {
  order_line_item_id: id('The unit of the order that it is about.'),
  sku_id: id('TikTok’s number of the variant.'),
  sku_name: text('The variant, for example “Red, XL”.'),
  seller_sku: text('The seller’s own code of the variant.'),
  product_name: text('Title of the product at the time of the order.'),
  ...refundFields,
};

/** TikTok's number of an element; its place behind the record's number where TikTok leaves it out. */
export const elementId = (field: StreamField, path: string, record: string, list: string): StreamField => ({
  ...field,
  path,
  pick: (element, parent) =>
    at(element, path) ?? `${at(parent, record)}-${(at(parent, list) as unknown[]).indexOf(element)}`,
});
