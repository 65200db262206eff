import type { Layout } from './layout';

export const payouts: Layout = {
  cards: [
    { label: 'Net payout', metric: 'net_payout' },
    { label: 'Settled revenue', metric: 'settled_revenue' },
    { label: 'Fees', metric: 'fees_charged' },
    { label: 'Take rate', metric: 'take_rate' },
    { label: 'Settled orders', metric: 'settled_orders' },
    { label: 'Still to be settled', metric: 'unsettled_settlement' },
  ],
  bands: [
    [
      {
        title: 'Net payout by statement day',
        chart: 'COLUMN',
        query: { metrics: 'net_payout', dimensions: 'date', options: 'dense' },
      },
      {
        title: 'Fees, taxes and shipping',
        chart: 'BAR',
        query: {
          metrics: 'fee_line_amount',
          dimensions: 'fee_type',
          options: 'sort=fee_line_amount; limit=12',
        },
      },
    ],
    [
      {
        title: 'Latest statements',
        rows: 15,
        query: {
          metrics: 'settlement_amount,revenue_amount,shipping_cost_amount,fee_amount,adjustment_amount',
          dimensions: 'statement_id,statement_day,payment_status',
          options: 'sort=-statement_day; limit=15',
        },
      },
      {
        title: 'What is still to be settled',
        rows: 15,
        query: {
          metrics: 'unsettled_transactions,unsettled_revenue,unsettled_settlement',
          dimensions: 'unsettled_reason',
          options: 'sort=-unsettled_settlement; limit=15',
        },
      },
    ],
  ],
};
