// What a server might answer: one seller with two shops, the sample shop, a few fields, and a run in its stages.
import type {
  Api,
  Backfill,
  BackfillEstimate,
  Catalogue,
  ConnectionStatus,
  Overview,
  Places,
  QuotaInfo,
  Reply,
  Run,
  RunLogLine,
  SavedReport,
  Storage,
} from '../../src/shared/api';
import { PRESETS } from '../../src/shared/day';
import type { FieldInfo } from '../../src/shared/field';
import { type ProblemCode, problem } from '../../src/shared/problem';

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
export const bad = (code: ProblemCode, details: Record<string, string> = {}): Reply<never> => ({
  ok: false,
  problem: problem(code, details),
});

export const PLACES: Places = {
  tabs: [
    { sheetId: 0, name: 'Sheet1' },
    { sheetId: 107919, name: 'My plan' },
  ],
  cell: "'My plan'!B3",
};

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
  backfills: [],
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
    { scope: 'seller.order.info', label: 'orders', granted: true, lists: ['Orders'], usedBy: [] },
    {
      scope: 'seller.finance.info',
      label: 'settlements',
      granted: false,
      lists: ['Statements', 'Payments'],
      usedBy: [],
    },
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

const JAKARTA = { hour: 6, zone: 'Asia/Jakarta' };

/** Three scheduled reports: the caller's own, a colleague's that keeps failing, and one that nobody's account runs. */
export const SCHEDULED: Overview = {
  ...CONNECTED,
  reports: [
    savedReport(),
    savedReport({ lastProblem: problem('tiktok_down', { detail: 'code 5' }) }, 'Returns, weekly', 'r2'),
    savedReport({ tab: null, lastRun: null }, 'Customers by region', 'r3'),
  ].map((report, i) => ({
    ...report,
    definition: {
      ...report.definition,
      schedule: (
        [
          { every: 'day', ...JAKARTA },
          { every: 'week', weekday: 0, ...JAKARTA },
          { every: 'month', day: 'last', ...JAKARTA },
        ] as const
      )[i]!,
    },
  })),
  schedules: {
    reports: [
      {
        reportId: 'r1',
        owner: 'you',
        ownerName: 'ani@example.com',
        nextRun: '2026-11-22T23:00:00Z',
        lastRun: '2026-11-21T23:04:00Z',
        failures: 0,
      },
      {
        reportId: 'r2',
        owner: 'other',
        ownerName: 'ben@example.com',
        nextRun: '2026-11-29T23:00:00Z',
        lastRun: '2026-11-15T23:04:00Z',
        failures: 3,
      },
      {
        reportId: 'r3',
        owner: 'nobody',
        ownerName: '',
        nextRun: '2026-11-29T23:00:00Z',
        lastRun: null,
        failures: 0,
      },
    ],
    problem: null,
  },
};

const SHOP_1 = '7495000000000000001';
const SHOP_2 = '7495000000000000002';

export const backfill = (change: Partial<Backfill> = {}): Backfill => ({
  shop: SHOP_1,
  since: '2024-11-01',
  done: 0,
  total: null,
  paused: false,
  finished: false,
  ...change,
});

export const ESTIMATE: BackfillEstimate = {
  shop: SHOP_1,
  since: '2026-08-01',
  orders: 12_345,
  calls: 257,
  minutes: 2,
  days: 1,
  characters: 987_600,
};

export const QUOTA: QuotaInfo = {
  calls: { used: 312, limit: 20_000 },
  triggerMinutes: { used: 12, limit: 90 },
  restsUntil: null,
};

const line = (change: Partial<RunLogLine>): RunLogLine => ({
  time: '2026-11-21T23:04:12Z',
  report: 'Sales by day',
  shops: 'Warung Batik ID',
  trigger: 'schedule',
  start: '2026-11-21T23:04:00Z',
  seconds: 12,
  calls: 34,
  rows: 30,
  outcome: 'done',
  problem: '',
  request: '',
  ...change,
});

