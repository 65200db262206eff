/** All that the add-on does beside answering in cells: the entry of a bundle of its own, since no formula needs it. */
import { authCallback, recalculateAll, refreshAll } from '../app/menu';
import { rpc } from '../app/rpc';
import { runSchedule } from '../app/schedule';
import { deps } from '../deps';

export const work = {
  refresh: () => refreshAll(deps()),
  recalculate: () => recalculateAll(deps()),
  /** The page on which TikTok's consent ends. */
  authCallback: (parameter: Record<string, string>) => authCallback(deps(), parameter),
  runSchedule: (triggerId: string | null) => runSchedule(deps(), triggerId),
  rpc: (name: unknown, json: unknown) => rpc(deps(), name, json),
};
