import type { ReadyReport } from '../../../shared/report';

/** A ready-made report; its id comes from its name. */
export const readyReport = (
  group: string,
  name: string,
  about: string,
  report: ReadyReport['report'],
): ReadyReport => ({
  id: name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, ''),
  name,
  group,
  about,
  report,
});

/** Short form of most: lists of metrics and dimensions, of the last 30 days. */
export const ready = (
  group: string,
  name: string,
  about: string,
  metrics: string,
  dimensions: string,
  more: Partial<ReadyReport['report']> = {},
): ReadyReport =>
  readyReport(group, name, about, {
    metrics: list(metrics),
    dimensions: list(dimensions),
    range: 'last_30_days',
    ...more,
  });

const list = (ids: string): string[] => ids.split(' ').filter((id) => id !== '');
