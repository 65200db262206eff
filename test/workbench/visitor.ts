import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

/** A person at the workbench, and the things she looks at. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly sidebar: FrameLocator;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  openSidebar(): Promise<void>;
  cell(a1: string): Locator;
  tab(name: string): Locator;
  screenshot(name: string): Promise<void>;
}

export async function visit(browser: Browser, url: string): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  await page.getByRole('grid').waitFor();
  return {
    context,
    page,
    complaints,
    sidebar: page.frameLocator('aside iframe'),
    async openSidebar() {
      await page.getByRole('button', { name: 'TikTok Shop', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Open sidebar' }).click();
    },
    cell: (a1) => page.locator(`[data-a1="${a1}"]`),
    tab: (name) => page.getByRole('tab', { name, exact: true }),
    async screenshot(name) {
      mkdirSync('build/screenshots', { recursive: true });
      await page.screenshot({ path: `build/screenshots/workbench-${name}.png` });
    },
  };
}
