// Lists that change while they are read, and services that lose the thread.
import fc from 'fast-check';
import { cut, newPull } from '../../src/server/core/pull';
import { ProblemError } from '../../src/shared/problem';
import { ParcelServer } from './parcel-server';
import type { Parcel } from './parcels';
import { pullThrough } from './pull-through';

const END = 5000;
const many = (count: number): Parcel[] =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), created: i, updated: i }));
const windows = () => newPull(cut('updated', 0, END, 1));
const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
};

test('a record that moves on while the pages are read makes none of the others slip through, killed or not', () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 119 })), { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      changes,
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (count, changed, kills, pieces) => {
        const server = new ParcelServer(many(count));
        const moved = new Set<string>();
        server.before = (call) => {
          for (const [when, which] of changed) {
            const parcel = server.parcels[which % count]!;
            if (when !== call || moved.has(parcel.id)) continue;
            // It leaves the closed window; the next pull has it.
            parcel.updated = END + call;
            moved.add(parcel.id);
          }
        };
        const got = pullThrough(server, newPull(cut('updated', 0, END, pieces)), { kills });
        const missing = server.parcels.filter(({ id }) => !moved.has(id) && !got.has(id));
        expect(missing).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test('pages that do not add up to the total are read again, twice at most', () => {
  const server = new ParcelServer(many(25));
  server.spoil = (page) => ({ ...page, total_count: 26 });
  expect(pullThrough(server, windows()).size).toBe(25);
  expect(server.calls).toHaveLength(3 * 3);
});

test('a total that is not told costs nothing', () => {
  const server = new ParcelServer(many(25));
  server.spoil = ({ total_count: _, ...page }) => page;
  expect(pullThrough(server, windows()).size).toBe(25);
  expect(server.calls).toHaveLength(3);
});

test('a short page in between is made good by reading the window again', () => {
  const server = new ParcelServer(many(45));
  let spoilt = false;
  server.spoil = (page, call) => {
    if (spoilt || call.query['page_token'] !== 'offset=20') return page;
    spoilt = true;
    return { ...page, parcels: (page['parcels'] as Parcel[]).slice(0, 4) };
  };
  expect(pullThrough(server, windows()).size).toBe(45);
});

describe('a service that loses the thread is given up in few calls, with its name', () => {
  test.each<[string, (page: Record<string, unknown>) => unknown]>([
    ['repeats a token', (page) => ({ ...page, next_page_token: 'offset=10' })],
    [
      'repeats a page under ever new tokens',
      (page) => ({ ...page, parcels: [many(1)[0]], next_page_token: `offset=${Math.random()}` }),
    ],
    [
      'sends empty pages under ever new tokens',
      (page) => ({ ...page, parcels: [], next_page_token: `offset=${Math.random()}` }),
    ],
  ])('%s', (_what, spoil) => {
    const server = new ParcelServer(many(25));
    server.spoil = spoil;
    expect(codeOf(() => pullThrough(server, windows()))).toBe('paging_stuck');
    expect(server.calls.length).toBeLessThan(1000);
  });
});

test('an empty page now and then is no reason to give up', () => {
  const server = new ParcelServer(many(95));
  server.spoil = (page, { query }) => {
    const start = Number(query['page_token']?.slice(7) ?? 0);
    return start % 20 === 10 ? { ...page, parcels: [], next_page_token: `offset=${start + 0.5}` } : page;
  };
  expect(codeOf(() => pullThrough(server, windows()))).toBeNull();
});

test('a token repeated once by mistake is made good by reading the window again', () => {
  const server = new ParcelServer(many(45));
  let spoilt = false;
  server.spoil = (page, call) => {
    if (spoilt || call.query['page_token'] !== 'offset=20') return page;
    spoilt = true;
    return { ...page, next_page_token: 'offset=20' };
  };
  expect(pullThrough(server, windows()).size).toBe(45);
});
