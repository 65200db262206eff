import { problem } from '../../../src/shared/problem';
import { describeInBrowser } from '../../browser';
import { BUSY, CONNECTED, FINISHED, ok, run, SCHEDULED, savedReport } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user with many reports', () => {
  const { open, button, text, toSchedule, sidebar } = aUser();

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
    expect(report).toMatchObject({ name: 'Copy of Report 7', schedule: 'none' });
    expect(report).not.toHaveProperty('id');
    // A tab of its own, which goes without saying.
    expect(report).not.toHaveProperty('target');
  });
});
