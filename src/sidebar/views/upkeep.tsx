import type { UpkeepPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Note } from './note';
import { Title } from './title';

/** The one question after connecting. */
export function UpkeepView({ state, page, send }: ViewProps<UpkeepPage>) {
  const names =
    state.overview?.shops.filter(({ id }) => page.shops.includes(id)).map(({ name }) => name) ?? [];
  const busy = state.pending.setUpkeep !== undefined;
  return (
    <main class="view">
      <Title text="Load your orders" />
      <Note tone="good">{page.text}</Note>
      <p>
        Load the last three months of <strong>{names.join(', ')}</strong> now, and fetch what is new every
        day?
      </p>
      <Failure state={state} of={['setUpkeep']} send={send} />
      <div class="actions stacked">
        <Button look="primary" busy={busy} onClick={() => send({ type: 'acceptUpkeep' })}>
          {busy ? 'Starting…' : 'Load and keep fresh'}
        </Button>
        <Button look="text" disabled={busy} onClick={() => send({ type: 'home' })}>
          Not now
        </Button>
      </div>
      <p class="quiet small">
        It runs in your own Google account, also while this file is closed. You can switch it off under Shops
        at any time; otherwise orders are loaded when a report needs them.
      </p>
    </main>
  );
}
