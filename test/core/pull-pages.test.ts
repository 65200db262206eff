// Lists read whole: every element once, whatever stands between the first page and the last.
import fc from 'fast-check';
import { freshPace } from '../../src/server/core/pace';
import { type Paged, readLists } from '../../src/server/core/pull-pages';
import type { Answer } from '../../src/server/core/reply';
import type { ApiCall } from '../../src/server/core/request';
import { refused } from './parcel-server';
import { steadyRandom, VirtualClock } from './virtual-clock';

const PAGED: Paged = { pageSize: 4, records: 'things', elementId: 'id' };
const FAILURES = ['tiktok_busy', 'tiktok_down', 'network', 'token_expired'] as const;

interface Server {
  /** Ids on each list, by its path. */
  lists: Record<string, number[]>;
  /** An answer in place of a page. */
  refuse?: (call: number) => Answer | null;
  spoil?: (page: Record<string, unknown>, call: ApiCall, count: number) => unknown;
}

function read({ lists, refuse, spoil }: Server, paged = PAGED, taken: readonly string[] = []) {
  const asked: ApiCall[] = [];
  const send = (calls: readonly ApiCall[]): Answer[] =>
    calls.map((call) => {
      const count = asked.push(call);
      const other = refuse?.(count);
      if (other) return other;
      const all = lists[call.path]!;
      const page = paged.pageIn === 'body' ? JSON.parse(call.body ?? '{}') : call.query;
      const start = Number(page.page_token?.slice(1) ?? 0);
      const size = paged.pageSize === 0 ? all.length : Number(page.page_size);
      const data = {
        things: all.slice(start, start + size).map((id) => ({ id: String(id) })),
        next_page_token: start + size < all.length ? `@${start + size}` : '',
        total_count: all.length,
      };
      return { ok: true, data: spoil ? spoil(data, call, count) : data };
    });
  const found = readLists(
    Object.keys(lists).map((path) => ({ method: 'POST', path, query: { kind: 'x' }, body: '{"all":true}' })),
    paged,
    { label: 'things', send, renew: () => undefined },
    freshPace(),
    { clock: new VirtualClock(), random: steadyRandom },
    (code) => taken.includes(code),
  );
  return {
    asked,
    found,
    ids: found.map((list) => list?.elements.map((one) => Number((one as { id: string }).id)) ?? null),
  };
}

test.each([
  ['in the query', PAGED],
  ['in the body', { ...PAGED, pageIn: 'body' as const }],
  ['nowhere, all in one answer', { ...PAGED, pageSize: 0 }],
])('lists of any length come whole and in order, pages %s, through failures that pass', (_where, paged) => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 23 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat({ max: 40 }), fc.constantFrom(...FAILURES)), { maxLength: 6 }),
      (lengths, failures) => {
        const lists = Object.fromEntries(
          lengths.map((length, i) => [`/list/${i}`, Array.from({ length }, (_, id) => id)]),
        );
        const at = new Map(failures);
        const { ids, asked } = read(
          { lists, refuse: (call) => (at.has(call) ? refused(at.get(call)!) : null) },
          paged,
        );
        expect(ids).toEqual(Object.values(lists));
        for (const { query, body } of asked) {
          expect(query['kind']).toBe('x');
          expect(JSON.parse(body ?? '').all).toBe(true);
        }
      },
    ),
  );
});

test('where an element leaves while the list is read, so that another is skipped, the list is read anew', () => {
  const lists = { '/list': [1, 2, 3, 4, 5, 6, 7] };
  const { ids, asked } = read({
    lists,
    spoil(page, _call, count) {
      // The first element goes after the first page: the fifth moves up and is skipped.
      if (count === 1) lists['/list'] = [2, 3, 4, 5, 6, 7];
      return page;
    },
  });
  expect(ids[0]).toEqual([2, 3, 4, 5, 6, 7]);
  expect(asked.length).toBe(4);
});

test('a page that names itself as the next one is no endless list', () => {
  const spoil = (page: Record<string, unknown>) => ({ ...page, next_page_token: '@0' });
  expect(() => read({ lists: { '/list': [1] }, spoil })).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'paging_stuck' }) }),
  );
});

test('what is no list is a broken answer, an absent one is empty', () => {
  expect(() => read({ lists: { '/list': [] }, spoil: () => ({ things: 'none' }) })).toThrow(/properly/);
  expect(read({ lists: { '/list': [] }, spoil: () => ({}) }).ids).toEqual([[]]);
});

test('a refusal that counts as an answer ends its own list only', () => {
  const lists = { '/a': [1], '/b': [2] };
  const { ids } = read({ lists, refuse: (call) => (call === 1 ? refused('out_of_history') : null) }, PAGED, [
    'out_of_history',
  ]);
  expect(ids).toEqual([null, [2]]);
});
