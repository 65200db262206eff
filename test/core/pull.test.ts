import fc from 'fast-check';
import { cut, newPull, Puller } from '../../src/server/core/pull';
import { ParcelServer, refused } from './parcel-server';
import { type Parcel, parcelSearch } from './parcels';
import { pullThrough } from './pull-through';
import { steadyRandom, VirtualClock } from './virtual-clock';

const END = 5000;
const GET_SEARCH = { ...parcelSearch, method: 'GET' as const };

/** Parcels with many equal times, as a busy shop has them. */
const worlds = fc
  .array(fc.tuple(fc.nat({ max: END - 1 }), fc.nat({ max: 60 })), { maxLength: 150 })
  .map((list) =>
    list.map(([created, later], i): Parcel => ({ id: String(i), created, updated: created + later })),
  );
/** A few crowded seconds, or hardly a second with less than two. */
const clustered = fc
  .oneof(
    fc.array(fc.constantFrom(0, 7, 7, 7, 2000, END - 1), { maxLength: 90 }),
    fc.array(fc.nat({ max: 60 }), { maxLength: 150 }),
  )
  .map((list) => list.map((created, i): Parcel => ({ id: String(i), created, updated: created })));
const kills = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 });
const ids = (parcels: Iterable<Parcel>) => [...parcels].map(({ id }) => id).sort();
const many = (count: number): Parcel[] =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), created: i, updated: i }));
const pullerOf = (server: ParcelServer, state = newPull(cut('created', 0, END, 1))) =>
  new Puller(parcelSearch, server, { clock: new VirtualClock(), random: steadyRandom }, state);

test('a range is cut into windows that tile it, newest first, none empty', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 20 }),
      (since, length, pieces) => {
        const windows = cut('created', since, since + length, pieces).reverse();
        expect(windows).toHaveLength(Math.min(length, pieces));
        expect(windows[0]!.since).toBe(since);
        expect(windows.at(-1)!.until).toBe(since + length);
        for (let i = 1; i < windows.length; i++) expect(windows[i]!.since).toBe(windows[i - 1]!.until);
        for (const window of windows) expect(window.until).toBeGreaterThan(window.since);
      },
    ),
  );
});

describe.each([
  ['POST', parcelSearch],
  ['GET', GET_SEARCH],
])('by %s', (_method, endpoint) => {
  test('every record of the windows comes, and none from outside, killed and resumed at any round', () => {
    fc.assert(
      fc.property(
        fc.oneof(worlds, clustered),
        fc.constantFrom('created' as const, 'updated' as const),
        fc.nat({ max: END }),
        fc.integer({ min: 1, max: 12 }),
        kills,
        (world, kind, since, pieces, killed) => {
          const state = newPull(cut(kind, since, END, pieces));
          const got = pullThrough(new ParcelServer(world), state, { kills: killed, endpoint });
          const wanted = world.filter((parcel) => parcel[kind] >= since && parcel[kind] < END);
          expect(ids(got.values())).toEqual(since < END ? ids(wanted) : []);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the same holds where pages do not come in the order that was asked for', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 4 }), kills, (world, pieces, killed) => {
        const server = new ParcelServer(world);
        server.order = (a, b) => (Number(a.id) % 7) - (Number(b.id) % 7) || Number(b.id) - Number(a.id);
        const got = pullThrough(server, newPull(cut('created', 0, END, pieces)), { kills: killed, endpoint });
        expect(ids(got.values())).toEqual(ids(world));
      }),
      { numRuns: 100 },
    );
  });
});

test('older records that changed later are asked for by both times', () => {
  const world: Parcel[] = [
    { id: 'old, changed', created: 10, updated: 300 },
    { id: 'old, unchanged', created: 11, updated: 50 },
    { id: 'new', created: 150, updated: 300 },
  ];
  const server = new ParcelServer(world);
  const state = newPull([{ kind: 'updated', since: 100, until: 400, createdBefore: 100 }]);
  expect(ids(pullThrough(server, state).values())).toEqual(['old, changed']);
  expect(server.calls[0]).toEqual({
    method: 'POST',
    path: '/parcel/202601/parcels/search',
    query: { page_size: '10', sort_field: 'updated' },
    body: '{"update_ge":100,"update_lt":400,"create_lt":100}',
  });
});

test('a GET carries its bounds in the query and no body', () => {
  const server = new ParcelServer(many(15));
  pullThrough(server, newPull(cut('created', 0, 100, 1)), { endpoint: GET_SEARCH });
  expect(server.calls).toEqual([
    {
      method: 'GET',
      path: '/parcel/202601/parcels/search',
      query: { page_size: '10', sort_field: 'created', create_ge: '0', create_lt: '100' },
      body: null,
    },
    {
      method: 'GET',
      path: '/parcel/202601/parcels/search',
      query: {
        page_size: '10',
        sort_field: 'created',
        page_token: 'offset=10',
        create_ge: '0',
        create_lt: '100',
      },
      body: null,
    },
  ]);
});

