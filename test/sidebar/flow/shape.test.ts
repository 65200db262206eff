import { describeInBrowser } from '../../browser';
import { BUSY, ok } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who shapes a report', () => {
  const { open, button, text, sidebar } = aUser();
  const fold = (title: string) => sidebar.page.locator('summary', { hasText: title });
  const asked = async () =>
    ((await sidebar.calls('startRun'))[0]!.input as { report: Record<string, unknown> }).report;
  const focused = () => sidebar.page.evaluate(() => document.activeElement?.id);

  test('splits columns, compares and adds totals by keyboard alone', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Split columns').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('add-pivot');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('picker-search');
    await page.keyboard.type('status');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    // The fold in which it began is open again.
    expect(await focused()).toBe('add-pivot');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('place-compare');
    await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({
      pivot: ['order_status'],
      compare: { to: 'previous_period', show: ['value', 'percent'] },
      totals: true,
    });
  });

  test('finds what is wrong in a closed section: it opens, and the focus is there', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('More').click();
    await page.getByLabel('Convert amounts to').fill('dollars');
    await fold('More').click();
    await button('Run').click();
    await text('Enter a currency of three letters, such as USD.').waitFor();
    expect(await focused()).toBe('place-currency');
    expect(await fold('More').textContent()).toContain('2 things to correct');
    await page.getByLabel('Convert amounts to').fill('usd');
    await page.getByLabel('Cells with your rates').fill('Rates!A2:C');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({ rates: { to: 'USD', range: 'Rates!A2:C' } });
  });

  test('cannot choose what has no sense as things stand, and reads why', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Totals').click();
    for (const [name, why] of [
      ['Subtotals', 'Subtotals need two dimensions.'],
      ['Running total of Customers', "Customers can't be added up from row to row"],
    ] as const) {
      const box = page.getByRole('checkbox', { name });
      await box.click({ force: true });
      expect(await box.isChecked()).toBe(false);
      const reason = await box.getAttribute('aria-describedby');
      expect(await page.locator(`#${reason}`).textContent()).toContain(why);
    }
    await page.getByRole('checkbox', { name: 'Running total of GMV' }).check();
    await fold('Filter, sort and limit').click();
    const other = page.getByRole('checkbox', { name: 'Add a row “Other” for the rest' });
    expect(await other.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Keep at most').fill('5');
    await other.check();
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({
      other: true,
      limit: 5,
      calculations: [{ metric: 'gmv', kind: 'running' }],
    });
  });

  test('starts from a ready-made report, changes it, and takes the change back', async () => {
    const page = await open({ overview: [ok(BUSY)] });
    await button('New report').click();
    await button('Start from a ready-made report').click();
    await page.getByLabel('Search ready-made reports').fill('best');
    await button(/Best-selling products/).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Best-selling products');
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await page.getByLabel('Date range').selectOption('last_7_days');
    await button('Undo').click();
    expect(await page.getByLabel('Date range').inputValue()).toBe('last_30_days');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mine');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({
      name: 'Mine',
      metrics: ['items_sold'],
      dimensions: ['product_name'],
      range: 'last_30_days',
      limit: 10,
      other: true,
    });
  });
});
