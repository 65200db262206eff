/** Up to when the shops' data is stored: the shop that is furthest behind counts. */
import type { ConnectionStatus } from '../../shared/api';
import { moment } from './moment';

export function freshWords(statuses: readonly ConnectionStatus[], today: string): string | null {
  const shops = statuses.flatMap((status) => status.shops);
  const [oldest] = shops
    .flatMap(({ name, synced }) => (synced ? [{ name, synced }] : []))
    .sort((a, b) => (a.synced < b.synced ? -1 : 1));
  if (shops.length === 0) return null;
  if (!oldest) return 'No orders are loaded yet';
  const which = shops.length > 1 ? ` (${oldest.name})` : '';
  return `Fresh since ${moment(oldest.synced, today)}${which}`;
}
