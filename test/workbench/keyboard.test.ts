import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../browser';
import { type Started, startWorkbench } from './started';
import { type Visitor, visit } from './visitor';

describeInBrowser('the grid by keyboard', () => {
  let browser: Browser;
  let workbench: Started;
  let visitor: Visitor;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench('--orders', '10')]);
    visitor = await visit(browser, workbench.url);
  });
  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await Promise.all([browser?.close(), workbench?.stop()]);
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await visitor.page.keyboard.press(key);
  };
  const type = (text: string) => visitor.page.keyboard.type(text);
  const at = (a1: string) => visitor.page.locator(`[data-a1="${a1}"][aria-selected="true"]`).waitFor();
  const shows = (a1: string, text: string) => visitor.cell(a1).getByText(text, { exact: true }).waitFor();

  test('arrows, Tab and Enter move, and the selected cell is the active one for assistive technology', async () => {
    await press('ArrowRight', 'ArrowDown', 'Tab');
    await at('C2');
    expect(await visitor.page.getByRole('grid').getAttribute('aria-activedescendant')).toBe('cell-C2');
    await press('Shift+Tab', 'ArrowUp', 'ArrowUp', 'Home');
    await at('A1');
  });

  test('typing replaces a cell, Enter goes down, Tab to the right, Escape gives up', async () => {
    await type('12.5');
    await press('Enter');
    await at('A2');
    await type('7');
    await press('Tab');
    await at('B2');
    await type('=A1+A2');
    await press('Enter');
    await shows('B2', '19.5');
    await press('ArrowUp');
    await type('nothing');
    await press('Escape');
    await shows('B2', '19.5');
  });

  test('F2 edits what is there, Delete empties it', async () => {
    await press('F2');
    await visitor.page.getByLabel('Cell', { exact: true }).waitFor();
    await press('End');
    await type('*2');
    await press('Enter');
    await shows('B2', '26.5');
    await press('ArrowUp', 'Delete');
    await visitor.page.locator('[data-a1="B2"] .text').waitFor({ state: 'detached' });
  });

  test('a cell is edited in the formula bar too', async () => {
    await visitor.page.getByLabel('Formula bar').fill('=A1*2');
    await press('Enter');
    await shows('B2', '25');
  });

  test('the name box leads to any cell, also far away', async () => {
    await visitor.page.getByLabel('Name box').fill('z1000');
    await press('Enter');
    await at('Z1000');
    expect(await visitor.cell('Z1000').isVisible()).toBe(true);
    await press('Control+Home');
    await at('A1');
    expect(await visitor.cell('A1').isVisible()).toBe(true);
  });

  test('a value is copied as it is shown, and pasted into another cell', async () => {
    await press('Control+c', 'ArrowDown', 'ArrowDown', 'Control+v');
    await shows('A3', '12.5');
  });

  test('the menu opens and runs without a mouse', async () => {
    await visitor.page.getByRole('button', { name: 'TikTok Shop', exact: true }).focus();
    await press('Enter');
    await visitor.page.getByRole('menuitem', { name: 'Open sidebar' }).waitFor();
    await press('ArrowDown', 'Escape');
    expect(await visitor.page.getByRole('menuitem').count()).toBe(0);
    await press('Enter', 'Enter');
    await visitor.sidebar.getByRole('button').first().waitFor();
  });

  test('tabs are added, renamed and deleted; a name that is taken is refused in words', async () => {
    const { page, tab } = visitor;
    await page.getByRole('button', { name: 'Add a tab' }).click();
    await tab('Sheet2').dblclick();
    await page.getByLabel('Name of the tab').fill('Sheet1');
    await press('Enter');
    await page.getByRole('dialog').getByText('Sheet1').waitFor();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await tab('Sheet2').dblclick();
    await page.getByLabel('Name of the tab').fill('Mine');
    await press('Enter');
    await tab('Mine').waitFor();
    await page.getByRole('button', { name: 'Menu of Mine' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await tab('Mine').waitFor({ state: 'detached' });
  });
});
