import type { Destination, Send } from '../state/event';
import type { Page } from '../state/state';

const TABS: readonly [Destination, label: string][] = [
  ['home', 'Reports'],
  ['shops', 'Shops'],
  ['activity', 'Activity'],
  ['more', 'More'],
];

/** The main views. Inside a task (building, running, connecting …) there is only the way back. */
export function Tabs({ page, send }: { page: Page; send: Send }) {
  if (!TABS.some(([to]) => to === page.at)) return null;
  return (
    <nav class="tabs" aria-label="Main">
      {TABS.map(([to, label]) => (
        <button
          key={to}
          type="button"
          aria-current={page.at === to ? 'page' : undefined}
          onClick={() => page.at === to || send({ type: 'go', to })}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
