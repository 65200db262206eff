// What is chosen in the builder stands in the cells: the built add-on with its sample shop, in the workbench.
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../browser';
import { type Started, startWorkbench } from '../../workbench/started';
import { type Visitor, visit } from '../../workbench/visitor';

describeInBrowser('A report with columns, comparison and totals', () => {
  let browser: Browser;
  let workbench: Started;
  let visitor: Visitor;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench('--shops', '1')]);
    visitor = await visit(browser, workbench.url);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), workbench?.stop()]);
  });

  const button = (name: string) => visitor.sidebar.getByRole('button', { name, exact: true });
  const fold = (title: string) => visitor.sidebar.locator('summary', { hasText: title });
  const row = async (number: number, ...columns: string[]) =>
    Promise.all(columns.map((column) => visitor.cell(`${column}${number}`).textContent()));
  const amount = (text: string | null) => Number((text ?? '').replace(/,/g, ''));

  test('is built from a ready-made one in the sidebar and fills a tab', async () => {
    const { sidebar } = visitor;
    await visitor.openSidebar();
    await button('Try the sample shop').click();
    await button('Start from a ready-made report').click();
    await sidebar.getByLabel('Search ready-made reports').fill('sales by day');
    await sidebar.getByRole('button', { name: /^Sales by day/ }).click();
    for (const metric of ['Orders', 'Customers']) await button(`Remove ${metric}`).click();
    await sidebar.getByLabel('Date range').selectOption('last_7_days');
    await fold('Split columns').click();
    await button('Choose fields').click();
    await sidebar.getByRole('checkbox', { name: 'Shipping Type' }).check();
    await button('Done').click();
    await fold('Compare').click();
    await sidebar.getByLabel('Compare with').selectOption('previous_period');
    await sidebar.getByText('Feb 15 – 21, 2026').waitFor();
    await sidebar.getByRole('checkbox', { name: 'Change in %' }).uncheck();
    await visitor.screenshot('shaped-builder');
    await button('Run').click();
    await button('Go to tab').click();
    await visitor.tab('Sales by day').waitFor();
    await visitor.cell('A1').getByText('Date').waitFor();
    await visitor.screenshot('shaped-report');
  });

  test('has a column for each value, then and now, a row for each day, and totals that add up', async () => {
    expect(await row(1, 'A', 'B', 'C', 'D', 'E', 'F', 'G')).toEqual([
      'Date',
      ...['SELLER', 'TIKTOK', 'Total'].flatMap((of) => [`${of} · GMV (USD)`, `${of} · GMV, compared (USD)`]),
    ]);
    expect(await row(2, 'A')).toEqual(['2026-02-22']);
    expect(await row(9, 'A')).toEqual(['Total']);
    const lines = await Promise.all(
      [2, 3, 4, 5, 6, 7, 8, 9].map(async (number) =>
        (await row(number, 'B', 'C', 'D', 'E', 'F', 'G')).map(amount),
      ),
    );
    const sum = (list: (number | undefined)[]) => list.reduce<number>((all, one) => all + (one ?? 0), 0);
    for (const [sellerNow, sellerThen, tiktokNow, tiktokThen, now, then] of lines) {
      expect(sum([sellerNow, tiktokNow])).toBeCloseTo(now ?? 0, 2);
      expect(sum([sellerThen, tiktokThen])).toBeCloseTo(then ?? 0, 2);
    }
    const total = lines.pop() ?? [];
    expect(Math.min(...total)).toBeGreaterThan(0);
    total.forEach((all, at) => {
      expect(sum(lines.map((line) => line[at]))).toBeCloseTo(all, 2);
    });
  });
});
