// Records that have a list of their own each, asked for one by one after each page.
import { cut, newPull, Puller, type PullState } from '../../src/server/core/pull';
import type { Answer } from '../../src/server/core/reply';
import type { ApiCall } from '../../src/server/core/request';
import type { TimedEndpoint } from '../../src/server/core/stream';
import { ParcelServer } from './parcel-server';
import { type Parcel, parcelSearch } from './parcels';
import { steadyRandom, VirtualClock } from './virtual-clock';

const endpoint: TimedEndpoint = {
  ...parcelSearch,
  detail: {
    path: '/parcel/202601/parcels/{id}/things',
    query: { sort_field: 'id' },
    pageSize: 2,
    records: 'things',
    as: 'things',
    elementId: 'id',
  },
};

/** Each parcel has as many things as its number says. */
class ThingServer extends ParcelServer {
  asked = 0;
  /** Calls for things that are refused. */
  broken: (call: number) => boolean = () => false;

  override send(calls: readonly ApiCall[]): Answer[] {
    return calls.map((call) => {
      const id = /parcels\/(\d+)\/things/.exec(call.path)?.[1];
      if (id === undefined) return super.send([call])[0]!;
      if (this.broken(this.asked++))
        return { ok: false, code: 'missing_scope', detail: '', request: '', retryAfterMs: null };
      const all = Array.from({ length: Number(id) }, (_, i) => ({ id: `${id}-${i}`, price: '1' }));
      const start = Number(call.query['page_token'] ?? 0);
      const data = {
        things: all.slice(start, start + 2),
        next_page_token: start + 2 < all.length ? String(start + 2) : '',
        total_count: all.length,
      };
      return { ok: true, data };
    });
  }
}

const parcels = Array.from({ length: 25 }, (_, i): Parcel => ({ id: String(i), created: i, updated: i }));
const deps = { clock: new VirtualClock(), random: steadyRandom };
const whole = () => newPull(cut('created', 0, 100, 1));

function pulled(puller: Puller): Map<string, number> {
  const found = new Map<string, number>();
  while (!puller.finished)
    for (const { id, things = [] } of puller.round() as Parcel[]) found.set(id, things.length);
  return found;
}
const expected = new Map(parcels.map(({ id }) => [id, Number(id)]));

test('every record comes with its whole list', () => {
  expect(pulled(new Puller(endpoint, new ThingServer(parcels), deps, whole()))).toEqual(expected);
});

test('a page whose lists fail does not count as read: whoever goes on gets its records', () => {
  // Wherever it breaks, on the first page, in the middle, or on the last.
  for (const breaks of [0, 7, 60, 150, 156]) {
    const server = new ThingServer(parcels);
    server.broken = (call) => call === breaks;
    let puller = new Puller(endpoint, server, deps, whole());
    const found = new Map<string, number>();
    let failures = 0;
    while (!puller.finished) {
      try {
        for (const { id, things = [] } of puller.round() as Parcel[]) found.set(id, things.length);
      } catch {
        failures++;
        const state = JSON.parse(JSON.stringify(puller.checkpoint())) as PullState;
        puller = new Puller(endpoint, server, deps, state);
      }
    }
    expect(failures).toBe(1);
    expect(found).toEqual(expected);
  }
});
