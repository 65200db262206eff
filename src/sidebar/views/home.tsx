import { SAMPLE_SHOP } from '../../shared/sample-shop';
import type { HomePage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { DeleteData } from './delete-data';
import { Failure } from './failure';
import { Note } from './note';
import { ReportCard } from './report-card';
import { ShopList } from './shop-list';
import { Title } from './title';
import { UnfinishedCard } from './unfinished-card';
import { Waiting } from './waiting';
import { Welcome } from './welcome';

const CALLS = [
  'overview',
  'startRun',
  'showTab',
  'deleteReport',
  'disconnect',
  'deleteAllData',
  'cancelRun',
] as const;

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
  if (reports.length === 0 && connections.length === 0 && !unfinished)
    return (
      <main class="view">
        {failure}
        <Welcome hasSample={shops.some((shop) => shop.id === SAMPLE_SHOP)} send={send} />
      </main>
    );
  return (
    <>
      <main class="view">
        <Title text="Reports" />
        {page.notice && <Note tone={page.notice.tone}>{page.notice.text}</Note>}
        {failure}
        {unfinished && <UnfinishedCard run={unfinished} state={state} send={send} />}
        {reports.length === 0 && <p class="quiet">No reports yet. The first one takes a minute.</p>}
        {reports.length > 0 && (
          <ul class="cards" aria-label="Saved reports">
            {reports.map((report) => (
              <ReportCard key={report.definition.id} report={report} {...props} />
            ))}
          </ul>
        )}
        <ShopList overview={overview} {...props} />
        <DeleteData {...props} />
      </main>
      <footer class="bar">
        <Button look="primary" icon="add" onClick={() => send({ type: 'newReport', shops: null })}>
          New report
        </Button>
      </footer>
    </>
  );
}
