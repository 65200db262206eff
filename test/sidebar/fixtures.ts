// What a server might answer: one seller with two shops, the sample shop, a few fields, and a run in its stages.
import type {
  Api,
  Catalogue,
  ConnectionStatus,
  Overview,
  Reply,
  Run,
  SavedReport,
} from '../../src/shared/api';
import { PRESETS } from '../../src/shared/day';
import type { FieldInfo } from '../../src/shared/field';
import { type ProblemCode, problem } from '../../src/shared/problem';

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
export const bad = (code: ProblemCode, details: Record<string, string> = {}): Reply<never> => ({
  ok: false,
  problem: problem(code, details),
});

const SAMPLE = { id: 'sample', name: 'Sample shop', region: 'ID', currency: 'IDR', zone: 'Asia/Jakarta' };

/** A fresh file: nothing but the sample shop. */
export const EMPTY: Overview = {
  today: '2026-11-22',
  setup: [
    { market: 'us', missing: ['TIKTOK_US_APP_KEY', 'TIKTOK_US_APP_SECRET'], wrong: [] },
    { market: 'global', missing: [], wrong: [] },
  ],
  redirectUrl: 'https://script.google.com/macros/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/usercallback',
  permissions: [
    { scope: 'seller.order.info', label: 'orders' },
    { scope: 'seller.authorization.info', label: 'the list of shops' },
  ],
  connections: [],
  shops: [SAMPLE],
  reports: [],
  unfinished: null,
};

export const CONNECTED: Overview = {
  ...EMPTY,
  connections: [
    {
      id: 'c1',
      seller: 'Warung Batik',
      market: 'global',
      state: 'connected',
      authorizedUntil: '2027-11-01T00:00:00Z',
    },
  ],
  shops: [
    {
      id: '7495000000000000001',
      name: 'Warung Batik ID',
      region: 'ID',
      currency: 'IDR',
      zone: 'Asia/Jakarta',
      connection: 'c1',
    },
    {
      id: '7495000000000000002',
      name: 'Warung Batik MY',
      region: 'MY',
      currency: 'MYR',
      zone: 'Asia/Kuala_Lumpur',
      connection: 'c1',
    },
    SAMPLE,
  ],
};

/** One is about to end, and lacks a permission. */
export const STATUS: ConnectionStatus = {
  connection: 'c1',
  seller: 'Warung Batik',
  market: 'global',
  account: 'ani@example.com',
  accessUntil: '2026-11-28T00:00:00Z',
  authorizedUntil: '2026-12-10T00:00:00Z',
  permissions: [
    { scope: 'seller.order.info', label: 'orders', granted: true },
    { scope: 'seller.finance.info', label: 'settlements', granted: false },
  ],
  shops: [
    { id: '7495000000000000001', name: 'Warung Batik ID', region: 'ID', synced: '2026-11-21T07:05:00Z' },
    { id: '7495000000000000002', name: 'Warung Batik MY', region: 'MY', synced: null },
  ],
  problem: problem('authorization_ends', { seller: 'Warung Batik', day: '2026-12-10' }),
};

export const savedReport = (
  change: Partial<SavedReport> = {},
  name = 'Sales by day',
  id = 'r1',
): SavedReport => ({
  definition: {
    id,
    name,
    shops: ['sample'],
    metrics: ['gmv', 'orders', 'customers'],
    dimensions: ['date'],
    range: 'last_30_days',
    zone: 'UTC',
    filters: [],
    sort: [],
    limit: null,
    target: { kind: 'sheet', sheetId: 11 },
    schedule: 'none',
  },
  tab: { sheetId: 11, name },
  lastRun: '2026-11-21T07:15:00Z',
  lastProblem: null,
  ...change,
});

export const BUSY: Overview = {
  ...CONNECTED,
  reports: [
    savedReport(),
    savedReport(
      { lastProblem: problem('cell_overlap', { cells: '14 cells', tab: 'Stock & returns' }) },
      'Returns by product, weekly',
      'r2',
    ),
    savedReport({ tab: null, lastRun: null }, 'Customers by region', 'r3'),
  ],
};

const field = (
  id: string,
  label: string,
  kind: FieldInfo['kind'],
  group: string,
  type: FieldInfo['type'],
  more: Partial<FieldInfo> = {},
): FieldInfo => ({
  id,
  label,
  kind,
  group,
  type,
  about: `${label} in plain words, as a seller would say it.`,
  source: kind === 'metric' ? 'Σ payment.total_amount of counted orders' : `orders.${id}`,
  streams: kind === 'metric' ? ['orders'] : ['orders', 'line_items'],
  ...more,
});

export const CATALOGUE: Catalogue = {
  fields: [
    field('gmv', 'GMV', 'metric', 'Sales', 'money', { additivity: 'additive' }),
    field('orders', 'Orders', 'metric', 'Sales', 'integer', { additivity: 'additive' }),
    field('paid_orders', 'Paid orders', 'metric', 'Sales', 'integer', { additivity: 'additive' }),
    field('aov', 'Average order value', 'metric', 'Sales', 'money', {
      additivity: 'ratio',
      source: 'gmv ÷ paid_orders',
    }),
    field('items_sold', 'Items sold', 'metric', 'Items', 'integer', {
      streams: ['line_items'],
      additivity: 'additive',
    }),
    field('customers', 'Customers', 'metric', 'Customers', 'integer', { additivity: 'unique' }),
    field('stock', 'Stock on hand', 'metric', 'Stock', 'integer', {
      streams: ['stock'],
      additivity: 'additive',
    }),
    field('date', 'Date', 'dimension', 'Time', 'date', { streams: ['orders', 'line_items', 'returns'] }),
    field('week', 'Week', 'dimension', 'Time', 'date'),
    field('shop_name', 'Shop', 'dimension', 'Shop', 'text', { streams: ['orders', 'line_items', 'stock'] }),
    field('order_status', 'Order status', 'dimension', 'Order', 'text'),
    field('order_id', 'Order id', 'dimension', 'Order', 'id'),
    field('is_cod', 'Cash on delivery', 'dimension', 'Order', 'boolean'),
    field('product_name', 'Product name', 'dimension', 'Product', 'text', {
      streams: ['line_items', 'stock'],
    }),
    field('warehouse', 'Warehouse', 'dimension', 'Stock', 'text', { streams: ['stock'] }),
  ],
  presets: Object.entries(PRESETS).map(([id, label]) => ({ id, label })),
};

export const run = (change: Partial<Run> = {}): Run => ({
  id: 'run1',
  reportId: 'r1',
  reportName: 'Sales by day',
  phase: 'sync',
  done: 0,
  total: null,
  finished: false,
  cancelled: false,
  problem: null,
  result: null,
  ...change,
});

export const FINISHED = run({
  phase: 'done',
  done: 3400,
  total: 3400,
  finished: true,
  result: { sheetId: 11, sheetName: 'Sales by day', rows: 30, columns: 4, notes: [] },
});

export type Replies = { [N in keyof Api]?: Reply<Api[N]['output']>[] };
