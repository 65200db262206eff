import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../browser';
import { type Started, startWorkbench } from './started';
import { type Visitor, visit } from './visitor';

// One spreadsheet from the first click on, as a new user would go: each test goes on where the one before ended.
describeInBrowser('the add-on in the workbench', () => {
  let browser: Browser;
  let workbench: Started;
  let visitor: Visitor;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench('--shops', '2')]);
    visitor = await visit(browser, workbench.url);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), workbench?.stop()]);
  });

  test('the menu that onOpen built opens the real sidebar, 300 pixels wide', async () => {
    const { page, sidebar } = visitor;
    await visitor.openSidebar();
    await sidebar.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(await page.locator('aside iframe').evaluate((frame) => frame.clientWidth)).toBe(300);
    await visitor.screenshot('sidebar');
  });

  test('the default report of the sample shop fills a tab of its own', async () => {
    const { sidebar, cell, tab } = visitor;
    await sidebar.getByRole('button', { name: 'Try the sample shop' }).click();
    await sidebar.getByRole('button', { name: 'Run', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Go to tab' }).click();
    await tab('Sales by day').waitFor();
    await expectText('A1', 'Date');
    await expectText('B1', 'GMV (USD)');
    await expectText('A2', '2026-01-30');
    await expectText('A31', '2026-02-28');
    expect(await cell('B2').textContent()).toMatch(/^[\d,]+\.\d\d$/);
    expect(await cell('B2').evaluate((element) => getComputedStyle(element).textAlign)).toBe('right');
    await visitor.screenshot('report');
  });

  test('a header tells in its note what the figures mean, and stays in sight', async () => {
    const { page, cell } = visitor;
    await cell('B1').hover();
    await page.getByRole('tooltip').getByText('Sample Shop').waitFor();
    await visitor.screenshot('note');
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 4000));
    await cell('A190').waitFor();
    expect(await cell('B1').isVisible()).toBe(true);
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0));
  });

  test('a formula answers from what is stored, over as many cells as it needs', async () => {
    const { page, cell, tab } = visitor;
    await tab('Sheet1').click();
    await cell('B2').click();
    await page.keyboard.type('=TIKTOKSHOP("gmv,orders","date","last_7_days")');
    await page.keyboard.press('Enter');
    await expectText('B2', 'Date');
    await expectText('C2', 'GMV (USD)');
    expect(await cell('D9').textContent()).toMatch(/^\d+$/);
    expect(await cell('D10').textContent()).toBe('');
    await cell('B2').click();
    await expectValue('Formula bar', '=TIKTOKSHOP("gmv,orders","date","last_7_days")');
    await visitor.screenshot('formula');
  });

  test('a formula that is wrong shows why on hovering', async () => {
    const { page, cell } = visitor;
    await cell('H2').click();
    await page.keyboard.type('=TIKTOKSHOP("gnv")');
    await page.keyboard.press('Enter');
    await expectText('H2', '#ERROR!');
    await cell('H2').hover();
    await page.getByRole('tooltip').getByText('gnv').waitFor();
  });

  test('a shop is connected through the consent page in a new tab, and reported beside the first', async () => {
    const { context, sidebar } = visitor;
    await sidebar.getByRole('button', { name: 'Back to reports' }).click();
    await sidebar
      .getByRole('button', { name: /Connect/ })
      .first()
      .click();
    await sidebar.getByText('Japan and any other country').click();
    const opened = context.waitForEvent('page');
    await sidebar.getByRole('link', { name: /Continue at TikTok Shop/ }).click();
    const consent = await opened;
    await consent.getByText('The app asks to read the data of your shops.').waitFor();
    await consent.screenshot({ path: 'build/screenshots/workbench-consent.png' });
    await consent.getByRole('button', { name: 'Authorize' }).click();
    await consent.getByRole('heading', { name: 'Connected' }).waitFor();
    await consent.close();
    await sidebar.getByText('United Kingdom Shop 2').first().waitFor();
    await visitor.screenshot('connected');

    await sidebar.getByRole('button', { name: 'Load and keep fresh' }).click();
    // Some hundred calls, each in the simulator's time but worked out in ours.
    await sidebar.getByText('The past is loaded').waitFor({ timeout: 120_000 });
    await visitor.screenshot('loaded');
    await sidebar.getByRole('button', { name: 'Back to shops' }).click();
    expect(await sidebar.getByLabel('Keep fresh daily: United Kingdom Shop 2').isChecked()).toBe(true);
    await visitor.screenshot('shops');
    await sidebar.getByRole('button', { name: 'Reports', exact: true }).click();
    await sidebar.getByRole('button', { name: 'New report' }).click();
    await sidebar.getByLabel('Name', { exact: true }).fill('Both shops');
    for (const shop of ['United States Shop 1', 'United Kingdom Shop 2'])
      await sidebar.getByRole('checkbox', { name: new RegExp(shop) }).check();
    await sidebar.getByRole('button', { name: 'Run', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Go to tab' }).click();
    await visitor.tab('Both shops').and(visitor.page.locator('[aria-selected="true"]')).waitFor();
    await expectText('B1', 'Currency');
    await visitor.page.locator('.cell .text', { hasText: /^GBP$/ }).first().waitFor();
    await visitor.screenshot('two-shops');
  });

  test('the menu refreshes all reports and says so in a toast', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'TikTok Shop', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Refresh TikTok Shop' }).click();
    await page.locator('.toast').first().waitFor();
    await visitor.screenshot('toast');
  });

  test('the store is a hidden tab that can be looked at', async () => {
    const { page } = visitor;
    expect(await visitor.tab('TikTok Shop data').count()).toBe(0);
    await page.getByRole('button', { name: 'All tabs' }).click();
    await page.getByRole('menuitem', { name: 'TikTok Shop data' }).click();
    await visitor.tab('TikTok Shop data').waitFor();
    await page.locator('.cell .text').first().waitFor();
    await visitor.screenshot('store');
    await page.getByRole('button', { name: 'Menu of TikTok Shop data' }).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await visitor.tab('TikTok Shop data').waitFor({ state: 'detached' });
  });

  test('a day passes at the press of a button', async () => {
    const { page } = visitor;
    const time = page.locator('.clock time');
    expect(await time.textContent()).toContain('1 Mar 2026');
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.locator('.clock time', { hasText: '2 Mar 2026' }).waitFor();
  });

  test('the sidebar closes, and nothing was complained about or asked from elsewhere', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    await page.locator('aside').waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
  });

  const expectText = (a1: string, text: string) =>
    visitor.page.locator(`[data-a1="${a1}"] .text`, { hasText: new RegExp(`^${escaped(text)}$`) }).waitFor();
  const expectValue = (label: string, value: string) =>
    visitor.page.waitForFunction(
      ([name, wanted]) =>
        document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value === wanted,
      [label, value],
    );
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
