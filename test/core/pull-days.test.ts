// Figures by day from the wire: what is asked, what counts, and where history ends.
import { DayPuller, type DayWindow, dayWindows } from '../../src/server/core/pull-days';
import type { Answer } from '../../src/server/core/reply';
import type { ApiCall } from '../../src/server/core/request';
import type { DailyEndpoint, DayRecord } from '../../src/server/core/stream';
import { isoDay, parseDay } from '../../src/shared/day';
import { steadyRandom, VirtualClock } from './virtual-clock';

const LATEST = parseDay('2026-03-20')!;
const NOW = Date.UTC(2026, 2, 22, 10);

const weather: DailyEndpoint = {
  kind: 'daily',
  id: 'weather',
  method: 'GET',
  path: '/weather/202601/days',
  shopCipher: true,
  scope: 'weather.read',
  scopeLabel: 'weather',
  pageSize: 0,
  records: 'report.days',
  idPath: 'day',
  since: 'start_date_ge',
  until: 'end_date_lt',
  query: { granularity: '1D' },
  dayPath: 'start_date',
  latestPath: 'latest_available_date',
  most: 60,
  settling: 3,
  docs: '',
};

/** A server with figures from `oldest` to `latest`; `strange` answers some calls otherwise. */
function server({
  oldest = 0,
  latest = LATEST,
  strange,
}: {
  oldest?: number;
  latest?: number;
  strange?: (since: number) => Answer | null;
} = {}) {
  const asked: DayWindow[] = [];
  const bad = (detail: string): Answer => ({
    ok: false,
    code: 'out_of_history',
    detail,
    request: '',
    retryAfterMs: null,
  });
  const send = (calls: readonly ApiCall[]): Answer[] =>
    calls.map(({ query }) => {
      const since = parseDay(query['start_date_ge']!)!;
      const until = parseDay(query['end_date_lt']!)!;
      expect(query['granularity']).toBe('1D');
      expect(until - since).toBeLessThanOrEqual(60);
      asked.push([since, until]);
      const other = strange?.(since);
      if (other) return other;
      if (since < oldest) return bad('start time or end time is invalid');
      const days = [];
      for (let day = since; day < until && day <= latest + 3; day++)
        // The day before the last one has no element: TikTok says nothing of it.
        if (day !== latest - 1) days.push({ start_date: isoDay(day), rain: day <= latest ? 10 : 4 });
      const told = { latest_available_date: isoDay(latest) };
      return { ok: true, data: days.length > 0 ? { ...told, report: { days } } : told };
    });
  return { asked, transport: { label: 'the weather', send, renew: () => undefined } };
}

function read(stretches: DayWindow[], from: ReturnType<typeof server>, change: Partial<DailyEndpoint> = {}) {
  const clock = new VirtualClock(NOW);
  const puller = new DayPuller(
    { ...weather, ...change },
    from.transport,
    { clock, random: steadyRandom },
    stretches,
  );
  const records: DayRecord[] = [];
  while (!puller.finished) records.push(...puller.round());
  records.sort((a, b) => a.day - b.day);
  return { records, latest: puller.latest, oldest: puller.oldest };
}

test('ranges longer than TikTok allows are asked for in pieces, newest first', () => {
  expect(
    dayWindows(
      [
        [0, 130],
        [200, 210],
      ],
      60,
    ),
  ).toEqual([
    [200, 210],
    [70, 130],
    [10, 70],
    [0, 10],
  ]);
});

test('every day up to the last published one is a record, also where nothing is listed; parts of later days are not', () => {
  const { records, latest, oldest } = read([[LATEST - 99, LATEST + 3]], server());
  expect(records.map(({ day }) => day / 86_400)).toEqual(
    Array.from({ length: 100 }, (_, i) => LATEST - 99 + i),
  );
  expect(records.at(-1)).toEqual({
    day: LATEST * 86_400,
    readAt: NOW / 1000,
    list: [{ start_date: '2026-03-20', rain: 10 }],
  });
  expect(records.at(-2)).toEqual({ day: (LATEST - 1) * 86_400, readAt: NOW / 1000, list: [] });
  expect({ latest, oldest }).toEqual({ latest: LATEST, oldest: null });
});

