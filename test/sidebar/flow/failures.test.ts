import type { CallName } from '../../../src/shared/api';
import { problem } from '../../../src/shared/problem';
import { describeInBrowser } from '../../browser';
import { BUSY, bad, FINISHED, ok, run, SCHEDULED } from '../fixtures';
import { aUser, BASE } from './user';

/** Reports of which a colleague refreshes one. */
const HALF = { ...BUSY, schedules: SCHEDULED.schedules! };

describeInBrowser('A user whose calls fail', () => {
  const { open, button, text, toSchedule, toPast, sidebar } = aUser();
  const edit = () => button('Edit Sales by day').click();
  const fold = (title: string) => sidebar.page.locator('summary', { hasText: title });

  test('views that come late are waited for where one is opened, and asked for again', async () => {
    const page = await open({}, ['views']);
    await button('Try the sample shop').click();
    await page.getByRole('heading', { name: 'One moment' }).waitFor();
    await text('Loading this view…').waitFor({ state: 'attached' });
    await sidebar.fail('views', 'NetworkError: Connection failure due to HTTP 0');
    await sidebar.release('views');
    await text(problem('offline').text).waitFor();
    await sidebar.fail('views', null);
    await button('Try again').click();
    await page.getByRole('heading', { name: 'New report' }).waitFor();
    // The keyboard goes on where the view begins.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('view-title');
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
      'openExplorer',
      async () => {
        await button('More').click();
        await button(/Fields and formulas/).click();
      },
    ],
    [
      'insertDashboard',
      async () => {
        await button('More').click();
        await button(/Insert dashboard/).click();
        await button(/^Overview/).click();
      },
    ],
    // Asked for as the report goes to a tab.
    ['places', edit],
    [
      'answer',
      async () => {
        await edit();
        await button('Show preview').click();
      },
    ],
    [
      'estimateRun',
      async () => {
        await edit();
        await button('Show preview').click();
      },
    ],
    [
      'insertFormula',
      async () => {
        await edit();
        await fold('As a formula').click();
        await button('Insert as formula').click();
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
});
