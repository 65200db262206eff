import { SAMPLE_SHOP } from '../../shared/sample-shop';
import type { HomePage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { FileStatus } from './file-status';
import { Note } from './note';
import { ReportList } from './report-list';
import { Title } from './title';
import { UnfinishedCard } from './unfinished-card';
import { Waiting } from './waiting';
import { Welcome } from './welcome';

const CALLS = ['overview', 'connectionStatus', 'startRun', 'showTab', 'deleteReport', 'cancelRun'] as const;

export function HomeView(props: ViewProps<HomePage>) {
  const { state, page, send } = props;
  const { overview } = state;
  const failure = <Failure state={state} of={[...CALLS]} send={send} />;
  if (!overview)
    return (
      <main class="view">
        <Title text="Reports" />
        {failure}
        {state.pending.overview && <Waiting what="Loading your reports and shops…" />}
      </main>
    );
  const { reports, connections, shops, unfinished } = overview;
  const notice = page.notice && <Note tone={page.notice.tone}>{page.notice.text}</Note>;
  if (reports.length === 0 && connections.length === 0 && !unfinished)
    return (
      <main class="view">
        {notice}
        {failure}
        <Welcome hasSample={shops.some((shop) => shop.id === SAMPLE_SHOP)} send={send} />
      </main>
    );
  return (
    <>
      <main class="view">
        <Title text="Reports">
          {reports.length > 1 && (
            <Button
              look="text"
              icon="refresh"
              busy={state.round !== null}
              disabled={state.pending.startRun !== undefined}
              onClick={() => send({ type: 'refreshAll' })}
            >
              Refresh all
            </Button>
          )}
        </Title>
        {notice}
        {failure}
        {unfinished && <UnfinishedCard run={unfinished} state={state} send={send} />}
        <FileStatus overview={overview} state={state} send={send} />
        <ReportList overview={overview} {...props} />
      </main>
      <footer class="bar">
        <Button look="primary" icon="add" onClick={() => send({ type: 'newReport', shops: null })}>
          New report
        </Button>
        {connections.length === 0 ? (
          <Button look="text" onClick={() => send({ type: 'connect' })}>
            Connect a shop
          </Button>
        ) : (
          <Button look="text" onClick={() => send({ type: 'go', to: 'dashboards' })}>
            Insert dashboard
          </Button>
        )}
      </footer>
    </>
  );
}
