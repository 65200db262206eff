// Lists read whole from the wire: objects in place of lists, and lists that are too long for one search.
import { freshPace } from '../../src/server/core/pace';
import { readCut, readLists } from '../../src/server/core/pull-pages';
import type { Answer } from '../../src/server/core/reply';
import type { ApiCall } from '../../src/server/core/request';
import { steadyRandom, VirtualClock } from './virtual-clock';

const deps = () => ({ clock: new VirtualClock(Date.UTC(2026, 2, 22)), random: steadyRandom });
const call = (body: object = {}): ApiCall => ({
  method: 'POST',
  path: '/things',
  query: {},
  body: JSON.stringify(body),
});
const paged = { pageSize: 0, records: 'things', elementId: 'id' };
const transport = (answer: (call: ApiCall) => Answer) => ({
  label: 'a shop',
  send: (calls: readonly ApiCall[]) => calls.map(answer),
  renew: () => undefined,
});
const good = (data: unknown): Answer => ({ ok: true, data, request: '' }) as Answer;
const refused = {
  ok: false,
  code: 'too_many_results',
  detail: '',
  request: '',
  retryAfterMs: null,
} as Answer;

test('an object in the place of a list is a list of itself; a text there is no answer', () => {
  const read = (things: unknown) =>
    readLists(
      [call()],
      paged,
      transport(() => good({ things })),
      freshPace(),
      deps(),
    )[0]?.elements;
  expect(read({ id: 'a' })).toEqual([{ id: 'a' }]);
  expect(read(undefined)).toEqual([]);
  expect(() => read('a')).toThrow(/things is no list/);
});

describe('a list that is too long for one search', () => {
  /** Things of these seconds, of which a search gives at most three. */
  const shelf = (times: readonly number[]) => {
    let calls = 0;
    const server = transport(({ body }) => {
      calls++;
      const { ge = 0, le = 1e9 } = JSON.parse(String(body)) as { ge?: number; le?: number };
      const things = times
        .filter((time) => time >= ge && time <= le)
        .map((time, i) => ({ id: `${time} ${i}` }));
      return things.length > 3 ? refused : good({ things });
    });
    const read = () =>
      readCut(
        (part) => call(part ? { ge: part[0], le: part[1] - 1 } : {}),
        [100, 200],
        paged,
        server,
        freshPace(),
        deps(),
      );
    return { read, calls: () => calls };
  };

  test('comes in one call where it is short', () => {
    const { read, calls } = shelf([100, 120, 199]);
    expect(read()).toHaveLength(3);
    expect(calls()).toBe(1);
  });

  test('is cut by its times until each part is short enough, and nothing is lost or doubled', () => {
    const times = [100, 101, 101, 102, 103, 150, 150, 151, 152, 153, 154, 198, 199];
    const { read } = shelf(times);
    const found = read().map((one) => Number(String((one as { id: string }).id).split(' ')[0]));
    expect(found.sort((a, b) => a - b)).toEqual(times);
  });

  test('is refused where one second holds too many', () => {
    expect(() => shelf([150, 150, 150, 150]).read()).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'too_many_results' }) }),
    );
  });
});
