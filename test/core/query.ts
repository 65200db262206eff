import type { Query } from '../../src/server/core/plan';

const DAY = 86_400;

/** A query about some days of 2026 in UTC, as plain as can be but for what is asked. */
export const queryOf = (asked: Partial<Query>): Query => {
  const range = asked.range ?? { since: Date.UTC(2026, 0, 1) / 1000, until: Date.UTC(2027, 0, 1) / 1000 };
  return {
    shops: ['shop'],
    metrics: [],
    dimensions: [],
    pivot: [],
    range,
    days: { since: Math.floor(range.since / DAY), until: Math.ceil(range.until / DAY) },
    now: range.until,
    whole: true,
    zone: 'UTC',
    weekStart: 0,
    time: null,
    filters: [],
    sort: [],
    limit: null,
    other: false,
    totals: false,
    subtotals: false,
    dense: false,
    comparison: null,
    changes: [],
    calculations: [],
    rates: null,
    ...asked,
  };
};
