/**
 * Composition root: the only file with Apps Script entry points. Each is an assignment to `global`, from which the
 * build makes a top-level function of the same name and parameters. Nothing here runs a service while loading.
 */

import { isIdle } from './app/idle';
import { MENU } from './app/menu-items';
import { deps } from './deps';
import { answerCell } from './formula/entry';
import { late } from './gas/late';
import { platform } from './gas/platform';
import type { work as Work } from './work/entry';

declare const global: Record<string, unknown>;

/** All but formulas, which the build puts into Work.html. */
const work = late<typeof Work>('Work');

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
  work().refresh();
};

/**
 * Menu: works every formula with TIKTOKSHOP out anew.
 * @preserve
 */
global.recalculateTikTokShop = () => {
  work().recalculate();
};

/**
 * The page on which TikTok's consent ends.
 * @preserve
 */
global.authCallback = (request: { parameter: Record<string, string> }) =>
  HtmlService.createHtmlOutput(work().authCallback(request.parameter));

/**
 * The hourly trigger.
 * @preserve
 */
global.runSchedule = (event?: { triggerUid?: unknown }) => {
  if (isIdle(deps())) return;
  const id = event?.triggerUid;
  work().runSchedule(typeof id === 'string' ? id : null);
};

/**
 * Every call of the sidebar: a name and JSON in, JSON out.
 * @preserve
 */
global.rpc = (name: string, json: string) => work().rpc(name, json);

/**
 * TikTok Shop figures from the data that this spreadsheet holds; refresh a report to bring them up to date.
 *
 * @param {string|Array} metrics What to count, for example "gmv,orders,customers", or cells with such names.
 * @param {string|Array} dimensions What to split by, for example "date" or "date,product_name". Leave empty for one total.
 * @param {string|Array} range Which days: last_30_days, this_month, 2026-01-01..2026-01-31, or two cells with dates.
 * @param {string|Array} filters Conditions such as "order_status!=CANCELLED"; several are separated by semicolons.
 * @param {string|Array} options Such as "shop=My Shop; sort=-gmv; limit=10; other; pivot=order_status; totals; subtotals; dense; compare=previous_period; show=percent; share=gmv; running=gmv; rank=gmv; time=create_time; week=sunday; tz=Asia/Jakarta; currency=USD; rates=Rates!A2:C; headers=false", or two columns with names and values.
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
  return answerCell(metrics, dimensions, range, filters, options);
};
