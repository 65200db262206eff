import { describeInBrowser } from '../../browser';
import { BUSY, ok, savedReport } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who wants to be told by mail', () => {
  const { open, button, text, sidebar } = aUser();
  const fold = () => sidebar.page.locator('summary', { hasText: 'Alerts and mail' });
  const asked = async () =>
    ((await sidebar.calls('startRun'))[0]!.input as { report: Record<string, unknown> }).report;

  test('sets conditions on metrics and asks for the table', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold().click();
    await button('Add an alert').click();
    await page.getByLabel('Condition of alert 1').selectOption('falls');
    await page.getByLabel('Value of alert 1').fill('twenty');
    await button('Run').click();
    await text('Enter a number such as 12.5.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place-alerts-0');
    await page.getByLabel('Value of alert 1').fill('20');
    await button('Add an alert').click();
    await page.getByLabel('Metric of alert 2').selectOption('orders');
    await page.getByLabel('Condition of alert 2').selectOption('missing');
    expect(await page.getByLabel('Value of alert 2').count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Mail the table' }).check();
    expect(await fold().textContent()).toContain('3 set');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({
      alerts: [
        { metric: 'gmv', kind: 'falls', value: 20 },
        { metric: 'orders', kind: 'missing' },
      ],
      mail: true,
    });
  });

  test('finds them again, removes one, and takes that back', async () => {
    const { definition } = savedReport();
    const alerts = [
      { metric: 'gmv', kind: 'above' as const, value: 12.5 },
      { metric: 'orders', kind: 'missing' as const },
    ];
    const page = await open({
      overview: [ok({ ...BUSY, reports: [savedReport({ definition: { ...definition, alerts } })] })],
    });
    await button('Edit Sales by day').click();
    expect(await fold().textContent()).toContain('2 set');
    await fold().click();
    expect(await page.getByLabel('Value of alert 1').inputValue()).toBe('12.5');
    await button('Remove alert 1').click();
    await button('Undo').click();
    await button('Remove alert 2').click();
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect((await asked())['alerts']).toEqual([alerts[0]]);
  });
});
