import type { Send } from '../state/event';
import type { State } from '../state/state';
import { BuildView } from './build';
import { ConnectView } from './connect';
import { HomeView } from './home';
import { RunView } from './run';

export interface ViewProps<P> {
  state: State;
  page: P;
  send: Send;
}

export function App({ state, send }: { state: State; send: Send }) {
  const waits = Object.keys(state.pending).length > 0;
  return (
    <>
      <div class={waits ? 'working on' : 'working'} aria-hidden="true" />
      <div class="unseen" role="status" aria-live="polite">
        {state.said}
      </div>
      <View state={state} send={send} />
    </>
  );
}

function View({ state, send }: { state: State; send: Send }) {
  const { page } = state;
  switch (page.at) {
    case 'home':
      return <HomeView state={state} page={page} send={send} />;
    case 'connect':
      return <ConnectView state={state} page={page} send={send} />;
    case 'build':
      return <BuildView state={state} page={page} send={send} />;
    case 'run':
      return <RunView state={state} page={page} send={send} />;
  }
}
