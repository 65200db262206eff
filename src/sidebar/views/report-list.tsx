import type { Overview } from '../../shared/api';
import type { HomePage } from '../state/state';
import type { ViewProps } from './app';
import { Icon } from './icon';
import { ReportCard } from './report-card';

/** From so many reports on, looking for one is quicker by its name. */
const MANY = 8;

export function ReportList(props: ViewProps<HomePage> & { overview: Overview }) {
  const { overview, page, send } = props;
  const { reports } = overview;
  if (reports.length === 0) return <p class="quiet">No reports yet. The first one takes a minute.</p>;
  const words = page.search.toLowerCase().trim();
  const found = reports.filter(({ definition, tab }) =>
    `${definition.name} ${tab?.name ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <>
      {reports.length >= MANY && (
        <div class="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Search reports"
            placeholder="Search"
            value={page.search}
            onInput={(event) => send({ type: 'find', text: event.currentTarget.value })}
          />
        </div>
      )}
      {found.length === 0 && <p class="quiet">No report matches “{page.search}”.</p>}
      {found.length > 0 && (
        <ul class="cards" aria-label="Saved reports">
          {found.map((report) => (
            <ReportCard key={report.definition.id} report={report} {...props} />
          ))}
        </ul>
      )}
    </>
  );
}
