import type { Layout } from './layout';

export const products: Layout = {
  cards: [
    { label: 'Sales', metric: 'sale_price' },
    { label: 'Items sold', metric: 'items_sold' },
    { label: 'Avg. item price', metric: 'avg_item_price' },
    { label: 'Products on sale', metric: 'active_products' },
    { label: 'Units in stock', metric: 'available_quantity' },
    { label: 'Variants sold out', metric: 'out_of_stock_skus' },
  ],
  bands: [
    [
      {
        title: 'Units sold by day',
        chart: 'COLUMN',
        query: { metrics: 'items_sold', dimensions: 'date', options: 'dense' },
      },
      {
        title: 'Best-selling products',
        chart: 'BAR',
        query: { metrics: 'sale_price', dimensions: 'product_name', options: 'sort=-sale_price; limit=10' },
      },
    ],
    [
      {
        title: 'Products with most sales',
        rows: 15,
        query: {
          metrics: 'sale_price,items_sold,avg_item_price',
          dimensions: 'product_name',
          options: 'sort=-sale_price; limit=15',
          compare: 'percent',
        },
      },
      {
        title: 'Products by status',
        rows: 8,
        query: { metrics: 'products', dimensions: 'product_status', options: 'sort=-products' },
      },
    ],
    [
      {
        title: 'Stock that sells, with days of cover',
        rows: 15,
        query: {
          metrics: 'available_quantity,committed_quantity,items_sold,days_of_cover,sell_through',
          dimensions: 'product_name,seller_sku',
          options: 'sort=-items_sold; limit=15',
        },
      },
      {
        title: 'Sold out',
        rows: 15,
        query: {
          metrics: 'available_quantity,committed_quantity,items_sold',
          dimensions: 'product_name,seller_sku',
          options: 'sort=-items_sold; limit=15',
          filters: 'available_quantity=0; product_status=ACTIVATE',
        },
      },
    ],
  ],
};
