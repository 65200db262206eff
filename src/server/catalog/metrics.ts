import type { FieldType } from '../../shared/field';
import type { BaseMetric, Metric, RatioMetric } from '../core/metric';
import type { FieldOf, StreamId } from '../streams';

interface Words {
  label: string;
  group: string;
  about: string;
  formula: string;
}

/** Fields with a minus before them are taken away. */
type Term<Id extends StreamId> = FieldOf<Id> | `-${FieldOf<Id>}`;

/** Orders count as sold at their sales time; `counted` keeps that so when a report places them by another time. */
const SOLD = { time: 'sales_time', counted: 'sales_time' } as const;
const CREATED = { time: 'create_time' } as const;

const sum =
  <Id extends StreamId>(stream: Id, when: { time: string; counted?: string }) =>
  (terms: Term<Id>[], words: Words): BaseMetric => ({
    kind: 'sum',
    type: 'money',
    stream,
    ...when,
    ...words,
    terms: terms.map((term) => ({ field: term.replace('-', ''), sign: term.startsWith('-') ? -1 : 1 })),
  });
const sold = sum('orders', SOLD);
const created = sum('orders', CREATED);
const soldItems = sum('line_items', SOLD);

/** TikTok's own figures, placed by the day of the shop's calendar that they are about. */
const told = (type: FieldType, field: FieldOf<'shop_performance'>, words: Words): BaseMetric => ({
  kind: 'sum',
  type,
  stream: 'shop_performance',
  time: 'performance_day',
  ...words,
  terms: [{ field, sign: 1 }],
});

const count = (words: Words, stream: StreamId, when: { time: string; counted?: string }): BaseMetric => ({
  kind: 'rows',
  type: 'integer',
  stream,
  ...when,
  ...words,
});
const distinct = <Id extends StreamId>(stream: Id, fields: FieldOf<Id>[], words: Words): BaseMetric => ({
  kind: 'distinct',
  type: 'integer',
  stream,
  ...SOLD,
  ...words,
  fields,
});
const firstTime = (kind: 'new' | 'returning', words: Words): BaseMetric => ({
  kind,
  type: 'integer',
  stream: 'orders',
  ...SOLD,
  ...words,
  field: 'buyer_id' satisfies FieldOf<'orders'>,
});
const ratio = (of: readonly [string, string], type: FieldType, words: Words): RatioMetric => ({
  kind: 'ratio',
  type,
  of,
  ...words,
});

const words = (group: string, label: string, about: string, formula: string): Words => ({
  label,
  group,
  about,
  formula,
});

export const METRICS: Readonly<Record<string, Metric>> = {
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
  tt_gmv: told(
    'money',
    'tt_gmv',
    words(
      'TikTok’s own figures',
      'TikTok GMV',
      'GMV as Seller Center shows it: everything paid, cancelled and refunded orders included.',
      'Sum of sales.gmv.overall of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_live: told(
    'money',
    'tt_gmv_live',
    words(
      'TikTok’s own figures',
      'TikTok GMV from LIVE',
      'The part of TikTok’s GMV that was sold in LIVE sessions.',
      'Sum of sales.gmv.breakdowns LIVE of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_video: told(
    'money',
    'tt_gmv_video',
    words(
      'TikTok’s own figures',
      'TikTok GMV from Videos',
      'The part of TikTok’s GMV that was sold through videos.',
      'Sum of sales.gmv.breakdowns VIDEO of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gmv_product_card: told(
    'money',
    'tt_gmv_product_card',
    words(
      'TikTok’s own figures',
      'TikTok GMV from Product Cards',
      'The part of TikTok’s GMV that was sold through product cards.',
      'Sum of sales.gmv.breakdowns PRODUCT_CARD of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_gross_revenue: told(
    'money',
    'tt_gross_revenue',
    words(
      'TikTok’s own figures',
      'TikTok Gross Revenue',
      'Customer payments and TikTok’s product subsidies, without taxes.',
      'Sum of sales.gross_revenue.overall of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_refunds: told(
    'money',
    'tt_refunds',
    words(
      'TikTok’s own figures',
      'TikTok Refunds',
      'Refunds that were generated on these days, whenever the orders were placed.',
      'Sum of sales.refunds of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_orders: told(
    'integer',
    'tt_orders',
    words(
      'TikTok’s own figures',
      'TikTok Orders',
      'Paid orders, as TikTok counts them.',
      'Sum of sales.orders_count of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_sku_orders: told(
    'integer',
    'tt_sku_orders',
    words(
      'TikTok’s own figures',
      'TikTok SKU Orders',
      'Different SKUs in each order, added up.',
      'Sum of sales.sku_orders_count of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
  tt_items_sold: told(
    'integer',
    'tt_items_sold',
    words(
      'TikTok’s own figures',
      'TikTok Items Sold',
      'Units sold, as TikTok counts them.',
      'Sum of sales.items_sold of TikTok’s shop performance by day, in the shop’s own calendar',
    ),
  ),
};
