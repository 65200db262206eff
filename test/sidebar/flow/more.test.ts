import { describeInBrowser } from '../../browser';
import { BUSY, bad, CONNECTED, EMPTY, ok, STATUS } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who looks around', () => {
  const { open, button, text, sidebar } = aUser();

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
});
