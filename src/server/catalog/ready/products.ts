import type { ReadyReport } from '../../../shared/report';
import { ready } from './make';

/** Stock and states are told for the days on which they were read: today too, and nothing before the first reading. */
const LATELY = 'last_30_days_to_date';
const lately = (field: string) => ({ range: LATELY, sort: [{ field, descending: true }] });

/** What there is to sell, and how long it lasts. */
export const productReports: readonly ReadyReport[] = [
  ready(
    'Stock',
    'Stock Levels with Days of Cover',
    'What lies where, and how long it lasts if as much is sold as in the last 30 days.',
    'available_quantity committed_quantity items_sold days_of_cover sell_through',
    'product_name sku_id seller_sku warehouse_name',
    lately('available_quantity'),
  ),
  ready(
    'Stock',
    'Stock by Day',
    'Units that can be ordered, and those that orders have taken, on each day on which stock was read.',
    'available_quantity committed_quantity out_of_stock_skus',
    'date',
    { range: LATELY },
  ),
  ready(
    'Stock',
    'Out of Stock',
    'Variants on sale of which nothing can be ordered.',
    'available_quantity committed_quantity items_sold',
    'product_name sku_id seller_sku',
    {
      ...lately('items_sold'),
      filters: [
        { field: 'available_quantity', operator: '=', values: ['0'] },
        { field: 'product_status', operator: '=', values: ['ACTIVATE'] },
      ],
    },
  ),
  ready(
    'Stock',
    'Orders and Items Sold by Warehouse',
    'What each warehouse ships.',
    'orders items_sold',
    'warehouse_name',
    { sort: [{ field: 'orders', descending: true }] },
  ),
  ready(
    'Products',
    'Products by Status',
    'How many products are on sale, and what hinders the others.',
    'products active_products',
    'product_status',
    lately('products'),
  ),
];
