import type { Layout } from './layout';

export const overview: Layout = {
  cards: [
    { label: 'GMV', metric: 'gmv' },
    { label: 'Paid orders', metric: 'paid_orders' },
    { label: 'Avg. order value', metric: 'aov' },
    { label: 'Items sold', metric: 'items_sold' },
    { label: 'Customers', metric: 'customers' },
    { label: 'New customers', metric: 'new_customers' },
  ],
  bands: [
    [
      {
        title: 'GMV by day',
        chart: 'LINE',
        query: { metrics: 'gmv', dimensions: 'date', options: 'dense', compare: 'value' },
      },
      {
        title: 'GMV by channel, as TikTok counts it',
        chart: 'COLUMN',
        stacked: true,
        query: { metrics: 'tt_gmv_live,tt_gmv_video,tt_gmv_product_card', dimensions: 'date' },
      },
    ],
    [
      {
        title: 'Top products',
        rows: 10,
        query: {
          metrics: 'sale_price,items_sold',
          dimensions: 'product_name',
          options: 'sort=-sale_price; limit=10',
          compare: 'percent',
        },
      },
      {
        title: 'Orders by status',
        chart: 'BAR',
        query: { metrics: 'orders', dimensions: 'order_status', options: 'sort=-orders' },
      },
    ],
    [
      {
        title: 'Paid orders by hour and weekday',
        rows: 24,
        heat: true,
        query: { metrics: 'paid_orders', dimensions: 'hour', options: 'pivot=day_of_week; dense' },
      },
    ],
  ],
};
