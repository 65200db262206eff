import type { Layout } from './layout';

export const returns: Layout = {
  cards: [
    { label: 'Returns', metric: 'returns' },
    { label: 'Returned items', metric: 'returned_items' },
    { label: 'Return rate', metric: 'return_rate' },
    { label: 'Refunds', metric: 'refund_amount' },
    { label: 'Refund rate', metric: 'refund_rate' },
    { label: 'Cancel rate', metric: 'cancel_rate' },
  ],
  bands: [
    [
      {
        title: 'Refunds by day',
        chart: 'COLUMN',
        stacked: true,
        query: {
          metrics: 'return_refund_amount,cancellation_refund_amount',
          dimensions: 'date',
          options: 'dense',
        },
      },
      {
        title: 'Why products come back',
        chart: 'BAR',
        query: { metrics: 'returns', dimensions: 'return_reason_text', options: 'sort=-returns; limit=10' },
      },
    ],
    [
      {
        title: 'Products that come back',
        rows: 15,
        query: {
          metrics: 'items_sold,returned_items_of_orders,return_rate,refund_amount_of_orders,refund_rate',
          dimensions: 'product_name',
          options: 'sort=-returned_items_of_orders; limit=15',
        },
      },
      {
        title: 'Why orders are cancelled',
        rows: 15,
        query: {
          metrics: 'cancellations,cancelled_items',
          dimensions: 'cancellation_reason_text,cancellation_requested_by',
          options: 'sort=-cancellations; limit=15',
        },
      },
    ],
  ],
};
