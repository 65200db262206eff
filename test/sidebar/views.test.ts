// Every view of the built page: no accessibility fault, no complaint, and a picture of it in build/screenshots.
import type { Browser } from 'playwright-core';
import type { Overview } from '../../src/shared/api';
import { problem } from '../../src/shared/problem';
import { describeInBrowser, launchBrowser } from '../browser';
import {
  BUSY,
  bad,
  CATALOGUE,
  CONNECTED,
  EMPTY,
  FINISHED,
  ok,
  type Replies,
  run,
  STATUS,
  savedReport,
} from './fixtures';
import { openSidebar, type Sidebar } from './page';

const LINK = ok({ url: 'https://services.tiktokshop.com/open/authorize?service_id=1&state=x' });
const BASE: Replies = { overview: [ok(EMPTY)], catalogue: [ok(CATALOGUE)], consentLink: [LINK] };
const LOADING = run({ done: 1200, total: 3400 });

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
const builder = inTurn(press('Try the sample shop'), see('One row for each'));

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
    name: 'home-shops',
    replies: {
      overview: [
        ok({
          ...CONNECTED,
          unfinished: LOADING,
          connections: [
            ...CONNECTED.connections,
            { id: 'c2', seller: 'Coast & Pine', market: 'us', state: 'reauthorize', authorizedUntil: null },
          ],
        }),
      ],
    },
    open: see('Coast & Pine'),
  },
  {
    name: 'home-status',
    replies: { overview: [ok(CONNECTED)], connectionStatus: [ok([STATUS])] },
    open: inTurn(see('ends on 2026-12-10'), async ({ page }) => {
      await page.getByText('Details').first().click();
      await page.getByText('Delete all data').click();
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
    open: inTurn(press('Delete Sales by day'), see('Its tab stays')),
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
