import type { BaseMetric, Metric } from '../../core/metric';
import type { FieldOf } from '../../streams';
import { count, distinct, ratio, sum, type Words, words } from './kinds';

/** Orders count as sold at their sales time; `counted` keeps that so when a report places them by another time. */
const SOLD = { time: 'sales_time', counted: 'sales_time' } as const;
const CREATED = { time: 'create_time' } as const;

const sold = sum('orders', SOLD);
const created = sum('orders', CREATED);
const soldItems = sum('line_items', SOLD);

const firstTime = (kind: 'new' | 'returning', words: Words): BaseMetric => ({
  kind,
  type: 'integer',
  stream: 'orders',
  ...SOLD,
  ...words,
  field: 'buyer_id' satisfies FieldOf<'orders'>,
});

export const orderMetrics: Readonly<Record<string, Metric>> = {
  gmv: sold(
    ['total_amount'],
    words(
      'Sales',
      'GMV',
      'Gross merchandise value, order-based: everything buyers paid, with tax and shipping. Cancelled and refunded orders count, as in TikTok’s GMV.',
      'Sum of payment.total_amount of counted orders, by sales time',
    ),
  ),
  gmv_ex_tax_shipping: sold(
    ['sub_total'],
    words(
      'Sales',
      'GMV without tax and shipping',
      'What buyers paid for products, after all discounts.',
      'Sum of payment.sub_total of counted orders, by sales time',
    ),
  ),
  gross_revenue: sold(
    ['sub_total', 'platform_discount'],
    words(
      'Sales',
      'Gross Revenue',
      'What buyers paid for products plus the discounts that TikTok pays for: the figure that settlement later calls revenue.',
      'Sum of payment.sub_total + payment.platform_discount of counted orders, by sales time',
    ),
  ),
  gross_revenue_incl_shipping: sold(
    ['total_amount', 'platform_discount', '-tax'],
    words(
      'Sales',
      'Gross Revenue incl. shipping',
      'Customer payment plus platform discounts, less tax.',
      'Sum of payment.total_amount + payment.platform_discount − payment.tax of counted orders, by sales time',
    ),
  ),
  original_product_price: sold(
    ['original_total_product_price'],
    words(
      'Sales',
      'Gross Sales',
      'Products at their original price, before any discount.',
      'Sum of payment.original_total_product_price of counted orders, by sales time',
    ),
  ),
  sub_total: sold(
    ['sub_total'],
    words(
      'Sales',
      'Sub Total',
      'Products after discounts.',
      'Sum of payment.sub_total of counted orders, by sales time',
    ),
  ),
  payment_total_amount: created(
    ['total_amount'],
    words(
      'Sales',
      'Payment Total Amount',
      'The amounts of all orders placed, paid or not.',
      'Sum of payment.total_amount of all orders, by create time',
    ),
  ),
  discount_amount: sold(
    ['seller_discount', 'platform_discount'],
    words(
      'Discounts',
      'Discount Amount',
      'Discounts on products by seller and platform together.',
      'Sum of payment.seller_discount + payment.platform_discount of counted orders, by sales time',
    ),
  ),
  seller_discount: sold(
    ['seller_discount'],
    words(
      'Discounts',
      'Seller Discount',
      'Discounts on products that the seller gives.',
      'Sum of payment.seller_discount of counted orders, by sales time',
    ),
  ),
  platform_discount: sold(
    ['platform_discount'],
    words(
      'Discounts',
      'Platform Discount',
      'Discounts on products that TikTok gives.',
      'Sum of payment.platform_discount of counted orders, by sales time',
    ),
  ),
  tax_amount: sold(
    ['tax'],
    words(
      'Tax and shipping',
      'Tax Amount',
      'Tax on products and shipping.',
      'Sum of payment.tax of counted orders, by sales time',
    ),
  ),
  product_tax: sold(
    ['product_tax'],
    words(
      'Tax and shipping',
      'Product Tax',
      'Tax on products.',
      'Sum of payment.product_tax of counted orders, by sales time',
    ),
  ),
  shipping_fee_tax: sold(
    ['shipping_fee_tax'],
    words(
      'Tax and shipping',
      'Shipping Fee Tax',
      'Tax on shipping.',
      'Sum of payment.shipping_fee_tax of counted orders, by sales time',
    ),
  ),
  shipping_fee: sold(
    ['shipping_fee'],
    words(
      'Tax and shipping',
      'Shipping Fee',
      'What buyers paid for shipping.',
      'Sum of payment.shipping_fee of counted orders, by sales time',
    ),
  ),
  original_shipping_fee: sold(
    ['original_shipping_fee'],
    words(
      'Tax and shipping',
      'Original Shipping Fee',
      'Shipping before discounts.',
      'Sum of payment.original_shipping_fee of counted orders, by sales time',
    ),
  ),
  shipping_fee_seller_discount: sold(
    ['shipping_fee_seller_discount'],
    words(
      'Discounts',
      'Shipping Seller Discount',
      'Discounts on shipping that the seller gives.',
      'Sum of payment.shipping_fee_seller_discount of counted orders, by sales time',
    ),
  ),
  shipping_fee_platform_discount: sold(
    ['shipping_fee_platform_discount'],
    words(
      'Discounts',
      'Shipping Platform Discount',
      'Discounts on shipping that TikTok gives.',
      'Sum of payment.shipping_fee_platform_discount of counted orders, by sales time',
    ),
  ),
  orders: count(
    words(
      'Orders',
      'Orders',
      'All orders placed, whatever became of them.',
      'Number of orders, by create time',
    ),
    'orders',
    CREATED,
  ),
  paid_orders: count(
    words('Orders', 'Paid Orders', 'Orders that count as sold.', 'Number of counted orders, by sales time'),
    'orders',
    SOLD,
  ),
  sku_orders: distinct(
    'line_items',
    ['order_id', 'sku_id'],
    SOLD,
    words(
      'Orders',
      'SKU Orders',
      'Each variant once per order: 3 × A and 2 × B in one order are 2.',
      'Number of different (order, SKU) pairs of counted orders, by sales time',
    ),
  ),
  items_sold: count(
    words(
      'Items',
      'Items Sold',
      'Units of counted orders; gifts count, and the dimension Gift tells them apart.',
      'Number of line items of counted orders, by sales time',
    ),
    'line_items',
    SOLD,
  ),
  customers: distinct(
    'orders',
    ['buyer_id'],
    SOLD,
    words(
      'Customers',
      'Customers',
      'Different buyers, each counted once in every group and total.',
      'Number of different buyers of counted orders, by sales time',
    ),
  ),
  new_customers: firstTime(
    'new',
    words(
      'Customers',
      'New Customers',
      'Buyers who bought for the first time, as far as orders are stored; by day (hour, week …), whose first purchase was that day.',
      'Number of different buyers of counted orders, by sales time, whose first counted order in the stored history of the report’s shops lies in the range and in the same day (hour, week …) as the group',
    ),
  ),
  returning_customers: firstTime(
    'returning',
    words(
      'Customers',
      'Returning Customers',
      'All other customers: those who had bought before. New and returning ones together are Customers, in every row and total.',
      'Customers − New Customers',
    ),
  ),
  aov: ratio(
    ['gmv', 'paid_orders'],
    'money',
    words('Sales', 'Avg. Order Value', 'GMV for each paid order.', 'GMV ÷ Paid Orders'),
  ),
  items_per_order: ratio(
    ['items_sold', 'paid_orders'],
    'decimal',
    words('Items', 'Items/Order', 'Units for each paid order.', 'Items Sold ÷ Paid Orders'),
  ),
  sale_price: soldItems(
    ['sale_price'],
    words(
      'Items',
      'Sale Price',
      'Prices of the units after discounts.',
      'Sum of line_items.sale_price of counted orders, by sales time',
    ),
  ),
  original_price: soldItems(
    ['original_price'],
    words(
      'Items',
      'Original Price',
      'Prices of the units before discounts.',
      'Sum of line_items.original_price of counted orders, by sales time',
    ),
  ),
  item_seller_discount: soldItems(
    ['item_seller_discount'],
    words(
      'Items',
      'Item Seller Discount',
      'Discounts of the seller on the units.',
      'Sum of line_items.seller_discount of counted orders, by sales time',
    ),
  ),
  item_platform_discount: soldItems(
    ['item_platform_discount'],
    words(
      'Items',
      'Item Platform Discount',
      'Discounts of TikTok on the units.',
      'Sum of line_items.platform_discount of counted orders, by sales time',
    ),
  ),
  item_tax_amount: soldItems(
    ['item_tax_amount'],
    words(
      'Items',
      'Item Tax Amount',
      'Tax on the units, without the tax on shipping.',
      'Sum of line_items.item_tax.tax_amount of counted orders, by sales time',
    ),
  ),
  avg_item_price: ratio(
    ['sale_price', 'items_sold'],
    'money',
    words('Items', 'Avg. Item Price', 'Sale price for each unit.', 'Sale Price ÷ Items Sold'),
  ),
  tax_rate: ratio(
    ['item_tax_amount', 'sale_price'],
    'percent',
    words('Items', 'Tax Rate', 'Tax in proportion to the price.', 'Item Tax Amount ÷ Sale Price'),
  ),
};
