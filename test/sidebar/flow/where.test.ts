import { describeInBrowser } from '../../browser';
import { bad, CONNECTED, ok, savedReport } from '../fixtures';
import { aUser } from './user';

describeInBrowser('A user who says where a report goes', () => {
  const { open, button, text, names, sidebar } = aUser();
  const fold = (title: string) => sidebar.page.locator('summary', { hasText: title });
  const asked = async () =>
    ((await sidebar.calls('startRun'))[0]!.input as { report: Record<string, unknown> }).report;
  const value = (label: string) => sidebar.page.getByLabel(label, { exact: true }).inputValue();

  test('takes the selected cell, and keeps the rows of every run', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Where it goes').click();
    await page.getByLabel('Write to').selectOption('A cell of a tab');
    await text('Writes from the chosen cell on').waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#place-target')?.value);
    expect(await value('First cell')).toBe("'My plan'!B3");
    await page.getByLabel('Rows of the run before').selectOption('Keep all and add new ones');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({
      target: { kind: 'cell', cell: "'My plan'!B3" },
      write: 'append',
    });
  });

  test('names a cell without its tab, is told, and takes the selected one', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Where it goes').click();
    await page.getByLabel('Write to').selectOption('A cell of a tab');
    await page.getByLabel('First cell').fill('B3');
    await button('Run').click();
    await text('Name the first cell with its tab, such as Sheet1!B3.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place-target');
    await button('Use the selected cell').click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#place-target')?.value === "'My plan'!B3",
    );
    expect((await names()).filter((name) => name === 'places')).toHaveLength(2);
  });

  test('chooses a tab by its name', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Where it goes').click();
    await page.getByLabel('Write to').selectOption('An existing tab');
    await button('Run').click();
    await text('Choose a tab.').waitFor();
    await page.getByLabel('Tab', { exact: true }).selectOption('My plan');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    expect(await asked()).toMatchObject({ target: { kind: 'sheet', sheetId: 107919 } });
  });

  test('edits a report that goes to a tab: its tab and its way of writing are there', async () => {
    const report = savedReport({}, 'Weekly');
    report.definition.target = { kind: 'sheet', sheetId: 107919 };
    report.definition.write = 'update';
    const page = await open({ overview: [ok({ ...CONNECTED, reports: [report] })] });
    await button('More for Weekly').click();
    await button('Edit Weekly').click();
    await fold('Where it goes').click();
    await page.locator('option', { hasText: 'My plan' }).waitFor({ state: 'attached' });
    expect(await value('Tab')).toBe('107919');
    expect(await value('Rows of the run before')).toBe('update');
    expect(await fold('Where it goes').textContent()).toContain('2 set');
  });

  test('reads why rows can’t stay in this table', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await fold('Totals').click();
    await page.getByRole('checkbox', { name: 'Totals of all rows' }).check();
    await fold('Where it goes').click();
    await page.getByLabel('Rows of the run before').selectOption('Update those with the same dimensions');
    await button('Run').click();
    await text('Rows of before can stay only in a table without totals').waitFor();
  });

  test('sees that the tabs could not be asked for, and asks again', async () => {
    const page = await open({ places: [bad('busy_elsewhere'), ok({ tabs: [], cell: 'Sheet1!A1' })] });
    await button('Try the sample shop').click();
    await fold('Where it goes').click();
    await page.getByLabel('Write to').selectOption('A cell of a tab');
    await button('Try again').click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#place-target')?.value === 'Sheet1!A1',
    );
  });
});

describeInBrowser('A user who takes values from cells', () => {
  const { open, button, text, sidebar } = aUser();
  const fold = (title: string) => sidebar.page.locator('summary', { hasText: title });

  test('range, filter, limit and shop go to the server as they were typed', async () => {
    const page = await open();
    await button('Try the sample shop').click();
    await page.getByLabel('Date range').selectOption('From a cell');
    await page.getByLabel('Cell with the date range').fill('=Settings!B2..=Settings!B');
    await fold('Filter, sort and limit').click();
    await button('Add a filter').click();
    await page.getByLabel('Value of filter 1').fill('=Settings!B4');
    await page.getByLabel('Keep at most').fill("='My plan'!C1");
    await fold('More').click();
    await page.getByLabel('Shop from a cell').fill('Settings!B5');
    await button('Run').click();
    await text('Name the cell with its tab, such as =Settings!B2.').waitFor();
    await page.getByLabel('Cell with the date range').fill('=Settings!B2..=Settings!B3');
    await button('Run').click();
    await text('Your report is ready').waitFor();
    const [{ input } = { input: null }] = await sidebar.calls('startRun');
    expect(input).toMatchObject({
      report: {
        shops: ['sample', '=Settings!B5'],
        range: '=Settings!B2..=Settings!B3',
        filters: [{ values: ['=Settings!B4'] }],
        limit: "='My plan'!C1",
      },
    });
  });
});
