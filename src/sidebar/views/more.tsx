import type { Destination } from '../state/event';
import type { MorePage } from '../state/state';
import type { ViewProps } from './app';
import { DeleteData } from './delete-data';
import { Failure } from './failure';
import { Help } from './help';
import { Icon } from './icon';
import { Title } from './title';

/** What opens beside the sidebar, since it needs room. */
const EXPLORER = { label: 'Fields and formulas', about: 'Every metric and dimension, and how to use it' };

const PLACES: readonly { to: Destination; label: string; about: string }[] = [
  { to: 'dashboards', label: 'Insert dashboard', about: 'A tab with charts, ready to use' },
  { to: 'storage', label: 'Stored data', about: 'How much this file holds, and less of it' },
  { to: 'transfer', label: 'Export and import', about: 'Reports as text, for another file' },
];

export const MoreView = (props: ViewProps<MorePage>) => (
  <main class="view">
    <Title text="More" />
    <Failure state={props.state} of={['deleteAllData', 'openExplorer']} send={props.send} />
    <ul class="choices">
      <li>
        <button type="button" class="choice" onClick={() => props.send({ type: 'explore' })}>
          <span class="grow">
            <span class="choice-label">{EXPLORER.label}</span>
            <span class="quiet small">{EXPLORER.about}</span>
          </span>
          <Icon name="open" />
        </button>
      </li>
      {PLACES.map(({ to, label, about }) => (
        <li key={to}>
          <button type="button" class="choice" onClick={() => props.send({ type: 'go', to })}>
            <span class="grow">
              <span class="choice-label">{label}</span>
              <span class="quiet small">{about}</span>
            </span>
            <Icon name="chevron" />
          </button>
        </li>
      ))}
    </ul>
    <Help />
    <DeleteData {...props} />
  </main>
);
