import type { Metric } from '../../core/metric';
import { inWords, type Stream } from '../../core/stream';
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

/** Made of several amounts of transactions: what it is, its formula, its terms. Labels follow from ids. */
const made = (table: Record<string, [about: string, formula: string, ...(Amount | `-${Amount}`)[]]>) =>
  Object.fromEntries(
    Object.entries(table).map(([id, [about, formula, ...terms]]) => [
      id,
      sum('statement_transactions', SETTLED)(terms, said(inWords(id), about, formula)),
    ]),
  );

/** All amounts of transactions in a breakdown, taken away. */
const without = (breakdown: string) =>
  Object.entries(streams.statement_transactions.fields)
    .filter(([, { path }]) => path.startsWith(`${breakdown}.`))
    .map(([id]) => `-${id as Amount}` as const);

const AFFILIATE = [
  '-affiliate_commission',
  '-affiliate_partner_commission',
  '-affiliate_ads_commission',
  '-tap_shop_ads_commission',
] as const;

export const financeMetrics: Readonly<Record<string, Metric>> = {
  ...amountsOf(streams.statements),
  ...amountsOf(streams.statement_transactions),
  ...made({
    other_revenue: [
      'What revenue has beside these, such as service fees for cash on delivery.',
      'Settled Revenue − Subtotal Before Discount − Settled Seller Discount − Refund Subtotal Before Discount − Seller Discount Refund',
      'settled_revenue',
      ...without('revenue_breakdown'),
    ],
    other_shipping_cost: [
      'What shipping costs beside these, such as insurance; Fees by Type names it.',
      'Settled Shipping Cost − Actual Shipping Fee − Customer Paid Shipping Fee − Shipping Fee Discount − Return Shipping Fee',
      'settled_shipping_cost',
      ...without('shipping_cost_breakdown'),
    ],
    other_fees: [
      'All fees beside these; Fees by Type names them.',
      'Total Fees − all fees that are metrics of their own',
      'fees_and_taxes',
      '-total_taxes',
      ...without('fee_tax_breakdown.fee'),
    ],
    total_fees: [
      'All fees of what was settled, without taxes and shipping.',
      'Fees and Taxes − Total Taxes',
      'fees_and_taxes',
      '-total_taxes',
    ],
    payout_check: [
      'Zero where TikTok’s settlement is the sum of its parts; anything else TikTok does not explain.',
      'Net Payout − Settled Revenue − Settled Shipping Cost − Fees and Taxes − Settled Adjustment',
      'net_payout',
      '-settled_revenue',
      '-settled_shipping_cost',
      '-fees_and_taxes',
      '-settled_adjustment',
    ],
    payable_amount: [
      'What is paid after money was held back or released.',
      'Net Payout + Reserve Amount',
      'net_payout',
      'reserve_amount',
    ],
    fees_charged: ['Total fees as a cost: positive.', '−Total Fees', 'total_taxes', '-fees_and_taxes'],
    affiliate_cost: [
      'All commissions of creators and partners as a cost: positive.',
      '−(Affiliate Commission + Affiliate Partner Commission + Affiliate Ads Commission + Tap Shop Ads Commission)',
      ...AFFILIATE,
    ],
  }),
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
    ['settled_shipping_cost', 'settled_orders'],
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
