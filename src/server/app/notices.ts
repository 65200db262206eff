import type { Alert } from '../../shared/alert';
import { isoDay, parseDay } from '../../shared/day';
import type { AskedReport } from '../../shared/report';
import { catalog } from '../catalog';
import type { Letter } from '../core/ports';
import { Store } from '../core/store';
import { answerReport, fixedRange } from './answer';
import { withCells } from './cell-values';
import type { Deps } from './deps';
import type { Tally } from './quota';
import { noteAlerted, readReport } from './reports';

const today = (deps: Deps): number => Math.floor(deps.clock.now() / 86_400_000);

/** The last whole day among the report's own; of hours, all of them. */
function lastDay(deps: Deps, report: AskedReport): string {
  const range = fixedRange(deps, report);
  const [, last] = range.split('..').map(parseDay);
  return last === null || last === undefined ? range : isoDay(Math.min(last, today(deps) - 1));
}

/** What an alert looks at, as a report: one line, or one for each currency. */
function watchedBy(deps: Deps, report: AskedReport, { metric, kind }: Alert): AskedReport {
  const { name, shops, range, zone, target, schedule, time, weekStart, rates } = report;
  return {
    name,
    shops,
    zone,
    target,
    schedule,
    ...(time && { time }),
    ...(weekStart && { weekStart }),
    ...(rates && { rates }),
    metrics: [metric],
    dimensions: [],
    // Those by metrics are about the report's lines.
    filters: report.filters.filter(({ field }) => !(field in catalog.metrics)),
    sort: [],
    limit: null,
    range: kind === 'missing' ? lastDay(deps, report) : range,
    ...(kind === 'rises' || kind === 'falls'
      ? { compare: { to: 'previous_period', show: ['percent'] } }
      : {}),
  };
}

/** What a report's alerts need to be loaded. */
export const watchedReports = (deps: Deps, report: AskedReport): AskedReport[] =>
  (report.alerts ?? []).map((alert) => watchedBy(deps, report, alert));

/** After a run: mails what alerts found, once a day at most, and the table of a scheduled run where that is wished. */
export function sendNotices(deps: Deps, reportId: string, by: Tally['by']): void {
  const { definition: saved, alerted } = readReport(deps, reportId);
  const watches = saved.alerts !== undefined && alerted !== today(deps);
  const mails = saved.mail === true && by === 'schedule';
  if (!watches && !mails) return;
  const definition = withCells(deps, saved);
  const { name, alerts = [] } = definition;
  const store = new Store(deps.rows);
  const document = deps.platform.documentName();
  const send = ({ subject, text, html }: Letter) => deps.mail.send(subject, text, html);
  if (watches) {
    const watched = alerts.map((alert) => ({
      alert,
      label: catalog.metrics[alert.metric]?.label ?? alert.metric,
      ...answerReport(deps, store, watchedBy(deps, definition, alert)),
    }));
    const letter = deps.notices().alert(name, watched, document);
    if (letter && send(letter)) noteAlerted(deps, reportId, today(deps));
  }
  if (mails) send(deps.notices().table(name, answerReport(deps, store, definition), document));
}
