import type { Filter } from './filters';

/** A report. Its days are of the zone, both included. */
export interface Question {
  shops: readonly string[];
  metrics: readonly string[];
  dimensions: readonly string[];
  pivot?: readonly string[];
  first: string;
  last: string;
  zone: string;
  weekStart?: 0 | 6;
  time?: string;
  filters?: readonly Filter[];
  sort?: readonly { field: string; descending: boolean }[];
  limit?: number | null;
  other?: boolean;
  totals?: boolean;
  subtotals?: boolean;
  compare?: { to: string; show: readonly string[] };
  calculations?: readonly { metric: string; kind: string }[];
}
