import type { ReadyReport } from '../../../shared/report';

/** Short form: what a ready-made report shows, one line for most. Its id comes from its name. */
export const ready = (
  group: string,
  name: string,
  about: string,
  metrics: string,
  dimensions: string,
  more: Partial<ReadyReport['report']> = {},
): ReadyReport => ({
  id: name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, ''),
  name,
  group,
  about,
  report: {
    metrics: list(metrics),
    dimensions: list(dimensions),
    range: 'last_30_days',
    ...more,
  },
});

const list = (ids: string): string[] => ids.split(' ').filter((id) => id !== '');
