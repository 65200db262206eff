import { ProblemError } from '../../shared/problem';
import { at } from './normalise';
import { freshPace, type Pace } from './pace';
import type { Clock, Random } from './ports';
import { readLists } from './pull-pages';
import type { ApiCall } from './request';
import { sendRound, type Transport } from './send';
import type { TimedEndpoint, WindowKind, WindowParameters } from './stream';

/** A stretch of time still to be read, as it stands in a checkpoint. */
export interface Window {
  kind: WindowKind;
  since: number;
  until: number;
  /** Only records created before this time: for older ones that changed later. */
  createdBefore?: number;
}

/** A pull as it stands in a checkpoint: what is still to be read is the truth, page tokens are not kept. */
export interface PullState {
  windows: Window[];
  records: number;
  pace: Pace;
}

/** A window while it is paged. */
interface Reading {
  window: Window;
  token: string;
  seen: Set<string>;
  /** What the first page said; null before. */
  total: number | null;
  /** Newest value of the window's field so far: all before it is read. */
  reached: number;
  ordered: boolean;
  again: number;
  /** Pages in a row without anything. */
  empty: number;
}

const open = (window: Window, ordered: boolean): Reading => ({
  window,
  token: '',
  seen: new Set(),
  total: null,
  reached: window.since,
  ordered,
  again: 0,
  empty: 0,
});

/** Cuts a range into windows, newest first, so that the last days are usable at once. */
export function cut(kind: WindowKind, since: number, until: number, pieces: number): Window[] {
  const windows: Window[] = [];
  const count = Math.max(1, Math.min(pieces, until - since));
  for (let i = count - 1; i >= 0; i--) {
    const from = since + Math.floor(((until - since) * i) / count);
    const to = since + Math.floor(((until - since) * (i + 1)) / count);
    if (to > from) windows.push({ kind, since: from, until: to });
  }
  return windows;
}

export const newPull = (windows: Window[]): PullState => ({ windows, records: 0, pace: freshPace() });

/** Times a window is read anew when pages do not add up to the count that TikTok gave. */
const MAX_AGAIN = 2;
/** Pages in a row that may be empty and yet name a next one. */
const MAX_EMPTY = 20;

/**
 * Reads windows side by side, page by page. Records come out at least once each; whoever stores them must take the
 * newest of each id.
 */
export class Puller {
  private readonly readings: Reading[];
  private records: number;

  constructor(
    private readonly endpoint: TimedEndpoint,
    private readonly transport: Transport,
    private readonly deps: { clock: Clock; random: Random },
    private readonly state: PullState,
  ) {
    this.readings = state.windows.map((window) => this.open(window));
    this.records = state.records;
  }

  get finished(): boolean {
    return this.readings.length === 0;
  }
  get count(): number {
    return this.records;
  }
  /** Records of all windows, as far as first pages have told; null before the first answer. */
  get expected(): number | null {
    const known = this.readings.filter((reading) => reading.total !== null);
    if (known.length === 0) return null;
    return (
      this.records +
      known.reduce((sum, { total, seen }) => sum + Math.max(0, (total as number) - seen.size), 0)
    );
  }

  /** What is left, for a checkpoint taken once everything returned so far is stored. */
  checkpoint(): PullState {
    return {
      windows: this.readings.map(({ window, reached }) => ({
        ...window,
        since: Math.max(window.since, reached),
      })),
      records: this.records,
      pace: { ...this.state.pace },
    };
  }

  /** Asks for the next page of as many windows as the pace allows; returns their records. */
  round(): unknown[] {
    const { pace } = this.state;
    // Records that bring lists of their own are many calls each: one page of them is a round's work.
    const width = this.endpoint.detail ? 1 : pace.width;
    this.divide(width);
    const before = this.checkpoint();
    const batch = this.readings.slice(0, width);
    const large = new Set<number>();
    const pages = sendRound(
      batch.map((reading) => this.call(reading)),
      this.transport,
      pace,
      this.deps,
      (code, i) => code === 'too_many_results' && this.divisible(batch[i]) && large.add(i).has(i),
    );
    const records: unknown[] = [];
    batch.forEach((reading, i) => {
      const page = pages[i];
      if (large.has(i)) this.halve(reading);
      else if (page !== undefined) this.take(reading, page, records);
    });
    try {
      return this.withDetails(records);
    } catch (error) {
      // The page is taken, but nobody gets its records: back to where it was not.
      this.readings.splice(0, this.readings.length, ...before.windows.map((window) => this.open(window)));
      this.records = before.records;
      throw error;
    }
  }

  /** A window as it is first read. Where TikTok sorts as it likes, nothing is complete before the window is. */
  private open(window: Window): Reading {
    return open(window, Object.keys(this.parameters(window.kind).order).length > 0);
  }

  /** Records with the list that each has of its own, where the endpoint has such. */
  private withDetails(records: unknown[]): unknown[] {
    const { detail, idPath } = this.endpoint;
    if (!detail || records.length === 0) return records;
    const calls = records.map(
      (record): ApiCall => ({
        method: 'GET',
        path: detail.path.replace('{id}', String(at(record, idPath))),
        query: { ...detail.query },
        body: null,
      }),
    );
    const lists = readLists(calls, detail, this.transport, this.state.pace, this.deps);
    return records.map((record, i) => ({ ...(record as object), [detail.as]: lists[i]?.elements ?? [] }));
  }

