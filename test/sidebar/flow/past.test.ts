import { describeInBrowser } from '../../browser';
import { backfill, bad, CONNECTED, ok } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user with a past', () => {
  const { open, button, text, toPast, sidebar } = aUser();

  test('switches one shop’s upkeep at a time, and a box shows what holds', async () => {
    const page = await open({ overview: [ok(CONNECTED)], setUpkeep: [bad('busy_elsewhere')] }, ['setUpkeep']);
    await button('Shops').click();
    const [one, two] = ['ID', 'MY'].map((shop) => page.getByLabel(`Keep fresh daily: Warung Batik ${shop}`));
    await one!.click();
    expect(await one!.isChecked()).toBe(true);
    await one!.click({ force: true });
    await two!.click({ force: true });
    expect([await one!.isChecked(), await two!.isChecked()]).toEqual([true, false]);
    await sidebar.release('setUpkeep');
    await text('Another run is writing to this spreadsheet.').waitFor();
    expect([await one!.isChecked(), await two!.isChecked()]).toEqual([false, false]);
    expect(await sidebar.calls('setUpkeep')).toHaveLength(1);
  });

  test('loads the past: estimate before, progress, pause, and on', async () => {
    const page = await open({ overview: [ok(CONNECTED)] });
    await toPast();
    for (const words of ['about 257', '312 of 20,000', 'about 2 minutes', 'about 1 day', 'about 988 KB'])
      await text(words).waitFor();
    expect(await sidebar.calls('startBackfill')).toEqual([]);
    await page.getByLabel('How far back').selectOption('Last 24 months');
    await sidebar.hold('continueBackfill');
    await button('Load 12,345 orders').dblclick();
    await page.getByRole('progressbar', { name: 'Orders loaded' }).waitFor();
    expect((await sidebar.calls('startBackfill')).map(({ input }) => input)).toEqual([
      { shop: CONNECTED.shops[0]!.id, since: '2024-11-01' },
    ]);
    await button('Pause').click();
    await button('Pausing…').waitFor();
    await sidebar.answer({
      continueBackfill: [ok(backfill({ done: 5000, total: 12_345 }))],
      pauseBackfill: [
        ok(backfill({ done: 5000, total: 12_345, paused: true })),
        ok(backfill({ done: 5000, total: 12_345 })),
      ],
    });
    await sidebar.release('continueBackfill');
    await text('Paused: 5,000 of 12,345 orders.').waitFor();
    expect(await sidebar.calls('continueBackfill')).toHaveLength(1);
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 12_345, finished: true }))] });
    await button('Resume').click();
    await text('The past is loaded').waitFor();
    await text('12,345 orders loaded.').waitFor({ state: 'attached' });
  });

  test('leaves a past that is loading: no more stretches, and the way back', async () => {
    await open({ overview: [ok(CONNECTED)] }, ['continueBackfill']);
    await toPast();
    await button('Load 12,345 orders').click();
    await button('Back').click();
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 5000, total: 12_345 }))] });
    await sidebar.release('continueBackfill');
    await text('Loading: 5,000 of 12,345 orders.').waitFor();
    expect(await sidebar.calls('continueBackfill')).toHaveLength(1);
    await button('Reports').click();
    await button('Show loading of Warung Batik ID').waitFor();
  });

  test('cuts what is old, by keyboard, after reading what goes; keeping it gives the focus back', async () => {
    const page = await open({ overview: [ok(CONNECTED)] });
    await button('More').click();
    await button(/Stored data/).click();
    await page.getByLabel('Of', { exact: true }).selectOption('Warung Batik MY');
    await text('Up to 2,400 rows (200 KB) from before Nov 1, 2024 would go.').waitFor();
    await button('Remove old data').press('Enter');
    await text('Remove what changed last before Nov 1, 2024?').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove old data');
    expect(await sidebar.calls('cutStorage')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await text('Removed. This file now holds 834 KB.').waitFor();
    expect((await sidebar.calls('cutStorage')).map(({ input }) => input)).toEqual([
      { shop: CONNECTED.shops[1]!.id, beforeDay: '2024-11-01' },
    ]);
  });
});
