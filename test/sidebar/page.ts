// The built page at 300 px, with a scripted server behind it.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CallName } from '../../src/shared/api';
import type { Replies } from './fixtures';
import { installServer, type ScriptedServer } from './scripted-server';

/** Read once, so that a build in between does not disturb the tests. */
export const HTML = readFileSync(resolve('dist/Sidebar.html'), 'utf8');
export const EXPLORER = readFileSync(resolve('dist/Explorer.html'), 'utf8');
const VIEWS = readFileSync(resolve('dist/Views.html'), 'utf8');
const ADDRESS = 'https://sidebar.test/';
const AXE = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

declare const server: ScriptedServer;
declare const axe: {
  run(): Promise<{
    violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
};

export interface Sidebar {
  page: Page;
  /** What the page complained about: console errors and warnings, exceptions, requests to anywhere. */
  complaints: string[];
  calls(name?: CallName): Promise<{ name: CallName; input: unknown }[]>;
  /** Replaces the answers of these calls. */
  answer(replies: Replies): Promise<void>;
  hold(name: CallName): Promise<void>;
  release(name: CallName): Promise<void>;
  /** From now on Google itself fails this call with the message; null mends it. */
  fail(name: CallName, message: string | null): Promise<void>;
  mostAtOnce(): Promise<number>;
  closed(): Promise<boolean>;
  /** Accessibility faults that axe finds in what is shown now. */
  faults(): Promise<string[]>;
  screenshot(name: string): Promise<void>;
}

export const openSidebar = (browser: Browser, replies: Replies, held: CallName[] = []): Promise<Sidebar> =>
  openPage(browser, HTML, { width: 300, height: 640 }, replies, held);

/** The dialog with all fields, as large as the server makes it; or as narrow as a small window does. */
export const openExplorer = (browser: Browser, replies: Replies, width = 1000): Promise<Sidebar> =>
  openPage(browser, EXPLORER, { width, height: 640 }, replies, []);

async function openPage(
  browser: Browser,
  html: string,
  viewport: { width: number; height: number },
  replies: Replies,
  held: CallName[],
): Promise<Sidebar> {
  const page = await browser.newPage({
    viewport,
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
  });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.url() !== ADDRESS) complaints.push(`request to ${request.url()}`);
  });
  await page.addInitScript(installServer, { replies, held, views: VIEWS });
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(ADDRESS);
  return {
    page,
    complaints,
    calls: async (name) => {
      const calls = await page.evaluate(() => server.calls);
      return calls.filter((call) => !name || call.name === name);
    },
    answer: (more) => page.evaluate((lists) => void Object.assign(server.queue, lists), more),
    hold: (name) => page.evaluate((call) => void server.held.push(call), name),
    release: (name) => page.evaluate((call) => server.release(call), name),
    fail: (name, message) =>
      page.evaluate(
        ([call, text]) => {
          if (text === null) delete server.failing[call];
          else server.failing[call] = text;
        },
        [name, message] as const,
      ),
    mostAtOnce: () => page.evaluate(() => server.most),
    closed: () => page.evaluate(() => server.closed),
    faults: async () => {
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => axe.run());
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
      );
    },
    screenshot: async (name) => {
      mkdirSync('build/screenshots', { recursive: true });
      await page.screenshot({ path: `build/screenshots/${name}.png` });
    },
  };
}
