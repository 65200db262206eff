/** Zones a report may be asked in: UTC, those of its shops, and the one it already has. */
import type { Overview } from '../../shared/api';
import { place } from '../words/place';
import type { Draft } from './draft';

export interface Zone {
  id: string;
  label: string;
}

export function zonesFor(draft: Pick<Draft, 'shops' | 'zone'>, overview: Overview): Zone[] {
  const zones = new Map<string, string>([['UTC', 'UTC']]);
  for (const shop of overview.shops)
    if (draft.shops.includes(shop.id) && !zones.has(shop.zone))
      zones.set(shop.zone, `${place(shop.zone)} – zone of ${shop.name}`);
  if (!zones.has(draft.zone)) zones.set(draft.zone, place(draft.zone));
  return [...zones].map(([id, label]) => ({ id, label }));
}
