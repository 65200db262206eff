import type { RunResult } from '../../shared/api';
import type { DashboardId } from '../../shared/dashboard';
import { ProblemError } from '../../shared/problem';
import type { AskedReport, ReportDefinition } from '../../shared/report';
import { gridOf } from '../core/grid';
import type { Store } from '../core/store';
import { answerReport } from './answer';
import type { Deps } from './deps';
import { askedReport } from './formula';
import { readOptions } from './formula-options';
import { shopFacts, userShops } from './shops';
import { versionText } from './version';

/** Loaded for a dashboard: the longest range that its list offers, and the period before it. */
const LOADED = 'last_95_days_to_date';
/** Cells that are kept free for a dashboard. */
const SIZE = { rows: 1000, columns: 60 };

/** A dashboard of a shop, as a report to be saved. Throws ProblemError `unknown_shop`. */
export function newDashboard(deps: Deps, dashboard: DashboardId, shop: string): ReportDefinition {
  const shops = userShops(deps);
  const found = shops.find(({ id }) => id === shop);
  if (!found) throw new ProblemError('unknown_shop', { shop, known: shops.map(({ id }) => id).join(', ') });
  const { name, tables } = deps.dashboards();
  return {
    ...askedReport(tables(dashboard)[0]?.metrics, '', ''),
    name: name(dashboard),
    shops: [shop],
    range: LOADED,
    zone: found.zone,
    dashboard,
  };
}

/** The tables of a dashboard as reports of its shops, as its formulas would ask first. */
const shownTables = (deps: Deps, { dashboard, shops, zone }: AskedReport): AskedReport[] => {
  const { tables, days } = deps.dashboards();
  return tables(dashboard as DashboardId).map(({ metrics, dimensions, filters, options }) => ({
    ...askedReport(metrics, dimensions, filters),
    ...readOptions(deps, options).report,
    shops,
    range: days,
    zone,
  }));
};

/** The same over all days that are loaded for it, which hold what is compared to. */
export const tablesOf = (deps: Deps, definition: AskedReport): AskedReport[] =>
  shownTables(deps, definition).map(({ compare: _, ...table }) => ({ ...table, range: definition.range }));

/** Draws the tab of a dashboard, unless that is done: its formulas then follow what is stored. */
export function drawDashboard(deps: Deps, store: Store, definition: AskedReport & { id: string }): RunResult {
  const { id, name, zone } = definition;
  const dashboard = definition.dashboard as DashboardId;
  const shops = shopFacts(deps, store, definition.shops);
  const tab = deps.sheets.claim(id, name, SIZE);
  deps.formulaCells.makeVersion(versionText(deps));
  deps.dashboards().draw(tab, dashboard, () => ({
    shops: shops.map(({ id: shop, name: called }) => (/[,;]/.test(called) ? shop : called)),
    zone,
    formats: shownTables(deps, { ...definition, shops: definition.shops.slice(0, 1) }).map((table) =>
      gridOf(answerReport(deps, store, table), () => '').columns.map(({ format }) => format),
    ),
  }));
  return { sheetId: tab.sheetId, sheetName: tab.name, rows: 0, columns: 0, notes: [] };
}