  private parameters(kind: WindowKind): WindowParameters {
    const found = this.endpoint.windows[kind];
    if (!found) throw new Error(`${this.endpoint.id} has no ${kind} window`);
    return found;
  }

  private call({ window, token }: Reading): ApiCall {
    const { endpoint } = this;
    const { since, until, order, inclusive } = this.parameters(window.kind);
    const bounds: Record<string, number> = {
      [since]: window.since,
      [until]: window.until - (inclusive ? 1 : 0),
    };
    if (window.createdBefore !== undefined) {
      const created = this.parameters('created');
      bounds[created.until] = window.createdBefore - (created.inclusive ? 1 : 0);
    }
    const query: Record<string, string> = {
      ...endpoint.query,
      page_size: String(endpoint.pageSize),
      ...order,
    };
    if (token !== '') query.page_token = token;
    if (endpoint.method === 'POST')
      return {
        method: 'POST',
        path: endpoint.path,
        query,
        body: JSON.stringify({ ...endpoint.body, ...bounds }),
      };
    for (const [name, value] of Object.entries(bounds)) query[name] = String(value);
    return { method: 'GET', path: endpoint.path, query, body: null };
  }

  private take(reading: Reading, page: unknown, into: unknown[]): void {
    const list = at(page, this.endpoint.records);
    // An empty answer may lack the list; anything else in its place is no answer to build on.
    const records = list === undefined || list === null ? [] : list;
    if (!Array.isArray(records))
      throw new ProblemError('tiktok_down', { detail: `${this.endpoint.records} is no list` });
    const { field } = this.parameters(reading.window.kind);
    const before = reading.seen.size;
    const total = at(page, 'total_count');
    if ((list === undefined || list === null) && typeof total === 'number' && total > reading.seen.size) {
      // It speaks of records and brings none: a broken answer, never an empty one.
      this.restart(reading, true);
      return;
    }
    const next = at(page, 'next_page_token');
    const more = typeof next === 'string' && next !== '';
    const left = typeof total === 'number' && reading.total !== null && total < reading.total;
    if (left || (more && records.length < this.endpoint.pageSize)) {
      // A record has left the window, so another may have moved up to a page that was read already; or a page before the
      // last is not full. Then nothing counts as complete before the window is, and that is read again.
      reading.ordered = false;
      reading.reached = reading.window.since;
    }
    for (const record of records) {
      into.push(record);
      reading.seen.add(String(at(record, this.endpoint.idPath)));
      const time = at(record, field);
      if (typeof time !== 'number' || !reading.ordered) continue;
      if (time < reading.reached) {
        // Not in the order we asked for: then nothing is known to be complete before the window is.
        reading.ordered = false;
        reading.reached = reading.window.since;
      } else if (time < reading.window.until) reading.reached = time;
    }
    this.records += reading.seen.size - before;
    reading.total ??= typeof total === 'number' ? total : 0;
    reading.empty = records.length === 0 ? reading.empty + 1 : 0;
    if (more) {
      const nothingNew = reading.seen.size === before && (records.length > 0 || reading.empty > MAX_EMPTY);
      if (next === reading.token || nothingNew) this.restart(reading, true);
      else reading.token = next;
      return;
    }
    // Rows may have moved up while the pages were read; then one is missing, and the window is read once more.
    if (reading.seen.size < reading.total && reading.again < MAX_AGAIN) {
      this.restart(reading, false);
      return;
    }
    this.readings.splice(this.readings.indexOf(reading), 1);
  }

  private restart(reading: Reading, stuck: boolean): void {
    if (stuck && reading.again >= MAX_AGAIN)
      throw new ProblemError('paging_stuck', { what: this.endpoint.id });
    reading.again++;
    reading.token = '';
    reading.empty = 0;
    reading.total = null;
    reading.reached = reading.window.since;
    reading.ordered = this.open(reading.window).ordered;
    this.records -= reading.seen.size;
    reading.seen = new Set();
  }

  /** Splits the windows with most left to read until there is work for the whole width. */
  private divide(width: number): void {
    const { pageSize } = this.endpoint;
    while (this.readings.length < width) {
      let best: Reading | undefined;
      let most = 2 * pageSize;
      for (const reading of this.readings) {
        const left = (reading.total ?? 0) - reading.seen.size;
        if (left > most && this.divisible(reading)) {
          best = reading;
          most = left;
        }
      }
      if (!best) return;
      this.halve(best);
    }
  }

  private divisible(reading: Reading | undefined): boolean {
    return reading !== undefined && reading.window.until - reading.reached > 1;
  }

  private halve(reading: Reading): void {
    const { window, reached } = reading;
    const middle = reached + Math.ceil((window.until - reached) / 2);
    const halves = [
      { ...window, since: middle },
      { ...window, since: reached, until: middle },
    ];
    this.readings.splice(this.readings.indexOf(reading), 1, ...halves.map((half) => this.open(half)));
  }
}
