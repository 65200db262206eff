import { sumDecimals } from '../../shared/money';
import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { money, picked, text, time } from './field';
import { statementDetails } from './finance-endpoints';
import {
  amounts,
  created,
  dimensions,
  firstOf,
  ofStatement,
  orderOf,
  partOf,
  SETTLED_WITHIN,
} from './finance-fields';

export const inStatement = created(statementDetails, 'statement_id', 'statement_time', 'statement_day');

/** Signs are TikTok's: what the seller gets is positive, what he pays negative. */
export const statementTransactions = defineStream({
  ...inStatement,
  id: 'statement_transactions',
  label: 'Statement transactions',
  group: 'Transaction',
  about: 'One row for each order that was settled, each adjustment and each reserve.',
  explode: 'transactions',
  primaryKey: 'transaction_id',
  belongsTo: [
    partOf('statements', 'statement_id'),
    { ...partOf('orders', 'order_id'), within: SETTLED_WITHIN },
  ],
  fields: {
    ...ofStatement,
    transaction_id: dimensions.transaction_id,
    transaction_type: dimensions.transaction_type,
    order_id: orderOf,
    create_time: time('order_create_time', 'Create Time', 'When the buyer placed the order.'),
    adjustment_id: dimensions.adjustment_id,
    reserve_status: text('reserve_status', 'Reserve Status', 'COLLECTED or RELEASED.'),
    reserve_release_time: picked(
      time('estimated_release_time', 'Reserve Release Time', 'When money held back is to be paid.'),
      firstOf('estimated_release_time'),
    ),
    net_payout: money(
      'settlement_amount',
      'Net Payout',
      'What the seller gets for what was settled, after all fees, taxes, shipping and adjustments.',
    ),
    fees_and_taxes: money('fee_tax_amount', 'Fees and Taxes', 'All fees and taxes of what was settled.'),
    ...amounts('settled_', '*_amount', {
      revenue: 'Settled sales after seller discounts and refunds.',
      shipping_cost: 'All shipping of what was settled.',
      adjustment: 'Corrections, compensations and penalties.',
    }),
    ...amounts('', '*', {
      reserve_amount: 'Held back (negative) or released (positive); not part of the net payout.',
    }),
    ...amounts('settled_', 'revenue_breakdown.*_amount', {
      seller_discount: 'Discounts of the seller on settled items.',
    }),
    ...amounts('', 'revenue_breakdown.*_amount', {
      subtotal_before_discount: 'Gross sales: settled items before any discount.',
      refund_subtotal_before_discount: 'Refunds: refunded items before any discount.',
      seller_discount_refund: 'Discounts of the seller on refunded items, which are his again.',
    }),
    ...amounts('', 'shipping_cost_breakdown.*_amount', {
      actual_shipping_fee: 'What carriers charge.',
      customer_paid_shipping_fee: 'What buyers paid for shipping.',
      shipping_fee_discount: 'What TikTok pays of the shipping.',
      return_shipping_fee: 'Shipping of returns.',
    }),
    ...amounts('', 'fee_tax_breakdown.fee.*_amount', {
      platform_commission: 'TikTok’s commission.',
      dynamic_commission: 'TikTok’s commission on delivered orders (Indonesia).',
      referral_fee: 'TikTok’s commission in the US.',
      transaction_fee: 'Fee for processing payments.',
      refund_administration_fee: 'What TikTok keeps of the fees of refunded orders.',
      affiliate_commission: 'What creators get for sales through their content.',
      affiliate_partner_commission: 'What affiliate partners get.',
      affiliate_ads_commission: 'Commission on sales that came from ads.',
    }),
    ...amounts('', 'fee_tax_breakdown.fee.*', {
      tap_shop_ads_commission: 'Commission of affiliate partners on sales that came from ads.',
    }),
    total_taxes: picked(
      money(
        'fee_tax_breakdown.tax',
        'Total Taxes',
        'All taxes that TikTok withholds or pays for the seller.',
      ),
      (record) => sumDecimals(Object.values(at(record, 'fee_tax_breakdown.tax') ?? {}).map(String)),
    ),
    ...amounts('settled_', 'supplementary_component.*_amount', {
      platform_discount: 'Discounts that TikTok paid for; they are part of the revenue.',
      customer_payment: 'What buyers paid for settled orders; no part of the payout.',
      customer_refund: 'What buyers of settled orders got back; no part of the payout.',
      sales_tax: 'Sales tax that buyers paid; no part of the payout.',
    }),
  },
});
