import type { ActivityPage } from '../state/state';
import type { ViewProps } from './app';
import { Failure } from './failure';
import { Quota } from './quota';
import { RunLog } from './run-log';
import { Title } from './title';
import { Waiting } from './waiting';

export function ActivityView({ state, send }: ViewProps<ActivityPage>) {
  const { quota, runLog, overview } = state;
  const today = overview?.today ?? '';
  const waits = state.pending.quota || state.pending.runLog;
  return (
    <main class="view">
      <Title text="Activity" />
      <Failure state={state} of={['quota', 'runLog']} send={send} />
      {quota && <Quota quota={quota} today={today} />}
      {runLog && <RunLog lines={runLog} today={today} />}
      {waits && !(quota && runLog) && <Waiting what="Loading the last runs…" />}
    </main>
  );
}