test('the end of history is found to the day, and nothing before it is asked for again and again', () => {
  const from = server({ oldest: LATEST - 100 });
  const { records, oldest } = read([[LATEST - 700, LATEST + 1]], from);
  expect(records.map(({ day }) => day / 86_400)).toEqual(
    Array.from({ length: 101 }, (_, i) => LATEST - 100 + i),
  );
  expect(oldest).toBe(LATEST - 100);
  expect(from.asked.length).toBeLessThan(30);
});

test('a window that is refused for a day that has not begun loses that day, and nothing of the past', () => {
  const today = Math.floor(NOW / 86_400_000);
  const from = server({ latest: today - 1 });
  const refusing: Pick<typeof from, 'asked' | 'transport'> = {
    asked: from.asked,
    transport: {
      ...from.transport,
      send: (calls) =>
        calls.map((call) =>
          (parseDay(call.query['end_date_lt']!) ?? 0) > today
            ? {
                ok: false,
                code: 'out_of_history',
                detail: 'end time is invalid',
                request: '',
                retryAfterMs: null,
              }
            : (from.transport.send([call])[0] as Answer),
        ),
    },
  };
  for (const most of [60, 1]) {
    const { records, oldest } = read([[today - 9, today + 2]], refusing, { most });
    expect(records.map(({ day }) => day / 86_400)).toEqual(
      Array.from({ length: 9 }, (_, i) => today - 9 + i),
    );
    expect(oldest).toBeNull();
  }
});

test('of days asked for one by one, those after the last one that TikTok names are not asked for', () => {
  const from = server();
  const { records } = read([[LATEST - 30, LATEST + 30]], from, { most: 1 });
  expect(records).toHaveLength(31);
  expect(from.asked.filter(([since]) => since > LATEST).length).toBeLessThan(10);
});

test('elements that have something more are asked for it, and it says whose it is', () => {
  const from = server({
    strange: () => ({
      ok: true,
      data: {
        latest_available_date: isoDay(LATEST),
        report: { days: [{ id: 'a', storm: {}, start_date: '2026-03-20' }, { id: 'b' }] },
      },
    }),
  });
  const asked: string[] = [];
  const transport = {
    ...from.transport,
    send: (calls: readonly ApiCall[]): Answer[] =>
      calls.map((call) => {
        if (!call.path.startsWith('/storms/')) return from.transport.send([call])[0] as Answer;
        asked.push(call.path);
        return { ok: true, data: { gusts: [{ id: '1' }, { id: '2' }] } };
      }),
  };
  const detail = {
    path: '/storms/{id}',
    query: {},
    pageSize: 0,
    records: 'gusts',
    as: 'gusts',
    elementId: 'id',
    where: 'storm',
  };
  const { records } = read(
    [[LATEST, LATEST + 1]],
    { asked: from.asked, transport },
    { most: 1, dayPath: null, elementId: 'id', detail },
  );
  expect(asked).toEqual(['/storms/a']);
  expect(records[0]?.list).toEqual([
    {
      id: 'a',
      storm: {},
      start_date: '2026-03-20',
      gusts: [
        { id: '1', of: 'a' },
        { id: '2', of: 'a' },
      ],
    },
    { id: 'b' },
  ]);
});

test('a throttled call is asked again; an answer without its last day counts up to three days ago', () => {
  let busy = 2;
  const from = server({
    strange: () =>
      busy-- > 0 ? { ok: false, code: 'tiktok_busy', detail: '', request: '', retryAfterMs: null } : null,
  });
  expect(read([[LATEST - 5, LATEST + 1]], from).records).toHaveLength(6);
  const silent = server({ strange: () => ({ ok: true, data: {} }) });
  const { records } = read([[LATEST - 5, LATEST + 1]], silent);
  expect(records.at(-1)?.day).toBe(Math.floor(NOW / 86_400_000 - 3) * 86_400);
});

test('a refusal of another kind, and a list that is none, end the reading', () => {
  const scope: Answer = { ok: false, code: 'missing_scope', detail: '', request: '', retryAfterMs: null };
  expect(() => read([[LATEST - 5, LATEST]], server({ strange: () => scope }))).toThrow(/permission/);
  const wrong: Answer = { ok: true, data: { report: { days: 'none' } } };
  expect(() => read([[LATEST - 5, LATEST]], server({ strange: () => wrong }))).toThrow(/no list/);
});
