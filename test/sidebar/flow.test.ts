// The whole way through the built page in a real browser: what a user does, what the server hears, what shows.
import type { Browser } from 'playwright-core';
import type { CallName } from '../../src/shared/api';
import { problem } from '../../src/shared/problem';
import { describeInBrowser, launchBrowser } from '../browser';
import {
  BUSY,
  backfill,
  bad,
  CATALOGUE,
  CONNECTED,
  EMPTY,
  ESTIMATE,
  FINISHED,
  LOG,
  ok,
  QUOTA,
  type Replies,
  run,
  SCHEDULED,
  STATUS,
  STORAGE,
  savedReport,
} from './fixtures';
import { openSidebar, type Sidebar } from './page';

const BASE: Replies = {
  overview: [ok(EMPTY)],
  catalogue: [ok(CATALOGUE)],
  consentLink: [ok({ url: 'https://services.tiktokshop.com/open/authorize?service_id=1&state=x' })],
  startRun: [ok(run())],
  continueRun: [ok(run({ done: 1200, total: 3400 })), ok(run({ phase: 'write' })), ok(FINISHED)],
  showTab: [ok(null)],
  connectionStatus: [ok([])],
  estimateBackfill: [ok(ESTIMATE)],
  startBackfill: [ok(backfill())],
  continueBackfill: [ok(backfill({ done: 12_345, total: 12_345, finished: true }))],
  pauseBackfill: [ok(backfill({ paused: true }))],
  cancelBackfill: [ok(backfill({ finished: true }))],
  quota: [ok(QUOTA)],
  runLog: [ok(LOG)],
  storage: [ok(STORAGE)],
  cutStorage: [ok({ ...STORAGE, characters: 834_000 })],
};

/** Reports of which a colleague refreshes one. */
const HALF = { ...BUSY, schedules: SCHEDULED.schedules! };

