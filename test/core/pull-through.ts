import { Puller, type PullState } from '../../src/server/core/pull';
import type { TimedEndpoint } from '../../src/server/core/stream';
import type { ParcelServer } from './parcel-server';
import { type Parcel, parcelSearch } from './parcels';
import { steadyRandom, VirtualClock } from './virtual-clock';

/**
 * Pulls to the end, killed after as many rounds as `kills` says each time: what was returned so far is stored, and the
 * next execution goes on from the checkpoint as JSON. Returns the newest form of every record by id.
 */
export function pullThrough(
  server: ParcelServer,
  state: PullState,
  { kills = [], endpoint = parcelSearch }: { kills?: readonly number[]; endpoint?: TimedEndpoint } = {},
): Map<string, Parcel> {
  const stored = new Map<string, Parcel>();
  const deps = { clock: new VirtualClock(), random: steadyRandom };
  let puller = new Puller(endpoint, server, deps, state);
  let left = [...kills];
  let rounds = 0;
  for (let total = 0; !puller.finished; total++) {
    if (total > 3000) throw new Error('the pull does not end');
    for (const record of puller.round() as Parcel[])
      if ((stored.get(record.id)?.updated ?? 0) <= record.updated) stored.set(record.id, record);
    if (++rounds === left[0]) {
      left = left.slice(1);
      rounds = 0;
      puller = new Puller(
        endpoint,
        server,
        deps,
        JSON.parse(JSON.stringify(puller.checkpoint())) as PullState,
      );
    }
  }
  return stored;
}
