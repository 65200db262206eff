import type { FieldType } from '../../../shared/field';
import type { BaseMetric, Metric } from '../../core/metric';
import type { FieldOf, StreamId } from '../../streams';
import { count, one, ratio, words } from './kinds';

/** Figures that hold for a day: of each shop's last day in the range, or in the group's own part of it. */
const asOf =
  <Id extends StreamId>(group: string, stream: Id, time: FieldOf<Id>, source: string) =>
  (field: FieldOf<Id>, label: string, about: string): BaseMetric =>
    one('last', stream, field, { time }, 'integer', {
      group,
      label,
      about,
      formula: `Sum of ${field} (${source}) of the last day of each shop, by ${time.replace('_', ' ')}`,
    });
const listed = asOf('Products', 'product_days', 'product_day', 'products by day');
const stocked = asOf('Stock', 'inventory', 'stock_date', 'stock by day');
const ofSkus = asOf('Stock', 'sku_stock', 'stock_date', 'stock of SKUs by day');

const price = (kind: 'min' | 'max', label: string, about: string, formula: string): BaseMetric =>
  one(
    kind,
    'sku_prices',
    'sku_price',
    { time: 'product_day' },
    'money',
    words('Products', label, about, formula),
  );
const service = (
  field: FieldOf<'customer_service'>,
  type: FieldType,
  label: string,
  about: string,
  formula: string,
): BaseMetric =>
  one(
    'average',
    'customer_service',
    field,
    { time: 'service_day' },
    type,
    words('Customer service', label, about, formula),
  );

/** Products, prices, stock and service: what TikTok tells only as it is, and the store keeps by day. */
export const productMetrics: Readonly<Record<string, Metric>> = {
  products: listed('products_listed', 'Products', 'Products of every status, as on the last day.'),
  active_products: listed('products_on_sale', 'Active Products', 'Products on sale, as on the last day.'),
  skus: ofSkus('skus_listed', 'SKUs', 'Variants of products that are not deleted, as on the last day.'),
  out_of_stock_skus: ofSkus(
    'skus_out_of_stock',
    'Out of Stock SKUs',
    'Variants of which nothing can be ordered in any warehouse, as on the last day.',
  ),
  available_quantity: stocked(
    'available_quantity',
    'Available',
    'Units that can be ordered, as on the last day.',
  ),
  committed_quantity: stocked(
    'committed_quantity',
    'Committed',
    'Units that orders have taken and that still lie there, as on the last day.',
  ),
  in_shop_quantity: ofSkus(
    'in_shop_quantity',
    'Available in Shop',
    'Units that anybody can order, as on the last day.',
  ),
  campaign_quantity: ofSkus(
    'campaign_quantity',
    'Reserved for Campaigns',
    'Available units set aside for campaigns, as on the last day.',
  ),
  creator_quantity: ofSkus(
    'creator_quantity',
    'Reserved for Creators',
    'Available units set aside for creators, as on the last day.',
  ),
  sales_days: count(
    words(
      'Stock',
      'Days of Sales',
      'Days of the range, or of the row’s own part of it, where anything was sold in it.',
      'Number of days of the range that lie in the row’s part of time, for rows with any sold unit',
    ),
    'line_items',
    { time: 'sales_time', counted: 'sales_time' },
    'days',
  ),
  items_per_day: ratio(
    ['items_sold', 'sales_days'],
    'decimal',
    words('Stock', 'Items Sold per Day', 'Units for each day of the range.', 'Items Sold ÷ Days of Sales'),
  ),
  days_of_cover: ratio(
    ['available_quantity', 'items_per_day'],
    'decimal',
    words(
      'Stock',
      'Days of Cover',
      'How many days the stock lasts if as much is sold a day as in the range; empty where nothing was sold.',
      'Available ÷ (Items Sold ÷ days of the range)',
    ),
  ),
  sell_through: {
    ...ratio(
      ['items_sold', 'available_quantity'],
      'percent',
      words(
        'Stock',
        'Sell-through',
        'Units sold in the range as a share of those and the units that can still be ordered.',
        'Items Sold ÷ (Items Sold + Available)',
      ),
    ),
    part: true,
  },
  min_sku_price: price(
    'min',
    'Min. SKU Price',
    'Lowest price of a variant on any day of the range, before discounts.',
    'Least price.sale_price, or else price.tax_exclusive_price, of SKU prices by day, by product day',
  ),
  max_sku_price: price(
    'max',
    'Max. SKU Price',
    'Highest price of a variant on any day of the range, before discounts.',
    'Greatest price.sale_price, or else price.tax_exclusive_price, of SKU prices by day, by product day',
  ),
  support_sessions: {
    kind: 'sum',
    type: 'integer',
    stream: 'customer_service',
    time: 'service_day',
    terms: [{ field: 'support_sessions' satisfies FieldOf<'customer_service'>, sign: 1 }],
    ...words(
      'Customer service',
      'Support Sessions',
      'Chats that buyers began.',
      'Sum of performance.support_session_count of TikTok’s customer service by day',
    ),
  },
  avg_response_rate: service(
    'response_rate',
    'percent',
    'Avg. Response Rate',
    'Mean of the days’ shares of chats that were first answered within 24 hours.',
    'Mean of performance.response_percentage over the days that have one',
  ),
  avg_response_minutes: service(
    'response_minutes',
    'decimal',
    'Avg. Response Minutes',
    'Mean of the days’ average minutes until the first answer.',
    'Mean of performance.response_time_mins over the days that have one',
  ),
  avg_satisfaction_rate: service(
    'satisfaction_rate',
    'percent',
    'Avg. Satisfaction Rate',
    'Mean of the days’ shares of rated chats with 4 or 5 stars.',
    'Mean of performance.satisfaction_percentage over the days that have one',
  ),
};
