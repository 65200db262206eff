/**
 * Composition root: the only file with Apps Script entry points. Each is an assignment to `global`, from which the
 * build makes a top-level function of the same name and parameters. Nothing here runs a service while loading.
 */

import { texts } from '../shared/problems/entry';
import type { Deps } from './app/deps';
import { formula } from './app/formula';
import { authCallback, MENU, recalculateAll, refreshAll } from './app/menu';
import { rpc } from './app/rpc';
import { runSchedule } from './app/schedule';
import { paths } from './core/normalise';
import { clock, log, random, zones } from './gas/clock';
import { dashboards } from './gas/dashboards';
import { formulaCells } from './gas/formula-cells';
import { http } from './gas/http';
import { inputs } from './gas/inputs';
import { documentLock, userLock } from './gas/lock';
import { logSheet } from './gas/log-sheet';
import { mail } from './gas/mail';
import { notices } from './gas/notices';
import { platform } from './gas/platform';
import { SheetRows } from './gas/rows-sheet';
import { sample } from './gas/sample';
import { sheets } from './gas/sheets';
import { documentState, scriptState, userState } from './gas/state';
import { triggers } from './gas/triggers';
import { views } from './gas/views';
import { words } from './gas/words';

declare const global: Record<string, unknown>;

texts.read = words;
paths.read = words;

const deps = (): Deps => ({
  http,
  clock,
  zones,
  random,
  log,
  documentLock,
  userLock,
  documentState,
  userState,
  scriptState,
  rows: new SheetRows(),
  sheets,
  formulaCells,
  platform,
  triggers,
  mail,
  logSheet,
  inputs,
  sample,
  dashboards,
  notices,
  views,
  words,
});

/**
 * Adds the menu when a spreadsheet is opened.
 * @preserve
 */
global.onOpen = () => {
  platform.addMenu(MENU);
};

/**
 * Adds the menu right after the add-on was installed.
 * @preserve
 */
global.onInstall = () => {
  platform.addMenu(MENU);
};

/**
 * Menu: opens the sidebar.
 * @preserve
 */
global.openSidebar = () => {
  platform.openSidebar('home');
};

/**
 * Menu: opens the sidebar where dashboards are inserted.
 * @preserve
 */
global.insertDashboard = () => {
  platform.openSidebar('dashboards');
};

/**
 * Menu: opens the page with all fields.
 * @preserve
 */
global.openExplorer = () => {
  platform.openExplorer();
};

/**
 * Menu: refreshes every TikTok Shop report of this spreadsheet.
 * @preserve
 */
global.refreshTikTokShop = () => {
  refreshAll(deps());
};

/**
 * Menu: works every formula with TIKTOKSHOP out anew.
 * @preserve
 */
global.recalculateTikTokShop = () => {
  recalculateAll(deps());
};

/**
 * The page on which TikTok's consent ends.
 * @preserve
 */
global.authCallback = (request: { parameter: Record<string, string> }) =>
  HtmlService.createHtmlOutput(authCallback(deps(), request.parameter));

/**
 * The hourly trigger.
 * @preserve
 */
global.runSchedule = (event?: { triggerUid?: unknown }) => {
  const id = event?.triggerUid;
  runSchedule(deps(), typeof id === 'string' ? id : null);
};

/**
 * Every call of the sidebar: a name and JSON in, JSON out.
 * @preserve
 */
global.rpc = (name: string, json: string) => rpc(deps(), name, json);

/**
 * TikTok Shop figures from the data that this spreadsheet holds; refresh a report to bring them up to date.
 *
 * @param {string|Array} metrics What to count, for example "gmv,orders,customers", or cells with such names.
 * @param {string|Array} dimensions What to split by, for example "date" or "date,product_name". Leave empty for one total.
 * @param {string|Array} range Which days: last_30_days, this_month, 2026-01-01..2026-01-31, or two cells with dates.
 * @param {string|Array} filters Conditions such as "order_status!=CANCELLED"; several are separated by semicolons.
 * @param {string|Array} options "shop=My Shop; sort=-gmv; limit=10; pivot=order_status; compare=previous_period; totals; dense; headers=false; tz=Asia/Jakarta; currency=USD; rates=Rates!A2:C", or two columns with names and values.
 * @param {any} version A cell that changes when the answer should be worked out anew, for example TIKTOKSHOP_VERSION.
 * @return {number|string|Array} One value, or a table with a header row.
 * @customfunction
 * @preserve
 */
global.TIKTOKSHOP = (
  metrics: unknown,
  dimensions: unknown,
  range: unknown,
  filters: unknown,
  options: unknown,
  version: unknown,
) => {
  // Only its change matters: Sheets then asks anew.
  void version;
  return formula(deps(), metrics, dimensions, range, filters, options);
};
