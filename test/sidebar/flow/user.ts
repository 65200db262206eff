// A user of the built page in a real browser, with a scripted server behind it: what is done, heard and shown.
import type { Browser } from 'playwright-core';
import type { CallName } from '../../../src/shared/api';
import { launchBrowser } from '../../browser';
import {
  backfill,
  CATALOGUE,
  EMPTY,
  ESTIMATE,
  FINISHED,
  LOG,
  ok,
  PLACES,
  QUOTA,
  type Replies,
  run,
  STORAGE,
} from '../fixtures';
import { openSidebar, type Sidebar } from '../page';

/** What the server answers unless a test says otherwise. */
export const BASE: Replies = {
  overview: [ok(EMPTY)],
  catalogue: [ok(CATALOGUE)],
  consentLink: [ok({ url: 'https://services.tiktokshop.com/open/authorize?service_id=1&state=x' })],
  startRun: [ok(run())],
  insertDashboard: [ok(run({ reportName: 'Overview' }))],
  continueRun: [ok(run({ done: 1200, total: 3400 })), ok(run({ phase: 'write' })), ok(FINISHED)],
  showTab: [ok(null)],
  connectionStatus: [ok([])],
  estimateBackfill: [ok(ESTIMATE)],
  startBackfill: [ok(backfill())],
  continueBackfill: [ok(backfill({ done: 12_345, total: 12_345, finished: true }))],
  pauseBackfill: [ok(backfill({ paused: true }))],
  cancelBackfill: [ok(backfill({ finished: true }))],
  answer: [ok({ columns: [], rows: [], notes: [] })],
  estimateRun: [ok({ days: 12, records: 1840, calls: 21, seconds: 70 })],
  insertFormula: [ok({ tab: 'Sheet1', area: 'B3:D33' })],
  openExplorer: [ok(null)],
  places: [ok(PLACES)],
  quota: [ok(QUOTA)],
  runLog: [ok(LOG)],
  storage: [ok(STORAGE)],
  cutStorage: [ok({ ...STORAGE, characters: 834_000 })],
};

/** For the tests of one `describe`, each of which opens the sidebar anew; afterwards nothing may have been complained about. */
export function aUser() {
  let browser: Browser;
  let opened: Sidebar;
  /** The sidebar that the running test has opened. */
  const sidebar = new Proxy({} as Sidebar, { get: (_, key) => Reflect.get(opened, key) });
  const open = async (replies: Replies = {}, held: CallName[] = []) => {
    opened = await openSidebar(browser, { ...BASE, ...replies }, held);
    return opened.page;
  };
  const button = (name: string | RegExp) =>
    sidebar.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const text = (words: string | RegExp) => sidebar.page.getByText(words).first();
  const toSchedule = async (report: string) => {
    await button(`More for ${report}`).click();
    await button(`Schedule ${report}`).click();
  };
  /** To the first shop's past; with a press, while a stretch of it is under way. */
  const toPast = async (press?: 'Pause' | 'Cancel') => {
    await button('Shops').click();
    await button('Load older orders of Warung Batik ID').click();
    if (!press) return;
    await sidebar.hold('continueBackfill');
    await button('Load 12,345 orders').click();
    await button(press).click();
    await sidebar.answer({ continueBackfill: [ok(backfill({ done: 9 }))] });
    await sidebar.release('continueBackfill');
  };
  const names = async () => (await sidebar.calls()).map(({ name }) => name);

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    expect(await opened.mostAtOnce()).toBe(1);
    await opened.page.close();
  });
  afterAll(() => browser.close());

  return { sidebar, open, button, text, names, toSchedule, toPast };
}