test('a large window is divided once its size is known, so that pages are read side by side', () => {
  const server = new ParcelServer(many(1000));
  const got = pullThrough(server, newPull(cut('created', 0, 1000, 1)));
  expect(got.size).toBe(1000);
  expect(Math.max(...server.rounds)).toBeGreaterThan(8);
  expect(server.rounds.length).toBeLessThan(40);
  // Little is read twice: 100 pages hold all there is.
  expect(server.calls.length).toBeLessThan(150);
});

test('progress counts each record once and tells of how many', () => {
  const puller = pullerOf(new ParcelServer(many(25)), newPull(cut('created', 0, 100, 1)));
  expect(puller.expected).toBeNull();
  puller.round();
  expect([puller.count, puller.expected]).toEqual([10, 25]);
  puller.round();
  puller.round();
  expect([puller.finished, puller.count]).toEqual([true, 25]);
});

test('a second that two pages share is read again when the run ends between them', () => {
  const world = Array.from({ length: 14 }, (_, i): Parcel => {
    const created = Math.min(i, 9);
    return { id: String(i), created, updated: created };
  });
  const got = pullThrough(new ParcelServer(world), newPull(cut('created', 0, 100, 1)), { kills: [1] });
  expect(ids(got.values())).toEqual(ids(world));
});

test('a checkpoint never reaches beyond what has been returned', () => {
  fc.assert(
    fc.property(clustered, fc.integer({ min: 1, max: 5 }), (world, pieces) => {
      const puller = pullerOf(new ParcelServer(world), newPull(cut('created', 0, END, pieces)));
      const returned = new Set<string>();
      while (!puller.finished) {
        for (const record of puller.round() as Parcel[]) returned.add(record.id);
        const { windows } = puller.checkpoint();
        for (const parcel of world)
          if (!returned.has(parcel.id))
            expect(
              windows.some(({ since, until }) => parcel.created >= since && parcel.created < until),
            ).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('an answer without the list is an empty list; anything else in its place is no answer', () => {
  const server = new ParcelServer(many(3));
  server.spoil = () => ({ next_page_token: '' });
  expect(pullThrough(server, newPull(cut('created', 0, END, 1))).size).toBe(0);
  server.spoil = () => ({ parcels: { id: '1' } });
  expect(() => pullerOf(server).round()).toThrow(/does not answer properly/);
});

test('a window with more than TikTok lists at once is halved until it is few enough', () => {
  fc.assert(
    fc.property(worlds, (parcels) => {
      const server = new ParcelServer(parcels);
      const inWindow = (since: number, until: number) =>
        parcels.filter(({ created }) => created >= since && created < until).length;
      let asked: { create_ge: number; create_lt: number } = { create_ge: 0, create_lt: 0 };
      server.before = (call) => {
        asked = JSON.parse(server.calls[call]!.body ?? '{}');
      };
      server.refuse = () =>
        inWindow(asked.create_ge, asked.create_lt) > 20 && asked.create_lt - asked.create_ge > 1
          ? refused('too_many_results')
          : null;
      // The refusal is about the call at hand.
      const send = server.send.bind(server);
      server.send = (calls) => calls.flatMap((call) => send([call]));
      const found = new Set<string>();
      const puller = pullerOf(server);
      while (!puller.finished) for (const record of puller.round()) found.add((record as Parcel).id);
      expect([...found].sort()).toEqual(ids(parcels));
    }),
  );
});

test('where TikTok sorts as it likes, a checkpoint claims nothing of a window before all of it is read', () => {
  const { created } = parcelSearch.windows;
  const unsorted = { ...parcelSearch, windows: { created: { ...created!, order: {} } } };
  fc.assert(
    fc.property(worlds, kills, (parcels, stops) => {
      const server = new ParcelServer(parcels);
      // Some order that says nothing about time, though the first page may look as if it did.
      server.order = (a, b) =>
        a.id.split('').reverse().join('') < b.id.split('').reverse().join('') ? -1 : 1;
      const found = new Set<string>();
      let state = newPull(cut('created', 0, END, 3));
      for (const rounds of [...stops, Number.POSITIVE_INFINITY]) {
        const puller = new Puller(
          unsorted,
          server,
          { clock: new VirtualClock(), random: steadyRandom },
          state,
        );
        for (let i = 0; i < rounds && !puller.finished; i++)
          for (const record of puller.round()) found.add((record as Parcel).id);
        state = puller.checkpoint();
      }
      expect([...found].sort()).toEqual(ids(parcels));
    }),
  );
});

test('a later bound that is itself inside is asked for as the second before', () => {
  const { created } = parcelSearch.windows;
  const inclusive = { ...parcelSearch, windows: { created: { ...created!, inclusive: true as const } } };
  const server = new ParcelServer(many(3));
  new Puller(
    inclusive,
    server,
    { clock: new VirtualClock(), random: steadyRandom },
    newPull(cut('created', 0, 100, 1)),
  ).round();
  expect(JSON.parse(server.calls[0]!.body ?? '')).toMatchObject({ create_ge: 0, create_lt: 99 });
});
