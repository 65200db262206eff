import type { Send } from '../state/event';
import type { State } from '../state/state';
import { ActivityView } from './activity';
import { BackfillView } from './backfill';
import { BuildView } from './build';
import { ConnectView } from './connect';
import { HomeView } from './home';
import { MoreView } from './more';
import { RoundView } from './round';
import { RunView } from './run';
import { ScheduleView } from './schedule';
import { ShopsView } from './shops';
import { StorageView } from './storage';
import { Tabs } from './tabs';
import { TransferView } from './transfer';
import { UpkeepView } from './upkeep';

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
      <Tabs page={state.page} send={send} />
      <View state={state} send={send} />
    </>
  );
}

function View({ state, send }: { state: State; send: Send }) {
  const { page } = state;
  switch (page.at) {
    case 'home':
      return <HomeView state={state} page={page} send={send} />;
    case 'shops':
      return <ShopsView state={state} page={page} send={send} />;
    case 'activity':
      return <ActivityView state={state} page={page} send={send} />;
    case 'more':
      return <MoreView state={state} page={page} send={send} />;
    case 'storage':
      return <StorageView state={state} page={page} send={send} />;
    case 'transfer':
      return <TransferView state={state} page={page} send={send} />;
    case 'upkeep':
      return <UpkeepView state={state} page={page} send={send} />;
    case 'backfill':
      return <BackfillView state={state} page={page} send={send} />;
    case 'schedule':
      return <ScheduleView state={state} page={page} send={send} />;
    case 'round':
      return <RoundView state={state} page={page} send={send} />;
    case 'connect':
      return <ConnectView state={state} page={page} send={send} />;
    case 'build':
      return <BuildView state={state} page={page} send={send} />;
    case 'run':
      return <RunView state={state} page={page} send={send} />;
  }
}
