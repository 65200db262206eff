import type { ReadyReport } from '../../../shared/report';
import { ready } from './make';

const down = (field: string) => ({ sort: [{ field, descending: true }] });
const newest = down('create_time');

/** What sellers look at first, and orders in all their detail. */
export const orderReports: readonly ReadyReport[] = [
  ready('Key performance', 'GMV by Date', 'What buyers paid each day.', 'gmv', 'date', { dense: true }),
  ready('Key performance', 'GMV by Product Name', 'What sells best.', 'gmv', 'product_name', down('gmv')),
  ready('Key performance', 'GMV by Day of Week', 'On which weekdays buyers pay.', 'gmv', 'day_of_week'),
  ready(
    'Key performance',
    'Gross Revenue',
    'Products with the discounts that TikTok pays.',
    'gross_revenue',
    'date',
    {
      dense: true,
    },
  ),
  ready(
    'Key performance',
    'Orders by Status',
    'Where the orders of the range stand.',
    'orders',
    'order_status',
    down('orders'),
  ),
  ready(
    'Key performance',
    'Orders by Fulfillment Type',
    'Who ships.',
    'orders',
    'fulfillment_type',
    down('orders'),
  ),
  ready('Key performance', 'Items Sold', 'Units each day.', 'items_sold', 'date', { dense: true }),
  ready('Key performance', 'Customers', 'Different buyers each day.', 'customers', 'date', { dense: true }),
  ready('Key performance', 'Avg. Order Value', 'GMV for each paid order.', 'aov gmv paid_orders', 'date'),
  ready(
    'Key performance',
    'Items/Order',
    'Units for each paid order.',
    'items_per_order items_sold paid_orders',
    'date',
  ),
  ready(
    'Key performance',
    'New and Returning Customers',
    'Who buys for the first time, and who comes again.',
    'customers new_customers returning_customers',
    'week',
    { range: 'last_90_days' },
  ),
  ready(
    'Orders',
    'Orders in Detail',
    'Each order with its amounts, shipping and place.',
    'gmv payment_total_amount discount_amount',
    'order_id create_time order_status fulfillment_type shipping_type warehouse_id recipient_region_code',
    newest,
  ),
  ready('Orders', 'Orders by Hour', 'At which hours buyers order.', 'orders', 'hour'),
  ready('Orders', 'Orders by Shipping Type', 'How orders travel.', 'orders', 'shipping_type', down('orders')),
  ready(
    'Orders',
    'Orders by Payment Method Name',
    'How buyers pay.',
    'orders',
    'payment_method_name',
    down('orders'),
  ),
  ready(
    'Orders',
    'Payment Total Amount by Payment Method Name',
    'How much is paid which way.',
    'payment_total_amount',
    'payment_method_name',
    down('payment_total_amount'),
  ),
  ready(
    'Products',
    'Items Sold and Sale Price by Product Name',
    'Units and what they cost.',
    'items_sold sale_price',
    'product_name',
    down('items_sold'),
  ),
  ready(
    'Products',
    'GMV by Status',
    'What is paid, by where orders stand.',
    'gmv',
    'order_status',
    down('gmv'),
  ),
  ready(
    'Products',
    'Variants in Detail',
    'Units, price and tax of each variant.',
    'items_sold sale_price item_tax_amount tax_rate',
    'product_name sku_name seller_sku sku_type',
    down('items_sold'),
  ),
  ready(
    'Stock',
    'Orders and Items to Ship',
    'What leaves which warehouse, with its tracking number.',
    'orders items_sold',
    'warehouse_name order_id create_time product_name sku_name delivery_type tracking_number',
    newest,
  ),
];
