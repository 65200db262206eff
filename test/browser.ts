// The one place that finds a browser. Tests that need one say so loudly when there is none.
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chrome or Chromium of this machine: what CHROMIUM_PATH says, else a usual place; null when there is none. */
export function browserPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...USUAL].find((path) => existsSync(path)) ?? null;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('No Chrome or Chromium was found; set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Tests that need a browser. Without one they are skipped with a loud word, or fail under REQUIRE_BROWSER=1,
 * so that a green run on a bare machine is never mistaken for a full one.
 */
export function describeInBrowser(name: string, define: () => void): void {
  if (browserPath()) {
    describe(name, define);
    return;
  }
  const missing = `NOT RUN, no Chrome or Chromium (set CHROMIUM_PATH): ${name}`;
  if (process.env['REQUIRE_BROWSER'] === '1') {
    test(name, () => {
      throw new Error(missing);
    });
    return;
  }
  console.error(missing);
  test.skip(missing, () => {});
}
