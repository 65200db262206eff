import { defineStream } from '../core/stream';
import { id, money, text, time } from './field';
import { paymentList } from './finance-endpoints';
import { CURRENCY, created, paymentStatus } from './finance-fields';

const common = {
  ...created(paymentList, 'payment_id', 'create_time', 'payment_create_time'),
  group: 'Payment',
  markets: 'All but South-East Asia.',
  primaryKey: 'payment_id',
} as const;

const facts = {
  payment_id: id('id', 'Payment ID', 'The payment that the money came in.'),
  payment_create_time: time('create_time', 'Payment Create Time', 'When the payment was begun.'),
  payment_status: paymentStatus('status'),
  payment_time: time('paid_time', 'Payment Time', 'When the money was transferred.'),
  exchange_rate: text('exchange_rate', 'Exchange Rate', 'Rate at which the payment was exchanged.'),
};

/** A payment in the currency of the seller's bank. */
export const payments = defineStream({
  ...common,
  id: 'payments',
  label: 'Payments',
  about: 'One row for each payment to the seller’s bank, in the bank’s currency.',
  fields: {
    ...facts,
    currency: text('amount.currency', ...CURRENCY),
    payment_amount: money('amount.value', 'Payment Amount', 'What the seller’s bank gets, in its currency.'),
  },
});

/** The same payments in the shop's currency: two currencies of one record are two streams, so that they never mix. */
export const paymentOrigins = defineStream({
  ...common,
  id: 'payment_origins',
  label: 'Payments before exchange',
  about: 'One row for each payment, in the shop’s currency.',
  fields: {
    ...facts,
    currency: text('settlement_amount.currency', ...CURRENCY),
    payment_settlement: money(
      'settlement_amount.value',
      'Payment Settlement',
      'What was settled, before money was held back and exchanged.',
    ),
    payment_before_exchange: money(
      'payment_amount_before_exchange.value',
      'Payment Before Exchange',
      'What is paid, in the shop’s currency.',
    ),
  },
});
