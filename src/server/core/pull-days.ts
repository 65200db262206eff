import { isoDay, parseDay } from '../../shared/day';
import type { ProblemCode } from '../../shared/problem';
import { at } from './normalise';
import { freshPace } from './pace';
import type { Clock, Random } from './ports';
import { readLists, type WholeList } from './pull-pages';
import type { ApiCall } from './request';
import type { Transport } from './send';
import type { DailyDetail, DailyEndpoint, DayRecord } from './stream';

/** Days since 1970, `[since, until)`. */
export type DayWindow = [since: number, until: number];

const DAY = 86_400;

/** Where TikTok does not say how far its figures reach. */
const USUAL_LAG = 3;

const gone = (code: ProblemCode): boolean => code === 'out_of_history';

/** Cuts stretches of days into what one call may ask for, newest first. */
export const dayWindows = (stretches: readonly DayWindow[], most: number): DayWindow[] =>
  [...stretches].reverse().flatMap(([since, until]) => {
    const windows: DayWindow[] = [];
    for (let end = until; end > since; end -= most) windows.push([Math.max(since, end - most), end]);
    return windows;
  });

/** Reads days of a list side by side, newest first, back to where TikTok has none any more. */
export class DayPuller {
  /** Last day with figures, as far as TikTok has told. */
  latest: number | null = null;
  /** TikTok has no day before this one; null while it has refused none. */
  oldest: number | null = null;
  /** Last day with figures by TikTok's own word: later ones are not worth a call. */
  private told = Number.POSITIVE_INFINITY;
  private windows: DayWindow[];
  private readonly pace = freshPace();

  constructor(
    private readonly endpoint: DailyEndpoint,
    private readonly transport: Transport,
    private readonly deps: { clock: Clock; random: Random },
    stretches: readonly DayWindow[],
  ) {
    this.windows = dayWindows(stretches, endpoint.most);
  }

  get finished(): boolean {
    return this.windows.length === 0;
  }

  /** Asks for as many windows as the pace allows; returns the days of those answered that TikTok has figures for. */
  round(): DayRecord[] {
    const batch = this.windows.slice(0, this.pace.width);
    const lists = readLists(
      batch.map((window) => this.call(window)),
      this.endpoint,
      this.transport,
      this.pace,
      this.deps,
      gone,
    );
    const records: DayRecord[] = [];
    const left = batch.flatMap((window, i): DayWindow[] => {
      const list = lists[i];
      if (!list) return this.narrowed(window);
      records.push(...this.daysIn(list, window));
      return [];
    });
    const from = this.oldest ?? 0;
    this.windows = [...left, ...this.windows.slice(batch.length)].flatMap(([since, until]): DayWindow[] =>
      until > Math.max(since, from) && since <= this.told ? [[Math.max(since, from), until]] : [],
    );
    return this.endpoint.detail ? this.withDetails(this.endpoint.detail, records) : records;
  }

  /** The days with the list that each of their elements has, asked for one by one; its elements say whose they are. */
  private withDetails(detail: DailyDetail, records: readonly DayRecord[]): DayRecord[] {
    const { elementId = '' } = this.endpoint;
    const ids = records.flatMap(({ list }) =>
      list.flatMap((one) => (at(one, detail.where) === undefined ? [] : [String(at(one, elementId))])),
    );
    const calls = ids.map(
      (id): ApiCall => ({
        method: 'GET',
        path: detail.path.replace('{id}', id),
        query: { ...detail.query },
        body: null,
      }),
    );
    const lists = readLists(calls, detail, this.transport, this.pace, this.deps, gone);
    const found = new Map(ids.map((id, i) => [id, lists[i]?.elements ?? []]));
    return records.map((record) => ({
      ...record,
      list: record.list.map((one) => {
        const of = String(at(one, elementId));
        const own = found.get(of)?.map((element) => ({ ...(element as object), of }));
        return own ? { ...(one as object), [detail.as]: own } : one;
      }),
    }));
  }

  /**
   * A window is refused for its first day. In halves, to find the first one that TikTok still has. But one that ends today
   * or later may be refused for that, where the shop's day has not begun: then it is asked for without its last day.
   */
  private narrowed([since, until]: DayWindow): DayWindow[] {
    if (until > Math.floor(this.deps.clock.now() / 1000 / DAY)) return [[since, until - 1]];
    this.oldest = Math.max(this.oldest ?? 0, since + 1);
    const middle = since + Math.ceil((until - since) / 2);
    return [
      [middle, until],
      [since, middle],
    ];
  }

  private call([since, until]: DayWindow): ApiCall {
    const { method, path, query, since: from, until: to, body } = this.endpoint;
    const bounds: Record<string, string> = {};
    if (from !== undefined) bounds[from] = isoDay(since);
    if (to !== undefined) bounds[to] = isoDay(until);
    const inBody = method === 'POST';
    return {
      method,
      path: path.replace('{day}', isoDay(since)),
      query: { ...query, ...(inBody ? {} : bounds) },
      body: inBody ? JSON.stringify({ ...body, ...bounds }) : null,
    };
  }

  private daysIn({ first, elements }: WholeList, [since, until]: DayWindow): DayRecord[] {
    const { dayPath, latestPath } = this.endpoint;
    const seconds = Math.floor(this.deps.clock.now() / 1000);
    const said = at(first, latestPath);
    this.told = parseDay(String(said)) ?? this.told;
    const latest = latestOf(said, elements.length > 0 ? until - 1 : null, seconds);
    this.latest = Math.max(this.latest ?? 0, latest);
    const byDay = new Map<number, unknown[]>();
    for (const element of elements) {
      const day = dayPath === null ? since : parseDay(String(at(element, dayPath)).slice(0, 10));
      if (day !== null) byDay.set(day, [...(byDay.get(day) ?? []), element]);
    }
    const records: DayRecord[] = [];
    // What comes of later days is a part of their figures: less than nothing, since nobody could tell.
    for (let day = since; day < until && day <= latest; day++)
      records.push({ day: day * DAY, readAt: seconds, list: byDay.get(day) ?? [] });
    return records;
  }
}

/** The last day with figures: as TikTok says it, the day asked where it names a moment of that, else as usual. */
function latestOf(told: unknown, asked: number | null, seconds: number): number {
  if (typeof told === 'number' && asked !== null) return asked;
  return parseDay(String(told)) ?? Math.floor(seconds / DAY) - USUAL_LAG;
}
