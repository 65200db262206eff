import type { ComponentChildren } from 'preact';
import { lateViews } from '../late';
import type { Send } from '../state/event';
import type { Page, State } from '../state/state';
import { Failure } from './failure';
import { HomeView } from './home';
import { RoundView } from './round';
import { RunView } from './run';
import { Tabs } from './tabs';
import { Title } from './title';
import { Waiting } from './waiting';

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
    case 'round':
      return <RoundView state={state} page={page} send={send} />;
    case 'run':
      return <RunView state={state} page={page} send={send} />;
    default: {
      // Each view takes the page of its own name, which TypeScript can't follow through a table.
      const Late = lateViews()?.[page.at] as ((props: ViewProps<Page>) => ComponentChildren) | undefined;
      return Late ? <Late state={state} page={page} send={send} /> : <Loading state={state} send={send} />;
    }
  }
}

const Loading = ({ state, send }: { state: State; send: Send }) => (
  <main class="view">
    <Title text="One moment" />
    <Failure state={state} of={['views']} send={send} />
    {state.pending.views && <Waiting what="Loading this view…" />}
  </main>
);
