// Every view of the built page: no accessibility fault, no complaint, and a picture of it in build/screenshots.
import type { Browser } from 'playwright-core';
import type { Answer, Overview } from '../../src/shared/api';
import { problem } from '../../src/shared/problem';
import { describeInBrowser, launchBrowser } from '../browser';
import {
  BUSY,
  backfill,
  bad,
  CATALOGUE,
  CONNECTED,
  DRAWN,
  EMPTY,
  ESTIMATE,
  FINISHED,
  LOG,
  ok,
  PLACES,
  QUOTA,
  type Replies,
  run,
  SCHEDULED,
  STATUS,
  STORAGE,
  savedReport,
} from './fixtures';
import { openSidebar, type Sidebar } from './page';

const LINK = ok({ url: 'https://services.tiktokshop.com/open/authorize?service_id=1&state=x' });
const BASE: Replies = {
  overview: [ok(EMPTY)],
  catalogue: [ok(CATALOGUE)],
  connectionStatus: [ok([])],
  consentLink: [LINK],
};
const LOADING = run({ done: 1200, total: 3400 });

const LOADING_PAST = backfill({ done: 5000, total: 12_345 });
const PAST: Replies = {
  overview: [ok(CONNECTED)],
  connectionStatus: [ok([])],
  estimateBackfill: [ok(ESTIMATE)],
  quota: [ok(QUOTA)],
};

const NAME = 'Gross_merchandise_value_by_product_and_warehouse for the quarterly board meeting, all shops';
const LONG: Overview = {
  ...CONNECTED,
  reports: [savedReport({}, NAME)],
  connections: [{ ...CONNECTED.connections[0]!, seller: 'PT Sumber Makmur Sejahtera Bersama Internasional' }],
  shops: CONNECTED.shops.map((shop) => ({ ...shop, name: `${shop.name} – official flagship store` })),
};

interface View {
  name: string;
  replies?: Replies;
  held?: (keyof Replies)[];
  open: (sidebar: Sidebar) => Promise<void>;
}

const press = (name: string | RegExp) => (sidebar: Sidebar) =>
  sidebar.page.getByRole('button', { name }).first().click();
const see = (text: string | RegExp) => (sidebar: Sidebar) => sidebar.page.getByText(text).first().waitFor();
const inTurn =
  (...steps: ((sidebar: Sidebar) => Promise<void>)[]) =>
  async (sidebar: Sidebar) => {
    for (const step of steps) await step(sidebar);
  };
const fold = (title: string) => (sidebar: Sidebar) =>
  sidebar.page.locator('summary', { hasText: title }).click();
const builder = inTurn(press('Try the sample shop'), see('One row for each'));

const FIRST_ROWS: Answer = {
  columns: [
    { id: 'date', label: 'Date', type: 'date' },
    { id: 'gmv', label: 'GMV', type: 'money', currency: 'IDR' },
    { id: 'orders', label: 'Orders', type: 'integer' },
    { id: 'orders:share', label: 'Orders, share', type: 'percent' },
  ],
  rows: Array.from({ length: 11 }, (_, i) => [`2026-11-${10 + i}`, `${(i + 1) * 123_456}`, 7 * i, i / 55]),
  notes: [],
};

