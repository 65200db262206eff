import { defineStream } from '../core/stream';
import { id, picked, time } from './field';
import { statementList } from './finance-endpoints';
import { amounts, created, dimensions, firstOf, ownDay, partOf, paymentStatus } from './finance-fields';

const told = amounts('', '*', {
  settlement_amount: 'What the statement comes to.',
  revenue_amount:
    'Sales after seller discounts and refunds: revenue_amount, or net_sales_amount where TikTok tells only that (US, UK).',
  fee_amount: 'Fees and taxes, negative; in South-East Asia with shipping.',
  shipping_cost_amount: 'Shipping, negative; nothing where it is part of the fees.',
  adjustment_amount: 'Corrections and compensations.',
});

export const statements = defineStream({
  ...created(statementList, 'statement_id', 'statement_time', 'statement_day'),
  id: 'statements',
  label: 'Statements',
  group: 'Statement',
  about: 'One row for each statement: what TikTok settles on a day, and whether it was paid.',
  primaryKey: 'statement_id',
  belongsTo: [partOf('payments', 'payment_id')],
  fields: {
    statement_id: id('id', 'Statement ID', 'TikTok’s number of the statement.'),
    statement_day: ownDay,
    payment_status: paymentStatus('payment_status'),
    payment_time: time('payment_time', 'Payment Time', 'When the money was transferred.'),
    payment_id: id('payment_id', 'Payment ID', 'The payment that the money came in.'),
    currency: dimensions.currency,
    ...told,
    revenue_amount: picked(told.revenue_amount, firstOf('revenue_amount', 'net_sales_amount')),
  },
});
