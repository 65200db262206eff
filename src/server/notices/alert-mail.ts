import type { Alert } from '../../shared/alert';
import type { Letter, Watched } from '../core/ports';
import { escaped, page, plain } from './letter';

const number = (text: unknown): number | null =>
  text === null || text === undefined || text === '' ? null : Number(text);

/** What an alert found in each line of its answer (a line for each currency), as sentences. */
function findings({ alert, label, columns, rows }: Watched): string[] {
  const at = columns.findIndex(({ id }) => id === alert.metric);
  const unit = (row: Watched['rows'][number]) => {
    const currency = columns[at]?.currency ?? row[columns.findIndex(({ id }) => id === 'currency')];
    return currency ? ` ${currency}` : '';
  };
  if (alert.kind === 'missing')
    return rows.some((row) => Number(row[at] ?? 0) !== 0) ? [] : [`${label}: nothing on the last day.`];
  return rows.flatMap((row) => {
    const value = number(row[at]);
    // A change stands beside what it is the change of.
    const change = number(row[at + 1]);
    return value === null ? [] : crossed(alert, value, change).map((what) => `${label}${what}${unit(row)}.`);
  });
}

/** How a bound is crossed, if it is. */
function crossed(alert: Exclude<Alert, { kind: 'missing' }>, value: number, change: number | null): string[] {
  switch (alert.kind) {
    case 'above':
      return value > alert.value ? [` is above ${alert.value}: ${value}`] : [];
    case 'below':
      return value < alert.value ? [` is below ${alert.value}: ${value}`] : [];
    default: {
      const percent = change === null ? null : Math.round(change * 1000) / 10;
      const far = percent !== null && (alert.kind === 'rises' ? percent : -percent) > alert.value;
      return far
        ? [` ${percent > 0 ? 'rose' : 'fell'} by ${Math.abs(percent)} % against the period before: ${value}`]
        : [];
    }
  }
}

/** The mail about what alerts found; null where all is as it should be. */
export function alertLetter(report: string, watched: readonly Watched[], document: string): Letter | null {
  const lines = watched.flatMap(findings);
  if (lines.length === 0) return null;
  const end = `In the spreadsheet ${document}. You get at most one such mail a day for this report.`;
  return {
    subject: plain(`TikTok Shop alert: ${report}`),
    text: `${report}\n\n${lines.join('\n')}\n\n${end}\n`,
    html: page(report, `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`, end),
  };
}
