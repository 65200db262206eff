// The whole way through the built page in a real browser: what a user does, what the server hears, what shows.
import type { Browser } from 'playwright-core';
import type { CallName } from '../../src/shared/api';
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

const BASE: Replies = {
  overview: [ok(EMPTY)],
  catalogue: [ok(CATALOGUE)],
  consentLink: [ok({ url: 'https://services.tiktokshop.com/open/authorize?service_id=1&state=x' })],
  startRun: [ok(run())],
  continueRun: [ok(run({ done: 1200, total: 3400 })), ok(run({ phase: 'write' })), ok(FINISHED)],
  showTab: [ok(null)],
};

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

  test('connects a seller: market, link, consent, and the first view with the new shops', async () => {
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
    await text('Warung Batik MY').waitFor();
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
    await button('Go to tab').dblclick();
    await sidebar.page.waitForTimeout(50);
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
        await button('Delete Sales by day').click();
        await button('Delete').click();
      },
    ],
    [
      'disconnect',
      async () => {
        await button('Disconnect Warung Batik').click();
        await button('Disconnect').click();
      },
    ],
    [
      'consentLink',
      async () => {
        await button('Connect another seller').click();
        await button(/any other country/).click();
      },
    ],
    ['continueRun', async () => button('Run Sales by day').click()],
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
    await open({ overview: [ok(BUSY)] }, ['overview']);
    await sidebar.answer({
      [name]: [bad('tiktok_down', { detail: 'code 5' }), ...((BASE[name] as never[]) ?? [ok(BUSY)])],
    });
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
