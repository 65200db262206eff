/** What a new report begins with: one click on Run must already give something worth seeing. */

import type { Catalogue, Overview } from '../../shared/api';
import type { ReadyReport, ReportDefinition } from '../../shared/report';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { type Draft, draftOf, IN_A_NEW_TAB } from './draft';

const METRICS = ['gmv', 'orders', 'customers'];
const DIMENSIONS = ['date'];

export function firstDraft(overview: Overview, catalogue: Catalogue, shops: string[] | null): Draft {
  const known = (ids: string[]) => ids.filter((id) => catalogue.fields.some((field) => field.id === id));
  return {
    name: freeName('Sales by day', overview),
    shops: shops ?? likelyShops(overview),
    metrics: known(METRICS),
    dimensions: known(DIMENSIONS),
    pivot: [],
    range: { preset: 'last_30_days', from: '', to: '' },
    zone: 'UTC',
    filters: [],
    sorts: [],
    limit: '',
    compare: { preset: '', from: '', to: '', show: ['value', 'percent'] },
    alerts: [],
    options: {},
    target: IN_A_NEW_TAB,
    write: 'replace',
    kept: {},
  };
}

/** A draft with a ready-made report in it: shops, zone and where it goes stay. */
export function readyDraft(
  { name, report }: ReadyReport,
  { shops, zone, target, write, kept }: Draft,
  overview: Overview,
): Draft {
  const filled = draftOf({
    zone,
    filters: [],
    sort: [],
    limit: null,
    target: { kind: 'new' },
    schedule: 'none',
    ...report,
    name: freeName(name, overview),
    shops,
  });
  return { ...filled, target, write, kept };
}

/** The first real shop: several together may have several currencies, which is for the user to decide. */
function likelyShops(overview: Overview): string[] {
  const shop = overview.shops.find(({ id }) => id !== SAMPLE_SHOP) ?? overview.shops[0];
  return shop ? [shop.id] : [];
}

/** A copy has a name and a tab of its own, and nobody is to refresh it yet. */
export function copyOf({ id: _, ...definition }: ReportDefinition, overview: Overview): Draft {
  const name = freeName(`Copy of ${definition.name}`, overview);
  return draftOf({ ...definition, name, target: { kind: 'new' }, schedule: 'none' });
}

function freeName(name: string, { reports }: Overview): string {
  const taken = reports.map(({ definition }) => definition.name);
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
