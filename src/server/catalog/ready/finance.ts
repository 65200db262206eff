import type { ReadyReport } from '../../../shared/report';
import { ready } from './make';

const payouts = (...[name, about, metrics, dimensions, more]: Shown): ReadyReport =>
  ready('Payouts', name, about, metrics, dimensions, more);
type Shown = Parameters<typeof ready> extends [string, ...infer Rest] ? Rest : never;
const down = (field: string) => ({ sort: [{ field, descending: true }] });

/** From sales to what is on the bank account. */
export const financeReports: readonly ReadyReport[] = [
  payouts(
    'Payout Bridge',
    'From gross sales to the payout, by statement day: every step is a column, and the last one must be zero.',
    'subtotal_before_discount settled_seller_discount refund_subtotal_before_discount seller_discount_refund other_revenue actual_shipping_fee customer_paid_shipping_fee shipping_fee_discount return_shipping_fee other_shipping_cost platform_commission dynamic_commission referral_fee transaction_fee refund_administration_fee affiliate_commission affiliate_partner_commission affiliate_ads_commission tap_shop_ads_commission other_fees total_taxes settled_adjustment net_payout payout_check',
    'date',
    { totals: true },
  ),
  payouts(
    'Fees by Type',
    'Every fee, tax and part of the shipping cost by its name.',
    'fee_line_amount',
    'fee_kind fee_type',
    { sort: [{ field: 'fee_line_amount', descending: false }] },
  ),
  payouts(
    'Statements',
    'Each statement with its payment.',
    'settlement_amount revenue_amount shipping_cost_amount fee_amount adjustment_amount',
    'statement_id statement_day payment_status payment_time payment_id',
    down('statement_day'),
  ),
  payouts(
    'Payments',
    'What came to the bank, and what it was before it was held back and exchanged.',
    'payment_settlement payment_reserve payment_before_exchange payment_amount',
    'payment_id payment_create_time payment_time payment_status exchange_rate',
    down('payment_create_time'),
  ),
  payouts(
    'Withdrawals',
    'Movements of the balance.',
    'withdrawal_amount',
    'withdrawal_id withdrawal_time withdrawal_type withdrawal_status',
    down('withdrawal_time'),
  ),
  payouts(
    'Unsettled Orders',
    'What is still to be settled, and what it waits for.',
    'unsettled_revenue unsettled_shipping_cost unsettled_fee_tax unsettled_adjustment unsettled_settlement',
    'order_id create_time transaction_type unsettled_reason expected_settlement_time settlement_terms',
    { range: 'last_90_days', ...down('create_time') },
  ),
  payouts(
    'Settlement by Order',
    'What is left of each settled order.',
    'subtotal_before_discount settled_revenue settled_shipping_cost total_fees total_taxes settled_adjustment net_payout',
    'order_id create_time statement_day',
    down('statement_day'),
  ),
];
