import type { ShopsPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Note } from './note';
import { ShopList } from './shop-list';
import { Title } from './title';
import { Waiting } from './waiting';

export function ShopsView(props: ViewProps<ShopsPage>) {
  const { state, page, send } = props;
  const { overview } = state;
  return (
    <>
      <main class="view">
        <Title text="Shops" />
        {page.notice && <Note tone={page.notice.tone}>{page.notice.text}</Note>}
        <Failure state={state} of={['overview', 'connectionStatus', 'disconnect', 'setUpkeep']} send={send} />
        {overview ? (
          <ShopList overview={overview} {...props} />
        ) : (
          state.pending.overview && <Waiting what="Loading your shops…" />
        )}
      </main>
      {overview && (
        <footer class="bar">
          <Button look="primary" icon="add" onClick={() => send({ type: 'connect' })}>
            {overview.connections.length === 0 ? 'Connect TikTok Shop' : 'Connect another seller'}
          </Button>
        </footer>
      )}
    </>
  );
}