export const LOG: RunLogLine[] = [
  line({}),
  line({
    report: 'Returns by product, weekly',
    trigger: 'sidebar',
    time: '2026-11-21T07:15:00Z',
    outcome: 'failed',
    seconds: 125,
    rows: 0,
    problem: 'TikTok does not answer properly at the moment (code 5).',
    request: '202611210715009F8E7D6C5B4A3921',
  }),
  line({ trigger: 'menu', time: '2025-12-30T07:15:00Z', outcome: 'cancelled', calls: 1 }),
];

export const STORAGE: Storage = {
  characters: 1_234_567,
  cells: 96,
  partitions: [SHOP_1, SHOP_2].flatMap((shop) =>
    (['line_items', 'orders'] as const).flatMap((stream) =>
      ['2024-09', '2026-10', '2026-11'].map((month, i) => ({
        shop,
        stream,
        from: `${month}-01`,
        to: `${month}-30`,
        rows: 1200 + i,
        characters: 100_000 + i,
        damaged: shop === SHOP_2 && stream === 'orders' && i === 2,
      })),
    ),
  ),
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
  separator: ',',
  fields: [
    field('gmv', 'GMV', 'metric', 'Sales', 'money', {
      additivity: 'additive',
      addsUp: true,
      timeField: 'sales time',
    }),
    field('orders', 'Orders', 'metric', 'Sales', 'integer', {
      additivity: 'additive',
      addsUp: true,
      timeField: 'Create Time',
    }),
    field('paid_orders', 'Paid orders', 'metric', 'Sales', 'integer', {
      additivity: 'additive',
      addsUp: true,
      timeField: 'sales time',
    }),
    field('aov', 'Average order value', 'metric', 'Sales', 'money', {
      additivity: 'ratio',
      source: 'gmv ÷ paid_orders',
    }),
    field('items_sold', 'Items sold', 'metric', 'Items', 'integer', {
      streams: ['line_items'],
      additivity: 'additive',
      addsUp: true,
    }),
    field('customers', 'Customers', 'metric', 'Customers', 'integer', {
      additivity: 'unique',
      timeField: 'sales time',
    }),
    field('stock', 'Stock on hand', 'metric', 'Stock', 'integer', {
      streams: ['stock'],
      additivity: 'additive',
      addsUp: true,
    }),
    field('date', 'Date', 'dimension', 'Time', 'date', {
      streams: ['orders', 'line_items', 'returns'],
      timePart: true,
    }),
    field('week', 'Week', 'dimension', 'Time', 'date', { timePart: true }),
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
  times: [
    { id: 'sales_time', label: 'Sales time', streams: ['orders', 'line_items'], daily: false },
    { id: 'create_time', label: 'Create Time', streams: ['orders', 'line_items'], daily: false },
    { id: 'delivery_time', label: 'Delivery Time', streams: ['orders'], daily: false },
  ],
  ready: [
    {
      group: 'Sales',
      id: 'sales_by_week_and_status',
      name: 'Sales by week and status',
      about: 'GMV and orders by week, a column for each status.',
      report: {
        metrics: ['gmv', 'orders'],
        dimensions: ['week'],
        pivot: ['order_status'],
        range: 'last_90_days',
        totals: true,
        compare: { to: 'last_year', show: ['percent'] },
      },
    },
    {
      group: 'Products',
      id: 'best_selling_products',
      name: 'Best-selling products',
      about: 'The ten with most units, and all others in one row.',
      report: {
        metrics: ['items_sold'],
        dimensions: ['product_name'],
        range: 'last_30_days',
        sort: [{ field: 'items_sold', descending: true }],
        limit: 10,
        other: true,
        calculations: [{ metric: 'items_sold', kind: 'share' }],
      },
    },
  ],
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

/** A dashboard has no table of its own. */
export const DRAWN = run({
  reportName: 'Overview',
  phase: 'done',
  finished: true,
  result: { sheetId: 12, sheetName: 'Overview', rows: 0, columns: 0, notes: [] },
});

export type Replies = { [N in keyof Api]?: Reply<Api[N]['output']>[] };
