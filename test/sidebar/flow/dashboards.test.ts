import { describeInBrowser } from '../../browser';
import { BUSY, bad, DRAWN, ok, run, savedReport } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who wants a dashboard', () => {
  const { open, button, text, sidebar } = aUser();

  test('has one of the sample shop with two clicks, before anything is connected', async () => {
    await open({ continueRun: [ok(run({ done: 400, total: 900 })), ok(DRAWN)] });
    await button('See a sample dashboard').click();
    await button(/^Overview/).click();
    await text('Your dashboard is ready').waitFor();
    expect((await sidebar.calls('insertDashboard')).map(({ input }) => input)).toEqual([
      { dashboard: 'overview', shop: 'sample' },
    ]);
    // It is no table: it has neither rows nor fields to change.
    expect(await button('Change the report').count()).toBe(0);
    expect(await text(/0 rows/).count()).toBe(0);
    await button('Go to tab').click();
  });

  test('chooses the shop, and may try again what failed', async () => {
    const page = await open({
      overview: [ok(BUSY)],
      insertDashboard: [bad('tiktok_down', { detail: 'code 5' }), ok(DRAWN)],
    });
    await button('Insert dashboard').click();
    await page.getByLabel('Shop').selectOption({ label: 'Warung Batik MY' });
    await button(/^Returns/).click();
    await button('Try again').click();
    await text('Your dashboard is ready').waitFor();
    const asked = { dashboard: 'returns', shop: '7495000000000000002' };
    expect((await sidebar.calls('insertDashboard')).map(({ input }) => input)).toEqual([asked, asked]);
  });

  test('finds it among the reports, to be refreshed and scheduled but not edited', async () => {
    const dashboard = savedReport({}, 'Overview');
    await open({
      overview: [
        ok({
          ...BUSY,
          reports: [{ ...dashboard, definition: { ...dashboard.definition, dashboard: 'overview' } }],
        }),
      ],
    });
    await button('More for Overview').click();
    await button('Schedule Overview').waitFor();
    expect(await button('Edit Overview').count()).toBe(0);
    expect(await button('Duplicate Overview').count()).toBe(0);
    await button('Run Overview').click();
    expect((await sidebar.calls('startRun')).map(({ input }) => input)).toEqual([{ reportId: 'r1' }]);
    await text('Your report is ready').waitFor();
  });

  test('gets there from More as well, and back', async () => {
    await open({ overview: [ok(BUSY)] });
    await button('More').click();
    await button(/^Insert dashboard/).click();
    await sidebar.page.getByRole('heading', { name: 'Insert dashboard', level: 1 }).waitFor();
    await button('Back').click();
    await button('Run Sales by day').waitFor();
  });
});