describeInBrowser('A user in the sidebar', () => {
  let browser: Browser;
  let sidebar: Sidebar;
  const open = async (replies: Replies = {}, held: CallName[] = []) => {
    sidebar = await openSidebar(browser, { ...BASE, ...replies }, held);
    return sidebar.page;
  };
  const button = (name: string | RegExp) =>
    sidebar.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const text = (words: string | RegExp) => sidebar.page.getByText(words).first();
  const toSchedule = async (report: string) => {
    await button(`More for ${report}`).click();
    await button(`Schedule ${report}`).click();
  };
  /** To the first shop's past; with a press, while a stretch of it is under way. */
  const toPast = async (press?: 'Pause' | 'Cancel') => {
    await button('Shops').click();
    await button('Load older orders of Warung Batik ID').click();
    if (!press) return;
    await sidebar.hold('continueBackfill');
    await button('Load 12,345 orders').click();
    await button(press).click();
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 9 }))] });
    await sidebar.release('continueBackfill');
  };
  const names = async () => (await sidebar.calls()).map(({ name }) => name);

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    expect(sidebar.complaints).toEqual([]);
    expect(await sidebar.mostAtOnce()).toBe(1);
    await sidebar.page.close();
  });
  afterAll(() => browser.close());

  test('goes from an empty file to a report of the sample shop with two clicks', async () => {
    await open();
    await button('Try the sample shop').click();
    await button('Run').click();
    await text('Your report is ready').waitFor();
    await text('30 rows in the tab').waitFor();
    expect(await names()).toEqual([
      'overview',
      'catalogue',
      'startRun',
      'continueRun',
      'continueRun',
      'continueRun',
      'overview',
    ]);
    expect((await sidebar.calls('startRun'))[0]?.input).toMatchObject({
      report: { shops: ['sample'], metrics: ['gmv', 'orders', 'customers'], dimensions: ['date'] },
    });
    await button('Go to tab').click();
    await text('The tab is in front.').waitFor({ state: 'attached' });
    expect((await sidebar.calls('showTab'))[0]?.input).toEqual({ reportId: 'r1' });
  });

  test('connects a seller: market, link, consent, and the last months of the new shops on request', async () => {
    const page = await open();
    await button('Connect TikTok Shop').click();
    await button(/any other country/).click();
    const link = page.getByRole('link', { name: 'Continue at TikTok Shop (opens in a new tab)' });
    expect(await link.getAttribute('href')).toContain('https://services.tiktokshop.com/open/authorize');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener');
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await link.click();
    await sidebar.answer({ overview: [ok(CONNECTED)] });
    await button('I’ve finished').click();
    await text('Warung Batik is connected.').waitFor();
    await text('Warung Batik ID, Warung Batik MY').waitFor();
    expect(await sidebar.calls('setUpkeep')).toEqual([]);
    const [one, two] = CONNECTED.shops.map(({ id }) => id) as [string, string];
    const begun = { ...CONNECTED, backfills: [backfill(), backfill({ shop: two })] };
    await sidebar.answer({
      setUpkeep: [ok(begun)],
      continueBackfill: [
        ok(backfill({ done: 700, finished: true })),
        ok(backfill({ shop: two, done: 20, finished: true })),
      ],
    });
    await button('Load and keep fresh').dblclick();
    await text('20 orders of Warung Batik MY').waitFor();
    expect((await sidebar.calls('setUpkeep')).map(({ input }) => input)).toEqual([
      { shop: one, on: true },
      { shop: two, on: true },
    ]);
    expect((await sidebar.calls('continueBackfill')).map(({ input }) => input)).toEqual([
      { shop: one },
      { shop: two },
    ]);
  });

  test('is led through a missing set-up, copies the redirect URL, and goes on when it is done', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('Connect TikTok Shop').click();
    await button(/United States/).click();
    expect(
      await page
        .getByLabel('Script property')
        .evaluateAll((list) => list.map((el) => (el as HTMLInputElement).value)),
    ).toEqual(['TIKTOK_US_APP_KEY', 'TIKTOK_US_APP_SECRET']);
    await button('Copy Redirect URL').click();
    await button('Redirect URL copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(EMPTY.redirectUrl);
    await sidebar.answer({ overview: [ok({ ...EMPTY, setup: [] })] });
    await button('Check again').click();
    await page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
  });

  test('sees which property is wrong, and copies the permissions to enable', async () => {
    const why = 'it is the app key; the service ID is another number.';
    const setup = { market: 'global' as const, missing: [], wrong: [{ property: 'TIKTOK_SERVICE_ID', why }] };
    await open({ overview: [ok({ ...EMPTY, setup: [setup] })] });
    await button('Connect TikTok Shop').click();
    await button(/United Kingdom/).click();
    await text(`TIKTOK_SERVICE_ID: ${why}`).waitFor();
    await button('Copy Permission: orders').waitFor();
    await sidebar.answer({ overview: [ok({ ...EMPTY, setup: [{ ...setup, wrong: [] }] })] });
    await button('Check again').click();
    await sidebar.page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
  });

  test.each([
    ['United States', 'us'],
    ['United Kingdom', 'global'],
    ['Southeast Asia', 'global'],
    ['European Union', 'global'],
    ['Latin America', 'global'],
    ['Japan', 'global'],
  ])('who sells in %s is led to the app of the market %s', async (region, market) => {
    await open({ overview: [ok({ ...EMPTY, setup: [] })] });
    await button('Connect TikTok Shop').click();
    await button(new RegExp(region)).click();
    await sidebar.page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
    expect((await sidebar.calls('consentLink'))[0]?.input).toEqual({ market });
  });

  test('reads how a connection is, and what to do before it ends', async () => {
    const page = await open({ overview: [ok(CONNECTED)], connectionStatus: [ok([STATUS])] });
    await text('The authorization of Warung Batik ends on 2026-12-10.').waitFor();
    await text('Fresh since Nov 21, 14:05').waitFor();
    await button('Shops').click();
    await page.getByText('Details').first().click();
    for (const line of [
      'Connected by ani@example.com.',
      'Authorized until Dec 10, 07:00.',
      'May read orders: yes.',
      'May read settlements: no.',
      'Warung Batik ID: loaded up to Nov 21, 14:05.',
      'Warung Batik MY: nothing loaded in this file yet.',
    ])
      await text(line).waitFor();
    await button('Connect TikTok Shop').click();
    await text('Where does the shop sell?').waitFor();
  });

  test('deletes all data only after typing the word', async () => {
    const page = await open({
      overview: [ok(CONNECTED)],
      connectionStatus: [ok([STATUS])],
      deleteAllData: [ok(EMPTY)],
    });
    await button('More').click();
    await text('Delete all data').click();
    await button('Delete everything').click({ force: true });
    await page.getByLabel('Type DELETE to confirm').fill('delete');
    await button('Delete everything').click({ force: true });
    expect(await sidebar.calls('deleteAllData')).toEqual([]);
    await page.getByLabel('Type DELETE to confirm').fill('DELETE');
    await button('Delete everything').click();
    await text('Try the sample shop').waitFor();
    expect((await sidebar.calls('deleteAllData')).map(({ input }) => input)).toEqual([{ confirm: 'DELETE' }]);
  });

  test('pastes the address where the page after the consent did not come back', async () => {
    const page = await open({ finishConnection: [bad('authorization_code'), ok(CONNECTED)] });
    await button('Connect TikTok Shop').click();
    await button(/any other country/).click();
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        if ((event.target as Element).closest('a')) event.preventDefault();
      }),
    );
    await page.getByRole('link').click();
    await text('Paste the address').click();
    await page.getByLabel('Address of the page TikTok sent you to').fill('https://x.test/?code=abc');
    await button('Connect with this address').click();
    await text('The authorization code was used before or has expired.').waitFor();
    await button('Connect with this address').click();
    await text('Warung Batik is connected.').waitFor();
  });

  test('builds a report by keyboard alone', async () => {
    const page = await open();
    const key = (name: string) => page.keyboard.press(name);
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        const at = await page.evaluate(() => {
          const el = document.activeElement as HTMLElement;
          return (
            el.getAttribute('aria-label') ??
            (el as HTMLInputElement).labels?.[0]?.textContent ??
            el.textContent
          );
        });
        if (at?.trim().startsWith(name)) return;
        await key('Tab');
      }
      throw new Error(`${name} can't be reached`);
    };
    await button('Try the sample shop').waitFor();
    await tabTo('Try the sample shop');
    await key('Enter');
    await text('New report').waitFor();
    await tabTo('Move GMV');
    await key('ArrowDown');
    await key('ArrowDown');
    await page.getByText('GMV is now number 3 of 3.').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Move GMV',
    );
    await tabTo('Add metrics');
    await key('Enter');
    await page.keyboard.type('average');
    await tabTo('Average order value');
    await key('Space');
    await key('Escape');
    await text('Average order value').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('add-metric');
    await tabTo('Run');
    await key('Enter');
    await text('Your report is ready').waitFor();
    expect((await sidebar.calls('startRun'))[0]?.input).toMatchObject({
      report: { metrics: ['orders', 'customers', 'gmv', 'aov'] },
    });
  });

  test('cannot add a field that does not go with the others, and reads why', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await button('Add dimensions').click();
    const box = page.getByRole('checkbox', { name: 'Warehouse' });
    expect(await box.getAttribute('aria-disabled')).toBe('true');
    await box.click({ force: true });
    expect(await box.isChecked()).toBe(false);
    await button('Done').click();
    expect(await page.locator('.chip').allTextContents()).toEqual(['GMV', 'Orders', 'Customers', 'Date']);
  });

  test('fills in range, zone, filter, sort and limit, and they arrive as chosen', async () => {
    const page = await open({ overview: [ok(CONNECTED)] });
    await button('New report').click();
    await page.getByLabel('Date range').selectOption('custom');
    await page.getByLabel('First day').fill('2026-10-01');
    await page.getByLabel('Last day').fill('2026-10-31');
    await page.getByLabel('Time zone').selectOption('Asia/Jakarta');
    await text('Filter, sort and limit').click();
    await button('Add a filter').click();
    await page.getByLabel('Field of filter 1').selectOption('order_status');
    await page.getByLabel('Condition of filter 1').selectOption('!=');
    await page.getByLabel('Value of filter 1').fill('CANCELLED | UNPAID');
    await button('Add a sort').click();
    await page.getByLabel('Keep at most').fill('10');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect((await sidebar.calls('startRun'))[0]?.input).toEqual({
      report: {
        name: 'Sales by day',
        shops: ['7495000000000000001'],
        metrics: ['gmv', 'orders', 'customers'],
        dimensions: ['date'],
        range: '2026-10-01..2026-10-31',
        zone: 'Asia/Jakarta',
        filters: [{ field: 'order_status', operator: '!=', values: ['CANCELLED', 'UNPAID'] }],
        sort: [{ field: 'gmv', descending: true }],
        limit: 10,
      },
    });
  });

  test('double-clicks without calling twice', async () => {
    await open({ overview: [ok(BUSY)] });
    await button('Run Sales by day').dblclick();
    await text('Your report is ready').waitFor();
    expect(await sidebar.calls('startRun')).toHaveLength(1);
    // Held, so that the second click surely comes before the answer.
    await sidebar.hold('showTab');
    await button('Go to tab').dblclick();
    await sidebar.release('showTab');
    await text('The tab is in front.').waitFor({ state: 'attached' });
    expect(await sidebar.calls('showTab')).toHaveLength(1);
  });

  test('sees every wait: loading, starting, running, cancelling', async () => {
    const page = await open({}, ['overview', 'startRun', 'continueRun']);
    await page.locator('.working.on').waitFor();
    await sidebar.release('overview');
    await button('Try the sample shop').click();
    await button('Run').click();
    await button('Starting…').waitFor();
    await sidebar.release('startRun');
    await page.getByRole('progressbar').waitFor();
    await button('Cancel').click();
    await button('Cancelling…').waitFor();
    await sidebar.answer({ cancelRun: [ok(run({ cancelled: true }))] });
    await sidebar.release('continueRun');
    await text('The run was cancelled').waitFor();
    expect(await names()).toEqual([
      'overview',
      'catalogue',
      'startRun',
      'continueRun',
      'cancelRun',
      'overview',
    ]);
  });

  test('leaves a run and comes back to it', async () => {
    await open({ overview: [ok(BUSY)], continueRun: [ok(run({ done: 10, total: 50 })), ok(FINISHED)] }, [
      'continueRun',
    ]);
    await button('Run Sales by day').click();
    await button('Back').click();
    await text('Sales by day is not finished').waitFor();
    await sidebar.release('continueRun');
    await text('10 of 50 records').waitFor();
    expect(await sidebar.calls('continueRun')).toHaveLength(1);
    await button('Continue').click();
    await text('Your report is ready').waitFor();
  });

  test('does not see a late answer for a market that was left', async () => {
    const page = await open({ overview: [ok({ ...EMPTY, setup: [] })] }, ['consentLink']);
    await button('Connect TikTok Shop').click();
    await button(/United States/).click();
    await button('Back').click();
    await sidebar.release('consentLink');
    await page.waitForTimeout(50);
    await text('Where does the shop sell?').waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });

  test.each<[CallName, () => Promise<void>]>([
    ['overview', async () => {}],
    ['startRun', async () => button('Run Sales by day').click()],
    ['showTab', async () => button('Go to tab Sales by day').click()],
    [
      'deleteReport',
      async () => {
        await button('More for Sales by day').click();
        await button('Delete Sales by day').click();
        await button('Delete').click();
      },
    ],
    [
      'disconnect',
      async () => {
        await button('Shops').click();
        await button('Disconnect Warung Batik').click();
        await button('Disconnect').click();
      },
    ],
    [
      'consentLink',
      async () => {
        await button('Shops').click();
        await button('Connect another seller').click();
        await button(/any other country/).click();
      },
    ],
    ['continueRun', async () => button('Run Sales by day').click()],
    ['connectionStatus', async () => {}],
    [
      'setUpkeep',
      async () => {
        await button('Shops').click();
        await sidebar.page.getByLabel('Keep fresh daily: Warung Batik MY').click();
      },
    ],
    [
      'setSchedule',
      async () => {
        await toSchedule('Sales by day');
        await button('Save').click();
      },
    ],
    [
      'takeSchedule',
      async () => {
        await toSchedule('Returns by product, weekly');
        await button('Take over').click();
      },
    ],
    ['estimateBackfill', async () => toPast()],
    [
      'startBackfill',
      async () => {
        await toPast();
        await button('Load 12,345 orders').click();
      },
    ],
    [
      'continueBackfill',
      async () => {
        await toPast();
        await button('Load 12,345 orders').click();
      },
    ],
    ['pauseBackfill', async () => toPast('Pause')],
    ['cancelBackfill', async () => toPast('Cancel')],
    ['quota', async () => button('Activity').click()],
    ['runLog', async () => button('Activity').click()],
    [
      'storage',
      async () => {
        await button('More').click();
        await button(/Stored data/).click();
      },
    ],
    [
      'cutStorage',
      async () => {
        await button('More').click();
        await button(/Stored data/).click();
        await button('Remove old data').click();
        await button('Remove').click();
      },
    ],
    [
      'deleteAllData',
      async () => {
        await button('More').click();
        await text('Delete all data').click();
        await sidebar.page.getByLabel('Type DELETE to confirm').fill('DELETE');
        await button('Delete everything').click();
      },
    ],
    [
      'cancelRun',
      async () => {
        await sidebar.hold('continueRun');
        await button('Run Sales by day').click();
        await button('Cancel').click();
        await sidebar.release('continueRun');
      },
    ],
  ])('reads what happened and what to do when %s fails, and can try again', async (name, act) => {
    await open({ overview: [ok(HALF)] }, ['overview']);
    const [good = ok(HALF)] = (BASE[name] as never[]) ?? [];
    await sidebar.answer({ [name]: [bad('tiktok_down', { detail: 'code 5' }), good] });
    await sidebar.release('overview');
    await act();
    await text('TikTok does not answer properly at the moment (code 5).').waitFor();
    await text('Run again in a few minutes; what was loaded stays.').waitFor();
    expect(await sidebar.faults()).toEqual([]);
    await sidebar.screenshot(`failed-${name}`);
    const before = (await sidebar.calls(name)).length;
    await button('Try again').click();
    await sidebar.page.waitForTimeout(30);
    expect((await sidebar.calls(name)).length).toBeGreaterThan(before);
    expect((await sidebar.calls(name)).at(-1)?.input).toEqual(
      (await sidebar.calls(name)).at(before - 1)?.input,
    );
  });

  test('reads in the builder that the fields could not be loaded, and tries again', async () => {
    await open({ catalogue: [bad('busy_elsewhere'), bad('busy_elsewhere'), ok(CATALOGUE)] });
    await button('Try the sample shop').click();
    await text('Another run is writing to this spreadsheet.').waitFor();
    await button('Try again').click();
    await text('One row for each').waitFor();
  });

  test('goes through all main views by keyboard alone, and hears where it is', async () => {
    const page = await open({ overview: [ok(BUSY)] });
    await button('Run Sales by day').waitFor();
    for (const view of ['Shops', 'Activity', 'More', 'Reports']) {
      await button(view).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: view, level: 1 }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(view);
      expect(await page.locator('[aria-current=page]').allTextContents()).toEqual([view]);
    }
    // Going where one is already asks nothing.
    const before = (await sidebar.calls()).length;
    await button('Reports').click();
    expect(await sidebar.calls()).toHaveLength(before);
  });

  test('schedules a report weekly in a zone, and reads what now holds', async () => {
    const page = await open({ overview: [ok(BUSY)], setSchedule: [ok(SCHEDULED)] }, ['setSchedule']);
    await toSchedule('Sales by day');
    await page.getByLabel('Refresh').selectOption('Every week');
    await page.getByLabel('On', { exact: true }).selectOption('Friday');
    await page.getByLabel('At', { exact: true }).selectOption('07:00');
    await page.getByLabel('Time zone').selectOption('UTC');
    await button('Save').dblclick();
    await button('Saving…').waitFor();
    await sidebar.release('setSchedule');
    await text('Sales by day: Every Friday at 07:00, UTC.').waitFor();
    expect((await sidebar.calls('setSchedule')).map(({ input }) => input)).toEqual([
      { reportId: 'r1', schedule: { every: 'week', weekday: 4, hour: 7, zone: 'UTC' } },
    ]);
    await text('Next refresh Nov 23, 06:00: Sales by day').waitFor();
    await text('3 scheduled runs failed in a row').waitFor();
  });

  test('sees whose schedule it is, and takes it over', async () => {
    const mine = SCHEDULED.schedules!.reports.map((one) => ({ ...one, owner: 'you' as const }));
    await open({
      overview: [ok(SCHEDULED)],
      takeSchedule: [ok({ ...SCHEDULED, schedules: { reports: mine, problem: null } })],
    });
    await text('by ben@example.com').waitFor();
    await text('by nobody').waitFor();
    await toSchedule('Returns, weekly');
    await text('It runs in that person’s name').waitFor();
    await button('Take over').click();
    await button('Take over').waitFor({ state: 'detached' });
    expect((await sidebar.calls('takeSchedule')).map(({ input }) => input)).toEqual([{ reportId: 'r2' }]);
  });

  test('reads what keeps schedules from running, and follows Google’s own page', async () => {
    const address = 'https://accounts.google.com/o/oauth2/consent?x=1';
    const ill = { ...SCHEDULED.schedules!, problem: problem('schedule_permission', { address }) };
    const page = await open({ overview: [ok({ ...SCHEDULED, schedules: ill }), ok(SCHEDULED)] });
    const link = page.getByRole('link', { name: /this page of Google/ });
    expect(await link.getAttribute('href')).toBe(address);
    expect(await link.getAttribute('rel')).toBe('noopener');
    await button('Check again').click();
    await link.waitFor({ state: 'detached' });
  });

  test('switches one shop’s upkeep at a time, and a box shows what holds', async () => {
    const page = await open({ overview: [ok(CONNECTED)], setUpkeep: [bad('busy_elsewhere')] }, ['setUpkeep']);
    await button('Shops').click();
    const [one, two] = ['ID', 'MY'].map((shop) => page.getByLabel(`Keep fresh daily: Warung Batik ${shop}`));
    await one!.click();
    expect(await one!.isChecked()).toBe(true);
    await one!.click({ force: true });
    await two!.click({ force: true });
    expect([await one!.isChecked(), await two!.isChecked()]).toEqual([true, false]);
    await sidebar.release('setUpkeep');
    await text('Another run is writing to this spreadsheet.').waitFor();
    expect([await one!.isChecked(), await two!.isChecked()]).toEqual([false, false]);
    expect(await sidebar.calls('setUpkeep')).toHaveLength(1);
  });

  test('loads the past: estimate before, progress, pause, and on', async () => {
    const page = await open({ overview: [ok(CONNECTED)] });
    await toPast();
    for (const words of ['about 257', '312 of 20,000', 'about 2 minutes', 'about 1 day', 'about 988 KB'])
      await text(words).waitFor();
    expect(await sidebar.calls('startBackfill')).toEqual([]);
    await page.getByLabel('How far back').selectOption('Last 24 months');
    await sidebar.hold('continueBackfill');
    await button('Load 12,345 orders').dblclick();
    await page.getByRole('progressbar', { name: 'Orders loaded' }).waitFor();
    expect((await sidebar.calls('startBackfill')).map(({ input }) => input)).toEqual([
      { shop: CONNECTED.shops[0]!.id, since: '2024-11-01' },
    ]);
    await button('Pause').click();
    await button('Pausing…').waitFor();
    await sidebar.answer({
      continueBackfill: [ok(backfill({ done: 5000, total: 12_345 }))],
      pauseBackfill: [
        ok(backfill({ done: 5000, total: 12_345, paused: true })),
        ok(backfill({ done: 5000, total: 12_345 })),
      ],
    });
    await sidebar.release('continueBackfill');
    await text('Paused: 5,000 of 12,345 orders.').waitFor();
    expect(await sidebar.calls('continueBackfill')).toHaveLength(1);
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 12_345, finished: true }))] });
    await button('Resume').click();
    await text('The past is loaded').waitFor();
    await text('12,345 orders loaded.').waitFor({ state: 'attached' });
  });

  test('leaves a past that is loading: no more stretches, and the way back', async () => {
    await open({ overview: [ok(CONNECTED)] }, ['continueBackfill']);
    await toPast();
    await button('Load 12,345 orders').click();
    await button('Back').click();
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 5000, total: 12_345 }))] });
    await sidebar.release('continueBackfill');
    await text('Loading: 5,000 of 12,345 orders.').waitFor();
    expect(await sidebar.calls('continueBackfill')).toHaveLength(1);
    await button('Reports').click();
    await button('Show loading of Warung Batik ID').waitFor();
  });

  test('cuts what is old, by keyboard, after reading what goes; keeping it gives the focus back', async () => {
    const page = await open({ overview: [ok(CONNECTED)] });
    await button('More').click();
    await button(/Stored data/).click();
    await page.getByLabel('Of', { exact: true }).selectOption('Warung Batik MY');
    await text('Up to 2,400 rows (200 KB) from before Nov 1, 2024 would go.').waitFor();
    await button('Remove old data').press('Enter');
    await text('Remove what changed last before Nov 1, 2024?').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove old data');
    expect(await sidebar.calls('cutStorage')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await text('Removed. This file now holds 834 KB.').waitFor();
    expect((await sidebar.calls('cutStorage')).map(({ input }) => input)).toEqual([
      { shop: CONNECTED.shops[1]!.id, beforeDay: '2024-11-01' },
    ]);
  });

  test('reads today’s quotas and the last runs', async () => {
    await open({ overview: [ok(BUSY)] });
    await button('Activity').click();
    for (const words of [
      '312 of 20,000',
      '12 of 90 minutes',
      'Nov 22, 06:04, by schedule, Warung Batik ID',
      '2 min 5 s · 34 requests · 0 rows',
      'TikTok does not answer properly at the moment (code 5).',
      'TikTok’s request id: 202611210715009F8E7D6C5B4A3921',
    ])
      await text(words).waitFor();
  });

  test('refreshes all reports with one click, and reads how each went', async () => {
    const refused = problem('cell_overlap', { cells: '3 cells', tab: 'T' });
    await open({
      overview: [ok(BUSY)],
      startRun: [ok(FINISHED), ok(run({ finished: true, problem: refused })), ok(FINISHED)],
    });
    await button('Refresh all').dblclick();
    await text('2 of 3 reports refreshed').waitFor();
    await text(refused.text).waitFor();
    expect((await sidebar.calls('startRun')).map(({ input }) => input)).toEqual([
      { reportId: 'r1' },
      { reportId: 'r2' },
      { reportId: 'r3' },
    ]);
    await button('Back to reports').click();
    await button('Run Sales by day').waitFor();
  });

  test('duplicates a report, and finds one among many', async () => {
    const reports = Array.from({ length: 9 }, (_, i) => savedReport({}, `Report ${i}`, `r${i}`));
    const page = await open({ overview: [ok({ ...CONNECTED, reports })] });
    await page.getByLabel('Search reports').fill('t 7');
    await button('Run Report 0').waitFor({ state: 'detached' });
    await button('More for Report 7').click();
    await button('Duplicate Report 7').click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Copy of Report 7');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    const { report } = (await sidebar.calls('startRun'))[0]!.input as { report: object };
    expect(report).toMatchObject({ name: 'Copy of Report 7', target: { kind: 'new' }, schedule: 'none' });
    expect(report).not.toHaveProperty('id');
  });

  test('takes reports to another file: copied here, chosen as a file there, refused with every issue, then imported', async () => {
    const page = await open({
      overview: [ok(BUSY)],
      importReports: [
        bad('bad_input', { what: 'Nothing was imported.\nReport 1: a\nReport 2: b' }),
        ok(BUSY),
      ],
    });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('More').click();
    await button(/Export and import/).click();
    await button('Copy 3 reports').click();
    await button('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied)).toHaveLength(3);
    await page
      .getByLabel('File with reports')
      .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(copied) });
    await button('Import').click();
    const main = page.getByRole('main');
    await main.getByText('Report 1: a').waitFor();
    await main.getByText('Report 2: b').waitFor();
    await button('Import').click();
    await text('0 reports imported.').waitFor();
    expect((await sidebar.calls('importReports'))[1]?.input).toEqual({ text: copied });
  });

  test('is told what to do about several Google accounts, before anything has loaded', async () => {
    const page = await open({ overview: [ok(BUSY)] }, ['overview']);
    await sidebar.fail(
      'overview',
      "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    );
    await sidebar.release('overview');
    await text('Google mixes up several accounts in this browser.').waitFor();
    await page.getByText('Several Google accounts?').click();
    await text('in a browser profile of its own').waitFor();
    expect(await sidebar.faults()).toEqual([]);
    await sidebar.fail('overview', null);
    await button('Try again').click();
    await button('Run Sales by day').waitFor();
  });

  test('never reads Google’s own exceptions', async () => {
    await open({ overview: [ok(BUSY)] });
    await sidebar.fail('showTab', 'ScriptError: reading from storage. Error code PERMISSION_DENIED.');
    await button('Go to tab Sales by day').click();
    await text('Google mixes up several accounts in this browser.').waitFor();
    await sidebar.fail('showTab', 'Authorization is required to perform that action.');
    await button('Try again').click();
    await text('Google needs your permission for this add-on again.').waitFor();
    await button('Close sidebar').click();
    expect(await sidebar.closed()).toBe(true);
    expect(await sidebar.page.locator('#app').textContent()).not.toMatch(
      /PERMISSION|ScriptError|required to/,
    );
  });

  test.each([
    [
      'a report to correct',
      problem('cell_overlap', { cells: '3 cells', tab: 'T' }),
      'Edit report',
      'Edit report',
    ],
    [
      'a lost authorization',
      problem('authorization_ended', { seller: 'S' }),
      'Connect TikTok Shop',
      'Where does the shop sell?',
    ],
    ['a spent quota', problem('quota_day', { what: 'requests' }), 'OK', 'Reports'],
    ['a passing failure', problem('network', { detail: 'DNS' }), 'Try again', 'Your report is ready'],
  ])('finds the one button that fits %s', async (_, found, label, leads) => {
    await open({
      overview: [ok(BUSY)],
      startRun: [ok(run({ finished: true, problem: found })), ok(FINISHED)],
    });
    await button('Run Sales by day').click();
    await text(found.text).waitFor();
    await button(label).click();
    await text(leads).waitFor();
  });

  test('sees names of shops and reports as text, whatever they contain', async () => {
    const evil = '<img src=x onerror=alert(1)> & <b>bold</b>';
    const page = await open({
      overview: [
        ok({
          ...CONNECTED,
          reports: [savedReport({}, evil)],
          connections: [{ ...CONNECTED.connections[0]!, seller: evil }],
          shops: [{ ...CONNECTED.shops[0]!, name: evil }],
        }),
      ],
      startRun: [
        ok({
          ...FINISHED,
          reportName: evil,
          result: { ...FINISHED.result!, sheetName: evil, notes: [evil] },
        }),
      ],
    });
    await text(evil).waitFor();
    expect(await page.locator('img, b').count()).toBe(0);
    await button(`Run ${evil}`).click();
    await text('Your report is ready').waitFor();
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.getByText(evil).count()).toBeGreaterThan(2);
  });

  test('can act within 200 ms of the script’s start', async () => {
    const page = await open();
    await button('Try the sample shop').waitFor();
    const times = await page.evaluate(() => {
      const [paint] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return { loaded: paint!.domContentLoadedEventEnd, began: paint!.responseEnd };
    });
    expect(times.loaded - times.began).toBeLessThan(200);
  });
});