const VIEWS: View[] = [
  { name: 'loading', held: ['overview'], open: see('Reports') },
  { name: 'welcome', open: see('Try the sample shop') },
  {
    name: 'home-failed',
    replies: { overview: [bad('tiktok_down', { detail: 'code 5' })] },
    open: see('Try again'),
  },
  { name: 'home', replies: { overview: [ok(BUSY)] }, open: see('Customers by region') },
  {
    name: 'home-scheduled',
    replies: {
      overview: [ok({ ...SCHEDULED, backfills: [LOADING_PAST] })],
      connectionStatus: [ok([STATUS])],
    },
    open: inTurn(see('Fresh since'), press('More for Sales by day'), see('Duplicate')),
  },
  {
    name: 'home-ill',
    replies: {
      overview: [
        ok({
          ...SCHEDULED,
          schedules: {
            ...SCHEDULED.schedules!,
            problem: problem('schedule_permission', { address: 'https://accounts.google.com/consent?x=1' }),
          },
        }),
      ],
    },
    open: see('Schedules need your permission'),
  },
  {
    name: 'home-many',
    replies: {
      overview: [
        ok({
          ...CONNECTED,
          unfinished: LOADING,
          reports: Array.from({ length: 9 }, (_, i) => savedReport({}, `Report ${i + 1}`, `r${i}`)),
        }),
      ],
    },
    open: inTurn(see('Report 9'), async ({ page }) => {
      await page.getByLabel('Search reports').fill('port 7');
      await page.getByText('Report 8').waitFor({ state: 'detached' });
    }),
  },
  {
    name: 'home-accounts',
    replies: { overview: [bad('several_accounts')] },
    open: inTurn(see('mixes up several accounts'), ({ page }) =>
      page.getByText('Several Google accounts?').click(),
    ),
  },
  {
    name: 'shops',
    replies: {
      overview: [
        ok({
          ...CONNECTED,
          backfills: [LOADING_PAST],
          shops: CONNECTED.shops.map((shop, i) => (i === 0 ? { ...shop, upkeep: true as const } : shop)),
          connections: [
            ...CONNECTED.connections,
            { id: 'c2', seller: 'Coast & Pine', market: 'us', state: 'reauthorize', authorizedUntil: null },
          ],
        }),
      ],
    },
    open: inTurn(press('Shops'), see('Coast & Pine')),
  },
  {
    name: 'shops-status',
    replies: { overview: [ok(CONNECTED)], connectionStatus: [ok([STATUS])] },
    open: inTurn(press('Shops'), see('ends on 2026-12-10'), async ({ page }) => {
      await page.getByText('Details').first().click();
      await page.getByRole('button', { name: 'Disconnect Warung Batik' }).click();
    }),
  },
  { name: 'shops-none', open: inTurn(press('Shops'), see('Made-up data')) },
  {
    name: 'upkeep',
    replies: { overview: [ok({ ...EMPTY, setup: [] }), ok(CONNECTED)] },
    open: inTurn(press('Connect TikTok Shop'), press(/any other country/), async ({ page }) => {
      await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
      await page.getByRole('link').click();
      await page.getByRole('button', { name: 'I’ve finished' }).click();
      await page.getByText('Load and keep fresh').waitFor();
    }),
  },
  {
    name: 'backfill',
    replies: PAST,
    open: inTurn(press('Shops'), press('Load older orders of Warung Batik ID'), see('12,345'), see('312 of')),
  },
  {
    name: 'backfill-day',
    replies: {
      ...PAST,
      quota: [ok({ ...QUOTA, calls: { used: 19_900, limit: 20_000 } })],
      estimateBackfill: [ok(ESTIMATE), ok({ ...ESTIMATE, since: '2025-01-31' })],
    },
    open: inTurn(press('Shops'), press('Load older orders of Warung Batik ID'), async ({ page }) => {
      await page.getByLabel('How far back').selectOption('day');
      await page.getByLabel('First day').fill('2025-01-31');
      await page.getByLabel('First day').blur();
      await page.getByText('more than Google allows today').waitFor();
    }),
  },
  {
    name: 'backfill-nothing',
    replies: { ...PAST, estimateBackfill: [ok({ ...ESTIMATE, orders: 0 })] },
    open: inTurn(press('Shops'), press('Load older orders of Warung Batik ID'), see('nothing to load')),
  },
  {
    name: 'backfill-progress',
    replies: { ...PAST, startBackfill: [ok(LOADING_PAST)] },
    held: ['continueBackfill'],
    open: inTurn(
      press('Shops'),
      press('Load older orders of Warung Batik ID'),
      press('Load 12,345 orders'),
      see('5,000 of 12,345 orders'),
    ),
  },
  {
    name: 'backfill-paused',
    replies: { ...PAST, overview: [ok({ ...CONNECTED, backfills: [{ ...LOADING_PAST, paused: true }] })] },
    open: inTurn(press('Show loading of Warung Batik ID'), see('Paused: 5,000')),
  },
  {
    name: 'backfill-done',
    replies: {
      ...PAST,
      startBackfill: [ok(LOADING_PAST)],
      continueBackfill: [ok({ ...LOADING_PAST, done: 12_345, finished: true })],
    },
    open: inTurn(
      press('Shops'),
      press('Load older orders of Warung Batik ID'),
      press('Load 12,345 orders'),
      see('The past is loaded'),
    ),
  },
  {
    name: 'schedule',
    replies: { overview: [ok(SCHEDULED)] },
    open: inTurn(press('More for Returns, weekly'), press('Schedule Returns, weekly'), see('Take over')),
  },
  {
    name: 'schedule-monthly',
    replies: { overview: [ok(BUSY)] },
    open: inTurn(press('More for Sales by day'), press('Schedule Sales by day'), async ({ page }) => {
      await page.getByLabel('Refresh').selectOption('month');
      await page.getByLabel('On', { exact: true }).selectOption('last');
    }),
  },
  {
    name: 'round',
    replies: {
      overview: [ok(BUSY)],
      startRun: [
        ok(FINISHED),
        bad('cell_overlap', { cells: '14 cells', tab: 'Stock & returns' }),
        bad('quota_day', { what: 'requests' }),
      ],
    },
    open: inTurn(press('Refresh all'), see('1 of 3 reports refreshed')),
  },
  {
    name: 'activity',
    replies: { overview: [ok(BUSY)], quota: [ok(QUOTA)], runLog: [ok(LOG)] },
    open: inTurn(press('Activity'), see('Last runs'), see('Google’s quotas')),
  },
  {
    name: 'activity-resting',
    replies: { quota: [ok({ ...QUOTA, restsUntil: '2026-11-23T01:00:00Z' })], runLog: [ok([])] },
    open: inTurn(press('Activity'), see('No report has run'), see('Schedules rest')),
  },
  {
    name: 'activity-waiting',
    held: ['quota', 'runLog'],
    open: inTurn(press('Activity'), see('Loading the last')),
  },
  { name: 'more', open: inTurn(press('More'), see('Help')) },
  {
    name: 'more-open',
    open: inTurn(press('More'), async ({ page }) => {
      await page.getByText('Figures come late').click();
      await page.getByText('Several Google accounts?').click();
      await page.getByText('Delete all data').click();
    }),
  },
  {
    name: 'storage',
    replies: { overview: [ok(CONNECTED)], storage: [ok(STORAGE)] },
    open: inTurn(press('More'), press(/Stored data/), see('1.2 MB'), async ({ page }) => {
      await page.getByText('Orders').last().click();
    }),
  },
  {
    name: 'storage-heavy',
    replies: { overview: [ok(CONNECTED)], storage: [ok({ ...STORAGE, characters: 12_300_000 })] },
    open: inTurn(
      press('More'),
      press(/Stored data/),
      see('grows heavy'),
      press('Remove old data'),
      see('may no longer'),
    ),
  },
  {
    name: 'storage-empty',
    replies: { storage: [ok({ characters: 0, cells: 0, partitions: [] })] },
    open: inTurn(press('More'), press(/Stored data/), see('Nothing is stored yet')),
  },
  {
    name: 'transfer',
    replies: {
      overview: [ok(BUSY)],
      importReports: [
        bad('bad_input', {
          what: 'Nothing was imported.\nReport 1 “Sales”: shops: Too small\nReport 2: this is no report.',
        }),
      ],
    },
    open: inTurn(press('More'), press(/Export and import/), async ({ page }) => {
      await page.getByLabel('Reports as exported').fill('[{"name":"Sales"},1]');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('main').getByText('Report 2: this is no report.').waitFor();
    }),
  },
  {
    name: 'connect-wrong',
    replies: {
      overview: [
        ok({
          ...EMPTY,
          setup: [
            {
              market: 'global',
              missing: ['TIKTOK_APP_SECRET'],
              wrong: [{ property: 'TIKTOK_SERVICE_ID', why: 'a service ID has digits only.' }],
            },
          ],
        }),
      ],
    },
    open: inTurn(press('Connect TikTok Shop'), press(/Japan/), see('digits only')),
  },
  {
    name: 'home-delete',
    replies: { overview: [ok(BUSY)] },
    open: inTurn(press('More for Sales by day'), press('Delete Sales by day'), see('Its tab stays')),
  },
  { name: 'connect-market', open: inTurn(press('Connect TikTok Shop'), see('Where does the shop sell?')) },
  {
    name: 'connect-setup',
    open: inTurn(press('Connect TikTok Shop'), press(/United States/), see('Register an app')),
  },
  {
    name: 'connect-link',
    open: inTurn(press('Connect TikTok Shop'), press(/any other country/), see('Continue at TikTok Shop')),
  },
  {
    name: 'connect-waiting',
    open: inTurn(press('Connect TikTok Shop'), press(/any other country/), async ({ page }) => {
      await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
      await page.getByRole('link').click();
      await page.getByText('Paste the address').click();
    }),
  },
  {
    name: 'builder-alerts',
    open: inTurn(builder, fold('Alerts and mail'), async ({ page }) => {
      const add = page.getByRole('button', { name: 'Add an alert' });
      await add.click();
      await add.click();
      await page.getByLabel('Condition of alert 2').selectOption('missing');
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText('Enter a number such as 12.5.').first().waitFor();
      await page.getByText('Its first 50 rows go').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'dashboards',
    replies: { overview: [ok(BUSY)] },
    open: inTurn(press('Insert dashboard'), see('LIVE and video')),
  },
  {
    name: 'dashboards-refused',
    replies: { insertDashboard: [bad('tiktok_down', { detail: 'code 5' })] },
    open: inTurn(press('See a sample dashboard'), press(/^Payouts/), see('Try again')),
  },
  {
    name: 'dashboard-done',
    replies: { insertDashboard: [ok(DRAWN)] },
    open: inTurn(press('See a sample dashboard'), press(/^Overview/), see('Your dashboard is ready')),
  },
  { name: 'builder', open: builder },
  {
    name: 'builder-refined',
    open: inTurn(builder, async ({ page }) => {
      await page.getByLabel('Date range').selectOption('custom');
      await page.getByLabel('First day').fill('');
      await page.getByText('Filter, sort and limit').click();
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByRole('button', { name: 'Add a sort' }).click();
      await page.getByLabel('Keep at most').fill('ten');
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText('2 things to correct').waitFor();
    }),
  },
  {
    name: 'builder-lower',
    open: inTurn(builder, async ({ page }) => {
      await page.getByText('Filter, sort and limit').click();
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByRole('button', { name: 'Add a sort' }).click();
      await page.getByLabel('Keep at most').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-columns',
    open: inTurn(builder, fold('Split columns'), press('Choose fields'), async ({ page }) => {
      await page.getByRole('checkbox', { name: 'Order status' }).check();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByText('One column for each').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-compare',
    open: inTurn(builder, fold('Compare'), async ({ page }) => {
      await page.getByLabel('Compare with').selectOption('last_year');
      await page.getByRole('checkbox', { name: 'Change', exact: true }).check();
      await page.getByText('Oct 23 – Nov 21, 2025').scrollIntoViewIfNeeded();
      await page.locator('summary').last().scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-totals',
    open: inTurn(builder, fold('Totals'), async ({ page }) => {
      await page.getByRole('checkbox', { name: 'Totals of all rows' }).check();
      await page.getByRole('checkbox', { name: 'Share of total of GMV' }).check();
      await page.getByText('there is no running total of it').waitFor();
      await page.locator('summary').last().scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-more',
    open: inTurn(builder, fold('More'), async ({ page }) => {
      await page.getByLabel('Convert amounts to').fill('usd');
      await page.getByLabel('Cells with your rates').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-where',
    replies: { places: [ok(PLACES)] },
    open: inTurn(builder, fold('Where it goes'), async ({ page }) => {
      await page.getByLabel('Write to').selectOption('cell');
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#place-target')?.value);
      await page.getByLabel('Rows of the run before').selectOption('append');
      await page.getByText('Each run adds its rows below').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-cells',
    open: inTurn(builder, async ({ page }) => {
      await page.getByLabel('Date range').selectOption('From a cell');
      await page.getByLabel('Cell with the date range').fill('=Settings!B2..=Settings!B3');
      await page.getByText('Filter, sort and limit').click();
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByLabel('Value of filter 1').fill('=Settings!B4');
      await page.getByText('A cell with a range').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-wrong',
    open: inTurn(builder, fold('Compare'), fold('More'), async ({ page }) => {
      await page.getByLabel('Compare with').selectOption('custom');
      await page.getByLabel('First day').fill('');
      await page.getByLabel('Convert amounts to').fill('dollars');
      for (const name of ['Its value then', 'Change in %'])
        await page.getByRole('checkbox', { name }).uncheck();
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText('4 things to correct').waitFor();
    }),
  },
  {
    name: 'builder-preview',
    replies: {
      answer: [ok(FIRST_ROWS)],
      estimateRun: [ok({ days: 12, records: 1840, calls: 21, seconds: 70 })],
    },
    open: inTurn(builder, press('Show preview'), see('21 requests'), async ({ page }) => {
      await page.getByRole('region', { name: 'First rows' }).scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-preview-empty',
    replies: {
      answer: [ok({ ...FIRST_ROWS, rows: [], notes: ['Sample Shop: Nov 1 to Nov 20 is not loaded yet.'] })],
      estimateRun: [ok({ days: 30, records: null, calls: 2, seconds: 1 })],
    },
    open: inTurn(builder, press('Show preview'), see('Nothing is stored yet'), async ({ page }) => {
      await page.getByText('Nothing is stored yet').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'builder-formula',
    replies: { insertFormula: [ok({ tab: 'Sheet1', area: 'B3:D33' })] },
    open: inTurn(
      builder,
      fold('As a formula'),
      press('Insert as formula'),
      see('The formula is in'),
      async ({ page }) => {
        await page.getByRole('button', { name: 'Insert as formula' }).scrollIntoViewIfNeeded();
      },
    ),
  },
  {
    name: 'builder-formula-refused',
    replies: {
      insertFormula: [bad('formula_overlap', { area: 'B3:D33', tab: 'Sheet1', filled: 'C5, D9' })],
    },
    open: inTurn(
      builder,
      fold('As a formula'),
      press('Insert as formula'),
      see('C5, D9'),
      async ({ page }) => {
        await page.getByRole('button', { name: 'Insert as formula' }).scrollIntoViewIfNeeded();
      },
    ),
  },
  {
    name: 'builder-ready-made',
    open: inTurn(
      builder,
      press('Start from a ready-made report'),
      press('Best-selling products'),
      see('3 set'),
    ),
  },
  { name: 'ready-made', open: inTurn(builder, press('Start from a ready-made report'), see('all others')) },
  {
    name: 'ready-made-none',
    open: inTurn(builder, press('Start from a ready-made report'), async ({ page }) => {
      await page.getByLabel('Search ready-made reports').fill('zebra');
      await page.getByText('Nothing matches').waitFor();
    }),
  },
  {
    name: 'picker-columns',
    open: inTurn(builder, fold('Split columns'), press('Choose fields'), see("can't split both")),
  },
  {
    name: 'builder-leaving',
    open: inTurn(builder, async ({ page }) => {
      await page.getByLabel('Name').fill('Mine');
      await page.getByRole('button', { name: 'Back' }).click();
    }),
  },
  {
    name: 'builder-refused',
    replies: { startRun: [bad('too_many_cells', { needed: '12,000,000', left: '9,400,000' })] },
    open: inTurn(builder, press('Run'), see('12,000,000')),
  },
  {
    name: 'builder-long',
    replies: { overview: [ok(LONG)] },
    open: inTurn(press('Edit '), see('One row for each')),
  },
  {
    name: 'home-long',
    replies: { overview: [ok(LONG)] },
    open: see('Last run'),
  },
  { name: 'picker', open: inTurn(builder, press('Add metrics'), press('About Average order value')) },
  { name: 'picker-barred', open: inTurn(builder, press('Add dimensions'), see('TikTok does not tell')) },
  {
    name: 'progress',
    replies: { startRun: [ok(LOADING)] },
    held: ['continueRun'],
    open: inTurn(builder, press('Run'), see('1,200 of 3,400 records')),
  },
  {
    name: 'progress-paused',
    replies: {
      startRun: [ok(LOADING)],
      continueRun: [ok({ ...LOADING, problem: problem('quota_day', { what: 'requests' }) })],
    },
    open: inTurn(builder, press('Run'), see('The run goes on tomorrow')),
  },
  {
    name: 'done',
    replies: {
      startRun: [ok(LOADING)],
      continueRun: [
        ok({
          ...FINISHED,
          result: {
            ...FINISHED.result!,
            notes: ['Amounts are split by currency: IDR and MYR.', 'November 22 is not complete yet.'],
          },
        }),
      ],
    },
    open: inTurn(builder, press('Run'), see('Your report is ready')),
  },
  {
    name: 'failed',
    replies: {
      startRun: [ok(LOADING)],
      continueRun: [
        ok(
          run({
            finished: true,
            problem: problem('cell_overlap', { cells: '14 cells', tab: 'Sales by day' }),
          }),
        ),
      ],
    },
    open: inTurn(builder, press('Run'), see('Move them, or write')),
  },
  {
    name: 'cancelled',
    replies: { startRun: [ok(run({ cancelled: true }))] },
    open: inTurn(builder, press('Run'), see('The run was cancelled')),
  },
];

describeInBrowser('The built sidebar', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(VIEWS)(
    'shows $name without an accessibility fault, a complaint or a remote request',
    async (view) => {
      const sidebar = await openSidebar(browser, { ...BASE, ...view.replies }, view.held);
      await view.open(sidebar);
      await sidebar.screenshot(view.name);
      expect(await sidebar.faults()).toEqual([]);
      expect(sidebar.complaints).toEqual([]);
      // Nothing is wider than the sidebar.
      expect(await sidebar.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
      await sidebar.page.close();
    },
  );
});
