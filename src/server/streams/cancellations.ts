import { defineStream } from '../core/stream';
import { flag, id, text, time } from './named';
import { elementId, refundFields, unitFields } from './refund-fields';
import { cancellationSearch } from './returns-endpoint';

/** Days after an order within which it is cancelled. */
const WITHIN = 60;

const told = {
  markets: 'All markets.',
  history: 'Back to the shop’s first order.',
  freshness: 'Within minutes.',
  privacy: 'Nothing about buyers.',
  endpoint: cancellationSearch,
  parentKey: 'cancel_id',
  versionField: 'cancellation_update_time',
  currencyField: 'currency',
  rowTime: 'cancellation_create_time',
  schema: 1,
} as const;

export const cancellations = defineStream({
  ...told,
  id: 'cancellations',
  label: 'Cancellations',
  group: 'Cancellation',
  about: 'One row for each cancellation, asked for or done, as it stands at its last change.',
  primaryKey: 'cancel_id',
  belongsTo: [{ stream: 'orders', key: 'order_id', within: WITHIN }],
  fields: {
    cancel_id: id('TikTok’s number of the cancellation.'),
    order_id: id('The order it is about.'),
    cancellation_create_time: time('When it was asked for, or done at once.', 'create_time'),
    cancellation_update_time: time('When it last changed; once it is completed, when it was.', 'update_time'),
    cancellation_type: text(
      'CANCEL: by seller or system; BUYER_CANCEL: asked for by the buyer.',
      'cancel_type',
    ),
    cancellation_status: text('Where it stands; what ends in COMPLETE is done.', 'cancel_status'),
    cancellation_requested_by: text('Who asked for it: BUYER, SELLER or SYSTEM.', 'role'),
    cancellation_reason: text('TikTok’s key of the reason.', 'cancel_reason'),
    cancellation_reason_text: text('Why, in English.', 'cancel_reason_text'),
    cancellation_next_action: text('What the seller has to do next.', 'seller_next_action_response.0.action'),
    cancellation_next_deadline: time('Until when.', 'seller_next_action_response.0.deadline'),
    should_replenish_stock: flag('Whether the units go back to the stock.'),
    ...refundFields,
  },
});

export const cancellationLineItems = defineStream({
  ...told,
  id: 'cancellation_line_items',
  label: 'Cancelled items',
  group: 'Cancelled item',
  about: 'One row for each unit in a cancellation.',
  explode: 'cancel_line_items',
  primaryKey: 'cancel_line_item_id',
  belongsTo: [
    { stream: 'cancellations', key: 'cancel_id', weight: 'refund_total' },
    { stream: 'line_items', key: 'order_line_item_id', parentKey: 'line_item_id', within: WITHIN },
  ],
  fields: {
    cancel_line_item_id: elementId(
      id('TikTok’s number of the unit in the cancellation.'),
      'cancel_line_item_id',
      'cancel_id',
      'cancel_line_items',
    ),
    cancel_id: id('The cancellation it belongs to.', '^.cancel_id'),
    cancellation_update_time: time('When its cancellation last changed.', '^.update_time'),
    ...unitFields,
  },
});
