// The page with all fields, as built, in a real browser at the size of its dialog.
import type { Browser } from 'playwright-core';
import { catalog, fieldInfos, timeInfos } from '../../src/server/catalog';
import { planOf } from '../../src/server/core/plan';
import type { Catalogue, StreamInfo } from '../../src/shared/api';
import { exampleOf, sourcesOf } from '../../src/sidebar/explorer/company';
import { describeInBrowser, launchBrowser } from '../browser';
import { queryOf } from '../core/query';
import { bad, CATALOGUE, ok, type Replies } from './fixtures';
import { EXPLORER, openExplorer, type Sidebar } from './page';

const REAL: Catalogue = { ...CATALOGUE, fields: fieldInfos(), times: timeInfos() };
const SOURCES: StreamInfo[] = Object.values(catalog.streams).map(({ id, label, history, freshness }) => ({
  id,
  label,
  history,
  freshness,
}));
const BASE: Replies = { catalogue: [ok(REAL)], sources: [ok(SOURCES)] };

test('the built page asks for nothing from outside, and holds nothing that HtmlService would change', () => {
  const script = /<script>([\s\S]*)<\/script>/.exec(EXPLORER)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/`|\/\/|<!--/);
  expect(EXPLORER).not.toMatch(/<\?|<link|<iframe|<img|@import|\bsrc=|url\(|safeParse/);
});

describeInBrowser('The page with all fields', () => {
  let browser: Browser;
  let explorer: Sidebar;
  const open = async (replies: Replies = {}, width?: number) => {
    explorer = await openExplorer(browser, { ...BASE, ...replies }, width);
    return explorer.page;
  };
  const fact = (name: string) =>
    explorer.page
      .locator('.facts > div', { has: explorer.page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
      .first();
  /** In one group: rows are all alike, and there are hundreds of them. */
  const faults = async () => {
    await explorer.page.getByLabel('Group', { exact: true }).selectOption('Sales');
    return explorer.faults();
  };
  const said = () => explorer.page.getByRole('status').textContent();
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    expect(explorer.complaints).toEqual([]);
    await explorer.page.close();
  });
  afterAll(() => browser.close());

  test('lists every field by group, and tells all of one, without an accessibility fault', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'GMV', exact: true }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(REAL.fields.length);
    expect(await fact('Type').textContent()).toContain('Amount of money');
    expect(await fact('Adding up').textContent()).toContain('Adds up over days');
    expect(await fact('Formula').textContent()).toContain(REAL.fields[0]!.source);
    expect(await fact('Orders').textContent()).toContain('Within minutes.');
    expect(await fact('Orders').textContent()).toContain('Back to the shop’s first order.');
    await page.getByRole('heading', { name: /Can be split by [\d,]+ dimensions/ }).waitFor();
    await explorer.screenshot('explorer');
    expect(await faults()).toEqual([]);
  });

  test('is used with the keyboard alone: search, arrows, copy', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'GMV', exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-search');
    await page.keyboard.type('product name');
    await page.getByText('fields', { exact: false }).first().waitFor();
    expect(await said()).toMatch(/^\d+ fields? found\.$/);
    // Kind, group, then the list as one stop.
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const [first, second] = await page.locator('.row-field code').allTextContents();
    expect(await fact('In formulas').textContent()).toContain(first);
    if (second !== undefined) {
      await page.keyboard.press('ArrowDown');
      expect(await fact('In formulas').textContent()).toContain(second);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Formula copied' }).waitFor();
    expect(await said()).toBe('Formula copied.');
  });

  test('a dimension comes with a metric that it can split, in the file’s own separators', async () => {
    const page = await open({ catalogue: [ok({ ...REAL, separator: ';' })] });
    await page.getByLabel('Kind', { exact: true }).selectOption('dimension');
    await page.getByLabel('Search fields').fill('product_name');
    await page.locator('.row-field', { has: page.locator('code', { hasText: /^product_name$/ }) }).click();
    expect(await page.getByLabel('Formula', { exact: true }).inputValue()).toBe(
      '=TIKTOKSHOP("gmv";"product_name";"last_30_days")',
    );
    await page.getByRole('heading', { name: /Can split [\d,]+ metrics/ }).waitFor();
    expect(await explorer.faults()).toEqual([]);
    await explorer.screenshot('explorer-dimension');
  });

  test('a group alone, and a search that finds nothing', async () => {
    const page = await open();
    await page.getByLabel('Group', { exact: true }).selectOption('Time');
    expect(await page.getByRole('radio').count()).toBe(
      REAL.fields.filter(({ group }) => group === 'Time').length,
    );
    await page.getByLabel('Search fields').fill('no such thing');
    await page.getByText('Nothing matches “no such thing”.').waitFor();
    expect(await explorer.faults()).toEqual([]);
  });

  test('in a narrow window list and details are below one another, and nothing sticks out', async () => {
    const page = await open({}, 360);
    await page.getByRole('heading', { name: 'GMV', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await explorer.screenshot('explorer-narrow');
    expect(await faults()).toEqual([]);
  });

  test('what went wrong is told, and tried again', async () => {
    const page = await open({ catalogue: [bad('unexpected', { detail: 'x' }), ok(REAL)] });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'GMV', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});

test('every formula to copy is one that the server can plan, and every metric names its sources', () => {
  for (const field of REAL.fields) {
    const [, metrics, dimensions] = /^=TIKTOKSHOP\("(\w*)","(\w*)","last_30_days"\)$/.exec(
      exampleOf(field, REAL),
    )!;
    const plan = () =>
      planOf(
        catalog,
        queryOf({ metrics: metrics ? [metrics] : [], dimensions: dimensions ? [dimensions] : [] }),
      );
    expect(plan).not.toThrow();
    if (field.kind === 'metric') expect(sourcesOf(field, SOURCES)).not.toEqual([]);
  }
});
