import { describeInBrowser } from '../../browser';
import { backfill, bad, CONNECTED, EMPTY, ok, STATUS } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who connects', () => {
  const { open, button, text, sidebar } = aUser();

  test('connects a seller: market, link, consent, and the last months of the new shops on request', async () => {
    const page = await open();
    await button('Connect TikTok Shop').click();
    await button(/any other country/).click();
    const link = page.getByRole('link', { name: 'Continue at TikTok Shop (opens in a new tab)' });
    expect(await link.getAttribute('href')).toContain('https://services.tiktokshop.com/open/authorize');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener');
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await link.click();
    await sidebar.answer({ overview: [ok(CONNECTED)] });
    await button('I’ve finished').click();
    await text('Warung Batik is connected.').waitFor();
    await text('Warung Batik ID, Warung Batik MY').waitFor();
    expect(await sidebar.calls('setUpkeep')).toEqual([]);
    const [one, two] = CONNECTED.shops.map(({ id }) => id) as [string, string];
    const begun = { ...CONNECTED, backfills: [backfill(), backfill({ shop: two })] };
    await sidebar.answer({
      setUpkeep: [ok(begun)],
      continueBackfill: [
        ok(backfill({ done: 700, finished: true })),
        ok(backfill({ shop: two, done: 20, finished: true })),
      ],
    });
    await button('Load and keep fresh').dblclick();
    await text('20 orders of Warung Batik MY').waitFor();
    expect((await sidebar.calls('setUpkeep')).map(({ input }) => input)).toEqual([
      { shop: one, on: true },
      { shop: two, on: true },
    ]);
    expect((await sidebar.calls('continueBackfill')).map(({ input }) => input)).toEqual([
      { shop: one },
      { shop: two },
    ]);
  });

  test('is led through a missing set-up, copies the redirect URL, and goes on when it is done', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('Connect TikTok Shop').click();
    await button(/United States/).click();
    expect(
      await page
        .getByLabel('Script property')
        .evaluateAll((list) => list.map((el) => (el as HTMLInputElement).value)),
    ).toEqual(['TIKTOK_US_APP_KEY', 'TIKTOK_US_APP_SECRET']);
    await button('Copy Redirect URL').click();
    await button('Redirect URL copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(EMPTY.redirectUrl);
    await sidebar.answer({ overview: [ok({ ...EMPTY, setup: [] })] });
    await button('Check again').click();
    await page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
  });

  test('sees which property is wrong, and copies the permissions to enable', async () => {
    const why = 'it is the app key; the service ID is another number.';
    const setup = { market: 'global' as const, missing: [], wrong: [{ property: 'TIKTOK_SERVICE_ID', why }] };
    await open({ overview: [ok({ ...EMPTY, setup: [setup] })] });
    await button('Connect TikTok Shop').click();
    await button(/United Kingdom/).click();
    await text(`TIKTOK_SERVICE_ID: ${why}`).waitFor();
    await button('Copy Permission: orders').waitFor();
    await sidebar.answer({ overview: [ok({ ...EMPTY, setup: [{ ...setup, wrong: [] }] })] });
    await button('Check again').click();
    await sidebar.page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
  });

  test.each([
    ['United States', 'us'],
    ['United Kingdom', 'global'],
    ['Southeast Asia', 'global'],
    ['European Union', 'global'],
    ['Latin America', 'global'],
    ['Japan', 'global'],
  ])('who sells in %s is led to the app of the market %s', async (region, market) => {
    await open({ overview: [ok({ ...EMPTY, setup: [] })] });
    await button('Connect TikTok Shop').click();
    await button(new RegExp(region)).click();
    await sidebar.page.getByRole('link', { name: /Continue at TikTok Shop/ }).waitFor();
    expect((await sidebar.calls('consentLink'))[0]?.input).toEqual({ market });
  });

  test('reads how a connection is, and what to do before it ends', async () => {
    const page = await open({ overview: [ok(CONNECTED)], connectionStatus: [ok([STATUS])] });
    await text('The authorization of Warung Batik ends on 2026-12-10.').waitFor();
    await text('Fresh since Nov 21, 14:05').waitFor();
    await button('Shops').click();
    await page.getByText('Details').first().click();
    for (const line of [
      'Connected by ani@example.com.',
      'Authorized until Dec 10, 07:00.',
      'May read orders: yes.',
      'May read settlements: no. Only reports of these need it: Statements, Payments.',
      'Warung Batik ID: loaded up to Nov 21, 14:05.',
      'Warung Batik MY: nothing loaded in this file yet.',
    ])
      await text(line).waitFor();
    await button('Connect TikTok Shop').click();
    await text('Where does the shop sell?').waitFor();
  });

  test('pastes the address where the page after the consent did not come back', async () => {
    const page = await open({ finishConnection: [bad('authorization_code'), ok(CONNECTED)] });
    await button('Connect TikTok Shop').click();
    await button(/any other country/).click();
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        if ((event.target as Element).closest('a')) event.preventDefault();
      }),
    );
    await page.getByRole('link').click();
    await text('Paste the address').click();
    await page.getByLabel('Address of the page TikTok sent you to').fill('https://x.test/?code=abc');
    await button('Connect with this address').click();
    await text('The authorization code was used before or has expired.').waitFor();
    await button('Connect with this address').click();
    await text('Warung Batik is connected.').waitFor();
  });

  test('does not see a late answer for a market that was left', async () => {
    const page = await open({ overview: [ok({ ...EMPTY, setup: [] })] }, ['consentLink']);
    await button('Connect TikTok Shop').click();
    await button(/United States/).click();
    await button('Back').click();
    await sidebar.release('consentLink');
    await page.waitForTimeout(50);
    await text('Where does the shop sell?').waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });
});
