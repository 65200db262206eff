import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { day, internal, picked, text, time } from './field';
import { unsettledList } from './finance-endpoints';
import { amounts, created, dimensions, firstOf, orderOf, partOf, SETTLED_WITHIN } from './finance-fields';

export const unsettledTransactions = defineStream({
  ...created(unsettledList, 'unsettled_copy', 'day', 'unsettled_read_time'),
  id: 'unsettled_transactions',
  label: 'Unsettled transactions',
  group: 'Unsettled transaction',
  about: 'One row for each order and adjustment that is not settled yet, with what TikTok expects to settle.',
  history: 'As it is now; of orders since 2025.',
  freshness: 'At once. What is settled is no longer among them.',
  explode: 'list',
  primaryKey: 'transaction_id',
  updatedPath: 'readAt',
  rowTime: 'unsettled_time',
  belongsTo: [{ ...partOf('orders', 'order_id'), within: SETTLED_WITHIN }],
  fields: {
    ...dimensions,
    unsettled_copy: internal(day('^.day', 'Unsettled Copy', 'Day of the copy.')),
    unsettled_read_time: internal(time('^.readAt', 'Unsettled Read Time', 'When TikTok was asked.')),
    unsettled_time: internal(
      picked(
        time('order_create_time', 'Create Time', 'When the buyer placed the order.'),
        (record, copy) => at(record, 'order_create_time') ?? at(copy, 'readAt'),
      ),
    ),
    order_id: orderOf,
    create_time: time('order_create_time', 'Order Create Time', 'When the buyer placed the order.'),
    delivery_time: time('order_delivery_time', 'Delivery Time', 'When the package was delivered.'),
    unsettled_reason: text('unsettled_reason', 'Unsettled Reason', 'What it waits for, in TikTok’s words.'),
    expected_settlement_time: picked(
      time('estimated_settlement', 'Expected Settlement Time', 'When it is to be settled, once delivered.'),
      firstOf('estimated_settlement'),
    ),
    settlement_terms: picked(
      text('estimated_settlement', 'Settlement Terms', 'How long after delivery it is to be settled.'),
      (record) => String(at(record, 'estimated_settlement') ?? '').replace(/^\d+$/, ''),
    ),
    ...amounts('unsettled_', 'est_*_amount', {
      settlement: 'What TikTok expects to settle for orders that are not settled yet.',
      revenue: 'Sales that are not settled yet.',
      shipping_cost: 'Shipping that is not settled yet.',
      fee_tax: 'Fees and taxes that are not settled yet.',
      adjustment: 'Corrections that are not settled yet.',
    }),
  },
});
