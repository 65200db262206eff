import type { ReadyMade } from '../../shared/api';

const ready = (group: string, name: string, about: string, report: ReadyMade['report']): ReadyMade => ({
  group,
  name,
  about,
  report,
});
const largest = (field: string) => [{ field, descending: true }];
const shareOf = (metric: string) => ({ metric, kind: 'share' }) as const;

/** Reports to begin with, by the question that they answer. */
export const READY_MADE: readonly ReadyMade[] = [
  ready('Sales', 'Sales by day', 'GMV, orders and customers of each day.', {
    metrics: ['gmv', 'orders', 'customers'],
    dimensions: ['date'],
    range: 'last_30_days',
    totals: true,
    dense: true,
  }),
  ready('Sales', 'This month against last', 'Each day beside the same day of the month before.', {
    metrics: ['gmv', 'paid_orders', 'aov'],
    dimensions: ['date'],
    range: 'this_month',
    totals: true,
    compare: { to: 'last_month_to_date', show: ['value', 'percent'] },
  }),
  ready('Sales', 'Months against last year', 'Twelve months, each beside the same month a year before.', {
    metrics: ['gmv', 'customers'],
    dimensions: ['month'],
    range: 'last_12_months',
    totals: true,
    compare: { to: 'last_year', show: ['value', 'percent'] },
  }),
  ready('Sales', 'Weeks with running total', 'How sales add up over the year.', {
    metrics: ['gmv'],
    dimensions: ['week'],
    range: 'this_year',
    dense: true,
    calculations: [{ metric: 'gmv', kind: 'running' }],
  }),
  ready('Sales', 'Busiest hours', 'Orders by hour, a column for each day of the week.', {
    metrics: ['paid_orders'],
    dimensions: ['hour'],
    pivot: ['day_of_week'],
    range: 'last_28_days',
    totals: true,
    dense: true,
  }),
  ready('Sales', 'Shops side by side', 'GMV by month, a column for each shop.', {
    metrics: ['gmv'],
    dimensions: ['month'],
    pivot: ['shop_name'],
    range: 'last_12_months',
    totals: true,
  }),
  ready(
    'Products',
    'Best-selling products',
    'The twenty with most sales, their share, and all others in one row.',
    {
      metrics: ['sale_price', 'items_sold'],
      dimensions: ['product_name'],
      range: 'last_30_days',
      sort: largest('sale_price'),
      limit: 20,
      other: true,
      totals: true,
      calculations: [shareOf('sale_price')],
    },
  ),
  ready('Products', 'Best-selling variants', 'Units, sales and price of each variant.', {
    metrics: ['items_sold', 'sale_price', 'avg_item_price'],
    dimensions: ['product_name', 'sku_name', 'seller_sku'],
    range: 'last_30_days',
    sort: largest('items_sold'),
    totals: true,
  }),
  ready(
    'Products',
    'Products that grow or fall',
    'Sales of each product beside those of the period before.',
    {
      metrics: ['sale_price'],
      dimensions: ['product_name'],
      range: 'last_28_days',
      sort: largest('sale_price'),
      totals: true,
      compare: { to: 'previous_period', show: ['value', 'change', 'percent'] },
    },
  ),
  ready('Products', 'Units by product and month', 'A row for each product, a column for each month.', {
    metrics: ['items_sold'],
    dimensions: ['product_name'],
    pivot: ['month'],
    range: 'last_6_months',
    sort: largest('items_sold'),
    totals: true,
  }),
  ready('Orders', 'Orders by status', 'Where orders stand, with their share.', {
    metrics: ['orders', 'payment_total_amount'],
    dimensions: ['order_status'],
    range: 'last_30_days',
    totals: true,
    calculations: [shareOf('orders')],
  }),
  ready('Orders', 'Status by week', 'Orders by week, a column for each status.', {
    metrics: ['orders'],
    dimensions: ['week'],
    pivot: ['order_status'],
    range: 'last_90_days',
    totals: true,
  }),
  ready('Orders', 'Why orders are cancelled', 'Cancelled orders by reason, on the day of the cancellation.', {
    metrics: ['orders'],
    dimensions: ['cancellation_initiator', 'cancel_reason'],
    range: 'last_90_days',
    filters: [{ field: 'order_status', operator: '=', values: ['CANCELLED'] }],
    time: 'cancel_time',
    subtotals: true,
    totals: true,
    calculations: [shareOf('orders')],
  }),
  ready('Orders', 'Ways to pay', 'Paid orders and GMV by payment method.', {
    metrics: ['paid_orders', 'gmv', 'aov'],
    dimensions: ['payment_method_name'],
    range: 'last_30_days',
    sort: largest('gmv'),
    totals: true,
    calculations: [shareOf('gmv')],
  }),
  ready('Orders', 'Deliveries by carrier', 'Orders delivered each week, a column for each carrier.', {
    metrics: ['orders'],
    dimensions: ['week'],
    pivot: ['shipping_provider'],
    range: 'last_90_days',
    time: 'delivery_time',
    totals: true,
  }),
  ready('Orders', 'List of orders', 'One row for each order, newest first.', {
    metrics: ['payment_total_amount'],
    dimensions: ['order_id', 'create_time', 'order_status', 'payment_method_name', 'recipient_state'],
    range: 'last_7_days',
    sort: largest('create_time'),
  }),
  ready('Orders', 'List of order lines', 'One row for each unit sold, as accounting needs it.', {
    metrics: ['sale_price', 'item_seller_discount', 'item_tax_amount'],
    dimensions: ['create_time', 'order_id', 'line_item_id', 'product_name', 'sku_name', 'seller_sku'],
    range: 'last_7_days',
    sort: largest('create_time'),
  }),
  ready('Customers', 'New and returning customers', 'Who buys for the first time, by month.', {
    metrics: ['new_customers', 'returning_customers', 'customers'],
    dimensions: ['month'],
    range: 'last_12_months',
  }),
  ready('Customers', 'Customers by region', 'Where buyers live, and what they spend.', {
    metrics: ['customers', 'paid_orders', 'gmv'],
    dimensions: ['recipient_state'],
    range: 'last_90_days',
    sort: largest('gmv'),
    limit: 25,
    other: true,
    totals: true,
    calculations: [shareOf('gmv'), { metric: 'gmv', kind: 'rank' }],
  }),
  ready('Money', 'From list price to revenue', 'What discounts by you and by TikTok take off, by month.', {
    metrics: ['original_product_price', 'seller_discount', 'platform_discount', 'sub_total', 'gross_revenue'],
    dimensions: ['month'],
    range: 'last_12_months',
    totals: true,
  }),
  ready('Money', 'Tax and shipping', 'Taxes and shipping fees by month.', {
    metrics: ['product_tax', 'shipping_fee_tax', 'tax_amount', 'shipping_fee'],
    dimensions: ['month'],
    range: 'last_12_months',
    totals: true,
  }),
  ready('TikTok’s own figures', 'Sales by channel', 'LIVE, videos and product cards, day by day.', {
    metrics: ['tt_gmv', 'tt_gmv_live', 'tt_gmv_video', 'tt_gmv_product_card'],
    dimensions: ['date'],
    range: 'last_28_days',
    totals: true,
  }),
];

/** As text, which the build keeps out of the code: only the sidebar's list of them reads it. */
export const READY_MADE_TEXT = JSON.stringify(READY_MADE);
