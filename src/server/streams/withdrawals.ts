import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { id, money, picked, text, time } from './field';
import { withdrawalList } from './finance-endpoints';
import { created, dimensions } from './finance-fields';

export const withdrawals = defineStream({
  ...created(withdrawalList, 'withdrawal_id', 'create_time', 'withdrawal_time'),
  id: 'withdrawals',
  label: 'Withdrawals',
  group: 'Withdrawal',
  about: 'One row for each movement of the seller’s balance: settled, withdrawn, transferred or come back.',
  primaryKey: 'withdrawal_id',
  fields: {
    withdrawal_id: id('id', 'Withdrawal ID', 'TikTok’s number of the movement.'),
    withdrawal_time: time('create_time', 'Withdrawal Time', 'When it was begun.'),
    withdrawal_type: text(
      'type',
      'Withdrawal Type',
      'WITHDRAW to the bank, SETTLE into the balance, TRANSFER by TikTok’s policies, REVERSE of a failed withdrawal.',
    ),
    withdrawal_status: text('status', 'Withdrawal Status', 'PROCESSING, SUCCESS or FAILED.'),
    currency: dimensions.currency,
    withdrawal_amount: money(
      'amount',
      'Balance Movement',
      'Amounts of all types, which make sense by Withdrawal Type only.',
    ),
    withdrawn_amount: picked(
      money('amount', 'Withdrawn Amount', 'What was withdrawn to the seller’s bank.'),
      (record) => (at(record, 'type') === 'WITHDRAW' ? at(record, 'amount') : null),
    ),
  },
});
