import { defineStream } from '../core/stream';
import { decimal, id, money, text } from './field';
import { priceDetail } from './orders-endpoint';
import { ofRecord, recordTimes } from './whole';

/** How prices came about, unit by unit: only for reports that ask for it. */
export const priceDetails = defineStream({
  id: 'price_details',
  label: 'Price details',
  group: 'Price detail',
  about:
    'One row for each unit of an order that was paid, or is paid on delivery: list price, what each discount took off, shipping and tax. Loaded only for reports that ask for it, with one call for each of their orders.',
  markets: 'All markets.',
  history: 'Back to the shop’s first order.',
  freshness: 'Read once for each order; its price does not change.',
  privacy: 'Nothing about buyers.',
  endpoint: priceDetail,
  explode: 'line_items',
  primaryKey: 'line_item_id',
  parentKey: 'order_id',
  ...ofRecord,
  currencyField: 'currency',
  rowTime: 'sales_time',
  figures: true,
  belongsTo: [{ stream: 'line_items', key: 'line_item_id' }],
  fields: {
    line_item_id: id('id', 'Line Item ID', 'TikTok’s number of the unit.'),
    order_id: id('^.of', 'Order ID', 'The order it belongs to.'),
    ...recordTimes('^.'),
    currency: text('currency', 'Currency', 'Currency of the order.'),
    list_price: money('sku_list_price', 'List Price', 'Price of the unit before any discount.'),
    discounted_price: money(
      'sku_sale_price',
      'Discounted Price',
      'List price less the discounts of seller and TikTok.',
    ),
    price_seller_discount: money(
      'subtotal_deduction_seller',
      'Price Seller Discount',
      'What the seller takes off.',
    ),
    price_platform_discount: money(
      'subtotal_deduction_platform',
      'Price Platform Discount',
      'What TikTok takes off.',
    ),
    price_product_tax: money('subtotal_tax_amount', 'Price Product Tax', 'Tax on the unit.'),
    price_tax: money('tax_amount', 'Price Tax', 'Tax on the unit and on its share of shipping and fees.'),
    price_after_tax: money('net_price_amount', 'Price After Tax', 'What TikTok calls the price after tax.'),
    price_shipping_list: money(
      'shipping_list_price',
      'Price Shipping List',
      'The unit’s share of shipping before discounts.',
    ),
    price_shipping: money(
      'shipping_sale_price',
      'Price Shipping',
      'The unit’s share of what the buyer pays for shipping.',
    ),
    price_shipping_seller_discount: money(
      'shipping_fee_deduction_seller',
      'Price Shipping Seller Discount',
      'What the seller takes off shipping.',
    ),
    price_shipping_platform_discount: money(
      'shipping_fee_deduction_platform',
      'Price Shipping Platform Discount',
      'What TikTok takes off shipping.',
    ),
    gift_list_price: money(
      'sku_gift_original_price',
      'Gift List Price',
      'List price of a unit that is given away.',
    ),
    price_paid: money('payment', 'Price Paid', 'What the buyer pays for the unit, with shipping and tax.'),
    price_tax_rate: decimal('tax_rate', 'Price Tax Rate', 'Rate of the tax on the unit.'),
    seller_voucher: text(
      'voucher_deduction_seller',
      'Seller Voucher',
      'Kind of the seller’s discount, as a code of TikTok.',
    ),
    platform_voucher: text(
      'voucher_deduction_platform',
      'Platform Voucher',
      'Kind of TikTok’s discount, as a code of TikTok.',
    ),
    shipping_voucher: text(
      'shipping_fee_deduction_platform_voucher',
      'Shipping Voucher',
      'Kind of TikTok’s discount on shipping, as a code of TikTok.',
    ),
  },
});
