import { sumDecimals } from '../../shared/money';
import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { decimal, flag, id, money, picked, text, time } from './field';
import { orderSearch } from './orders-endpoint';

const taxes = (record: unknown): Record<string, unknown>[] => {
  const list = at(record, 'item_tax');
  return Array.isArray(list) ? list : [];
};
const first = (key: string) => (record: unknown) => taxes(record)[0]?.[key];

export const lineItems = defineStream({
  id: 'line_items',
  label: 'Order line items',
  group: 'Item',
  about: 'One row for each unit sold: three bottles in one order are three rows.',
  markets: 'All markets.',
  history: 'Back to the shop’s first order. Deleted orders are not told.',
  freshness: 'Within minutes.',
  privacy: 'Nothing about buyers.',
  endpoint: orderSearch,
  explode: 'line_items',
  primaryKey: 'line_item_id',
  parentKey: 'order_id',
  versionField: 'update_time',
  currencyField: 'currency',
  rowTime: 'create_time',
  belongsTo: [
    { stream: 'orders', key: 'order_id', weight: 'sale_price' },
    { stream: 'products', key: 'product_id' },
    { stream: 'skus', key: 'sku_id' },
  ],
  schema: 1,
  fields: {
    line_item_id: id('id', 'Line Item ID', 'TikTok’s number of the unit.'),
    order_id: id('^.id', 'Order ID', 'The order it belongs to.'),
    update_time: time('^.update_time', 'Update Time', 'When its order last changed.'),
    product_id: id('product_id', 'Product ID', 'TikTok’s number of the product.'),
    product_name: text('product_name', 'Product Name', 'Title of the product at the time of the order.'),
    sku_id: id('sku_id', 'SKU ID', 'TikTok’s number of the variant.'),
    sku_name: text('sku_name', 'SKU Name', 'The variant, for example “Red, XL”.'),
    seller_sku: text('seller_sku', 'Seller SKU', 'The seller’s own code of the variant.'),
    sku_type: text('sku_type', 'SKU Type', 'NORMAL, PRE_ORDER, MADE_TO_ORDER, ZERO_LOTTERY or SHOP_PARTNER.'),
    item_status: text('display_status', 'Item Status', 'Where the unit stands.'),
    package_id: id('package_id', 'Package ID', 'The package it travels in.'),
    package_status: text('package_status', 'Package Status', 'Where the package stands.'),
    item_tracking_number: text(
      'tracking_number',
      'Item Tracking Number',
      'The carrier’s number of the package it travels in.',
    ),
    item_shipping_provider: text(
      'shipping_provider_name',
      'Item Shipping Provider',
      'The carrier of the package it travels in.',
    ),
    item_rts_time: time('rts_time', 'Item Ready To Ship Time', 'When its shipment was arranged.'),
    item_cancel_reason: text(
      'cancel_reason',
      'Item Cancel Reason',
      'Why it was cancelled, in the shop’s language.',
    ),
    cancel_user: text(
      'cancel_user',
      'Item Cancelled By',
      'Who cancelled it: BUYER, SELLER, OPERATOR or SYSTEM.',
    ),
    is_gift: flag('is_gift', 'Gift', 'Whether it is a gift.'),
    is_dangerous_good: flag('is_dangerous_good', 'Dangerous Good', 'Whether it is a hazardous material.'),
    needs_prescription: flag('needs_prescription', 'Needs Prescription', 'Whether it needs a prescription.'),
    room_id: id('room_id', 'LIVE Room ID', 'The LIVE it was bought in (US).'),
    product_listing_type: text(
      'product_listing_type',
      'Product Listing Type',
      'Kind of listing it was bought from.',
    ),
    currency: text('currency', 'Currency', 'Currency of its amounts.'),
    sale_price: money(
      'sale_price',
      'Sale Price',
      'What the unit costs after the discounts of seller and platform.',
    ),
    original_price: money('original_price', 'Original Price', 'Price before discounts.'),
    item_seller_discount: money(
      'seller_discount',
      'Item Seller Discount',
      'Discount of the seller on the unit.',
    ),
    item_platform_discount: money(
      'platform_discount',
      'Item Platform Discount',
      'Discount of TikTok on the unit.',
    ),
    item_tax_amount: picked(
      money('item_tax', 'Item Tax Amount', 'Taxes on the unit, without the tax on shipping.'),
      (record) => sumDecimals(taxes(record).map((tax) => String(tax.tax_amount))),
    ),
    tax_type: picked(text('item_tax', 'Tax Type', 'Kind of tax on the unit.'), first('tax_type')),
    tax_rate: picked(
      decimal('item_tax', 'Tax Rate', 'The rate that TikTok states, 0.0725 being 7.25 %.'),
      first('tax_rate'),
    ),
    gift_retail_price: money('gift_retail_price', 'Gift Retail Price', 'What a gift would cost.'),
    item_small_order_fee: money(
      'small_order_fee',
      'Item Small Order Fee',
      'Its part of the small order fee (Thailand).',
    ),
    item_retail_delivery_fee: money(
      'retail_delivery_fee',
      'Item Retail Delivery Fee',
      'Its part of the retail delivery fee (US).',
    ),
    item_buyer_service_fee: money(
      'buyer_service_fee',
      'Item Buyer Service Fee',
      'Its part of the buyer service fee (Indonesia).',
    ),
    pfand_fee: money('pfand_fee', 'Deposit', 'Deposit on packaging (Germany).'),
    shipping_vat_amount: money(
      'shipping_vat_amount',
      'Shipping VAT Amount',
      'Its part of the value added tax on shipping.',
    ),
  },
});
