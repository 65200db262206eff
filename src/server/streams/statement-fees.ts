import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { id, internal, money, picked, text } from './field';
import { dimensions, ofStatement, partOf } from './finance-fields';
import { inStatement } from './statement-transactions';

const KINDS: Record<string, string> = { fee: 'Fee', tax: 'Tax', shipping_cost_breakdown: 'Shipping' };

/** "platform_commission_amount" → "Platform commission": whatever TikTok adds has its own name. */
const named = (key: string): string =>
  (key.charAt(0).toUpperCase() + key.slice(1)).replace('_amount', '').replace(/_/g, ' ');
const keyOf = (fee: unknown): string => String(at(fee, 'key'));

/** Read openly: a fee that TikTok brings in tomorrow is a row of its own. */
export const statementFees = defineStream({
  ...inStatement,
  id: 'statement_fees',
  label: 'Fees of statement transactions',
  group: 'Fee',
  about: 'One row for each fee, tax and part of the shipping cost of a transaction that is not zero.',
  explode: [
    'transactions.fee_tax_breakdown.fee{}',
    'transactions.fee_tax_breakdown.tax{}',
    'transactions.shipping_cost_breakdown{}',
  ],
  primaryKey: 'fee_id',
  belongsTo: [partOf('statement_transactions', 'transaction_id')],
  fields: {
    ...ofStatement,
    fee_id: internal(
      picked(id('id', 'Fee ID', 'Transaction and fee.'), (fee) =>
        ['id', 'of', 'key'].map((part) => at(fee, part)).join(' '),
      ),
    ),
    transaction_id: dimensions.transaction_id,
    fee_kind: picked(text('of', 'Fee Kind', 'Fee, Tax or Shipping.'), (fee) => KINDS[String(at(fee, 'of'))]),
    fee_type: picked(text('key', 'Fee Type', 'TikTok’s name of it: new ones show by themselves.'), (fee) =>
      named(keyOf(fee)),
    ),
    fee_line_amount: picked(
      money(
        'value',
        'Fee Line Amount',
        'Fees, taxes and shipping by their names, negative where the seller pays; nothing for commission before income tax, which is part of another.',
      ),
      // Told beside the commission that it is part of: it would count twice.
      (fee) => (/before_pit/.test(keyOf(fee)) ? null : at(fee, 'value')),
    ),
  },
});
