import type { ReadyReport } from '../../../shared/report';
import { ready } from './make';

const down = (field: string) => ({ sort: [{ field, descending: true }] });
const RETURNS = 'Returns and refunds';
const FULFILMENT = 'Fulfilment';
const AFFILIATE = 'Affiliate';
/** With the orders of today, which is what deadlines are about. */
const untilNow = { range: 'last_720_hours' };

/** What comes back, what is cancelled, how quickly orders leave, and what creators sell. */
export const returnReports: readonly ReadyReport[] = [
  ready(
    RETURNS,
    'Returns and Refunds',
    'What comes back of each product, and how much of what was sold.',
    'items_sold returned_items_of_orders return_rate refund_amount_of_orders refund_rate',
    'product_name',
    { ...down('returned_items_of_orders'), range: 'last_90_days' },
  ),
  ready(
    RETURNS,
    'Refunds by Day',
    'What buyers got back each day.',
    'refund_amount return_refund_amount cancellation_refund_amount',
    'date',
    {
      dense: true,
    },
  ),
  ready(
    RETURNS,
    'Return Reasons',
    'Why products come back.',
    'returns returned_items return_refund_amount',
    'return_reason_text',
    down('returns'),
  ),
  ready(
    RETURNS,
    'Cancellations by Reason',
    'Why orders are cancelled, and by whom.',
    'cancellations cancelled_items',
    'cancellation_reason_text cancellation_requested_by',
    down('cancellations'),
  ),
  ready(
    FULFILMENT,
    'Fulfilment Speed',
    'Hours from the sale to shipment, collection and delivery.',
    'paid_orders hours_to_ship hours_to_collection hours_to_delivery',
    'date warehouse_id',
  ),
  ready(
    FULFILMENT,
    'Deadlines',
    'Orders to ship, the most urgent first.',
    'orders_to_ship orders_due_in_24_hours orders_overdue',
    'rts_sla_time order_id order_status warehouse_id',
    {
      ...untilNow,
      sort: [{ field: 'rts_sla_time', descending: false }],
    },
  ),
  ready(
    FULFILMENT,
    'Late Shipments',
    'How many orders miss their deadlines.',
    'late_shipment_orders late_shipment_rate late_handover_orders late_handover_rate late_delivery_orders late_delivery_rate',
    'date',
    untilNow,
  ),
  ready(
    AFFILIATE,
    'Affiliate Orders',
    'Orders through creators, with commission.',
    'affiliate_gmv affiliate_items estimated_commission actual_commission',
    'order_id affiliate_create_time creator_username affiliate_content_type product_id commission_rate',
    down('affiliate_create_time'),
  ),
  ready(
    AFFILIATE,
    'Affiliate GMV by Creator',
    'Who sells, and what it costs.',
    'affiliate_gmv affiliate_orders affiliate_items estimated_commission affiliate_commission_rate',
    'creator_username',
    down('affiliate_gmv'),
  ),
];
