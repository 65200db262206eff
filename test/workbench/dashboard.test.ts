import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../browser';
import { type Started, startWorkbench } from './started';
import { type Visitor, visit } from './visitor';

// A new user's way to a dashboard, which shows with its charts and colours.
describeInBrowser('a dashboard in the workbench', () => {
  let browser: Browser;
  let workbench: Started;
  let visitor: Visitor;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench('--shops', '1')]);
    visitor = await visit(browser, workbench.url);
    await visitor.page.setViewportSize({ width: 1900, height: 1500 });
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), workbench?.stop()]);
  });

  test('comes from the menu with two clicks, its figures and charts in sight', async () => {
    const { page, sidebar, cell, tab } = visitor;
    await page.getByRole('button', { name: 'TikTok Shop', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Insert dashboard' }).click();
    await sidebar.getByRole('button', { name: /^Overview/ }).click();
    await sidebar.getByRole('button', { name: 'Go to tab' }).click({ timeout: 120_000 });
    await tab('Overview').click();
    await cell('A9')
      .getByText(/^[\d,]+\.\d\d$/)
      .waitFor();
    for (const title of ['GMV by day', 'GMV by channel, as TikTok counts it', 'Orders by status'])
      await page.getByRole('img', { name: `Chart: ${title}` }).waitFor();
    const color = (a1: string) => cell(a1).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await color('A4')).toBe('rgb(254, 247, 224)');
    await visitor.screenshot('dashboard');
    expect(visitor.complaints).toEqual([]);
  });
});
