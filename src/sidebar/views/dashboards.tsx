import { DASHBOARD_TEXTS, DASHBOARDS } from '../../shared/dashboard';
import type { DashboardsPage } from '../state/state';
import type { ViewProps } from './app';
import { Choice } from './choice';
import { Failure } from './failure';
import { Title } from './title';
import { Waiting } from './waiting';

/** Ready tabs with charts: one click inserts one for the chosen shop. */
export function DashboardsView({ state, page, send }: ViewProps<DashboardsPage>) {
  const shops = state.overview?.shops ?? [];
  const shop = page.shop || shops[0]?.id || '';
  const { insertDashboard } = state.pending;
  return (
    <main class="view" inert={insertDashboard !== undefined}>
      <Title text="Insert dashboard" onBack={() => send({ type: 'home' })} />
      <p>
        A new tab with figures, tables and charts. It follows the shop and the days that you choose in its
        yellow cells.
      </p>
      {!state.overview && <Waiting what="Loading your shops…" />}
      {shops.length > 1 && (
        <Choice
          id="dashboard-shop"
          label="Shop"
          value={shop}
          options={shops.map(({ id, name }) => ({ id, label: name }))}
          onChange={(id) => send({ type: 'dashboardShop', shop: id })}
        />
      )}
      <Failure state={state} of={['overview', 'insertDashboard']} send={send} />
      <ul class="choices">
        {DASHBOARDS.map((dashboard) => {
          const { name, about } = DASHBOARD_TEXTS[dashboard];
          return (
            <li key={dashboard}>
              <button
                type="button"
                class="choice"
                disabled={shop === ''}
                onClick={() => send({ type: 'insertDashboard', dashboard, shop })}
              >
                <span class="grow">
                  <span class="choice-label">{name}</span>
                  <span class="quiet small">{about}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {insertDashboard && <Waiting what="Starting…" />}
      <p class="quiet small">
        The last three months are loaded first, which may take some minutes for a large shop.
      </p>
    </main>
  );
}
