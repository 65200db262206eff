import { DASHBOARD_TEXTS, type DashboardId } from '../../shared/dashboard';
import type { Dashboards } from '../core/ports';
import { content } from './content';
import { drawingOf } from './drawing';
import { DAYS, type Layout, queriesOf, tableOf } from './layout';
import { overview } from './overview';
import { payouts } from './payouts';
import { products } from './products';
import { returns } from './returns';
import { drawTab } from './tab';

const LAYOUTS: Record<DashboardId, Layout> = { overview, products, returns, payouts, content };

/** Dashboards, and how they are drawn: the entry of a bundle of its own, since only runs of dashboards need it. */
export const dashboards: Dashboards = {
  name: (id) => DASHBOARD_TEXTS[id].name,
  days: DAYS,
  tables: (id) => queriesOf(LAYOUTS[id]).map(tableOf),
  draw(tab, id, facts) {
    drawTab(tab.sheetId, () => drawingOf(DASHBOARD_TEXTS[id].name, LAYOUTS[id], facts()));
  },
};
