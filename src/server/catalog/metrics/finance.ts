import type { Metric } from '../../core/metric';
import type { Stream } from '../../core/stream';
import { type FieldOf, streams } from '../../streams';
import { count, distinct, ratio, sum, type Words, words } from './kinds';

const GROUP = 'Payouts';
const said = (label: string, about: string, formula: string): Words => words(GROUP, label, about, formula);

/** Each amount of a stream, added up as TikTok sends it: what the seller pays is negative. */
const amountsOf = ({ id, label, fields, rowTime = '' }: Stream): Record<string, Metric> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { type }]) => type === 'money')
      .map(([field, { label: name, about, path }]) => [
        field,
        sum(id as 'statements', { time: rowTime })(
          [field as FieldOf<'statements'>],
          said(
            name,
            about,
            `Sum of ${path} of ${label.toLowerCase()}, by ${fields[rowTime]?.label.toLowerCase()}`,
          ),
        ),
      ]),
  );

const SETTLED = { time: 'statement_day' };
type Amount = FieldOf<'statement_transactions'>;
const settled = (terms: (Amount | `-${Amount}`)[], ...text: Parameters<typeof said>) =>
  sum('statement_transactions', SETTLED)(terms, said(...text));

const AFFILIATE = [
  '-affiliate_commission',
  '-affiliate_partner_commission',
  '-affiliate_ads_commission',
  '-tap_shop_ads_commission',
] as const;

export const financeMetrics: Readonly<Record<string, Metric>> = {
  ...amountsOf(streams.statements),
  ...amountsOf(streams.statement_transactions),
  other_revenue: settled(
    [
      'settled_revenue',
      '-subtotal_before_discount',
      '-settled_seller_discount',
      '-refund_subtotal_before_discount',
      '-seller_discount_refund',
    ],
    'Other Revenue',
    'What revenue has beside these, such as service fees for cash on delivery.',
    'Settled Revenue − Subtotal Before Discount − Settled Seller Discount − Refund Subtotal Before Discount − Seller Discount Refund',
  ),
  other_shipping: settled(
    [
      'settled_shipping',
      '-actual_shipping_fee',
      '-customer_paid_shipping_fee',
      '-shipping_fee_discount',
      '-return_shipping_fee',
    ],
    'Other Shipping Cost',
    'What shipping costs beside these, such as insurance; Fees by Type names it.',
    'Settled Shipping Cost − Actual Shipping Fee − Customer Paid Shipping Fee − Shipping Fee Discount − Return Shipping Fee',
  ),
  other_fees: settled(
    [
      'fees_and_taxes',
      '-total_taxes',
      '-platform_commission',
      '-dynamic_commission',
      '-referral_fee',
      '-transaction_fee',
      '-refund_administration_fee',
      ...AFFILIATE,
    ],
    'Other Fees',
    'All fees beside these; Fees by Type names them.',
    'Total Fees − all fees that are metrics of their own',
  ),
  total_fees: settled(
    ['fees_and_taxes', '-total_taxes'],
    'Total Fees',
    'All fees of what was settled, without taxes and shipping.',
    'Fees and Taxes − Total Taxes',
  ),
  payout_check: settled(
    ['net_payout', '-settled_revenue', '-settled_shipping', '-fees_and_taxes', '-settled_adjustments'],
    'Payout Check',
    'Zero where TikTok’s settlement is the sum of its parts; anything else TikTok does not explain.',
    'Net Payout − Settled Revenue − Settled Shipping Cost − Fees and Taxes − Settled Adjustments',
  ),
  payable_amount: settled(
    ['net_payout', 'reserve_amount'],
    'Payable Amount',
    'What is paid after money was held back or released.',
    'Net Payout + Reserve Amount',
  ),
  settled_orders: distinct(
    'statement_transactions',
    ['order_id'],
    SETTLED,
    said(
      'Settled Orders',
      'Different orders that were settled or adjusted.',
      'Number of different orders of statement transactions, by statement day',
    ),
  ),
  fees_charged: settled(
    ['total_taxes', '-fees_and_taxes'],
    'Fees Charged',
    'Total fees as a cost: positive.',
    '−Total Fees',
  ),
  affiliate_cost: settled(
    [...AFFILIATE],
    'Affiliate Cost',
    'All commissions of creators and partners as a cost: positive.',
    '−(Affiliate Commission + Affiliate Partner Commission + Affiliate Ads Commission + Tap Shop Ads Commission)',
  ),
  take_rate: ratio(
    ['fees_charged', 'subtotal_before_discount'],
    'percent',
    said('Take Rate', 'Share of gross sales that goes into fees.', 'Fees Charged ÷ Subtotal Before Discount'),
  ),
  affiliate_cost_rate: ratio(
    ['affiliate_cost', 'subtotal_before_discount'],
    'percent',
    said(
      'Affiliate Cost Rate',
      'Share of gross sales that goes to creators and partners.',
      'Affiliate Cost ÷ Subtotal Before Discount',
    ),
  ),
  effective_shipping_cost: ratio(
    ['settled_shipping', 'settled_orders'],
    'money',
    said(
      'Effective Shipping Cost',
      'What is left of shipping for each settled order, negative where the seller pays.',
      'Settled Shipping Cost ÷ Settled Orders',
    ),
  ),
  ...amountsOf(streams.statement_fees),
  ...amountsOf(streams.unsettled_transactions),
  unsettled_transactions: count(
    said(
      'Unsettled Transactions',
      'Orders and adjustments that are not settled yet.',
      'Number of unsettled transactions, by create time of the order',
    ),
    'unsettled_transactions',
    { time: 'unsettled_time' },
  ),
  ...amountsOf(streams.payments),
  ...amountsOf(streams.payment_origins),
  payment_reserve: sum('payment_origins', { time: 'payment_create_time' })(
    ['payment_before_exchange', '-payment_settlement'],
    said(
      'Payment Reserve',
      'Held back (negative) or released (positive) with the payments.',
      'Payment Before Exchange − Payment Settlement',
    ),
  ),
  ...amountsOf(streams.withdrawals),
};
