/** Ready tabs with charts, by id. */
export const DASHBOARDS = ['overview', 'products', 'returns', 'payouts', 'content'] as const;
export type DashboardId = (typeof DASHBOARDS)[number];

/** What the list of dashboards shows of each. */
export const DASHBOARD_TEXTS: Record<DashboardId, { name: string; about: string }> = {
  overview: {
    name: 'Overview',
    about:
      'GMV, orders and customers beside the period before, by day, channel, product, status, weekday and hour.',
  },
  products: {
    name: 'Products and stock',
    about: 'What sells, what is in stock, how long it lasts, and what is sold out.',
  },
  returns: {
    name: 'Returns',
    about: 'Refunds by day, why products come back and orders are cancelled, and which products.',
  },
  payouts: {
    name: 'Payouts',
    about: 'What TikTok pays out by statement day, what it keeps, and what is still to come.',
  },
  content: {
    name: 'LIVE and video',
    about: 'What LIVEs and videos sell by day, and the best of them.',
  },
};
